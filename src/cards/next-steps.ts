// What should the clinician do next: what to mend, to record, to order, to confirm?

import type { CriterionResult } from '../eligibility/assessment.ts';
import { print, type Language } from '../eligibility/print.ts';
import type { CardContext } from './card-context.ts';
import { nameOfCriterion } from './criteria-table.ts';
import { bullets, type Markdown } from './markdown.ts';
import { phrase, shortened } from './phrases.ts';
import { standingOf, type Shown } from './shown.ts';

/** Lines of what is missing; the table holds the rest. */
const mostLines = 8;

/** What is missing for one criterion, each thing once; where nothing is named, why it is open. */
function missingWords({ missing, reason }: CriterionResult, language: Language): string {
  const words = new Set(
    (missing.length > 0 ? missing.map(({ what }) => what) : [reason]).map((each) => print(each, language)),
  );
  return [...words].join('; ');
}

/** The list of next steps, what stands against the patient first. */
export function nextSteps({ open, confidentialCount }: Shown, context: CardContext): Markdown {
  const { language, trial } = context;
  const named = (result: CriterionResult) => ({ id: result.id, criterion: nameOfCriterion(language, result) });
  const standing = (which: ReturnType<typeof standingOf>) => open.filter((each) => standingOf(each) === which);

  const against = standing('against').map((each) =>
    phrase(language, 'next.against', { ...named(each), reason: shortened(print(each.reason, language), 240) }),
  );
  const missing = standing('missing').map((each) =>
    phrase(language, 'next.missing', {
      ...named(each),
      what: shortened(missingWords(each, language), 300),
    }),
  );
  const confirm = standing('confirm').map((each) => `${each.id} ${nameOfCriterion(language, each)}`);
  return bullets([
    ...against,
    ...missing.slice(0, mostLines),
    ...(missing.length > mostLines ? [phrase(language, 'next.more', { count: missing.length - mostLines })] : []),
    ...(confirm.length > 0 ? [phrase(language, 'next.confirm', { criteria: confirm.join('; ') })] : []),
    ...(confidentialCount > 0 ? [phrase(language, 'next.chart')] : []),
    ...(trial.recruiting && trial.contact !== undefined
      ? [phrase(language, 'next.contact', { contact: trial.contact })]
      : []),
  ]);
}
