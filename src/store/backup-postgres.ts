// How is a PostgreSQL store copied and brought back, with the programs that PostgreSQL brings for it?

import { spawn } from 'node:child_process';
import { chmodSync, closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { sql } from 'kysely';
import { BackupError, inUse, tooNew, unsound } from './backup-error.ts';
import { migrations } from './migrations.ts';
import { applicationName, openAsItIs, type Store } from './store.ts';
import { countRows, tableNames, type RowCounts } from './tables.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** The tables of this program as one archive of pg_dump, of the same moment as the rows that are counted. */
export async function backupPostgres(
  { database }: Store,
  url: string,
  file: string,
  environment: Environment,
): Promise<RowCounts> {
  closeSync(openSync(file, 'wx', 0o600));
  const tables = (await tableNames()).map((name) => `--table=${name}`);
  return await database
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (transaction) => {
      const { rows } = await sql<{ id: string }>`SELECT pg_export_snapshot() AS id`.execute(transaction);
      const options = ['--format=custom', '--no-owner', '--no-privileges', `--snapshot=${rows[0]?.id ?? ''}`];
      await run('pg_dump', [...options, ...tables, `--file=${file}`], on(url, environment));
      return await countRows(transaction);
    });
}

/** The tables of this program are dropped and made anew from the archive, in one transaction. */
export async function restorePostgres(file: string, url: string, environment: Environment): Promise<void> {
  await mustBeUnused(url);
  const folder = mkdtempSync(join(tmpdir(), 'lupus-restore-'));
  chmodSync(folder, 0o700);
  const steps = join(folder, 'steps.sql');
  const script = join(folder, 'archive.sql');
  const clearing = join(folder, 'clearing.sql');
  try {
    const reading = ['--no-owner', '--no-privileges', file];
    await run('pg_restore', ['--data-only', '--table=kysely_migration', `--file=${steps}`, ...reading], {
      environment,
    });
    mustBeKnown(steps, file);
    await run('pg_restore', [`--file=${script}`, ...reading], { environment });
    const drops = (await tableNames()).map((name) => `DROP TABLE IF EXISTS ${name};`);
    writeFileSync(clearing, ["SET lock_timeout = '10s';", ...drops].join('\n'), { mode: 0o600 });
    const strict = ['--set=ON_ERROR_STOP=1', '--set=VERBOSITY=terse'];
    const whole = ['--no-psqlrc', '--quiet', '--single-transaction', `--file=${clearing}`, `--file=${script}`];
    await run('psql', [...strict, ...whole], on(url, environment));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @throws BackupError unless the steps that made the archive's schema are steps of this program. */
function mustBeKnown(steps: string, file: string): void {
  const names = [...readFileSync(steps, 'utf8').matchAll(/^(\d{4}-[\w-]+)\t/gm)].map(([, name = '']) => name);
  if (names.length === 0) throw unsound(file);
  if (!names.every((name) => Object.hasOwn(migrations, name))) throw tooNew(file);
}

/** How often, and after how many milliseconds, is asked again: a connection that was just closed is still listed for a moment. */
const looks = 20;
const betweenLooks = 100;

/** @throws BackupError while another connection of this program is open. */
async function mustBeUnused(url: string): Promise<void> {
  const store = openAsItIs(url);
  try {
    for (let look = 1; await isUsed(store); look += 1) {
      if (look === looks) throw inUse();
      await setTimeout(betweenLooks);
    }
  } finally {
    await store.close();
  }
}

async function isUsed({ database }: Store): Promise<boolean> {
  const { rows } = await sql<{ others: number | string }>`
    SELECT count(*) AS others FROM pg_stat_activity
    WHERE datname = current_database() AND application_name = ${applicationName} AND pid <> pg_backend_pid()
  `.execute(database);
  return Number(rows[0]?.others) > 0;
}

type Connection = { readonly address?: string; readonly environment: Environment };

/** The password goes through the environment: arguments can be seen by every user of the machine. */
function on(url: string, environment: Environment): Connection {
  const address = new URL(url);
  const password = decodeURIComponent(address.password);
  address.password = '';
  return { address: address.href, environment: { ...environment, ...(password !== '' && { PGPASSWORD: password }) } };
}

/** Runs one of PostgreSQL's programs. @throws BackupError with what the program says. */
async function run(program: string, options: readonly string[], { address, environment }: Connection): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<number | null>();
  const child = spawn(program, [...(address === undefined ? [] : [`--dbname=${address}`]), ...options], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: environment,
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-2_000);
  });
  child.on('error', () => reject(new BackupError(`${program} cannot be run: ${howToGetIt}`)));
  child.on('close', resolve);
  if ((await promise) !== 0) throw new BackupError(`${program} failed: ${said.trim()}`);
}

const howToGetIt = 'install the PostgreSQL client programs (Debian: postgresql-client)';
