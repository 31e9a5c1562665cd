// What can the clinician accept with one click: a referral, and orders for the missing tests?

import type { Assessment } from '../eligibility/assessment.ts';
import { listIn } from '../logic/language.ts';
import { shortened } from '../logic/shortened.ts';
import type { CardContext } from './card-context.ts';
import type { Card, Suggestion } from './card.ts';
import { nameOfTest, orderPlan, type TestOrder } from './order-plan.ts';
import { plain } from './phrases.ts';
import type { Shown } from './shown.ts';

type Action = Suggestion['actions'][number];

/** A label longer than this is not read. */
const longestLabel = 120;

/**
 * The referral first, then orders for the missing tests; every action proposes something and waits for a person to sign it.
 * A client that takes at most one suggestion gets what belongs together in one, and both halves as alternatives.
 */
export function suggestionsFor(
  assessment: Assessment,
  shown: Shown,
  context: CardContext,
): Pick<Card, 'suggestions' | 'selectionBehavior'> {
  const { language, shape, newId } = context;
  const suggest = (label: string, actions: readonly Action[]): Suggestion => ({
    label: shortened(label, longestLabel),
    uuid: newId(),
    actions: [...actions],
  });
  const referral = referralFor(assessment, context);
  const orders = orderPlan(shown, shape).offered.map((tests) => ({
    label: labelOf(tests, context),
    actions: tests.map((test) => orderFor(assessment, test, context)),
  }));
  if (shape !== 'at-most-one') {
    const suggestions = [
      suggest(referral.description, [referral]),
      ...orders.map((each) => suggest(each.label, each.actions)),
    ];
    return { suggestions, selectionBehavior: 'any' };
  }
  const both = orders.map(({ label, actions }) =>
    suggest(plain(language, 'suggest.both', { refer: referral.description, order: label }), [referral, ...actions]),
  );
  const halves = [
    suggest(referral.description, [referral]),
    ...orders.map((each) => suggest(each.label, each.actions)),
  ];
  const [first, ...others] = [...both, ...halves];
  const suggestions = first === undefined ? [] : [{ ...first, isRecommended: true }, ...others];
  return { suggestions, selectionBehavior: 'at-most-one' };
}

function labelOf(tests: readonly TestOrder[], { language }: CardContext): string {
  const names = listIn(
    language,
    tests.map((test) => nameOfTest(test, language)),
  );
  return tests.length === 1
    ? plain(language, 'suggest.order', { test: names })
    : plain(language, 'suggest.orders', { count: tests.length, tests: names });
}

/** A ServiceRequest that any FHIR server accepts. */
const proposal = (
  assessment: Assessment,
  description: string,
  code: Action['resource']['code'],
  reason: string,
): Action => ({
  type: 'create',
  description,
  resource: {
    resourceType: 'ServiceRequest',
    status: 'draft',
    intent: 'proposal',
    code,
    subject: { reference: assessment.patient },
    reasonCode: [{ text: reason }],
  },
});

/** Referral for screening. */
function referralFor(assessment: Assessment, { language }: CardContext): Action {
  const names = { trial: assessment.protocol.id, date: assessment.asOf };
  const label = plain(language, 'suggest.refer', names);
  return proposal(assessment, label, { text: label }, plain(language, 'suggest.refer-reason', names));
}

function orderFor(assessment: Assessment, test: TestOrder, { language }: CardContext): Action {
  const name = nameOfTest(test, language);
  const { system, code } = test.coding;
  const sent = { ...(URL.canParse(system) && { system }), code, display: name };
  return proposal(
    assessment,
    plain(language, 'suggest.order', { test: name }),
    { coding: [sent], text: name },
    plain(language, 'suggest.order-reason', {
      trial: assessment.protocol.id,
      criteria: listIn(language, test.criteria, 'ids'),
    }),
  );
}
