import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { appendAudit } from '../../src/store/audit.ts';
import { openStore } from '../../src/store/store.ts';
import { faultOf } from '../../src/telemetry/log.ts';

it('a full disk is named in the log, not the end of a transaction that it ended itself; with room again the store goes on', async () => {
  const store = await openStore(':memory:');
  const write = async (): Promise<unknown> => {
    const detail = { text: 'x'.repeat(20_000) };
    return await appendAudit(store, { at: '2026-06-01', kind: 'test', client: '', patient: '', detail }).catch(
      (error: unknown) => error,
    );
  };
  await sql`PRAGMA max_page_count = 1`.execute(store.database); // As many as it has.
  let full: unknown;
  for (let times = 0; times < 5 && full === undefined; times += 1) full = await write();
  expect(faultOf(full)).toMatchObject({ event: 'fault', code: 'database or disk is full' });
  await sql`PRAGMA max_page_count = 100000`.execute(store.database);
  expect(await write()).toBeUndefined();
  await store.close();
});

it('a fault is logged with the name its error has, and never with the message', () => {
  const coded = Object.assign(new Error('Okafor 1234'), { code: 'ENOSPC' });
  expect(faultOf(coded)).toMatchObject({ code: 'ENOSPC' });
  const odd = Object.assign(new Error(''), { code: '{"name":"Okafor"}' });
  expect(JSON.stringify([faultOf(coded), faultOf(odd)])).not.toContain('Okafor');
});
