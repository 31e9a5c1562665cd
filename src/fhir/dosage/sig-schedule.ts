// How often is a dose to be given, said in words ("bid", "every 8 hours", "每日两次", "隔日一次")?

import { daily, type Schedule } from './dosage-schedule.ts';
import { numeral, plainNumbers, withoutVulgarFractions } from './sig-numbers.ts';
import { inEnglish } from './sig-german.ts';
import { daySchemes } from './sig-day-scheme.ts';
import { withoutFollowUp } from './sig-follow-up.ts';
import { withoutDiluent } from './sig-diluent.ts';
import { leavesDaysOut } from './sig-days-off.ts';
import { partsOfDay, unitsRepeated } from './sig-parts-of-day.ts';
import { openRhythm } from './sig-ranges.ts';
import { withoutSupply } from './sig-supply.ts';
import { isBareList, weekdaysIn } from './sig-weekdays.ts';

/** What a pattern means; `count` is the number that it caught, if it catches one. */
type Rule = readonly [pattern: RegExp, schedule: (count: number) => Schedule];

const cycle = (days: number, times = 1): Schedule => ({ kind: 'cycle', days, times });
const every = (days: number): Schedule => (days <= 2 ? daily(1 / days) : cycle(days));

/** So many digits are no dose, and to look through them takes long. */
const noNumber = /\d{12,}/g;

/**
 * A text as the patterns of this folder expect it: narrow characters, lower case, plain numbers, no blanks beside Chinese
 * characters, and nothing of visits, tests, fluids and supplies.
 */
export const plainSig = (text: string): string =>
  [withoutFollowUp, withoutDiluent, withoutSupply, unitsRepeated, daySchemes].reduce(
    (left, step) => step(left),
    plainNumbers(
      inEnglish(
        withoutVulgarFractions(text.replaceAll(noNumber, '?')).normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' '),
      )
        .replaceAll(/ ?([\u4e00-\u9fff]) ?/g, '$1')
        .replaceAll(/(?<=[a-z克片]) ?\/ ?(?=(?:kg|m2|d|day|dose)(?![a-z]))/g, '/')
        .replaceAll(/每(?:公斤|千克|kg)(?:体重)?(\d+(?:\.\d+)?(?:mg|毫克))/g, '$1/kg')
        .replaceAll('/千克', '/kg')
        .replaceAll(/(?<=\d ?(?:mg|ml|g|ug|mcg))(?=(?:qd|bid|tid|qid|qod|qn|q\d{1,2}h|po|iv)(?![a-z]))/g, ' ')
        .replaceAll(/\/ ?\((kg|m2) ?[.·・*] ?(d|h)\)|[.·・]? ?(kg|m2) ?[-–—−]1 ?[.·・]? ?(d|h) ?[-–—−]1/g, '/$1$3/$2$4')
        .trim(),
    ),
  );

const several = String.raw`(?<![每隔\d.])([2-9]|\d{2}|两|二|三|四|五|六|七|八|十)`;
const n = String.raw`(\d+(?:\.\d+)?|one|two|three|four|five|six|eight|ten|twelve|十二|一|两|二|三|四|五|六|八|十)`;

