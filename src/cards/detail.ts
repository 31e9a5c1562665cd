// What stands in the body of the card?

import type { Assessment, CriterionResult } from '../eligibility/assessment.ts';
import { listIn, type Language } from '../logic/language.ts';
import { basisLine } from './basis.ts';
import type { CardContext } from './card-context.ts';
import { criteriaTable, nameOfCriterion, restsOnAbsence } from './criteria-table.ts';
import { dates, type Change } from './dates.ts';
import { bullets, gfm, joined, type Markdown } from './markdown.ts';
import { nextSteps } from './next-steps.ts';
import { phrase, type PhraseId } from './phrases.ts';
import { tally, type Shown } from './shown.ts';
import { unseen } from './unseen.ts';

/**
 * The body: verdict line, next steps, table, dates, what was not seen, what the answer rests on.
 * @param ends the day on which a criterion will stand against the patient, if that is soon.
 */
export function detail(
  assessment: Assessment,
  shown: Shown,
  nearMiss: CriterionResult | undefined,
  ends: Change | undefined,
  context: CardContext,
): string {
  const { language, trial } = context;
  const section = (head: PhraseId, body: Markdown): Markdown => gfm`### ${phrase(language, head)}\n\n${body}`;
  const sections = [
    verdictLines(shown, nearMiss, language),
    phrase(language, 'line.trial', { trial: assessment.protocol.id, title: trial.title }),
    ...(trial.recruiting ? [] : [phrase(language, 'line.not-recruiting')]),
    section('head.next', nextSteps(shown, nearMiss, ends, context)),
    section('head.criteria', criteriaTable(assessment, language)),
    section('head.dates', dates(shown, language)),
    section('head.unseen', unseen(context)),
    section('head.basis', bullets(basis(assessment, shown, language))),
  ];
  return joined(sections, '\n\n').markdown;
}

/** "May meet 17 of 19; 2 to confirm, 0 missing." */
export function verdictLines(
  { open, confidentialCount }: Shown,
  nearMiss: CriterionResult | undefined,
  language: Language,
): Markdown {
  const counts = tally(open);
  const values = { good: counts.for, shown: open.length, confirm: counts.confirm, missing: counts.missing };
  const line =
    nearMiss === undefined
      ? phrase(language, 'line.may-meet', values)
      : phrase(language, 'line.near-miss', {
          ...values,
          others: open.length - 1,
          criterion: `${nearMiss.id} ${nameOfCriterion(language, nearMiss)}`,
        });
  return confidentialCount === 0
    ? line
    : joined([line, phrase(language, 'line.in-chart', { count: confidentialCount })], ' ');
}

/** What the answer rests on, one sentence each. */
export function basis(assessment: Assessment, { open }: Shown, language: Language): readonly Markdown[] {
  const absent = open.filter(restsOnAbsence).map(({ id }) => id);
  return [
    ...(absent.length > 0 ? [phrase(language, 'basis.absence', { ids: listIn(language, absent, 'ids') })] : []),
    basisLine(assessment, language),
    phrase(language, 'basis.limits'),
  ];
}
