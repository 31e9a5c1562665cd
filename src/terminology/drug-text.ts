// Which drugs does a written name mean, and what does it say about strength and form?

import type { IngredientName, RouteClass, Strength } from './drug-identity.ts';
import { strengthOf } from './drug-strength.ts';
import { allIngredients } from './drug-table.ts';
import { phraseBook, type Found } from './phrases.ts';
import { routeOfName } from './routes.ts';
import { wordsOf } from './term-text.ts';

export type NameReading = {
  readonly ingredients: readonly IngredientName[];
  readonly strength: Strength | undefined;
  readonly route: RouteClass | undefined;
  readonly depot: boolean;
  /** "A / B", "A + B", 复方: the names stand for one product. */
  readonly combination: boolean;
  /** "A or B": nobody says which of them. */
  readonly alternative: boolean;
};

const finalE = /^(?!cortisone$)[a-z]{5,}[dlmnt]e$/;

/** As German spells it: "prednison", "fluconazol". "Cortison" means any glucocorticoid there. */
const germanOf = (name: string): readonly string[] => (finalE.test(name) ? [name.slice(0, -1)] : []);

const aliases = phraseBook(
  allIngredients.flatMap(({ name, zh, names }) =>
    [name, zh, ...names].flatMap((alias) =>
      [alias, ...germanOf(alias)].map((each): readonly [string, IngredientName] => [each, name]),
    ),
  ),
);

/** Longest match first: a name inside a longer name (泼尼松 in 甲泼尼松龙, prednisolone in methyl prednisolone) is not meant. */
const outermost = (found: readonly Found<IngredientName>[]): readonly Found<IngredientName>[] =>
  found.filter(
    (one) =>
      !found.some(
        (other) => other.start <= one.start && other.end >= one.end && other.end - other.start > one.end - one.start,
      ),
  );

const combined = / \/ |\+|＋|复方|\band\b|\bwith\b/;
const alternatively = /\b(?:or|vs|versus|oder)\b|或/;
const depotNames = /depo|kenalog|aristospan|diprospan|得宝松|复方倍他米松|康宁克通|suspension|混悬|soluspan/;
const depotDrugs: ReadonlySet<IngredientName> = new Set([
  'methylprednisolone',
  'triamcinolone',
  'betamethasone',
  'dexamethasone',
  'hydrocortisone',
  'prednisolone',
]);
const injected: ReadonlySet<RouteClass | undefined> = new Set(['injection', 'intramuscular', undefined]);

/** Reads the name of a drug in English or Chinese, by RxNorm's grammar or freely written. */
export function readName(text: string): NameReading {
  const words = wordsOf(text);
  const found = outermost(aliases(words));
  const ingredients = [...new Set(found.map(({ what }) => what))];
  const [first] = found;
  const route = routeOfName(words);
  const depot =
    ingredients.some((each) => depotDrugs.has(each)) &&
    injected.has(route) &&
    (depotNames.test(words.plain) || (ingredients.includes('triamcinolone') && route !== undefined));
  return {
    ingredients,
    strength: first === undefined ? undefined : strengthOf(words.plain, first.start, first.end),
    route,
    depot,
    combination: combined.test(words.plain),
    alternative: ingredients.length > 1 && isAlternative(words.plain, found),
  };
}

/** Whether "or" stands between the names of two drugs. */
const isAlternative = (plain: string, found: readonly Found<IngredientName>[]): boolean =>
  found.some(({ what, end }, index) => {
    const next = found[index + 1];
    return next !== undefined && next.what !== what && alternatively.test(plain.slice(end, next.start));
  });