// Order matters: the rarer reading is tried first, so that "every other day" is never read as "every day".
const rules: readonly Rule[] = [
  // Before each meal and at bedtime.
  [/\b[ap]c ?(?:&|and|\+|\/) ?q?hs\b/, () => daily(4)],
  [
    /\bq\.?o\.?d\b|(?:every|\bq) (?:other|second|2nd) day|alternate (?:days?|mornings?)|alternating days|隔[一1]?[日天]/,
    () => daily(0.5),
  ],
  [
    new RegExp(`每隔?${n}[日天]|every ${n} days|\\bq ?${n} ?d(?:ays?)?\\b|${several}[日天][一1]次`),
    (days) => every(days),
  ],
  [/\bq ?(4|6|8|12|24)\b(?! ?[a-z\u4e00-\u9fff])/, (hours) => every(hours / 24)],
  [new RegExp(`(?:\\bq|every ) ?${n} ?(?:h|hrs?|hours?|hourly)\\b`), (hours) => every(hours / 24)],
  [new RegExp(`每隔?${n}个?小时`), (hours) => every(hours / 24)],
  [
    new RegExp(
      `(?:\\bq ?|every )${n} ?(?:w|wks?|weeks?)\\b|每${n}(?:周|星期)|[一1]次\\/${n}(?:周|星期)|${several}(?:周|星期)[一1]次`,
    ),
    (weeks) => cycle(weeks * 7),
  ],
  [new RegExp(`(?:\\bq ?|every )${n} ?(?:mo|months?)\\b|每${n}个?月`), (months) => cycle(months * 30)],
  [new RegExp(`(?:^|[^\\d每])[一1](?:周|星期)${n}次`), (times) => (times >= 7 ? daily(times / 7) : cycle(7, times))],
  [new RegExp(`(?:^|[^\\d每])[一1]个?月${n}次`), (times) => cycle(30, times)],
  [/twice (?:a |per )?week(?:ly)?|twice weekly|\bbiw\b/, () => cycle(7, 2)],
  [/(?:three times|thrice) (?:a |per )?week(?:ly)?|\btiw\b/, () => cycle(7, 3)],
  [
    new RegExp(`每(?:周|星期)${n}次|${n}次[\\/每](?:周|星期)|${n} ?(?:times|x) ?(?:a|per|every|each|\\/) ?(?:week|wk)`),
    (times) => (times >= 7 ? daily(times / 7) : cycle(7, times)),
  ],
  [new RegExp(`${n}次[\\/每]个?月`), (times) => cycle(30, times)],
  [/\bq\.?w\b|\bqwk\b|weekly|once (?:a|per|every) week|(?:every|each) week(?![a-z])|每周|每星期/, () => cycle(7)],
  [/fortnightly|every other week|隔周/, () => cycle(14)],
  [/monthly|once (?:a|per|every) month|(?:every|each) month\b|每月|每个月/, () => cycle(30)],
  [
    new RegExp(
      `(?:每[日天]|(?<!\\d)[一1][日天]|(?<![隔\\d两二三四五六七八十])日)${n}次|(?<!m)${n}次?\\/(?:[日天]|d\\b|day\\b)|${n}次每[日天]`,
    ),
    daily,
  ],
  [new RegExp(`${n} ?(?:times|x) ?(?:a|per|/|every|each)? ?(?:day|daily|d)\\b`), daily],
  [/\bq\.?i\.?d\b|\bqds\b|four times (?:a |per )?day/, () => daily(4)],
  [/\bt\.?i\.?d\b|\btds\b|thrice (?:a |per )?da(?:y|ily)/, () => daily(3)],
  [/\bb\.?i?\.?d\b|twice (?:a |per |every )?da(?:y|ily)/, () => daily(2)],
  [
    /\bq\.?d\b|\bq(?:24h|n)\b|\bq ?(?:am|pm|hs|day)\b|\bo\.?[dm]\b|\bhs\b|\bmane\b|\bnocte\b|\bdaily\b|(?:every|each|per|a) (?:day|morning|evening|night|am|pm)\b|nightly/,
    () => daily(1),
  ],
  [
    /(?:in the|at) (?:morning|noon|midday|lunch|afternoon|evening|bedtime|night|breakfast)|with (?:breakfast|lunch|dinner|supper)|in the [ap]m\b|(?<![\d次] ?)\/ ?(?:d|day)\b/,
    () => daily(1),
  ],
  // "qm" is every morning or every month: what is swallowed is taken every morning.
  [
    /(?:口服|晨|早|片|粒|\bpo\b|\btab|\bcap).*\bq\.?m\b|\bq\.?m\b.*(?:口服|晨|早|片|粒|\bpo\b|\btab|\bcap)/,
    () => daily(1),
  ],
  [
    /每[日天]|每[早晨晚]|[晨早]起?顿?服|顿服|晨起|早餐[前后]|早(?=[\d一二两三四五六七八九十半])|睡前|(?<![\d次] ?)\/[日天]|qd(?![a-z])/,
    () => daily(1),
  ],
  [/\bstat\b|\bonce\b|single dose|one dose|立即|即刻|单次|一次性/, () => ({ kind: 'once' })],
];

