// What should the clinician do next: what to mend, to record, to order, to confirm?

import type { CriterionResult } from '../eligibility/assessment.ts';
import { print } from '../eligibility/print.ts';
import { eachOnce } from '../logic/each-once.ts';
import type { Order } from '../logic/finding.ts';
import { listIn, type Language } from '../logic/language.ts';
import { say } from '../logic/message.ts';
import { shortened } from '../logic/shortened.ts';
import type { CardContext } from './card-context.ts';
import { answerWord, nameOfCriterion } from './criteria-table.ts';
import { mendsOn, type Change } from './dates.ts';
import { bullets, type Markdown } from './markdown.ts';
import { nameOfTest, orderPlan } from './order-plan.ts';
import { phrase } from './phrases.ts';
import { standingOf, type Shown } from './shown.ts';

/** Lines of what is missing; the table holds the rest. */
const mostLines = 8;

/** Longest list of what is missing, and longest reason. */
const longestList = 300;
const longestReason = 240;

/** Searches are to be read again as a whole, whichever criterion needs which of them. */
const readAgain = 'history.read-again';

/** One thing that is missing in words, and the tests that would settle it. */
type Thing = { readonly what: string; readonly orders: readonly Order[] };

/** What is missing for one criterion, without searches; where nothing is named, why it is open. */
const missingThings = ({ missing, reason }: CriterionResult, language: Language): readonly Thing[] =>
  (missing.length > 0 ? missing.filter(({ what }) => what.id !== readAgain) : [{ what: reason, orders: [] }]).map(
    ({ what, orders }) => ({ what: print(what, language), orders }),
  );

/** What the same criteria wait for, and the tests that would settle it. */
export type Waiting = {
  readonly criteria: readonly CriterionResult[];
  readonly things: readonly string[];
  readonly orders: readonly Order[];
};

/** The searches that criteria wait for, once for all of them: nobody has them read again for one criterion alone. */
function waitingForSearches(open: readonly CriterionResult[], language: Language): readonly Waiting[] {
  const asked = ({ missing }: CriterionResult) => missing.map(({ what }) => what).filter(({ id }) => id === readAgain);
  const criteria = open.filter((each) => asked(each).length > 0);
  if (criteria.length === 0) return [];
  const named = criteria
    .flatMap(asked)
    .flatMap(({ values: { searches } }) => (Array.isArray(searches) ? searches : []));
  return [{ criteria, things: [print(say(readAgain, { searches: eachOnce(named) }), language)], orders: [] }];
}

/** Everything that is missing, each thing once, together with all criteria that wait for it; in the trial's order, searches last. */
export function waitingFor(open: readonly CriterionResult[], language: Language): readonly Waiting[] {
  const all = open.flatMap((result) => missingThings(result, language).map((thing) => ({ ...thing, result })));
  const byThing = [...Map.groupBy(all, ({ what }) => what).values()];
  const groups = Map.groupBy(byThing, (same) => [...new Set(same.map(({ result }) => result.id))].join());
  const things = [...groups.values()].map((group): Waiting => ({
    criteria: [...new Set(group.slice(0, 1).flatMap((same) => same.map(({ result }) => result)))],
    things: group.flatMap((same) => same.slice(0, 1).map(({ what }) => what)),
    orders: group.flat().flatMap(({ orders }) => orders),
  }));
  return [...things, ...waitingForSearches(open, language)];
}

/** "I3 SLEDAI-2K ≥ 8; E8 Hepatitis B …" */
export const namesOfCriteria = (criteria: readonly CriterionResult[], language: Language): string =>
  listIn(
    language,
    criteria.map((each) => `${each.id} ${nameOfCriterion(language, each)}`),
  );

/** One line for everything that the same criteria wait for. */
const missingLines = (open: readonly CriterionResult[], language: Language): readonly Markdown[] =>
  waitingFor(open, language).map(({ criteria, things }) =>
    phrase(language, 'next.missing', {
      criteria: namesOfCriteria(criteria, language),
      what: shortened(listIn(language, things), longestList),
    }),
  );

const answerOn = ({ type }: CriterionResult, { becomes }: Change, language: Language): Markdown =>
  answerWord(language, { type, verdict: becomes });

/**
 * The list of next steps: that the chance ends soon, then what stands against the patient.
 * @param ends the day on which a criterion will stand against her, if that is soon.
 */
export function nextSteps(
  shown: Shown,
  nearMiss: CriterionResult | undefined,
  ends: Change | undefined,
  context: CardContext,
): Markdown {
  const { open, confidentialCount } = shown;
  const { language, trial, shape } = context;
  const named = (result: CriterionResult) => ({ id: result.id, criterion: nameOfCriterion(language, result) });
  const standing = (which: ReturnType<typeof standingOf>) => open.filter((each) => standingOf(each) === which);

  const ending = open.filter(({ id }) => id === ends?.criterion);
  const against = standing('against').map((each) => {
    const values = { ...named(each), reason: shortened(print(each.reason, language), longestReason) };
    const mends = mendsOn(shown, each.id);
    return mends === undefined
      ? phrase(language, 'next.against', values)
      : phrase(language, 'next.against-until', { ...values, date: mends.on, answer: answerOn(each, mends, language) });
  });
  const missing = missingLines(standing('missing'), language);
  const notOffered = nearMiss === undefined && trial.recruiting ? orderPlan(shown, shape).rest : [];
  const tests = listIn(
    language,
    notOffered.map((test) => nameOfTest(test, language)),
  );
  const confirm = namesOfCriteria(standing('confirm'), language);
  return bullets([
    ...(ends === undefined
      ? []
      : ending.map((each) =>
          phrase(language, 'next.ends', { ...named(each), date: ends.on, answer: answerOn(each, ends, language) }),
        )),
    ...against,
    ...missing.slice(0, mostLines),
    ...(missing.length > mostLines ? [phrase(language, 'next.more', { count: missing.length - mostLines })] : []),
    ...(tests === '' ? [] : [phrase(language, 'next.tests', { tests })]),
    ...(confirm === '' ? [] : [phrase(language, 'next.confirm', { criteria: confirm })]),
    ...(confidentialCount > 0 ? [phrase(language, 'next.chart')] : []),
    ...(trial.recruiting && trial.contact !== undefined
      ? [phrase(language, 'next.contact', { contact: trial.contact })]
      : []),
  ]);
}
