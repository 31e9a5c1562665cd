import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { afterAll, describe, expect, it } from 'vitest';
import { appendAudit, brokenAt } from '../../src/store/audit.ts';
import { issuedCard } from '../../src/store/cards.ts';
import { feedbackReport } from '../../src/store/feedback-report.ts';
import { isSnoozed } from '../../src/store/snoozes.ts';
import { openAsItIs, openStore, StoreError, type Store } from '../../src/store/store.ts';
import { countRows } from '../../src/store/tables.ts';
import { fill, issued } from './rows.ts';
import { bothTargets } from './targets.ts';

const { folder, targets, close } = bothTargets();
afterAll(close);

const root = fileURLToPath(new URL('../../', import.meta.url));
const released = readFileSync(new URL('released/0001.sql', import.meta.url), 'utf8');
const client = 'https://ehr.example.org';

/** Runs a script of several statements. */
async function run(store: Store, script: string): Promise<void> {
  for (const statement of script.split(/;$/m).filter((each) => each.trim() !== '')) {
    await sql.raw(statement).execute(store.database);
  }
}

describe.each(targets)('the schema on $name', ({ skip, fresh }) => {
  it.skipIf(skip)(
    'of the first release is brought to the present one with every row, and goes on being used',
    async () => {
      const target = await fresh();
      const old = openAsItIs(target);
      await run(old, released);
      await old.close();
      const store = await openStore(target);
      expect(await countRows(store.database)).toMatchObject({ cards: 3, feedback: 2, snoozes: 1, replay: 1, audit: 3 });
      expect(await issuedCard(store, client, 'c2')).toEqual(issued('c2', { patient: 'p_two' }));
      const key = { client, patient: 'p_one', protocol: 'NCT06222853@5to18' };
      expect(await isSnoozed(store, key, new Date('2026-06-30T00:00:00Z'))).toBe(true);
      expect(await feedbackReport(store)).toMatchObject([{ accepted: 1, overridden: 1 }]);
      await appendAudit(store, { at: '2026-12-01T00:00:00.000Z', kind: 'hook', client, patient: 'p_one', detail: {} });
      expect(await brokenAt(store)).toBeUndefined();
      await store.close();
    },
  );

  it.skipIf(skip)('that cannot be brought up is left wholly as it was, and can be afterwards', async () => {
    const target = await fresh();
    const obstacle = openAsItIs(target);
    await run(obstacle, 'create table "snoozes" ("something" text);');
    await obstacle.close();
    await expect(openStore(target)).rejects.toThrow(StoreError);
    const after = openAsItIs(target);
    expect(Object.keys(await countRows(after.database)).filter((name) => !name.startsWith('kysely'))).toEqual([
      'snoozes',
    ]);
    await run(after, 'drop table "snoozes";');
    await after.close();
    const store = await openStore(target);
    await fill(store);
    expect(await brokenAt(store)).toBeUndefined();
    await store.close();
  });

  it.skipIf(skip)(
    'is made once when several processes open an empty data base at the same time',
    async () => {
      const target = await fresh();
      const script = `const { openStore } = await import('./src/store/store.ts');
      const store = await openStore(process.argv[1]); await store.close();`;
      const opened = Array.from({ length: 4 }, async () => {
        const child = spawn(process.execPath, ['--input-type=module', '-e', script, target], { cwd: root });
        const [code] = (await once(child, 'close')) as [number];
        return code;
      });
      expect(await Promise.all(opened)).toEqual([0, 0, 0, 0]);
      const store = await openStore(target);
      expect(await countRows(store.database)).toMatchObject({ audit_head: 1, cards: 0 });
      await store.close();
    },
    30_000,
  );
});

describe('a SQLite store', () => {
  it('is made with its folder, and nobody else can read either', async () => {
    const file = join(folder, 'data', 'of', 'the', 'service', 'store.sqlite');
    const store = await openStore(file);
    expect([file, `${file}-wal`].map((each) => statSync(each).mode & 0o777)).toEqual([0o600, 0o600]);
    expect(statSync(dirname(file)).mode & 0o777).toBe(0o700);
    await store.close();
  });
});

describe('a PostgreSQL store', () => {
  const { skip, fresh } = targets[1] ?? expect.fail();

  it.skipIf(skip)('goes on after the server has cut its idle connections', async () => {
    const target = await fresh();
    const store = await openStore(target);
    const other = openAsItIs(target);
    await sql`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid()`.execute(other.database);
    await other.close();
    await expect.poll(async () => await countRows(store.database).catch(() => ({}))).toMatchObject({ audit_head: 1 });
    await store.close();
  });
});
