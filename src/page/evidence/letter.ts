// What stands on the one page of paper that goes with a referral letter? Only a printer sees it.

import { shortened } from '../../logic/shortened.ts';
import type { Resource } from '../../fhir/record.ts';
import type { CriterionReport, EvidenceReport } from '../../report/evidence-report.ts';
import { standingSign } from '../criteria/standing.ts';
import { el, list } from '../dom.ts';
import type { PageWords } from '../words.ts';
import { doseDrawing } from './dose-drawing.ts';
import { datesList, statusText } from './overview.ts';
import { nameOf, patientFacts } from './patient.ts';

/** So that twenty criteria stay on one page, with every date and every step in full only on the screen. */
const longestCell = 100;
const mostDates = 5;
const mostBasis = 5;

/** The record's newest word on a criterion that counts for the patient; why not, on the others. */
function cellOf({ standing, evidence, parts, reason }: CriterionReport, words: PageWords): string {
  const newest = [...evidence, ...(parts ?? []).flatMap((part) => part.evidence.slice(-1))].at(-1);
  if (standing !== 'for' || newest === undefined) return reason;
  const { label, value, date } = newest;
  const what = value === undefined ? label : words('event.value', { label, value });
  return date === undefined ? what : words('letter.dated', { what, date });
}

const row = (criterion: CriterionReport, words: PageWords): HTMLElement => {
  const { id, name, standing, answer, confidential } = criterion;
  const hidden = confidential === true;
  return el(
    'tr',
    {},
    el('td', {}, id),
    el('td', {}, name),
    el(
      'td',
      { class: 'mark' },
      standingSign(hidden ? 'confirm' : standing),
      hidden ? words('criterion.in-chart') : answer,
    ),
    el('td', {}, hidden ? '' : shortened(cellOf(criterion, words), longestCell)),
  );
};

/** One sheet A4. Results of confidential criteria are never printed. */
export function letterView(report: EvidenceReport, patient: Resource | undefined, words: PageWords): HTMLElement {
  const { trial, verdictLine, next, dates, criteria, sledai, eularAcr, basis, unseen } = report;
  return el(
    'article',
    { class: 'letter', 'aria-hidden': 'true' },
    el('h1', {}, words('letter.title', { trial: trial.id })),
    el('p', { class: 'trial' }, trial.title),
    el(
      'p',
      { class: 'patient' },
      el('strong', {}, nameOf(patient) ?? words('patient.no-name')),
      ...patientFacts(report, patient, words).map((fact) => el('span', {}, fact)),
    ),
    el('p', { class: 'line' }, words('letter.verdict', { status: statusText(report, words), line: verdictLine })),
    el('h2', {}, words('next.title')),
    list(
      '',
      next.map((step) => shortened(step.words, 260)),
    ),
    el('h2', {}, words('dates.title')),
    datesList(dates.slice(0, mostDates), words),
    doseDrawing(report, report.language, words),
    el('h2', {}, words('criteria.title')),
    el('table', {}, el('tbody', {}, ...criteria.map((each) => row(each, words)))),
    el(
      'p',
      {},
      words('letter.scores', {
        sledaiLow: sledai.lower,
        sledaiHigh: sledai.upper,
        eularLow: eularAcr.lower,
        eularFrom: eularAcr.classifiedFrom,
      }),
    ),
    list(
      'small',
      [...unseen.map((each) => each.words), ...basis].slice(0, mostBasis).map((each) => shortened(each, 300)),
    ),
    trial.contact !== undefined && el('p', {}, words('next.contact', { contact: trial.contact })),
    el('p', { class: 'signature' }, words('letter.consent')),
  );
}
