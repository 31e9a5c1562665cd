// What is the SLEDAI-2K of a patient: the recorded total, each item, and the bounds that the items give?

import { isoDay, type Day } from '../../logic/calendar.ts';
import { alsoShowing } from '../../logic/finding.ts';
import { keptBy, lazy, withGetters } from '../../logic/lazy.ts';
import { say, type Message } from '../../logic/message.ts';
import type { MeasurementName } from '../../terminology/measurements.ts';
import type { IndexedRecord } from '../../fhir/indexed-record.ts';
import type { Reading } from '../../fhir/reading.ts';
import type { Resource } from '../../fhir/record.ts';
import { completeSince } from '../../fhir/retrieved.ts';
import { latest, measurementTitle, type Latest, type Results } from '../results/latest.ts';
import { onceADay } from '../once-a-day.ts';
import type { Attribution, Screening } from '../screening.ts';
import { clinicalItem } from './clinical.ts';
import { formsOf, sledaiTotals, type Answers } from './form.ts';
import { knownOf } from './guards.ts';
import { items, maximum, type Item } from './items.ts';
import { measuredItem, unanswered, type ItemAnswer } from './laboratory.ts';

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
  /** What the form behind a recorded total says of the items. */
  formOf(resource: Resource): Answers;
  /** No recorded total of the window can have been missed. */
  readonly complete: boolean;
  /** Points of the items that the investigator attributed to another cause on or after a day. */
  attributedAway(after: Day): number;
  /** All 24 descriptors in the order of the form. */
  readonly items: readonly ScoredItem[];
  /** Points proven present, and 105 less the points proven absent. */
  readonly lower: number;
  readonly upper: number;
  /** Days ahead on which an attribution begins to count or lapses. */
  attributionDays(): Day[];
  /** These, and the days ahead on which an item may change by the calendar. */
  turnDays(): Day[];
};

const title = measurementTitle('SLEDAI-2K');

/**
 * The latest total of SLEDAI-2K, or written "SLEDAI" without a version and read as such; failing that the 1992 version,
 * failing that SELENA-SLEDAI.
 */
function recordedTotal(results: Results, screening: Screening, windowDays: number): Latest {
  const latestOf = (names: readonly MeasurementName[]): Latest =>
    latest(results, { names, what: title, screening, windowDays, group: 'SLEDAI', orders: [] });
  const own = latestOf(['SLEDAI-2K', 'SLEDAI']);
  if (own.state === 'found') return own;
  let shown = own.finding;
  for (const name of ['SLEDAI-1992', 'SELENA-SLEDAI']) {
    if (results.readings(name).length === 0) continue;
    const other = latestOf([name]);
    if (other.state === 'found')
      return { ...other, ignored: other.ignored.concat(shown.ignored), turns: other.turns.concat(shown.turns) };
    const [first, second] = shown.evidence.length === 0 ? [other.finding, shown] : [shown, other.finding];
    shown = alsoShowing(first, { ignored: second.ignored, turns: second.turns });
  }
  return { state: 'none', finding: shown };
}

/** The SLEDAI-2K of a record on the screening date, for the questions of the protocol and for the score sheet. */
export const sledai = (record: IndexedRecord, screening: Screening, options: SledaiOptions): Sledai =>
  scores(record, screening)(options.windowDays)(options.arthritisJoints);

/** Two criteria ask for the same score. */
const scores = onceADay((record, screening) =>
  keptBy((windowDays: number) =>
    keptBy((arthritisJoints: number) => scoreOf(record, screening, { windowDays, arthritisJoints })),
  ),
);

function scoreOf(record: IndexedRecord, screening: Screening, options: SledaiOptions): Sledai {
  const { windowDays } = options;
  const { attributions, date } = screening;
  const results = sledaiTotals(record);
  const recorded = recordedTotal(results, screening, windowDays);
  const attributionDays = (): Day[] =>
    attributions.flatMap((each) => [each.date, each.date + windowDays + 1]).filter((on) => on > date);
  const scored = lazy(() => scoreItems(record, screening, options, recorded));
  return withItems({
    scored,
    recorded,
    formOf: (resource) => formsOf(record)(resource).answers,
    complete: completeSince(results.retrieved.observations, date - windowDays),
    attributedAway: (after) => {
      let points = 0;
      for (const item of items) {
        const attribution = attributionFor(item, screening, windowDays);
        if (attribution?.to === 'not-lupus' && attribution.date >= after) points += item.weight;
      }
      return points;
    },
    attributionDays,
    turnDays: () => {
      const days = attributionDays();
      for (const { turns } of scored()) for (const { on } of turns) if (on > date) days.push(on);
      return days;
    },
  });
}

type FromItems = Pick<Sledai, 'items' | 'lower' | 'upper'>;

const withItems = withGetters<Omit<Sledai, keyof FromItems> & { readonly scored: () => Sledai['items'] }, FromItems>({
  items: ({ scored }) => scored(),
  lower: ({ scored }) => pointsOf(scored(), 'present'),
  upper: ({ scored }) => maximum - pointsOf(scored(), 'absent'),
});

/** The form with nothing known. */
const emptyForm: readonly ScoredItem[] = items.map((item) => ({ ...unanswered, item, signed: false }));

/** Every item from results and diagnoses, from the form behind the recorded total, and from what the investigator signed. */
function scoreItems(
  record: IndexedRecord,
  screening: Screening,
  options: SledaiOptions,
  recorded: Latest,
): readonly ScoredItem[] {
  const onForm = recorded.state === 'found' ? answersOf(recorded.readings, formsOf(record)) : undefined;
  const context = { known: record.once(knownOf), screening, ...options };
  return emptyForm.map((empty): ScoredItem => {
    const { item } = empty;
    const computed = item.measured === true ? measuredItem(item.id, context) : clinicalItem(item, context);
    const answer = item.measured === true ? undefined : onForm?.get(item.id);
    if (computed === unanswered && answer === undefined && screening.attributions.length === 0) return empty;
    const base: ScoredItem =
      answer === undefined
        ? { ...computed, item, signed: false }
        : { ...computed, item, signed: true, state: answer ? 'present' : 'absent', why: say('sledai.on-form') };
    return settled(base, attributionFor(item, screening, options.windowDays));
  });
}

/** The answers of the form behind the total, if one form is behind it. */
const answersOf = (readings: readonly Reading[], formOf: ReturnType<typeof formsOf>): Answers | undefined =>
  readings.map(({ resource }) => formOf(resource).answers).find((answers) => answers.size > 0);

/** Points of the items in a state. */
export function pointsOf(scored: readonly ScoredItem[], state: ScoredItem['state']): number {
  let points = 0;
  for (const each of scored) if (each.state === state) points += each.item.weight;
  return points;
}

/** The latest attribution of an item that the window still covers. */
function attributionFor({ id }: Item, { attributions, date }: Screening, windowDays: number): Attribution | undefined {
  let last: Attribution | undefined;
  for (const each of attributions) {
    if (each.item !== id || each.date > date || each.date < date - windowDays) continue;
    if (last === undefined || each.date >= last.date) last = each;
  }
  return last;
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
