import { afterAll, describe, expect, it } from 'vitest';
import { rememberCards } from '../../src/store/cards.ts';
import { storeFeedback } from '../../src/store/feedback.ts';
import { purgeBefore } from '../../src/store/retention.ts';
import { openStore } from '../../src/store/store.ts';
import { countRows } from '../../src/store/tables.ts';
import { entry, fill, issued } from './rows.ts';
import { bothTargets } from './targets.ts';

const { targets, close } = bothTargets();
afterAll(close);

describe.each(targets)('purging on $name', ({ skip, fresh }) => {
  it.skipIf(skip)(
    'takes young feedback with its old card, or nobody could erase it for its patient any more',
    async () => {
      const store = await openStore(await fresh());
      await rememberCards(store, [issued('old', { issued: '2025-12-31T23:59:59.999Z' }), issued('new')]);
      await storeFeedback(store, [entry('old'), entry('new')]);
      const deleted = await purgeBefore(store, '2026-01-01T00:00:00.000Z');
      expect(deleted).toEqual({ cards: 1, feedback: 1, snoozes: 0, replay: 0, screening: 0 });
      expect(await countRows(store.database)).toMatchObject({ cards: 1, feedback: 1 });
      await store.close();
    },
  );

  it.skipIf(skip)('keeps the audit trail, snoozes that still hold and tokens that are still valid', async () => {
    const store = await openStore(await fresh());
    await fill(store);
    expect(await purgeBefore(store, '2026-06-01T03:00:00.000Z')).toEqual({
      cards: 3,
      feedback: 2,
      snoozes: 0,
      replay: 0,
      screening: 0,
    });
    expect(await countRows(store.database)).toMatchObject({ audit: 3, snoozes: 1, replay: 1, cards: 0, feedback: 0 });
    await store.close();
  });
});
