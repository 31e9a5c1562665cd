// Did the filtration rate fall much within a few months?

import { addMonths } from '../../logic/calendar.ts';
import { finding, type Finding } from '../../logic/finding.ts';
import { atLeastAbout } from '../../logic/interval.ts';
import { say } from '../../logic/message.ts';
import type { MeasurementName } from '../../terminology/measurements.ts';
import type { IndexedRecord } from '../../fhir/indexed-record.ts';
import type { Reading } from '../../fhir/reading.ts';
import { evidenceOf } from '../results/latest.ts';
import type { Screening } from '../screening.ts';

export type FallQuestion = {
  readonly laboratoryWindowDays: number;
  readonly fallFrom: number;
  readonly fallMonths: number;
};

/** Of one child at one height the rate goes with the inverse of creatinine; a reported rate is taken as it is. */
const rates: readonly (readonly [MeasurementName, (value: number) => number])[] = [
  ['creatinine', (value) => 1 / value],
  ['eGFR-schwartz', (value) => value],
  ['eGFR-U25', (value) => value],
];

type Rate = { readonly reading: Reading; readonly day: number; readonly rate: number };

/**
 * needs-investigator where the latest rate is lower by the share than the highest of the months before it, by creatinine or by
 * reported values of one equation; nothing otherwise.
 * @source clinical specification section 7, E3b (a fall of 30 % or more in 3 months)
 */
export function filtrationFalling(
  record: IndexedRecord,
  { date }: Screening,
  { laboratoryWindowDays, fallFrom, fallMonths }: FallQuestion,
): readonly Finding[] {
  const falls: Finding[] = [];
  for (const [name, rateOf] of rates) {
    let last: Rate | undefined;
    let best: Rate | undefined;
    let since = -Infinity;
    // Newest first.
    for (const reading of record.readings(name)) {
      const each = rateIn(reading, date, rateOf);
      if (each === undefined) continue;
      if (last === undefined) {
        if (each.day < date - laboratoryWindowDays) break;
        last = each;
        since = addMonths(last.day, -fallMonths);
      } else if (each.day >= since && each.day < last.day && (best === undefined || each.rate > best.rate)) best = each;
    }
    if (last === undefined || best === undefined || !atLeastAbout(1 - last.rate / best.rate, fallFrom)) continue;
    const percent = Math.floor((1 - last.rate / best.rate) * 100 + 1e-6);
    const evidence = [evidenceOf(best.reading), evidenceOf(last.reading)];
    const turns = [{ on: last.day + laboratoryWindowDays + 1 }];
    const reason = say('nephritis.falling', { percent, months: fallMonths });
    falls.push(finding('needs-investigator', reason, { evidence, turns }));
  }
  return falls;
}

/** The rate that one valid result up to a day stands for, known to a point. */
function rateIn(reading: Reading, until: number, rateOf: (value: number) => number): Rate | undefined {
  const { when, amount, status, unreadable } = reading;
  if (status !== 'valid' || unreadable !== undefined || when === undefined || when.to > until) return undefined;
  if (amount === undefined || amount.low !== amount.high || amount.low <= 0) return undefined;
  return { reading, day: when.to, rate: rateOf(amount.low) };
}
