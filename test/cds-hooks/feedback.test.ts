import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { receiveFeedback, type FeedbackContext } from '../../src/cds-hooks/feedback.ts';
import { brokenAt } from '../../src/store/audit.ts';
import { rememberCards } from '../../src/store/cards.ts';
import { isSnoozed } from '../../src/store/snoozes.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { countRows } from '../../src/store/tables.ts';
import { issued } from '../store/rows.ts';
import { bothTargets } from '../store/targets.ts';

const { targets, close } = bothTargets();
afterAll(close);

const client = 'https://ehr.example.org';
const now = new Date('2026-06-01T12:00:00Z');
const about = { client, patient: 'p_one', protocol: 'NCT06222853@5to18' };
const ids = Array.from({ length: 4 }, () => randomUUID());
const [card = '', second = '', silent = '', others = ''] = ids;
const overridden = (id: string, code?: string, more: object = {}) => ({
  card: id,
  outcome: 'overridden',
  outcomeTimestamp: '2026-06-01T11:00:00Z',
  ...(code !== undefined && { overrideReason: { reason: { system: 'urn:lupus-trial-cds:override-reason', code } } }),
  ...more,
});

describe.each(targets)('feedback on $name', ({ skip, fresh }) => {
  let store: Store;
  let context: FeedbackContext;
  const send = async (...feedback: unknown[]) => await receiveFeedback({ feedback }, context);
  const rows = async () => await store.database.selectFrom('feedback').selectAll().execute();

  beforeAll(async () => {
    if (!skip) store = await openStore(await fresh());
  });
  afterAll(async () => {
    if (!skip) await store.close();
  });
  beforeEach(async () => {
    if (skip) return;
    for (const table of ['cards', 'feedback', 'snoozes', 'audit'] as const)
      await store.database.deleteFrom(table).execute();
    await store.database.updateTable('audit_head').set({ seq: 0, hash: '' }).execute();
    context = { store, client, now, keepComments: false };
    await rememberCards(store, [
      issued(card),
      issued(second, { patient: 'p_two' }),
      issued(silent, { shown: false }),
      issued(others, { client: 'https://other.example.org' }),
    ]);
  });

  it.skipIf(skip)(
    'is stored, leaves a row in the audit trail, and starts a snooze where the reason asks for one',
    async () => {
      expect(await send(overridden(card, 'declined'))).toEqual({ status: 200, stored: 1, repeated: 0, dropped: 0 });
      expect(await isSnoozed(store, about, now)).toBe(true);
      const [event] = await store.database.selectFrom('audit').selectAll().execute();
      expect(event).toMatchObject({ kind: 'feedback', client, patient: 'p_one' });
      expect(JSON.parse(event?.detail ?? '')).toEqual({
        card,
        outcome: 'overridden',
        reason: 'declined',
        until: '2026-07-01T12:00:00.000Z',
      });
      expect(await brokenAt(store)).toBeUndefined();
    },
  );

  it.skipIf(skip).each([
    ['declined', true],
    ['already-referred', true],
    ['not-suitable', true],
    ['later', false],
    ['something-else', false],
    [undefined, false],
  ])('for the reason %s silences: %s', async (code, silences) => {
    await send(overridden(card, code));
    expect(await isSnoozed(store, about, now)).toBe(silences);
  });

  it.skipIf(skip)('with our code in another system silences nothing', async () => {
    await send({ ...overridden(card), overrideReason: { reason: { system: 'urn:other', code: 'declined' } } });
    expect(await isSnoozed(store, about, now)).toBe(false);
    expect(await rows()).toMatchObject([{ reason_system: 'urn:other', reason_code: 'declined' }]);
  });

  it.skipIf(skip)('sent a hundred times is one row, one snooze of the first length and one event', async () => {
    for (let time = 0; time < 50; time += 1) await send(overridden(card, 'declined'));
    await Promise.all(Array.from({ length: 50 }, async () => await send(overridden(card, 'declined'))));
    expect(await countRows(store.database)).toMatchObject({ feedback: 1, snoozes: 1, audit: 1 });
    expect(await isSnoozed(store, about, new Date('2026-07-01T12:00:00Z'))).toBe(false);
  });

  it.skipIf(skip)('without a time is one row however often it comes', async () => {
    for (let time = 0; time < 10; time += 1) await send({ card, outcome: 'accepted' });
    expect(await rows()).toMatchObject([{ outcome: 'accepted', at: '' }]);
  });

  it.skipIf(skip)(
    'about ten thousand cards nobody was given leaves not one row anywhere',
    async () => {
      for (let batch = 0; batch < 100; batch += 1) {
        const forged = Array.from({ length: 100 }, () => overridden(randomUUID(), 'declined'));
        expect(await send(...forged)).toEqual({ status: 200, stored: 0, repeated: 0, dropped: 100 });
      }
      expect(await countRows(store.database)).toMatchObject({ feedback: 0, snoozes: 0, audit: 0 });
    },
    60_000,
  );

  it.skipIf(skip)('about a card of another client, or one that was never shown, is dropped', async () => {
    expect(await send(overridden(others, 'declined'), overridden(silent, 'declined'))).toMatchObject({ dropped: 2 });
    expect(await countRows(store.database)).toMatchObject({ feedback: 0, snoozes: 0, audit: 0 });
  });

  it.skipIf(skip)('that cannot be read costs only itself', async () => {
    const answer = await send(null, overridden(card, 'later'), { card: 7 }, overridden(second, 'declined'));
    expect(answer).toEqual({ status: 200, stored: 2, repeated: 0, dropped: 2 });
  });

  it.skipIf(skip)('keeps what a person typed only where that is switched on', async () => {
    const typed = { overrideReason: { reason: 'the family of Ana says no', userComment: 'call 555-1234' } };
    await send({ ...overridden(card), ...typed });
    context = { ...context, keepComments: true };
    await send({ ...overridden(second), ...typed });
    const both = await rows();
    expect(both.find((row) => row.card === second)?.comment).toBe('call 555-1234 the family of Ana says no');
    expect(JSON.stringify(both.find((row) => row.card === card))).not.toMatch(/Ana|555/);
  });

  it.skipIf(skip)('may be one entry alone, a bare list, or an empty batch', async () => {
    expect(await receiveFeedback({ feedback: overridden(card) }, context)).toMatchObject({ stored: 1 });
    expect(await receiveFeedback([overridden(second)], context)).toMatchObject({ stored: 1 });
    expect(await send()).toMatchObject({ status: 200, stored: 0 });
  });

  it.skipIf(skip).each([
    ['nothing', undefined],
    ['null', null],
    ['text', 'feedback'],
    ['another object', { cards: [] }],
    ['text as feedback', { feedback: 'x' }],
  ])('that is %s is refused', async (_what, body) => {
    await expect(receiveFeedback(body, context)).rejects.toMatchObject({ code: 'bad-request' });
  });

  it.skipIf(skip)('of more than a hundred entries is refused whole', async () => {
    const many = Array.from({ length: 101 }, () => overridden(card, 'declined'));
    await expect(send(...many)).rejects.toMatchObject({ code: 'too-large' });
    expect(await countRows(store.database)).toMatchObject({ feedback: 0 });
    expect(await send(...many.slice(1))).toMatchObject({ stored: 1, repeated: 99 });
  });
});
