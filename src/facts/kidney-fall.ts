// Did the filtration rate fall much within a few months?

import { addMonths } from '../logic/calendar.ts';
import { finding, type Finding } from '../logic/finding.ts';
import { atLeastAbout } from '../logic/interval.ts';
import { say } from '../logic/message.ts';
import type { IndexedRecord } from '../fhir/indexed-record.ts';
import type { Reading } from '../fhir/reading.ts';
import { evidenceOf } from './latest.ts';
import type { Screening } from './screening.ts';

export type FallQuestion = {
  readonly laboratoryWindowDays: number;
  readonly fallFrom: number;
  readonly fallMonths: number;
};

/** Of one child at one height the rate goes with the inverse of creatinine; a reported rate is taken as it is. */
const rates: ReadonlyMap<string, (value: number) => number> = new Map([
  ['creatinine', (value: number) => 1 / value],
  ['eGFR-schwartz', (value: number) => value],
  ['eGFR-U25', (value: number) => value],
]);

type Rate = { readonly reading: Reading; readonly day: number; readonly rate: number };

/**
 * needs-investigator where the latest rate is lower by the share than the highest of the months before it, by creatinine or by
 * reported values of one equation; nothing otherwise.
 * @source clinical specification section 7, E3b (a fall of 30 % or more in 3 months)
 */
export function filtrationFalling(
  record: IndexedRecord,
  screening: Screening,
  question: FallQuestion,
): readonly Finding[] {
  return [...rates].flatMap(([name, rateOf]): readonly Finding[] => {
    const { date } = screening;
    const known = record.readings(name).flatMap((reading): readonly Rate[] => {
      const { when, amount, status, unreadable } = reading;
      const usable = status === 'valid' && unreadable === undefined && when !== undefined && when.to <= date;
      if (!usable || amount === undefined || amount.low !== amount.high || amount.low <= 0) return [];
      return [{ reading, day: when.to, rate: rateOf(amount.low) }];
    });
    const [last] = known;
    if (last === undefined || last.day < date - question.laboratoryWindowDays) return [];
    const since = addMonths(last.day, -question.fallMonths);
    const best = known
      .filter(({ day }) => day >= since && day < last.day)
      .reduce<Rate | undefined>((most, each) => (most === undefined || each.rate > most.rate ? each : most), undefined);
    if (best === undefined || !atLeastAbout(1 - last.rate / best.rate, question.fallFrom)) return [];
    const percent = Math.floor((1 - last.rate / best.rate) * 100 + 1e-6);
    const evidence = [evidenceOf(best.reading), evidenceOf(last.reading)];
    const turns = [{ on: last.day + question.laboratoryWindowDays + 1 }];
    return [
      finding('needs-investigator', say('nephritis.falling', { percent, months: question.fallMonths }), {
        evidence,
        turns,
      }),
    ];
  });
}
