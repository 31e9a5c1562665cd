// `store purge --before DATE | --older-than DAYS`: throws away what has been kept long enough.

import { parseArgs } from 'node:util';
import { parseDay } from '../../logic/calendar.ts';
import { purgeBefore, type Deleted } from '../../store/retention.ts';
import { UsageError } from '../usage-error.ts';
import { counted, nameOf, print, recordWork, withStore, type StoreContext } from './context.ts';
import { msPerDay } from '../../logic/gregorian.ts';

/** "2 cards, 1 entry of feedback, 0 snoozes, 3 used tokens". */
export const deletedInWords = ({ cards, feedback, snoozes, replay, screening }: Deleted): string =>
  [
    counted(cards, 'card', 'cards'),
    counted(feedback, 'entry of feedback', 'entries of feedback'),
    counted(snoozes, 'snooze', 'snoozes'),
    counted(replay, 'used token', 'used tokens'),
    counted(screening, 'row of screening', 'rows of screening'),
  ].join(', ');

/** Deletes what is older than the day began (UTC) and says how much that was; the audit trail stays. */
export async function runPurge(args: readonly string[], context: StoreContext): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { before: { type: 'string' }, 'older-than': { type: 'string' } },
  });
  const before = firstInstantKept(values.before, values['older-than'], context.now());
  const deleted = await withStore(context, async (store) => {
    const counts = await purgeBefore(store, before);
    await recordWork(store, context, 'store-purge', { before, ...counts });
    return counts;
  });
  await print(`purged from ${nameOf(context.config.store)}, all before ${before}: ${deletedInWords(deleted)}`);
  return 0;
}

/** A day to come is refused: snoozes that still hold would be lost. */
function firstInstantKept(before: string | undefined, olderThan: string | undefined, now: Date): string {
  if ((before === undefined) === (olderThan === undefined)) {
    throw new UsageError('store purge needs --before YYYY-MM-DD or --older-than DAYS');
  }
  const today = Math.floor(now.getTime() / msPerDay);
  const day = before === undefined ? daysBack(today, olderThan ?? '') : parseDay(before);
  if (day === undefined || day > today) {
    throw new UsageError('store purge: the time must be a date YYYY-MM-DD up to today, or a whole number of days');
  }
  return new Date(day * msPerDay).toISOString();
}

const daysBack = (today: number, text: string): number | undefined =>
  /^\d{1,5}$/.test(text) ? today - Number(text) : undefined;
