// What dose does a written instruction give ("take 60 mg daily for 28 days then 50 mg", "每次4片 每日2次")?

import type { Interval } from '../../logic/interval.ts';
import { daily } from './dosage-schedule.ts';
import { amountOf } from './dosage-amount.ts';
import { readUnit, type Amount } from './dosage-unit.ts';
import { multiplied, numeral } from './sig-numbers.ts';
import { deniesDose, speaksOfNeed, isNeededBesides, isUnread } from './sig-unread.ts';
import { plainSig, sigPauses, sigSchedule } from './sig-schedule.ts';
import { daysIn, daysOfDoses } from './sig-duration.ts';
import type { SigStep } from './sig-step.ts';
import { addedUp, isOneDose, onOneDay, totalOf, withoutSameDay } from './sig-sum.ts';

const nextStep =
  /[;；。]|,? ?(?:and )?\bthen\b|followed by|thereafter|(?:reduced?|decreased?|taper(?:ed)?) to|[,，]?(?:然后|之后|以后|随后|后)?(?:减[至为到]|改[为成])|[,，]?(?:然后|随后|(?:之|此)后(?=\d|每))|(?<=[天日周月])后(?=\d)|→|[-=]>|(?<=(?:天|日|周|月|days?|weeks?|wks?|months?|\d ?d|\d ?w))[,，、] ?(?=\d+(?:\.\d+)? ?(?:mg|毫克|片|tab))/;

const number = String.raw`(\d+(?:\.\d+)?|\d+ ?\/ ?\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|half|半|十二|一|两|二|三|四|五|六|七|八|九|十)`;
const unit = String.raw`((?:mg|milligrams?|mcg|ug|g|grams?|ml|tablets?|tabs?|capsules?|caps?|pills?)(?![a-z])|毫克|微克|克|毫升|片|粒|颗|支|#)(?:\/(kg|m2|公斤|㎡))?(?:[\/.·](d|day|日|天|dose|次|h|hr|小时)(?![a-z]))?`;
const amountPattern = new RegExp(
  `(?<!\\d|\\d[.,/]|[一二两三四五六七八九十百](?=[一二两三四五六七八九十半]))${number}(?: ?(?:-|–|~|to|至|到) ?${number})?(?: ?\\(?(?:and|又) ?(?:a |1\\/2 )?half\\)?)? ?${unit}`,
  'g',
);
const strengthPattern = new RegExp(
  String.raw`(\d+(?:\.\d+)?) ?(mg|g|mcg|ug|毫克|克)(?: ?\/ ?(\d+(?:\.\d+)?)? ?(片|粒|支|颗|tablet|tab|capsule|cap|ml|毫升)| ?[×x*] ?\d+ ?(?:片|粒|支)| (?:oral )?(?:tablet|capsule|tab|cap|片)s?\b)`,
);
/** A dose that may not be exceeded is no dose. */
const speaksOfCeiling = /max|exceed|more than|up to|最大|不超过|最多/;
const ceiling =
  /[(,;，]? ?(?:\bmax(?:imum)?\.?(?: of| dose)?:?|\b(?:do )?not (?:to )?exceed(?:ing)?|\b(?:no|not) more than|\bup to|最大(?:剂量|量)?:?|不超过|最多) ?\d+(?:\.\d+)? ?(?:mg|g|tabs?|tablets?|毫克|克|片)(?:\/(?:kg|m2|公斤))?\)?/g;
const rises = /\bup to\b/;
const divided = /\bdivided|in \d divided|\bsplit\b|分[\d一二两三四]?次|分[早中午晚、和]*服|平分/;
const wholeDay = /每[日天](?:总量|剂量|用量)?:?(?=\d+(?:\.\d+)?(?:mg|g|mcg|毫克|克|片|粒))|daily dose|total daily/;
const timeOfDay =
  /早晨?|晨|中午?|午|晚上?|睡前|\bq?[ap]m\b|\bq?hs\b|morning|noon|afternoon|evening|night|bedtime|(?<!(?:morning|am|noon|afternoon|evening|pm|night),? (?:with|before|after) )(?:breakfast|lunch|dinner|supper)/g;

/** Splits an instruction into its steps and reads each; a step without its own rhythm keeps the one before it. */
export function readSig(text: string): readonly SigStep[] {
  const parts = plainSig(text.replaceAll(/[\r\n]/g, ';'))
    .split(nextStep)
    .map((each) => each.trim())
    .filter((each) => each !== '');
  const steps: SigStep[] = [];
  for (const part of onOneDay(parts, (each) => daysIn(each) !== undefined)) {
    const step = addedUp(part, readPart);
    const before = steps.at(-1);
    const sameStep = before !== undefined && !before.unread && !step.unread;
    if (sameStep && (step.amounts.length === 0 || before.amounts.length === 0))
      steps[steps.length - 1] = joined(before, step);
    else
      steps.push({
        ...step,
        schedule: step.schedule ?? (step.unread ? undefined : before?.schedule),
        strength: step.strength ?? before?.strength,
      });
  }
  return steps;
}

