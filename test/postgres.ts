// A PostgreSQL server of the test run's own, on a socket in a temporary folder; or one that DATABASE_URL_TEST names.

import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';

export type TestPostgres = {
  readonly url: string;
  readonly stop: () => void;
  /** Ends the server as a crash would and starts it again; undefined for a server that is not ours. */
  readonly restart?: () => void;
};

/** The folder with initdb and pg_ctl, as Debian installs them; undefined if there is no PostgreSQL on this machine. */
function binaries(): string | undefined {
  const root = '/usr/lib/postgresql';
  if (!existsSync(root)) return undefined;
  const versions = readdirSync(root).sort((a, b) => Number(b) - Number(a));
  return versions.map((version) => join(root, version, 'bin')).find((bin) => existsSync(join(bin, 'initdb')));
}

/** Runs a server program; the super user may not, so it runs as the user postgres then. */
function run(command: string, args: readonly string[]): void {
  const [program, rest] =
    userInfo().uid === 0 ? ['runuser', ['-u', 'postgres', '--', command, ...args]] : [command, args];
  execFileSync(program, rest, { stdio: 'ignore', cwd: tmpdir() });
}

/** Starts a server with an empty data base; undefined where PostgreSQL is not installed. */
export function startPostgres(): TestPostgres | undefined {
  const given = process.env['DATABASE_URL_TEST'];
  if (given !== undefined) return { url: given, stop: () => {} };
  const bin = binaries();
  if (bin === undefined) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'lupus-postgres-'));
  chmodSync(folder, 0o777);
  const data = join(folder, 'data');
  run(join(bin, 'initdb'), ['-D', data, '-U', 'test', '-A', 'trust', '--no-sync']);
  const options = `-c listen_addresses= -k ${folder} -F`;
  const start = (): void => {
    run(join(bin, 'pg_ctl'), ['-D', data, '-w', '-o', options, '-l', join(folder, 'log'), 'start']);
  };
  start();
  return {
    url: `postgres://test@localhost/postgres?host=${encodeURIComponent(folder)}`,
    stop: () => {
      run(join(bin, 'pg_ctl'), ['-D', data, '-m', 'immediate', 'stop']);
      rmSync(folder, { recursive: true, force: true });
    },
    restart: () => {
      run(join(bin, 'pg_ctl'), ['-D', data, '-m', 'immediate', '-w', 'stop']);
      start();
    },
  };
}