const stronglyDaily = /\bq\.?d\b|\b[bt]\.?i\.?d\b|\bdaily\b|每[日天]|qd(?![a-z])/;
const notDaily = /\b(?:not|never)[^,;.]{0,20} (?:daily|every day)|(?:不|勿|非)[^,;，。]{0,4}每[日天]/g;

/** Days on which nothing is given, so that the rhythm holds on the others only: "except Sunday", "3 weeks on, 1 week off". */
const interrupted =
  /\b(?:except|weekdays?|weekends?)\b|(?<!\b(?:not|never|don't|you) )\b(?:skip|omit)\b|\b(?:each|every|\d+[- ]day) cycle\b|隔[2-9两二三四五六七八][日天]|\bmon(?:days?)?\.? ?(?:-|–|to|through|thru) ?(?:fri|sat|thu|wed)|\bweeks? off\b|\bdays? off\b|周[一二三四五六][至到-]周?[一二三四五六日]|停[\d一二两三四五六七][天日周]|[每一](?:周|星期)[\d一二两三四五六](?:天|日)/;

/** True if a rhythm holds on some days only: it pauses, or is both daily and rarer ("qd for 3 days, monthly"). */
const pauses = (plain: string, rhythm: Schedule | undefined): boolean =>
  interrupted.test(plain) ||
  leavesDaysOut(plain) ||
  (rhythm?.kind === 'cycle' && rhythm.times === 1 && stronglyDaily.test(plain.replaceAll(notDaily, ' ')));

/** The same of a text, for so many days at a time ("for 3 days each month"). */
export function sigPauses(text: string, days: number | undefined): boolean {
  const plain = plainSig(text);
  const rhythm = rhythmOf(plain);
  const within = rhythm?.kind === 'cycle' && days !== undefined && days > 1 && days < rhythm.days;
  return within || pauses(plain, rhythm);
}

/**
 * The schedule that a text states; undefined if it states none or one that pauses. Clock times ("0900, 2100") count as so many
 * a day.
 */
export function sigSchedule(text: string): Schedule | undefined {
  const plain = plainSig(text);
  const rhythm = rhythmOf(plain);
  if (pauses(plain, rhythm)) return undefined;
  const perDay = rhythm?.kind === 'spread' ? rhythm.perDay.low : 0;
  const weekdays = weekdaysIn(plain);
  // One weekday beside "daily" is when to come again.
  if (weekdays === undefined || (weekdays.length === 1 && perDay > 0)) return rhythm;
  if (perDay > 0 && isBareList(plain)) return undefined;
  return { kind: 'weekdays', weekdays, times: Math.max(1, perDay) };
}

/** "Every morning and evening" is twice a day; "once daily in the morning and evening" may be either. */
function rhythmOf(plain: string): Schedule | undefined {
  const open = openRhythm(plain);
  if (open !== undefined) return { kind: 'spread', perDay: open, averaged: false };
  const rhythm = ruledRhythm(plain);
  const once = rhythm === undefined || (rhythm.kind === 'spread' && rhythm.perDay.low === 1);
  const times = once ? partsOfDay(plain) : 1;
  if (times === 1) return rhythm;
  return saysOnce.test(plain) ? { kind: 'spread', perDay: { low: 1, high: times }, averaged: false } : daily(times);
}

const saysOnce = /\bq\.?d\b|\bdaily\b|\bonce\b|qd(?![a-z])|(?<![\d.各])[一1]次(?![\d半一二两三四五六七八九十])/;

function ruledRhythm(plain: string): Schedule | undefined {
  for (const [pattern, schedule] of rules) {
    const match = pattern.exec(plain);
    if (match === null) continue;
    const caught = match.slice(1).find((each) => each !== undefined);
    const count = caught === undefined ? 1 : numeral(caught);
    return count === undefined ? undefined : schedule(count);
  }
  return /^(?:[01]?\d|2[0-3]):?[0-5]\d(?:\s*[,;/&和、]\s*(?:[01]?\d|2[0-3]):?[0-5]\d)*$/.test(plain)
    ? daily(plain.split(/[,;/&和、]/).length)
    : undefined;
}
