// What does the evidence page of a patient show? The assessment, the drawing and the score sheets in one answer.

import { basis, verdictLines } from '../cards/detail.ts';
import { dateGroups } from '../cards/dates.ts';
import { shownOf, standingOf, tally } from '../cards/shown.ts';
import { unseenSearches } from '../cards/unseen.ts';
import { assessPatient } from '../eligibility/assess.ts';
import { toJson } from '../eligibility/json.ts';
import type { Language } from '../logic/language.ts';
import type { Protocol } from '../eligibility/protocol.ts';
import { titleOfProtocol } from '../eligibility/protocol-words.ts';
import { understand } from '../eligibility/understand.ts';
import type { Screening } from '../facts/screening.ts';
import type { IndexedRecord } from '../fhir/indexed-record.ts';
import { completedYears } from '../logic/calendar.ts';
import type { Settings } from '../protocols/nct06222853-5to18/settings.ts';
import { chartOf } from './chart-of.ts';
import { criteriaReport } from './criteria-report.ts';
import { eularAcrSheet } from './eular-acr-sheet.ts';
import type { EvidenceReport } from './evidence-report.ts';
import { letterOf } from './letter.ts';
import { nextSteps } from './next-steps.ts';
import { unmarked } from './shapes.ts';
import { sledaiSheet } from './sledai-sheet.ts';

/** More are not read. */
const mostSteps = 3;

export type ReportContext = {
  readonly protocol: Protocol<Settings>;
  readonly language: Language;
  readonly recruiting: boolean;
  /** Whom to call, as the site wrote it. */
  readonly contact?: string;
  /** Resources of other patients that were sent and left out. */
  readonly dropped: number;
};

/** Pure: the same record and screening give the same report, and inside it the assessment that every other door gives. */
export function evidenceReportOf(record: IndexedRecord, screening: Screening, context: ReportContext): EvidenceReport {
  const { protocol, language, recruiting, contact, dropped } = context;
  const patient = understand(record, screening);
  const assessment = assessPatient(protocol, patient);
  const shown = shownOf(assessment);
  const steps = nextSteps(shown, language);
  const { activityWindowDays, arthritisJoints } = protocol.settings;
  const { asOf, status, flags, engine } = assessment;
  const report: Omit<EvidenceReport, 'letter'> = {
    language,
    asOf,
    trial: {
      id: protocol.id,
      version: protocol.version,
      title: titleOfProtocol(protocol, language),
      url: protocol.url,
      recruiting,
      ...(contact !== undefined && { contact }),
    },
    patient: { reference: record.reference, ...ageOf(record, screening), sex: record.sex },
    status,
    verdictLine: unmarked(verdictLines(shown, undefined, language)),
    tally: { ...tally(shown.open), shown: shown.open.length, confidential: shown.confidentialCount },
    next: steps.slice(0, mostSteps),
    further: Math.max(0, steps.length - mostSteps),
    dates: dateGroups(shown, language).map(({ on, criteria, names, becomes, type, answer, condition }) => ({
      on,
      criteria,
      names,
      becomes,
      standing: standingOf({ type, verdict: becomes }),
      answer: unmarked(answer),
      ...(condition !== undefined && { if: condition }),
    })),
    criteria: criteriaReport(assessment, protocol, language),
    sledai: sledaiSheet(patient, { windowDays: activityWindowDays, arthritisJoints }, language),
    eularAcr: eularAcrSheet(patient, language),
    chart: chartOf(patient, protocol.settings, language),
    unseen: unseenSearches(record.retrieved, language).map(({ words, ...rest }) => ({
      ...rest,
      words: unmarked(words),
    })),
    dropped,
    flags,
    basis: basis(assessment, shown, language).map(unmarked),
    protocol: assessment.protocol,
    engine,
    assessment: toJson(assessment, language),
  };
  return { ...report, letter: letterOf(report) };
}

/** Completed years; both readings of a partial birth date. */
function ageOf({ birth }: IndexedRecord, { date }: Screening): Pick<EvidenceReport['patient'], 'age'> {
  if (birth === undefined || birth.from > date) return {};
  return { age: { low: completedYears(Math.min(birth.to, date), date), high: completedYears(birth.from, date) } };
}
