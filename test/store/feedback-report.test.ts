import { afterAll, describe, expect, it } from 'vitest';
import { rememberCards } from '../../src/store/cards.ts';
import { feedbackReport } from '../../src/store/feedback-report.ts';
import { storeFeedback } from '../../src/store/feedback.ts';
import { openStore } from '../../src/store/store.ts';
import { entry, issued } from './rows.ts';
import { bothTargets } from './targets.ts';

const { targets, close } = bothTargets();
afterAll(close);

describe.each(targets)('the feedback report on $name', ({ skip, fresh }) => {
  it.skipIf(skip)('counts shown and silent cards, outcomes and reasons of each service', async () => {
    const store = await openStore(await fresh());
    const other = { service: 'another-service' };
    await rememberCards(store, [
      issued('a1'),
      issued('a2'),
      issued('a3', { status: 'potential-candidate' }),
      issued('a4', { shown: false }),
      issued('b1', other),
      issued('b2', { ...other, shown: false }),
    ]);
    await storeFeedback(store, [
      entry('a1'),
      entry('a2', { reason_code: '' }),
      entry('a2', { reason_code: '', at: '2026-06-02T00:00:00.000Z' }),
      entry('a3', { outcome: 'accepted', reason_code: '' }),
    ]);
    expect(await feedbackReport(store)).toEqual([
      {
        service: 'another-service',
        cards: [{ status: 'candidate', shown: 1, silent: 1 }],
        shown: 1,
        silent: 1,
        accepted: 0,
        overridden: 0,
        reasons: [],
      },
      {
        service: 'lupus-car-t-patient-view',
        cards: [
          { status: 'candidate', shown: 2, silent: 1 },
          { status: 'potential-candidate', shown: 1, silent: 0 },
        ],
        shown: 3,
        silent: 1,
        accepted: 1,
        overridden: 3,
        overrideRate: 0.75,
        reasons: [
          { reason: '', count: 2 },
          { reason: 'declined', count: 1 },
        ],
      },
    ]);
    await store.close();
  });

  it.skipIf(skip)('is empty before the first card', async () => {
    const store = await openStore(await fresh());
    expect(await feedbackReport(store)).toEqual([]);
    await store.close();
  });
});
