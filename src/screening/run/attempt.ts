// How does one attempt at a patient of a run end: for good, or to be tried again?

import { attemptFailed } from './ledger.ts';
import { screenItem, type ItemEnd, type Screener } from './screen-item.ts';

/**
 * Makes one attempt and notes in the ledger why it failed, if it did.
 * @param made attempts that were made before.
 * @param most attempts for one patient before she counts as failed.
 */
export async function attempt(
  screener: Screener,
  patient: string,
  made: number,
  most: number,
  signal: AbortSignal,
): Promise<'again' | Exclude<ItemEnd['end'], 'retry'>> {
  const isLast = made + 1 >= most;
  const end = await screenItem(screener, patient, signal, isLast);
  const isFinal = end.end !== 'retry' || isLast;
  if ('reason' in end) await attemptFailed(screener.store, screener.run, patient, end.reason, isFinal);
  if (end.end !== 'retry') return end.end;
  return isLast ? 'failed' : 'again';
}
