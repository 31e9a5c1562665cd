// What is the SLEDAI-2K of a patient: the recorded total, each item, and the bounds that the items give?

import type { Turn } from '../../logic/finding.ts';
import { isoDay, type Day } from '../../logic/calendar.ts';
import { keptBy, lazy } from '../../logic/lazy.ts';
import { say, type Message } from '../../logic/message.ts';
import type { IndexedRecord } from '../../fhir/indexed-record.ts';
import type { Reading } from '../../fhir/reading.ts';
import { completeSince } from '../../fhir/retrieved.ts';
import { latest, measurementTitle, type Latest, type Results } from '../latest.ts';
import { scoreResults, sledaiScore } from '../recorded-score.ts';
import type { Attribution, Screening } from '../screening.ts';
import { clinicalItem } from './clinical.ts';
import { answersIn, formTotals } from './form.ts';
import { knownOf } from './guards.ts';
import { items, maximum, type Item } from './items.ts';
import { measuredItem, type ItemAnswer } from './laboratory.ts';

export type SledaiOptions = {
  /** Days back from the screening date, inclusive, in which a total or a finding counts. */
  readonly windowDays: number;
  /** Swollen joints from which arthritis counts. */
  readonly arthritisJoints: number;
};

export type ScoredItem = ItemAnswer & {
  readonly item: Item;
  /** Settled by an investigator or by the form of the recorded score, not computed. */
  readonly signed: boolean;
  /** The investigator's attribution that settled it. */
  readonly attribution?: Attribution;
};

export type Sledai = {
  /** The recorded total that decides, of SLEDAI-2K or the nearest version there is; or why there is none. */
  readonly recorded: Latest;
  /** No recorded total of the window can have been missed. */
  readonly complete: boolean;
  /** Points of the items that the investigator attributed to another cause on or after a day. */
  attributedAway(after: Day): number;
  /** All 24 descriptors in the order of the form. */
  readonly items: readonly ScoredItem[];
  /** Points proven present, and 105 less the points proven absent. */
  readonly lower: number;
  readonly upper: number;
  /** Days on which an item may change by the calendar. */
  readonly turns: readonly Turn[];
};

/**
 * The latest total of SLEDAI-2K, or written "SLEDAI" without a version and read as such; failing that the 1992 version,
 * failing that SELENA-SLEDAI.
 */
function recordedTotal(results: Results, screening: Screening, windowDays: number): Latest {
  const what = measurementTitle('SLEDAI-2K');
  const latestOf = (...names: readonly string[]): Latest =>
    latest(results, { names, what, screening, windowDays, group: 'SLEDAI', orders: [] });
  const own = latestOf('SLEDAI-2K', 'SLEDAI');
  const found = [own, latestOf('SLEDAI-1992'), latestOf('SELENA-SLEDAI')];
  const withSomething = found.find((each) => each.state === 'none' && each.finding.evidence.length > 0);
  return found.find((each) => each.state === 'found') ?? withSomething ?? own;
}

/** The SLEDAI-2K of a record on the screening date, for the questions of the protocol and for the score sheet. */
export const sledai = (record: IndexedRecord, screening: Screening, options: SledaiOptions): Sledai =>
  record.once(scores)(screening)(options.windowDays)(options.arthritisJoints);

/** Two criteria ask for the same score. */
const scores = (record: IndexedRecord) =>
  keptBy((screening: Screening) =>
    keptBy((windowDays: number) =>
      keptBy((arthritisJoints: number) => scoreOf(record, screening, { windowDays, arthritisJoints })),
    ),
  );

function scoreOf(record: IndexedRecord, screening: Screening, options: SledaiOptions): Sledai {
  const results = scoreResults(record, sledaiScore, formTotals(record));
  const recorded = recordedTotal(results, screening, options.windowDays);
  const scored = lazy(() => scoreItems(record, screening, options, recorded));
  const edges = screening.attributions.flatMap(({ date }) => [date, date + options.windowDays + 1]);
  return {
    recorded,
    complete: completeSince(results.retrieved.observations, screening.date - options.windowDays),
    attributedAway: (after) =>
      items
        .filter((item) => {
          const attribution = attributionFor(item, screening, options.windowDays);
          return attribution?.to === 'not-lupus' && attribution.date >= after;
        })
        .reduce((sum, { weight }) => sum + weight, 0),
    get items() {
      return scored();
    },
    get lower() {
      return pointsOf(scored(), 'present');
    },
    get upper() {
      return maximum - pointsOf(scored(), 'absent');
    },
    get turns() {
      return [...scored().flatMap(({ turns }) => turns), ...edges.map((on) => ({ on }))];
    },
  };
}

/** Every item from results and diagnoses, from the form behind the recorded total, and from what the investigator signed. */
function scoreItems(
  record: IndexedRecord,
  screening: Screening,
  options: SledaiOptions,
  recorded: Latest,
): readonly ScoredItem[] {
  const onForm = recorded.state === 'found' ? answersOf(recorded.readings) : undefined;
  const context = { known: record.once(knownOf), screening, ...options };
  return items.map((item): ScoredItem => {
    const computed = item.measured === true ? measuredItem(item.id, context) : clinicalItem(item, context);
    const answer = item.measured === true ? undefined : onForm?.get(item.id);
    const base: ScoredItem =
      answer === undefined
        ? { ...computed, item, signed: false }
        : { ...computed, item, signed: true, state: answer ? 'present' : 'absent', why: say('sledai.on-form') };
    return settled(base, attributionFor(item, screening, options.windowDays));
  });
}

/** The answers of the form behind the total, if one form is behind it. */
const answersOf = (readings: readonly Reading[]): ReturnType<typeof answersIn> | undefined =>
  readings.map(({ resource }) => answersIn(resource)).find((answers) => answers.size > 0);

/** Points of the items in a state. */
export const pointsOf = (scored: readonly ScoredItem[], state: ScoredItem['state']): number =>
  scored.filter((each) => each.state === state).reduce((sum, { item }) => sum + item.weight, 0);

/** The latest attribution of an item that the window still covers. */
function attributionFor({ id }: Item, { attributions, date }: Screening, windowDays: number): Attribution | undefined {
  return attributions
    .filter((each) => each.item === id && each.date <= date && each.date >= date - windowDays)
    .reduce<Attribution | undefined>(
      (last, each) => (last === undefined || each.date >= last.date ? each : last),
      undefined,
    );
}

/**
 * An investigator's attribution settles an item unless newer findings came after it. "Lupus" proves a finding that is there
 * and an item that needs an examination; it cannot replace a missing result or overrule a normal one.
 */
function settled(scored: ScoredItem, attribution: Attribution | undefined): ScoredItem {
  if (attribution === undefined || scored.state === 'absent' || (scored.on ?? -Infinity) > attribution.date)
    return scored;
  const { author, date } = attribution;
  const by = (id: string): Message => say(id, { author, date: isoDay(date) });
  if (attribution.to === 'not-lupus') {
    return { ...scored, state: 'absent', signed: true, why: by('sledai.attributed-elsewhere'), attribution };
  }
  if (scored.state === 'unknown' && scored.item.measured === true) return scored;
  return { ...scored, state: 'present', signed: true, why: by('sledai.attributed-to-lupus'), attribution };
}
