// `store verify-audit [--head ROW:HASH]`: can the audit trail still be trusted?

import { parseArgs } from 'node:util';
import { brokenAt } from '../../store/audit.ts';
import { UsageError } from '../usage-error.ts';
import { counted, nameOf, print, progress, withStore, type StoreContext } from './context.ts';

/**
 * Checks every row; exit code 1 if one was changed, added or removed. Who can write to the data base can also write a
 * whole new chain, so the head that is printed belongs on another machine: with --head the trail must still contain it.
 */
export async function runVerifyAudit(args: readonly string[], context: StoreContext): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { head: { type: 'string' } } });
  const { head } = values;
  if (head !== undefined && !/^\d+:[0-9a-f]{64}$/.test(head)) throw new UsageError('--head must be ROW:HASH');
  let last = '';
  let rows = 0;
  let found = head === undefined;
  const advance = progress('rows checked');
  const broken = await withStore(context, async (store) => {
    return await brokenAt(store, ({ seq, hash }) => {
      last = `${String(seq)}:${hash}`;
      rows += 1;
      found ||= last === head;
      advance();
    });
  });
  const name = `audit trail of ${nameOf(context.config.store)}`;
  if (broken !== undefined)
    await print(`${name} is broken at row ${String(broken)}; ${String(rows)} before it are sound`);
  else if (!found) await print(`${name} does not contain the head ${head ?? ''}: it was written anew or cut off`);
  else await print(`${name} is sound: ${counted(rows, 'row', 'rows')}${last === '' ? '' : `, head ${last}`}`);
  return broken === undefined && found ? 0 : 1;
}
