// Which three things should be done next?

import { nameOfCriterion } from '../cards/criteria-table.ts';
import { namesOfCriteria, waitingFor, type Waiting } from '../cards/next-steps.ts';
import { nameOfTest } from '../cards/order-plan.ts';
import { standingOf, topOf, type Shown, type Standing } from '../cards/shown.ts';
import { print } from '../eligibility/print.ts';
import { listIn, type Language } from '../logic/language.ts';
import type { NextStep } from './evidence-report.ts';
import { words } from './sentences.ts';

const keyOf = ({ system, code }: Pick<NextStep['orders'][number], 'system' | 'code'>): string => `${system}|${code}`;

/** What stands against the patient first, then what is missing, then what a person confirms: the card's order. */
export function nextSteps({ open, orders }: Shown, language: Language): readonly NextStep[] {
  const text = words(language);
  const standing = (which: Standing) => open.filter((each) => standingOf(each) === which);
  /** Of the tests that the assessment asks for, those that settle these things: not all that their criterion waits for. */
  const codings = (ids: readonly string[], settling: Waiting['orders']): NextStep['orders'] => {
    const own = new Set(settling.map(({ coding }) => keyOf(coding)));
    const asked = orders.filter(({ criterion, coding }) => ids.includes(topOf(criterion)) && own.has(keyOf(coding)));
    const named = asked.map((test) => ({ ...test.coding, display: nameOfTest(test, language) }));
    return [...new Map(named.map((coding) => [keyOf(coding), coding])).values()];
  };
  const against = standing('against').map((each): NextStep => {
    const criterion = `${each.id} ${nameOfCriterion(language, each)}`;
    const line = text('next.against', { criterion, reason: print(each.reason, language) });
    return { kind: 'against', criteria: [each.id], words: line, orders: [] };
  });
  const missing = waitingFor(standing('missing'), language).map(({ criteria, things, orders: settling }): NextStep => {
    const ids = criteria.map(({ id }) => id);
    const line = text('next.missing', {
      criteria: namesOfCriteria(criteria, language),
      things: listIn(language, things),
    });
    return { kind: 'missing', criteria: ids, words: line, orders: codings(ids, settling) };
  });
  const asked = standing('confirm');
  const confirm: readonly NextStep[] =
    asked.length === 0
      ? []
      : [
          {
            kind: 'confirm',
            criteria: asked.map(({ id }) => id),
            words: text('next.confirm', { criteria: namesOfCriteria(asked, language) }),
            orders: [],
          },
        ];
  return [...against, ...missing, ...confirm];
}
