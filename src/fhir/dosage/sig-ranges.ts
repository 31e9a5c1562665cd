// How often a day is a dose given where an instruction leaves it open ("2 to 3 times daily", "qd-bid", "每日2-3次", "q4-6h")?

import { exactly, hull, type Interval } from '../../logic/interval.ts';
import { numeral } from './sig-numbers.ts';

const count = '(\\d{1,2}|once|one|twice|two|three|four|five|six|[一二两三四五六])';
const to = ' ?(?:-|–|~|to|or|至|到|或) ?';
const code = '(q\\.?d|b\\.?i\\.?d|t\\.?i\\.?d|q\\.?i\\.?d|daily)';

const times = new RegExp(
  [
    `\\b${count}${to}${count} ?(?:times|x)? ?(?:a|per|\\/|every|each)? ?(?:day|daily)\\b`,
    `(?:每[日天]|(?<!\\d)[一1][日天]|(?<![隔\\d两二三四五六七八十])日)${count}${to}${count}次`,
    `${count}${to}${count}次(?:\\/|每)(?:[日天]|d\\b)`,
  ].join('|'),
);
const codes = new RegExp(`\\b${code}${to}${code}\\b`);
const hours = new RegExp(`(?:\\bq ?|\\bevery |每隔?)${count}${to}${count} ?(?:h|hrs?|hours?|hourly|个?小时)(?![a-z])`);
const perDayOf = new Map([
  ['qd', 1],
  ['daily', 1],
  ['bid', 2],
  ['tid', 3],
  ['qid', 4],
]);

const between = ([a, b]: readonly (number | undefined)[]): Interval | undefined =>
  a === undefined || b === undefined ? undefined : hull(exactly(a), exactly(b));

/** Doses a day, from the fewest to the most, of a plain text that names two numbers; undefined if it names none or one. */
export function openRhythm(plain: string): Interval | undefined {
  const numbers = times
    .exec(plain)
    ?.slice(1)
    .filter((each) => each !== undefined);
  if (numbers !== undefined) return between(numbers.map(numeral));
  const named = codes.exec(plain)?.slice(1);
  if (named !== undefined) return between(named.map((each) => perDayOf.get(each.replaceAll('.', ''))));
  const apart = hours.exec(plain)?.slice(1).map(numeral);
  return apart === undefined ? undefined : between(apart.map((each) => (each === undefined ? undefined : 24 / each)));
}
