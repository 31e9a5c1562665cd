// `store`: which command on the store was asked for, and what does the operator read if it fails?

import { ConfigError, readStoreConfig } from '../config/config.ts';
import { configurationFile } from '../config/files.ts';
import { BackupError } from '../store/backup-error.ts';
import { SealError } from '../store/sealing.ts';
import { StoreError } from '../store/store.ts';
import { runBackup } from './store/backup-command.ts';
import { tell, type Environment, type StoreCommand } from './store/context.ts';
import { runErase } from './store/erase-command.ts';
import { runExportAudit } from './store/export-audit-command.ts';
import { runPurge } from './store/purge-command.ts';
import { runRestore } from './store/restore-command.ts';
import { runVerifyAudit } from './store/verify-audit-command.ts';
import { UsageError } from './usage-error.ts';

const commands: ReadonlyMap<string, StoreCommand> = new Map([
  ['backup', runBackup],
  ['restore', runRestore],
  ['purge', runPurge],
  ['erase', runErase],
  ['verify-audit', runVerifyAudit],
  ['export-audit', runExportAudit],
]);

/** What a command that works on the store gets from the rim. */
export type Rim = { readonly environment: Environment; readonly now: () => Date };

/** Runs one of them. Exit codes: 0 done, 1 could not be done (or the audit trail is broken), 2 wrong usage. */
export async function runStore([name = '', ...rest]: readonly string[], rim: Rim): Promise<number> {
  const command = commands.get(name);
  if (command === undefined) throw new UsageError(`store needs one of ${[...commands.keys()].join(', ')}`);
  return await onStore(command, rest, rim);
}

/** Reads the configuration, runs the command, and puts a failure in words. @throws UsageError as the command does. */
export async function onStore(command: StoreCommand, args: readonly string[], rim: Rim): Promise<number> {
  try {
    const config = readStoreConfig(rim.environment, await configurationFile(rim.environment));
    return await command(args, { ...rim, config });
  } catch (error) {
    const words = wordsFor(error);
    if (words === undefined) throw error;
    tell(words);
    return 1;
  }
}

/** Our own errors, and those of the data base and the file system, which carry a code. */
function wordsFor(error: unknown): string | undefined {
  if (error instanceof ConfigError) return `The configuration cannot be used.\n${error.message}`;
  if (error instanceof BackupError) return error.message;
  if (error instanceof SealError) return 'the list was written with another key than pseudonymKey says';
  if (error instanceof StoreError) {
    const cause = error.cause instanceof Error ? `: ${error.cause.message}` : '';
    return error.message + cause;
  }
  if (!(error instanceof Error) || !('code' in error) || String(error.code).startsWith('ERR_PARSE_ARGS')) {
    return undefined;
  }
  return `the store cannot be used: ${error.message === '' ? String(error.code) : error.message}`;
}
