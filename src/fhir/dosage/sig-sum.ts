// Which doses of one day does an instruction add up, each with a rhythm of its own ("10mg tid+10mg qn", "30mg qd，10mg qn")?

import { isAbout, type Interval } from '../../logic/interval.ts';
import { daily } from './dosage-schedule.ts';
import type { Amount } from './dosage-unit.ts';
import type { SigStep } from './sig-step.ts';

/** Between two doses: a plus adds them whatever they are, a comma or a conjunction may also lead to the next dose of a taper. */
const between = / ?(?:[+,，、&]|和|及|再?加|\band\b|\bplus\b) ?/;
const adding = /\+|加|\bplus\b/;
const partOfDay =
  /\bq?[ap]\.?m\b|q\.?[nm](?![a-z])|\bq?hs\b|\bmane\b|\bnocte\b|早|晨|午|晚|睡前|morning|noon|evening|night|bedtime|breakfast|lunch|dinner|supper/;

/** A part of an instruction as `read` reads it, or, where each of several doses has a rhythm of its own, what they come to in a day. */
export function addedUp(part: string, read: (part: string) => SigStep): SigStep {
  const whole = read(part);
  if (whole.unread || whole.asNeeded || !between.test(part)) return whole;
  const parts = part.split(between).filter((each) => each !== '');
  const steps = parts.map(read);
  if (steps.length < 2) return whole;
  if (!steps.every(isDose)) return isLeftApart(part, whole, steps) ? unclear(whole) : whole;
  const added = adding.test(part) || parts.slice(1).every((each) => partOfDay.test(each));
  const sum = added ? sumOf(steps.map(dayOf)) : undefined;
  return sum === undefined ? unclear(whole) : { ...whole, amounts: sum, schedule: daily(1) };
}

const unclear = (step: SigStep): SigStep => ({ ...step, amounts: [], schedule: undefined, unread: true });

/** "20 mg am + 20 mg supper": doses with a plus between them of which nothing tells what they come to. */
const isLeftApart = (part: string, whole: SigStep, parts: readonly SigStep[]): boolean =>
  adding.test(part) && whole.amounts.length > 1 && parts.every((each) => each.amounts.length > 0);

/** One amount, or one said in pieces and in mass. */
export const isOneDose = (amounts: readonly Amount[]): boolean =>
  new Set(amounts.map(({ of }) => of)).size === amounts.length;

/** What amounts counted in one way come to together. */
export function totalOf(amounts: readonly Amount[]): Interval {
  const total = (end: 'low' | 'high'): number => amounts.reduce((sum, { value }) => sum + value[end], 0);
  return { low: total('low'), high: total('high') };
}

/** Whether a step is a dose with a rhythm. */
const isDose = ({ amounts, schedule, asNeeded }: SigStep): boolean =>
  amounts.length > 0 && schedule !== undefined && !asNeeded;

/**
 * What a dose comes to in a day, in pieces and in mass where it says both ("2 tablets (40 mg)"); undefined if it is not taken every day,
 * or ends.
 */
function dayOf({ amounts, schedule, days }: SigStep): readonly Amount[] | undefined {
  if (schedule?.kind !== 'spread' || schedule.averaged) return undefined;
  if (!isOneDose(amounts) || days !== undefined || amounts.some(({ every }) => every === 'hour')) return undefined;
  const { low, high } = schedule.perDay;
  return amounts.map((amount) =>
    amount.every === 'day'
      ? amount
      : { ...amount, every: 'day', value: { low: amount.value.low * low, high: amount.value.high * high } },
  );
}

/** Undefined if one of them is not known, or if they are counted in different ways. */
function sumOf(doses: readonly (readonly Amount[] | undefined)[]): readonly Amount[] | undefined {
  const known = doses.filter((each) => each !== undefined);
  const [first] = known;
  const ways = new Set(
    known.map((amounts) =>
      amounts
        .map(({ of, per }) => [of, per].join())
        .sort()
        .join(),
    ),
  );
  if (first === undefined || known.length < doses.length || ways.size > 1) return undefined;
  return first.map((amount) => {
    const same = known.flatMap((each) => each.find(({ of }) => of === amount.of) ?? []);
    return { ...amount, value: totalOf(same) };
  });
}

/** "20 mg bid (40 mg/day)" says the day's dose a second time; where both do not agree, both stay. */
export function withoutSameDay(amounts: readonly Amount[], schedule: SigStep['schedule']): readonly Amount[] {
  const [dose, day] = amounts;
  if (dose === undefined || day === undefined || amounts.length > 2 || schedule?.kind !== 'spread') return amounts;
  const same = dose.of === day.of && dose.per === day.per && dose.every === 'dose' && day.every === 'day';
  const { low, high } = schedule.perDay;
  const agree = isAbout(dose.value.low * low, day.value.low) && isAbout(dose.value.high * high, day.value.high);
  return same && agree ? [dose] : amounts;
}

const timesOfDay: readonly RegExp[] = [
  /\bq?am\b|morning|breakfast|早|晨/,
  /\bnoon|midday|lunch|afternoon|中午|午餐/,
  /\bq?pm\b|\bq?hs\b|evening|night|bedtime|dinner|supper|晚|睡前/,
];

const counts = /\d|\b(?:one|two|three|four|five|six|half)\b|[一二两三四五六七八九十半]/;
const timesIn = (part: string): readonly RegExp[] => timesOfDay.filter((time) => time.test(part));

/**
 * The steps of an instruction, with those put together by a plus that name different times of one day and no duration: "40 mg every
 * morning; then 20 mg at bedtime".
 */
export function onOneDay(parts: readonly string[], lasts: (part: string) => boolean): readonly string[] {
  const joined: string[] = [];
  for (const part of parts) {
    const before = joined.at(-1);
    const [earlier, later] = [timesIn(before ?? ''), timesIn(part)];
    const apart = earlier.length > 0 && later.length > 0 && !earlier.some((time) => later.includes(time));
    if (before !== undefined && apart && counts.test(part) && !lasts(before) && !lasts(part))
      joined[joined.length - 1] = `${before} + ${part}`;
    else joined.push(part);
  }
  return joined;
}
