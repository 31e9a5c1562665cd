// `store backup FILE`: copies the whole store to a new file; the service may go on running.

import { parseArgs } from 'node:util';
import { backup, type Copied } from '../../store/backup.ts';
import { openAsItIs } from '../../store/store.ts';
import { UsageError } from '../usage-error.ts';
import { counted, nameOf, print, recordWork, tell, type StoreContext } from './context.ts';

/** "12 rows (audit 10, cards 2), 40960 bytes". */
export function inWords({ rows, bytes }: Copied): string {
  const filled = Object.entries(rows).filter(([table, count]) => count > 0 && table !== 'audit_head');
  const sum = filled.reduce((total, [, count]) => total + count, 0);
  const tables = filled.map(([table, count]) => `${table} ${String(count)}`).join(', ');
  return `${counted(sum, 'row', 'rows')}${tables === '' ? '' : ` (${tables})`}, ${counted(bytes, 'byte', 'bytes')}`;
}

/** Writes the backup and says how many rows it holds. */
export async function runBackup(args: readonly string[], context: StoreContext): Promise<number> {
  const { positionals } = parseArgs({ args: [...args], allowPositionals: true, options: {} });
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) throw new UsageError('store backup needs one FILE');
  const { store: target } = context.config;
  tell(`copying ${nameOf(target)} …`);
  const copied = await backup(target, file, context.environment);
  const store = openAsItIs(target);
  try {
    await recordWork(store, context, 'store-backup', { bytes: copied.bytes });
  } finally {
    await store.close();
  }
  await print(`backup of ${nameOf(target)} in ${file}: ${inWords(copied)}`);
  return 0;
}
