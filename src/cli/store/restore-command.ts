// `store restore FILE [--force]`: makes the store what it was when the backup was written.

import { parseArgs } from 'node:util';
import { restore } from '../../store/backup.ts';
import { UsageError } from '../usage-error.ts';
import { inWords } from './backup-command.ts';
import { nameOf, print, recordWork, tell, withStore, type StoreContext } from './context.ts';

/** Restores and says how many rows the store holds now; with --force also over a store that is not empty. */
export async function runRestore(args: readonly string[], context: StoreContext): Promise<number> {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { force: { type: 'boolean', default: false } },
  });
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) throw new UsageError('store restore needs one FILE');
  const { store: target } = context.config;
  tell(`restoring ${nameOf(target)} …`);
  const copied = await restore(file, target, values.force, context.environment);
  await withStore(context, async (store) => {
    await recordWork(store, context, 'store-restore', { bytes: copied.bytes });
  });
  await print(`${nameOf(target)} restored from ${file}: ${inWords(copied)}`);
  return 0;
}
