// How long does an instruction say that a dose is given ("for 28 days", "连用2周", "5/7", "for 3 doses")?

import { inDays } from './dosage-schedule.ts';
import { numeral } from './sig-numbers.ts';
import type { SigStep } from './sig-step.ts';

/** After a number of days: how often ("一日2次"), or when to come again ("1月后复诊"), not how long. */
const noDuration = '[后内]|[\\d一二两三四]*次';
const duration = new RegExp(
  String.raw`(?:\bfor|\bx|×|\*|连[用服续]|共|疗程|持续|服用|服|用|[,，] ?) ?(\d+|one|two|three|four|six|一|两|二|三|四|六) ?(days?|d\b|weeks?|wks?|w(?![a-z])|months?|mos?\b|天|日|个?周|星期|个?月)(?!${noDuration})`,
);
const bareDuration = new RegExp(`(?<![每隔周q\\d./])(\\d+|一|两|二|三|四|六)(天|周|星期|个月)(?!${noDuration})`);
/** "5/7", "2/52", "3/12": so many days, weeks, months, as British hands write it. */
const dayFraction = /(?:\bfor|\bx|×) ?(\d{1,2})\/(7|52|12)(?![\d/])/;
const daysInFraction = new Map<string | undefined, number>([
  ['7', 1],
  ['52', 7],
  ['12', 30],
]);

/** The days that a part of a plain text names. */
export function daysIn(part: string): number | undefined {
  const lasting = duration.exec(part) ?? bareDuration.exec(part);
  if (lasting !== null) return daysOf(lasting);
  const fraction = dayFraction.exec(part);
  return fraction === null ? undefined : Number(fraction[1]) * (daysInFraction.get(fraction[2]) ?? 1);
}

const doses = /(?:\bfor|\bx|×|\*|共) ?(\d{1,2}|one|two|three|four|six|一|两|三|四|六) ?(?:doses?\b|次(?![/每日]))/;

/** "Daily, for 3 doses", "每周一次，共4次": the days that so many doses take. */
export function daysOfDoses(part: string, schedule: SigStep['schedule']): number | undefined {
  const count = numeral(doses.exec(part)?.[1]);
  if (count === undefined || schedule === undefined) return undefined;
  if (schedule.kind === 'spread') return Math.ceil(count / schedule.perDay.low);
  return schedule.kind === 'cycle' ? (Math.ceil(count / schedule.times) - 1) * schedule.days + 1 : undefined;
}

const longUnits: readonly (readonly [RegExp, string])[] = [
  [/^(?:d|天|日)/, 'd'],
  [/^(?:w|个?周|星期)/, 'wk'],
  [/^(?:m|个?月)/, 'mo'],
];

/** The days of a length caught as its number and its unit. */
export function daysOf(match: RegExpExecArray): number | undefined {
  const count = numeral(match[1]);
  const ucum = longUnits.find(([pattern]) => pattern.test(match[2] ?? ''))?.[1];
  return count === undefined || ucum === undefined ? undefined : inDays(count, ucum);
}
