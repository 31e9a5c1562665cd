// When does an instruction say that it ends ("until 2026-02-10", "用至2月10日", "then stop", "4周后停药")?

import { parseDay, type Day } from '../../logic/calendar.ts';
import { daysOf } from './sig-duration.ts';
import { plainSig } from './sig-schedule.ts';

/** The last day, in both readings of a date such as 2/10/2026; how many days; or that it ends on a day nobody can tell. */
export type StatedEnd =
  { readonly on: { readonly from: Day; readonly to: Day } } | { readonly days: number } | { readonly unclear: true };

const fullDate = String.raw`(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})(?!\d)`;
const partialDate = String.raw`\d{1,2}月(?:\d{1,2}[日号]|底|初)|\d{1,2}\/\d{1,2}(?![\d/])|\d{1,2} ?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d`;
const weekday = String.raw`(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? )?`;
const until = String.raw`(?:\b(?:until|till?|through|thru|ending|ends?|stop(?:ped)?|discontinued?)(?: on)?:? |[至到]|截止)${weekday}`;
const endDate = new RegExp(`${until}(?:${fullDate})`);
const range = new RegExp(`(?:${fullDate}) ?(?:to|through|-|–|~|至|到) ?(?:${fullDate})`);
const vague = new RegExp(
  `${until}(?:${partialDate})|(?:${partialDate}) ?(?:to|through|-|–|~|至|到) ?(?:${partialDate})`,
);

const stops = /\b(?:stop(?:ped)?|discontinued?|cease)\b|停[用服药止]|[后已]停/;
const mustNotStop =
  /\buntil (?:further notice|discontinued|stopped|d\/c['’]?d)\b|(?:\bnot\b|n't\b|\bnever\b|\bavoid\b|\bwithout\b|勿|不[可要得能应宜]|禁止|避免|擅自|自行|突然)[^,;.，。；]{0,14}(?:stop|discontinu|cease|停)|\b(?:stop|discontinue)(?:ping|ed)? (?:if|for|when|smoking|and (?:call|see))/g;
const stopsAfter = /(\d+|[一两二三四六])(天|日|个?周|星期|个?月)[之以]?后(?:停|再停)/;
const lasts = /\d ?(?:days?|d\b|weeks?|wks?|months?|天|日|周|星期|个?月)/;
const amount = /\d ?(?:mg|g|mcg|ml|毫克|克|片|粒|tab|cap)/;

/** Most instructions speak of no end. */
const perhaps = /\bbis\b|till?\b|thr(?:ough|u)|end|to|discontinue|cease|[-–~～至到停截]/i;

/** What the words say of the end; undefined if nothing, or if they go on with another dose. */
export function endInWords(text: string): StatedEnd | undefined {
  if (!perhaps.test(text)) return undefined;
  const plain = plainSig(text);
  const dated = range.exec(plain) ?? endDate.exec(plain);
  if (dated !== null) return goesOn(plain, dated) ? undefined : dayOf(dated);
  const vaguely = vague.exec(plain);
  if (vaguely !== null) return goesOn(plain, vaguely) ? undefined : { unclear: true };
  const after = stopsAfter.exec(plain);
  const days = after === null ? undefined : daysOf(after);
  if (days !== undefined) return { days };
  const rest = plain.replaceAll(mustNotStop, ' ');
  return stops.test(rest) && !lasts.test(rest) ? { unclear: true } : undefined;
}

/** True if another dose follows. */
const goesOn = (plain: string, { index, 0: words }: RegExpExecArray): boolean =>
  amount.test(plain.slice(index + words.length));

/** The last of the dates caught, in groups of six: year, month, day, or month, day, year, which may be day, month, year. */
function dayOf(caught: readonly (string | undefined)[]): StatedEnd {
  const [year, month, day, first, second, short] = caught.slice(-6);
  if (year !== undefined) return lastDay([dayIn(year, month, day)]);
  const full = short?.length === 2 ? `20${short}` : short;
  return lastDay([dayIn(full, first, second), dayIn(full, second, first)]);
}

const dayIn = (year: string | undefined, month: string | undefined, day: string | undefined): Day | undefined =>
  parseDay(`${year ?? ''}-${(month ?? '').padStart(2, '0')}-${(day ?? '').padStart(2, '0')}`);

function lastDay(readings: readonly (Day | undefined)[]): StatedEnd {
  const days = readings.filter((each) => each !== undefined);
  return days.length === 0 ? { unclear: true } : { on: { from: Math.min(...days), to: Math.max(...days) } };
}
