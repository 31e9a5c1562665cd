// Do the words of reports tell of a positive test for an infection that no result on record tells?

import { isoRange } from '../../logic/calendar.ts';
import { alsoShowing, finding, type Finding } from '../../logic/finding.ts';
import { say } from '../../logic/message.ts';
import type { ReportEntry } from '../../fhir/entries.ts';
import type { IndexedRecord } from '../../fhir/indexed-record.ts';
import { isComplete } from '../../fhir/retrieved.ts';
import type { MeasurementName } from '../../terminology/measurements.ts';
import { combined } from '../combined.ts';
import { measurementTitle } from '../results/latest.ts';
import { reportedAs } from '../results/reported.ts';
import type { Screening } from '../screening.ts';
import { positiveTestsIn, saysPositive } from './positive-words.ts';
import { presenceSaid } from './result.ts';

export type ReportsQuestion = {
  /** Tests of which a positive one, told of in a report, matters. */
  readonly names: readonly MeasurementName[];
  /** Days back within which such a report counts; undefined: whatever its age. */
  readonly windowDays?: number;
  /** Tests of which a negative result of a later day takes back what the report told. */
  readonly takenBackBy: readonly MeasurementName[];
};

type Told = { readonly report: ReportEntry; readonly names: readonly MeasurementName[] };

/** What the reports of a record call positive, whatever their day. */
function toldIn({ reports, lexicon }: IndexedRecord): readonly Told[] {
  return reports.flatMap((report) => {
    const { conclusion = '', concept, resource } = report;
    const names = lexicon.read(positiveTestsIn)(conclusion);
    if (names.length > 0) return { report, names };
    if (resource.resourceType !== 'DiagnosticReport' || conclusion === '') return [];
    const { names: own } = lexicon.measurementsOf(concept);
    const positive = own.filter((name) => saysPositive(conclusion, name));
    return positive.length > 0 ? { report, names: positive } : [];
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
  const seen = positives(record, screening, question);
  const parts = isComplete(record.retrieved.diagnosticReports) ? seen : [...seen, withoutReports];
  if (answer.verdict === 'not-met') return combined('any', [answer, ...parts]);
  return alsoShowing(answer, { turns: seen.flatMap(({ turns }) => turns) });
}

const withoutReports = finding('unknown', say('serology.reports-incomplete'), {
  missing: [{ what: say('serology.reports'), orders: [] }],
});

function positives(
  record: IndexedRecord,
  { date }: Screening,
  { names, windowDays, takenBackBy }: ReportsQuestion,
): readonly Finding[] {
  return record.once(toldIn).flatMap(({ report, names: told }) => {
    const { when } = report;
    const name = told.find((each) => names.includes(each));
    if (name === undefined || (when !== undefined && when.from > date)) return [];
    if (windowDays !== undefined && when !== undefined && when.to < date - windowDays) return [];
    const isTakenBack = takenBackBy.some((each) =>
      record
        .readings(each)
        .some(
          (reading) =>
            reading.status === 'valid' &&
            presenceSaid(reading) === 'negative' &&
            when !== undefined &&
            reading.when !== undefined &&
            reading.when.from > when.to &&
            reading.when.to <= date,
        ),
    );
    if (isTakenBack) return [];
    const values = { what: measurementTitle(name), date: when === undefined ? say('history.no-date') : isoRange(when) };
    const turns = windowDays === undefined || when === undefined ? [] : [{ on: when.to + windowDays + 1 }];
    return finding('needs-investigator', say('serology.reported', values), { evidence: [reportedAs(report)], turns });
  });
}
