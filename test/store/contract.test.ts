// What every store keeps, told once and asked of SQLite and of PostgreSQL.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { appendAudit, auditEvents, brokenAt } from '../../src/store/audit.ts';
import { countCards, issuedCard, rememberCards, type IssuedCard } from '../../src/store/cards.ts';
import { countFeedback, storeFeedback } from '../../src/store/feedback.ts';
import { forgetExpired, isFirstUse } from '../../src/store/replay.ts';
import { erasePatient, purgeBefore } from '../../src/store/retention.ts';
import { isSnoozed, startSnooze } from '../../src/store/snoozes.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { startPostgres } from '../postgres.ts';

const postgres = startPostgres();
if (postgres === undefined) console.warn('PostgreSQL is not installed: its half of the store contract is skipped');
const folder = mkdtempSync(join(tmpdir(), 'lupus-store-'));

afterAll(() => {
  postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const card = (id: string, more: Partial<IssuedCard> = {}): IssuedCard => ({
  card: id,
  client: 'ehr',
  service: 'lupus-trial-patient-view',
  protocol: 'NCT06222853@5to18',
  patient: 'pseudonym-1',
  status: 'candidate',
  shown: true,
  issued: '2026-06-01T00:00:00.000Z',
  ...more,
});

const feedback = (id: string, more: object = {}) => ({
  client: 'ehr',
  card: id,
  outcome: 'overridden',
  at: '2026-06-01T01:00:00.000Z',
  suggestions: '[]',
  reason_system: 'urn:reasons',
  reason_code: 'declined',
  reason_text: '',
  comment: '',
  received: '2026-06-01T01:00:01.000Z',
  ...more,
});

const targets = [
  { name: 'SQLite', target: join(folder, 'store.sqlite'), skip: false },
  { name: 'PostgreSQL', target: postgres?.url ?? '', skip: postgres === undefined },
];

describe.each(targets)('the store on $name', ({ target, skip }) => {
  let store: Store;

  beforeAll(async () => {
    if (!skip) store = await openStore(target);
  });
  afterAll(async () => {
    if (!skip) await store.close();
  });
  beforeEach(async (context) => {
    if (skip) {
      context.skip();
      return;
    }
    for (const table of ['replay', 'cards', 'feedback', 'snoozes'] as const)
      await store.database.deleteFrom(table).execute();
  });

  it('opens again with everything in it, and migrates only once', async () => {
    await rememberCards(store, [card('kept')]);
    const again = await openStore(target);
    expect(await issuedCard(again, 'ehr', 'kept')).toEqual(card('kept'));
    await again.close();
  });

  it('lets exactly one of a hundred callers at once use a token', async () => {
    const answers = await Promise.all(
      Array.from({ length: 100 }, async () => await isFirstUse(store, 'ehr', 'jti-1', '2026-06-01T01:00:00.000Z')),
    );
    expect(answers.filter(Boolean)).toHaveLength(1);
  });

  it('tells the same jti of two issuers apart, and forgets what has expired', async () => {
    expect(await isFirstUse(store, 'a', 'jti', '2026-06-01T01:00:00.000Z')).toBe(true);
    expect(await isFirstUse(store, 'b', 'jti', '2026-06-01T03:00:00.000Z')).toBe(true);
    await forgetExpired(store, '2026-06-01T02:00:00.000Z');
    expect(await isFirstUse(store, 'a', 'jti', '2026-06-01T04:00:00.000Z')).toBe(true);
    expect(await isFirstUse(store, 'b', 'jti', '2026-06-01T04:00:00.000Z')).toBe(false);
  });

  it('knows a card only of the client it was given to', async () => {
    await rememberCards(store, [card('c1'), card('c2', { client: 'other' })]);
    expect(await issuedCard(store, 'ehr', 'c1')).toEqual(card('c1'));
    expect(await issuedCard(store, 'ehr', 'c2')).toBeUndefined();
  });

  it('counts shown and silent cards apart', async () => {
    await rememberCards(store, [card('c1'), card('c2'), card('c3', { shown: false })]);
    const { service, status } = card('');
    expect(await countCards(store)).toEqual([
      { service, status, shown: false, count: 1 },
      { service, status, shown: true, count: 2 },
    ]);
  });

  it('takes the same feedback a hundred times as one', async () => {
    await rememberCards(store, [card('c1')]);
    for (let time = 0; time < 100; time += 1) await storeFeedback(store, [feedback('c1')]);
    expect(await countFeedback(store)).toEqual([
      { service: card('').service, outcome: 'overridden', reason: 'declined', count: 1 },
    ]);
  });

  it('keeps a card silent after an override, longer each time, and only for that patient and protocol', async () => {
    const key = { client: 'ehr', patient: 'p', protocol: 'x' };
    const now = new Date('2026-06-01T00:00:00Z');
    expect(await startSnooze(store, key, 'declined', now)).toBe('2026-07-01T00:00:00.000Z');
    expect(await isSnoozed(store, key, new Date('2026-06-30T23:59:59Z'))).toBe(true);
    expect(await isSnoozed(store, key, new Date('2026-07-01T00:00:00Z'))).toBe(false);
    expect(await isSnoozed(store, { ...key, patient: 'q' }, now)).toBe(false);
    expect(await isSnoozed(store, { ...key, protocol: 'y' }, now)).toBe(false);
    expect(await startSnooze(store, key, 'declined', now)).toBe('2026-08-30T00:00:00.000Z');
    expect(await startSnooze(store, key, 'declined', now)).toBe('2026-11-28T00:00:00.000Z');
    expect(await startSnooze(store, key, 'declined', now)).toBe('2026-11-28T00:00:00.000Z');
  });

  it('throws away what is older than asked, and nothing else', async () => {
    await rememberCards(store, [card('old', { issued: '2025-01-01T00:00:00.000Z' }), card('new')]);
    await storeFeedback(store, [feedback('old', { received: '2025-01-02T00:00:00.000Z' }), feedback('new')]);
    expect(await purgeBefore(store, '2026-01-01T00:00:00.000Z')).toMatchObject({ cards: 1, feedback: 1 });
    expect(await issuedCard(store, 'ehr', 'new')).toBeDefined();
    expect(await countFeedback(store)).toHaveLength(1);
  });

  it('erases one patient wholly and leaves the others', async () => {
    await rememberCards(store, [card('c1'), card('c2', { patient: 'pseudonym-2' })]);
    await storeFeedback(store, [feedback('c1'), feedback('c2')]);
    await startSnooze(store, { client: 'ehr', patient: 'pseudonym-1', protocol: 'x' }, 'declined', new Date());
    expect(await erasePatient(store, 'pseudonym-1')).toMatchObject({ cards: 1, feedback: 1, snoozes: 1 });
    expect(await issuedCard(store, 'ehr', 'c2')).toBeDefined();
    expect(await countFeedback(store)).toHaveLength(1);
  });

  it('chains the audit trail without a gap when many write at once, and notices a changed row', async () => {
    const event = {
      at: '2026-06-01T00:00:00.000Z',
      kind: 'hook',
      client: 'ehr',
      patient: 'pseudonym-1',
      detail: { cards: 1 },
    };
    await Promise.all(
      Array.from({ length: 25 }, async () => {
        await appendAudit(store, event);
      }),
    );
    expect(await brokenAt(store)).toBeUndefined();
    const events = await Array.fromAsync(auditEvents(store));
    expect(events.length).toBeGreaterThanOrEqual(25);
    expect(events[0]).toMatchObject({ resourceType: 'AuditEvent', id: '1' });
    await store.database.updateTable('audit').set({ client: 'somebody else' }).where('seq', '=', 7).execute();
    expect(await brokenAt(store)).toBe(7);
    await store.database.updateTable('audit').set({ client: 'ehr' }).where('seq', '=', 7).execute();
    expect(await brokenAt(store)).toBeUndefined();
    await store.database.deleteFrom('audit').where('seq', '=', events.length).execute();
    expect(await brokenAt(store)).toBe(events.length);
  });
});
