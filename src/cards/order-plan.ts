// Which of the missing tests are offered with one click, together or singly, and which only named?

import type { Assessment } from '../eligibility/assessment.ts';
import { print } from '../eligibility/print.ts';
import type { Language } from '../logic/language.ts';
import { say } from '../logic/message.ts';
import { measurementsOf } from '../terminology/measurements.ts';
import type { CardShape } from './card-context.ts';
import { topOf, type Shown } from './shown.ts';

type Order = Assessment['orders'][number];

/** One test, however many criteria and parts wait for it. */
export type TestOrder = { readonly coding: Order['coding']; readonly criteria: readonly string[] };

export type OrderPlan = {
  /** Each is one suggestion; what settles most comes first. */
  readonly offered: readonly (readonly TestOrder[])[];
  readonly rest: readonly TestOrder[];
};

/** With the referral, six suggestions: more are not read. */
const mostSuggestions = 5;

/**
 * Up to five missing tests are offered singly. More are offered in groups that serve the same criteria; where the client takes
 * one action per suggestion, the five that settle most are offered and the rest is named; where it takes one suggestion
 * at most, all are offered together.
 */
export function orderPlan({ orders }: Pick<Shown, 'orders'>, shape: CardShape): OrderPlan {
  const tests = testsOf(orders);
  if (tests.length === 0) return { offered: [], rest: [] };
  if (shape === 'at-most-one') return { offered: [tests], rest: [] };
  if (shape === 'epic' || tests.length <= mostSuggestions) return cut(tests.map((test) => [test]));
  return cut(
    [...Map.groupBy(tests, (test) => wholeCriteria(test).join(' ')).values()].toSorted(
      ([a], [b]) => settled(b) - settled(a),
    ),
  );
}

const cut = (groups: OrderPlan['offered']): OrderPlan => ({
  offered: groups.slice(0, mostSuggestions),
  rest: groups.slice(mostSuggestions).flat(),
});

const wholeCriteria = ({ criteria }: TestOrder): readonly string[] => [...new Set(criteria.map(topOf))];

const settled = (test: TestOrder | undefined): number => (test === undefined ? 0 : wholeCriteria(test).length);

/**
 * Each test once. First the one that brings most criteria nearest to an answer: of a part that waits for one test it is the
 * whole answer, of a part that waits for eleven only an eleventh.
 */
function testsOf(orders: readonly Order[]): readonly TestOrder[] {
  const waiting = Map.groupBy(orders, ({ criterion }) => criterion);
  const shareOf = ({ criteria }: TestOrder): number =>
    criteria.reduce((sum, criterion) => sum + 1 / (waiting.get(criterion)?.length ?? 1), 0);
  const byCode = Map.groupBy(orders, ({ coding }) => `${coding.system}|${coding.code}`);
  return [...byCode.values()]
    .flatMap((same) =>
      same.slice(0, 1).map(({ coding }) => ({ coding, criteria: same.map(({ criterion }) => criterion) })),
    )
    .toSorted((a, b) => shareOf(b) - shareOf(a));
}

/** What a person calls the test: in English as its code is displayed, else by the name of what it measures. */
export function nameOfTest({ coding }: Pick<TestOrder, 'coding'>, language: Language): string {
  const displayed = coding.display === '' ? coding.code : coding.display;
  if (language === 'en') return displayed;
  const [measurement] = measurementsOf({ codings: [{ system: coding.system, code: coding.code }] }).names;
  return measurement === undefined ? displayed : print(say(`measurement.${measurement}`), language);
}
