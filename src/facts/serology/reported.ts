// Do the words of reports tell of a positive test for an infection that no result on record tells?

import { isoRange, type Day } from '../../logic/calendar.ts';
import { alsoShowing, finding, type Finding } from '../../logic/finding.ts';
import { say } from '../../logic/message.ts';
import type { ReportEntry } from '../../fhir/entries.ts';
import type { IndexedRecord } from '../../fhir/indexed-record.ts';
import type { Reading } from '../../fhir/reading.ts';
import { isComplete } from '../../fhir/retrieved.ts';
import type { MeasurementName } from '../../terminology/measurements.ts';
import { combined } from '../combined.ts';
import { measurementTitle } from '../results/latest.ts';
import { reportedAs } from '../results/reported.ts';
import type { Screening } from '../screening.ts';
import { positiveTestsIn, saysPositive } from './positive-words.ts';
import { loadSaid } from './result.ts';

export type ReportsQuestion = {
  /** Tests of which a positive one, told of in a report, matters. */
  readonly names: readonly MeasurementName[];
  /** Days back within which such a report counts; undefined: whatever its age. */
  readonly windowDays?: number;
  /** Tests of which a negative result of a later day takes back what the report told; undefined: nothing does. */
  readonly takenBackBy?: readonly MeasurementName[];
};

type Told = { readonly report: ReportEntry; readonly names: readonly MeasurementName[] };

/** What the reports of a record call positive, whatever their day: tests that their words name, or that they are named after. */
function toldIn({ reports, lexicon }: IndexedRecord): readonly Told[] {
  return reports.flatMap((report) => {
    const { conclusion, concept } = report;
    if (conclusion === undefined) return [];
    const own = lexicon.measurementsOf(concept).names.filter((name) => saysPositive(conclusion, name));
    return { report, names: [...lexicon.read(positiveTestsIn)(conclusion), ...own] };
  });
}

/**
 * The answer with what reports tell beside it: where no result excludes, a report that calls a test positive goes
 * to the investigator, and without the reports the answer is `unknown`.
 * @source spec R-0.4 (absence only where the search was complete), section 7 E8 "Windows bind negatives only"
 */
export function besideReports(
  record: IndexedRecord,
  screening: Screening,
  answer: Finding,
  question: ReportsQuestion,
): Finding {
  const seen = record.once(toldIn).flatMap((told) => saidBy(told, record, screening, question, answer));
  const parts = isComplete(record.retrieved.diagnosticReports) ? seen : [...seen, withoutReports];
  if (answer.verdict === 'not-met') return combined('any', [answer, ...parts]);
  return alsoShowing(answer, { turns: seen.flatMap(({ turns }) => turns) });
}

const withoutReports = finding('unknown', say('serology.reports-incomplete'), {
  missing: [{ what: say('serology.reports'), orders: [] }],
});

/** What a report says to the question: of a day ahead nothing before that day. */
function saidBy(
  { report, names: told }: Told,
  record: IndexedRecord,
  { date }: Screening,
  { names, windowDays, takenBackBy }: ReportsQuestion,
  answer: Finding,
): readonly Finding[] {
  const { when } = report;
  const name = told.find((each) => names.includes(each));
  if (name === undefined) return [];
  if (when !== undefined && when.from > date)
    return [finding(answer.verdict, answer.reason, { turns: [{ on: when.from }] })];
  const lapses = windowDays === undefined || when === undefined ? [] : [when.to + windowDays + 1];
  if (lapses.some((day) => day <= date)) return [];
  const isTakenBack = takenBackBy
    ?.flatMap((each) => record.readings(each))
    .some((reading) => when !== undefined && isNegativeBetween(reading, when.to, date));
  if (isTakenBack === true) return [];
  const values = { what: measurementTitle(name), date: when === undefined ? say('history.no-date') : isoRange(when) };
  const turns = lapses.map((on) => ({ on }));
  return [finding('needs-investigator', say('serology.reported', values), { evidence: [reportedAs(report)], turns })];
}

/** Whether it is a valid negative result of a day after one and not after another. */
const isNegativeBetween = (reading: Reading, after: Day, until: Day): boolean =>
  reading.status === 'valid' &&
  loadSaid(reading) === 'not-above' &&
  reading.when !== undefined &&
  reading.when.from > after &&
  reading.when.to <= until;
