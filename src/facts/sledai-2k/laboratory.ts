// What do laboratory and vital signs say of the nine items of SLEDAI-2K that they can decide?

import type { Day } from '../../logic/calendar.ts';
import type { Evidence, Turn } from '../../logic/finding.ts';
import { say, type Message } from '../../logic/message.ts';
import type { Reading } from '../../fhir/reading.ts';
import type { MeasurementName } from '../../terminology/measurements.ts';
import { evidenceOf, latest, measurementTitle } from '../results/latest.ts';
import type { Screening } from '../screening.ts';
import type { Guard, Known } from './guards.ts';
import type { ItemId } from './items.ts';
import { seen, type Limit } from './limits.ts';
import { measuredItems } from './measured-items.ts';

/**
 * `present` and `absent` are proven; `possible`: something points to it and does not prove it; `unknown`: nothing is known.
 * Only `present` raises the lower bound and only `absent` lowers the upper one.
 */
export type ItemState = 'present' | 'absent' | 'possible' | 'unknown';

export type ItemAnswer = {
  readonly state: ItemState;
  readonly evidence: readonly Evidence[];
  /** Why it is not simply present or absent. */
  readonly why?: Message;
  /** Another cause could not be ruled out because a search was incomplete. */
  readonly unchecked?: true;
  /** Day of the result or diagnosis that decided. */
  readonly on?: Day;
  readonly turns: readonly Turn[];
};

type Context = { readonly known: Known; readonly screening: Screening; readonly windowDays: number };

/** Nothing is known of an item, on no day. */
export const unanswered: ItemAnswer = { state: 'unknown', evidence: [], turns: [] };

/** The answer of the results in the window to a measured item; `unknown` for the others. */
export function measuredItem(id: ItemId, context: Context): ItemAnswer {
  const item = measuredItems.get(id);
  if (item === undefined) return unanswered;
  const { record } = context.known;
  const pools: ItemAnswer[] = [];
  for (const names of item.pools)
    if (names.some((name) => record.readings(name).length > 0)) pools.push(poolAnswer(names, item.limit, context));
  const present = summed(pools, 'present');
  if (present !== undefined) return guarded(present, item.guards, context);
  const hint = id === 'urinary-casts' ? otherCasts(context, pools) : undefined;
  if (hint !== undefined) return hint;
  if (pools.length === 0) return unanswered;
  const possible = summed(pools, 'possible');
  if (possible !== undefined) return possible;
  const absent = summed(pools, 'absent');
  if (absent === undefined) return { state: 'unknown', evidence: [], turns: pools.flatMap(({ turns }) => turns) };
  const enough = pools.filter(({ state }) => state === 'absent').length >= item.negativesNeeded;
  return enough ? absent : { ...absent, state: 'unknown' };
}

/** The answer of all pools of a state, with the days on which any pool may change; undefined if none is in that state. */
function summed(pools: readonly ItemAnswer[], state: ItemState): ItemAnswer | undefined {
  if (pools.length === 1) return pools[0]?.state === state ? pools[0] : undefined;
  const [first, ...others] = pools.filter((pool) => pool.state === state);
  if (first === undefined) return undefined;
  return {
    ...first,
    evidence: others.length === 0 ? first.evidence : [first, ...others].flatMap(({ evidence }) => evidence),
    turns: pools.flatMap(({ turns }) => turns),
  };
}

/** The latest result of a pool; a result on the other side earlier in the window leaves a negative answer possible. */
function poolAnswer(names: readonly MeasurementName[], limit: Limit, context: Context): ItemAnswer {
  const { known, screening, windowDays } = context;
  const what = measurementTitle(names[0] ?? '');
  const found = latest(known.record, { names, what, screening, windowDays, group: 'LABS', orders: [] });
  if (found.state === 'none') return { state: 'unknown', evidence: [], turns: found.finding.turns };
  const verdicts = new Set(found.readings.map(limit));
  const [verdict = 'unknown'] = verdicts;
  const on = Math.max(...found.readings.map(({ when }) => when?.from ?? -Infinity));
  const shown = (readings: readonly Reading[]): readonly Evidence[] => readings.map((each) => evidenceOf(each));
  const base = { evidence: shown(found.readings), turns: found.turns, on };
  if (verdicts.size > 1) return { ...base, state: 'possible', why: say('sledai.results-differ') };
  if (verdict === 'met') return { ...base, state: 'present' };
  if (verdict === 'unknown') return { ...base, state: 'possible', why: say('sledai.result-undecided') };
  const earlier = names
    .flatMap((name) => known.record.readings(name))
    .filter((each) => inWindow(each, context) && mayBe(each, limit));
  return earlier.length === 0
    ? { ...base, state: 'absent' }
    : {
        ...base,
        state: 'possible',
        evidence: [...base.evidence, ...shown(earlier)],
        why: say('sledai.earlier-result'),
      };
}

/** True unless a result says that it is not beyond the limit; one that cannot be read does not say so. */
const mayBe = (reading: Reading, limit: Limit): boolean =>
  reading.unreadable !== undefined || limit(reading) !== 'not-met';

const inWindow = ({ when, status }: Reading, { screening, windowDays }: Context): boolean =>
  status === 'valid' && when !== undefined && when.to >= screening.date - windowDays && when.from <= screening.date;

/** A finding with another possible explanation is shown and not counted; the investigator's attribution settles it. */
function guarded(answer: ItemAnswer, guards: readonly Guard[], { known, screening, windowDays }: Context): ItemAnswer {
  const doubt = guards
    .map((guard) => guard(known, screening.date - windowDays, screening.date))
    .find((each) => each !== undefined);
  if (doubt === undefined) return answer;
  const { lapses, ...why } = doubt;
  const turns = lapses === undefined ? answer.turns : [...answer.turns, { on: lapses }];
  return { ...answer, state: 'possible', ...why, turns };
}

/** Granular casts, or casts of a kind not named, do not count and leave the item possible; hyaline casts mean nothing. */
function otherCasts(context: Context, pools: readonly ItemAnswer[]): ItemAnswer | undefined {
  const readings = ['urineCastsGranular', 'urineCasts']
    .flatMap((name) => context.known.record.readings(name))
    .filter((each) => inWindow(each, context) && mayBe(each, seen));
  if (readings.length === 0) return undefined;
  const evidence = readings.map((each) => evidenceOf(each));
  return { state: 'possible', evidence, why: say('sledai.other-casts'), turns: pools.flatMap(({ turns }) => turns) };
}
