import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { brokenAt } from '../../src/store/audit.ts';
import { countCards } from '../../src/store/cards.ts';
import { journalLimits, openJournal, type Entry } from '../../src/store/journal.ts';
import { openStore } from '../../src/store/store.ts';
import { issued } from './rows.ts';

const folder = mkdtempSync(join(tmpdir(), 'lupus-journal-'));
const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
  rmSync(folder, { recursive: true, force: true });
});

const entry = (number: number): Entry => ({
  audit: { at: '2026-06-01T00:00:00.000Z', kind: 'hook', client: 'ehr', patient: 'p_one', detail: { number } },
  cards: number % 2 === 0 ? [issued(crypto.randomUUID())] : [],
});

async function opened(failed: (error: unknown) => void = () => {}) {
  const store = await openStore(':memory:');
  closing.push(store.close);
  return { store, journal: openJournal(store, failed) };
}

const numbersIn = async ({ database }: Awaited<ReturnType<typeof openStore>>): Promise<readonly number[]> =>
  (await database.selectFrom('audit').select('detail').orderBy('seq').execute()).map(
    ({ detail }) => (JSON.parse(detail) as { readonly number: number }).number,
  );

describe('the journal', () => {
  it('writes everything it took, in order, without a gap in the chain', async () => {
    const { store, journal } = await opened();
    const count = journalLimits.batch * 2 + 50;
    for (let number = 0; number < count; number += 1) journal.write(entry(number));
    await Promise.all([journal.drain(), journal.drain()]);
    expect(await numbersIn(store)).toEqual(Array.from({ length: count }, (_, number) => number));
    expect(await brokenAt(store)).toBeUndefined();
    expect((await countCards(store)).map((each) => each.count)).toEqual([count / 2]);
  });

  it('writes a moment later by itself, and what comes while it writes too', async () => {
    const { store, journal } = await opened();
    journal.write(entry(1));
    const drained = journal.drain();
    journal.write(entry(3));
    await drained;
    journal.write(entry(5));
    await expect.poll(() => numbersIn(store)).toEqual([1, 3, 5]);
  });

  it('keeps what could not be written, says so, and writes it when it can', async () => {
    const failures: unknown[] = [];
    const { store, journal } = await opened((error) => failures.push(error));
    await store.database.schema.alterTable('audit').renameTo('elsewhere').execute();
    journal.write(entry(0));
    await expect(journal.drain()).rejects.toThrow('audit');
    expect(journal.isHealthy()).toBe(false);
    expect(await countCards(store)).toEqual([]);
    await store.database.schema.alterTable('elsewhere').renameTo('audit').execute();
    await expect.poll(() => journal.isHealthy(), { timeout: 3_000 }).toBe(true);
    expect(await numbersIn(store)).toEqual([0]);
    expect(await countCards(store)).toHaveLength(1);
  });

  it('promises no more when too much waits', async () => {
    const { journal } = await opened();
    for (let number = 0; number < journalLimits.waiting; number += 1) journal.write(entry(1));
    expect(journal.isHealthy()).toBe(false);
    await journal.drain();
    expect(journal.isHealthy()).toBe(true);
  });
});
