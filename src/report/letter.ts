// How does an evidence report read as plain text, for a referral letter?

import { isConfidential } from '../cards/shown.ts';
import type { CriterionReport, EvidenceReport } from './evidence-report.ts';
import type { RecordedTotal } from './score-sheet.ts';
import { words } from './sentences.ts';

export type Consent = 'obtained' | 'not-recorded';

/** Plain text, a line per statement; a letter is read by the family too, so confidential criteria say "see chart" only. */
export function letterOf(report: Omit<EvidenceReport, 'letter'>, consent: Consent = 'not-recorded'): string {
  const text = words(report.language);
  const { trial, patient, asOf, sledai, eularAcr } = report;
  const title = report.status === 'ineligible' ? 'letter.not-candidate' : 'letter.title';
  const section = (head: string, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : ['', head, ...lines.map((line) => `- ${line}`)];
  const age = ageWords(patient.age);
  const lines = [
    text(title, { trial: trial.id, title: trial.title }),
    text('letter.patient', {
      reference: patient.reference,
      age,
      sex: text(`letter.sex.${patient.sex}`),
      date: asOf,
    }),
    report.verdictLine,
    text(`letter.consent.${consent}`),
    ...section(text('letter.next'), [
      ...report.next.map((step) => step.words),
      ...(report.further > 0 ? [text('letter.further', { count: report.further })] : []),
    ]),
    ...section(text('letter.criteria'), report.criteria.map(criterionLine)),
    ...section(text('letter.scores'), [
      text('letter.sledai', {
        total: totalWords(sledai.recorded),
        lower: sledai.lower,
        upper: sledai.upper,
        days: sledai.windowDays,
      }),
      text('letter.eular', {
        total: totalWords(eularAcr.recorded),
        lower: eularAcr.lower,
        needed: eularAcr.classifiedFrom,
      }),
    ]),
    ...section(
      text('letter.dates'),
      report.dates.map(({ on, names, answer, if: condition }) =>
        condition === undefined
          ? text('letter.date', { date: on, names, answer })
          : text('letter.date-if', { date: on, names, answer, condition }),
      ),
    ),
    ...section(
      text('letter.unseen'),
      report.unseen.map((each) => each.words),
    ),
    ...section(text('letter.basis'), report.basis),
    ...(trial.contact === undefined ? [] : ['', text('letter.contact', { contact: trial.contact })]),
  ];
  return lines.map(oneLine).join('\n');

  function criterionLine(criterion: CriterionReport): string {
    const { id, name, answer, reason } = criterion;
    return isConfidential(criterion)
      ? text('letter.see-chart', { id, name })
      : text('letter.criterion', { id, name, answer, reason });
  }

  function ageWords(years: EvidenceReport['patient']['age']): string {
    if (years === undefined) return text('letter.age-unknown');
    const { low, high } = years;
    return low === high ? text('letter.age', { years: low }) : text('letter.age-range', { low, high });
  }

  function totalWords(recorded: RecordedTotal): string {
    if (recorded.state === 'none') return text('letter.no-total');
    return recorded.totals.map(({ value = '', date = '' }) => `${value} (${date})`).join('; ');
  }
}

/** Text from a chart cannot begin a line of its own, nor hide anything. */
const oneLine = (line: string): string => line.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').trimEnd();
