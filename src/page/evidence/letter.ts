// What stands on the one page of paper that goes with a referral letter? Only a printer sees it.

import { shortened } from '../../logic/shortened.ts';
import { listIn, type Language } from '../../logic/language.ts';
import type { Resource } from '../../fhir/record.ts';
import type { CriterionReport, EvidenceReport } from '../../report/evidence-report.ts';
import { standingSign } from '../criteria/standing.ts';
import { el, list } from '../dom.ts';
import type { PageWords } from '../words.ts';
import { doseDrawing } from './dose-drawing.ts';
import { datesList, statusText, unseenLine } from './overview.ts';
import { nameOf, patientFacts } from './patient.ts';

/** So that twenty criteria stay on one page, with every date and every step in full only on the screen. */
const longestCell = 100;
const longestOfParts = 340;
const mostDates = 5;
const mostBasis = 5;

/** What a criterion that counts for the patient rests on: of every part, in the shorter of two ways; why not, on the others. */
function cellOf({ standing, leading, reason, parts }: CriterionReport, words: PageWords, language: Language): string {
  if (standing !== 'for' || leading.length === 0) return shortened(reason, longestCell);
  const pieces = leading.map(({ label, value, date }) => {
    const what = value === undefined ? label : words('event.value', { label, value });
    const isSaid = date === undefined || what.includes(words('date', { date }));
    return isSaid ? what : words('letter.dated', { what, date });
  });
  const evidence = listIn(language, pieces);
  if (parts === undefined) return shortened(evidence, longestCell);
  return shortened(evidence.length < reason.length ? evidence : reason, longestOfParts);
}

const row = (criterion: CriterionReport, words: PageWords, language: Language): HTMLElement => {
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
    el('td', {}, hidden ? '' : cellOf(criterion, words, language)),
  );
};

/** One sheet A4. Results of confidential criteria are never printed. */
export function letterView(report: EvidenceReport, patient: Resource | undefined, words: PageWords): HTMLElement {
  const { trial, verdictLine, next, further, dates, criteria, sledai, eularAcr, basis, unseen } = report;
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
    unseenLine(report, words),
    el('h2', {}, words('next.title')),
    list(
      '',
      next.map((step) => shortened(step.words, 260)),
    ),
    further > 0 && el('p', {}, words('next.further', { count: further })),
    el('h2', {}, words('dates.title')),
    datesList(dates.slice(0, mostDates), words),
    doseDrawing(report, report.language, words),
    el('h2', {}, words('criteria.title')),
    el('table', {}, el('tbody', {}, ...criteria.map((each) => row(each, words, report.language)))),
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