/** Two parts of which only one names an amount are one step ("40 mg by mouth; twice daily"). */
const joined = (a: SigStep, b: SigStep): SigStep => ({
  amounts: a.amounts.length > 0 ? a.amounts : b.amounts,
  strength: a.strength ?? b.strength,
  schedule: a.schedule ?? b.schedule,
  days: a.days ?? b.days,
  asNeeded: a.asNeeded || b.asNeeded,
  ceiling: a.ceiling ?? b.ceiling,
  unread: false,
  denies: a.denies || b.denies,
});

function readPart(written: string): SigStep {
  const part = multiplied(written);
  const named = strengthPattern.exec(part);
  const limits = speaksOfCeiling.test(part) ? [...part.matchAll(ceiling)].map(([words]) => words) : [];
  const rest = [...(named === null ? [] : [named[0]]), ...limits].reduce(
    (left, words) => left.replace(words, ' '),
    part,
  );
  const found = amountsIn(rest);
  const needed = speaksOfNeed(part);
  const unread = isUnread(part, found.length > 0) || (needed && (isNeededBesides(rest) || !isOneDose(found)));
  const most = limits.flatMap(amountsIn).find((each) => each.of === 'milligrams' && each.per === undefined)?.value.low;
  const amounts = unread ? [] : perDay(rises.test(part) ? found.map((each) => upTo(each, most)) : found, rest);
  const lasting = daysIn(part);
  const atTimes = sigPauses(rest, lasting);
  const schedule = unread || atTimes ? undefined : sigSchedule(rest);
  const days = lasting ?? daysOfDoses(part, schedule);
  const wholeDays = amounts.some((each) => each.every === 'day');
  // A day's dose that is not taken every day.
  const pausing = atTimes && wholeDays;
  return {
    amounts: pausing ? [] : withoutSameDay(amounts, schedule),
    strength: strengthOf(named),
    schedule: schedule ?? (wholeDays && !unread && !atTimes ? daily(1) : undefined),
    days: atTimes ? undefined : days,
    asNeeded: needed && !unread,
    ceiling: most,
    unread: unread || pausing,
    denies: deniesDose(part),
  };
}

/** "10 mg daily, up to 50 mg": anything between. */
const upTo = (amount: Amount, most = 0): Amount =>
  amount.of === 'milligrams' && amount.per === undefined
    ? { ...amount, value: { low: amount.value.low, high: Math.max(amount.value.high, most) } }
    : amount;

/** "30 mg am, 20 mg pm" is one day's 50 mg, and so are as many pieces; "每日40mg" and "40 mg daily divided bid" are a whole day's dose. */
function perDay(amounts: readonly Amount[], part: string): readonly Amount[] {
  const marks = part.match(timeOfDay)?.length ?? 0;
  const kinds = [...Map.groupBy(amounts, ({ of, per }) => `${of} ${per ?? ''}`).values()];
  const oneAtEach = marks > 1 && kinds.length > 0 && kinds.every((each) => each.length === marks);
  if (oneAtEach && amounts.every(({ every }) => every === 'dose')) return kinds.flatMap(sumOfDay);
  const whole = divided.test(part) || wholeDay.test(part);
  return whole ? amounts.map((each): Amount => ({ ...each, every: 'day' })) : amounts;
}

const sumOfDay = (amounts: readonly Amount[]): readonly Amount[] =>
  amounts.slice(0, 1).map((each): Amount => ({ ...each, every: 'day', value: totalOf(amounts) }));

function amountsIn(part: string): readonly Amount[] {
  const found: Amount[] = [];
  for (const match of part.matchAll(amountPattern)) {
    const [, low, high, kind = '', per, time] = match;
    const of = readUnit([kind, per, time].filter((each) => each !== undefined).join('/'));
    const value = intervalOf(low, high, /half/.test(match[0]) && low !== 'half');
    if (of !== undefined && value !== undefined) found.push(amountOf(value, of));
  }
  return found;
}

function intervalOf(low: string | undefined, high: string | undefined, andHalf: boolean): Interval | undefined {
  const [from, to] = [fraction(low), fraction(high)];
  if (from === undefined) return undefined;
  const more = andHalf ? 0.5 : 0;
  return { low: Math.min(from, to ?? from) + more, high: Math.max(from, to ?? from) + more };
}

function fraction(text: string | undefined): number | undefined {
  if (text === 'half' || text === '半') return 0.5;
  const [above, below] = text?.split('/') ?? [];
  if (below === undefined) return numeral(above);
  const [top, bottom] = [numeral(above) ?? Infinity, numeral(below) ?? Infinity];
  // "40/20 mg" are two doses.
  return top < bottom && bottom <= 4 ? top / bottom : undefined;
}

function strengthOf(match: RegExpExecArray | null): SigStep['strength'] {
  if (match === null) return undefined;
  const [mass, value] = [readUnit(match[2] ?? ''), numeral(match[1])];
  if (mass === undefined || value === undefined) return undefined;
  const pieces = numeral(match[3]) ?? 1;
  const per = match[4] === 'ml' || match[4] === '毫升' ? 'mL' : 'piece';
  return { milligrams: (value * mass.factor) / pieces, per };
}
