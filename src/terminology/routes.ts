// By which route is a drug given, and does it then act on the whole body?

import { textsOf, type Concept } from './concept.ts';
import { codeSystemOf } from './code-systems.ts';
import table from './data/drugs/routes.json' with { type: 'json' };
import { routeClasses, type DrugIdentity, type Reach, type RouteClass } from './drug-identity.ts';
import { phraseBook } from './phrases.ts';
import { wordsOf, type TermWords } from './term-text.ts';

/** The route class of that name. */
export const routeNamed = (name: string): RouteClass | undefined => routeClasses.find((each) => each === name);

/** The table in its own order, which says what decides where a text names several. */
const rows = table.routes.flatMap((row, rank) => {
  const route = routeNamed(row.route);
  return route === undefined ? [] : [{ ...row, route, rank }];
});
type Row = (typeof rows)[number];

const codesOf = (key: 'snomed' | 'hl7' | 'edqm' | 'ncit'): ReadonlyMap<string, RouteClass> =>
  new Map(rows.flatMap((row) => row[key].map((code) => [code, row.route])));
const bySnomed = codesOf('snomed');
const byHl7 = codesOf('hl7');
const byEdqm = codesOf('edqm');
const byNcit = codesOf('ncit');

const filed = (row: Row, phrases: readonly string[]): readonly (readonly [string, Row])[] =>
  phrases.map((phrase) => [phrase, row]);
const routeWords = phraseBook(rows.flatMap((row) => filed(row, row.words)));
const formWords = phraseBook(rows.flatMap((row) => filed(row, [...row.words, ...row.names])));

function decisive(found: readonly { readonly what: Row }[]): RouteClass | undefined {
  let best: Row | undefined;
  for (const { what } of found) if (best === undefined || what.rank < best.rank) best = what;
  return best?.route;
}

/** The route that the name of a product implies by its dose form or brand: "oral tablet", "滴眼液", "Restasis". */
export const routeOfName = (words: TermWords): RouteClass | undefined => decisive(formWords(words));

/** The route that an order's own words state: "by mouth", "静脉滴注". */
export const routeInText = (text: string): RouteClass | undefined => decisive(routeWords(wordsOf(text)));

/** A stated route (Dosage.route): by its codes (SNOMED CT, EDQM, NCI, HL7), else by its words; undefined if nobody can tell. */
export function readRoute(concept: Concept): RouteClass | undefined {
  for (const { system, code } of concept.codings) {
    const known =
      codeSystemOf(system) === 'snomed'
        ? bySnomed.get(code)
        : (byEdqm.get(code) ?? byNcit.get(code) ?? byHl7.get(code.toUpperCase()) ?? bySnomed.get(code));
    if (known !== undefined) return known;
  }
  for (const text of textsOf(concept)) {
    const known = routeInText(text) ?? byHl7.get(text.trim().toUpperCase());
    if (known !== undefined) return known;
  }
  return undefined;
}

const systemicRoutes: ReadonlySet<RouteClass> = new Set([
  'oral',
  'intravenous',
  'intramuscular',
  'subcutaneous',
  'injection',
]);

/** Reach of a route alone. An injection is systemic only where the drug is not also injected into joints or lesions. */
export const reachOfRoute = (route: RouteClass): Reach => (systemicRoutes.has(route) ? 'systemic' : 'local');

/** Whether a route keeps a drug to one part of the body; one that nobody states does not. */
export const isLocalRoute = (route: RouteClass | undefined): boolean =>
  route !== undefined && reachOfRoute(route) === 'local';

/** By vein, or injected and nobody says where. */
export const isByVein = (route: RouteClass | undefined): boolean => route === 'intravenous' || route === 'injection';

/** Given into joints, lesions and eyes as well as into veins: an injection without a place says nothing of its reach. */
const injectedLocally: ReadonlySet<string> = new Set(['glucocorticoid', 'glucocorticoid-unconverted']);

/**
 * Does a drug given by this route act on the whole body?
 * `route` is the stated one, else the one the product implies. A product made for one part of the body and an order that says
 * otherwise contradict each other: `unclear`.
 * @source Clinical specification 4.2 (glucocorticoids) and 5 (the agents' systemic routes).
 */
export function systemicReach(route: RouteClass | undefined, drug: DrugIdentity): Reach {
  if (drug.reach === 'unclear') return 'unclear';
  if (drug.classes.has('steroid-not-converted') && route === undefined) return 'local';
  if (route === undefined) return drug.reach ?? 'unclear';
  const stated = reachOfRoute(route);
  if (stated === 'local')
    return drug.route === 'oral' && route !== 'rectal' && route !== 'dental' ? 'unclear' : 'local';
  if (drug.reach === 'local' || (drug.route !== undefined && reachOfRoute(drug.route) === 'local')) return 'unclear';
  const ambiguous = route === 'injection' || route === 'subcutaneous';
  const localToo = [...drug.classes].some((each) => injectedLocally.has(each));
  return ambiguous && localToo ? 'unclear' : 'systemic';
}
