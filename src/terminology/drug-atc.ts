// What does an ATC code, or the Chinese drug code built on it, say about a drug?

import groupTable from './data/drugs/atc-groups.json' with { type: 'json' };
import type { DrugClass, IngredientName, Reach, RouteClass } from './drug-identity.ts';
import { ingredientByCode } from './drug-table.ts';
import { routeNamed } from './routes.ts';

export type AtcMeaning = {
  /** The group and ingredient as ATC writes it, "H02AB07" or, of a Chinese code, "H02AB". */
  readonly code: string;
  readonly ingredient: IngredientName | undefined;
  /** Classes of the group, for an ingredient that is not listed by name. */
  readonly classes: readonly DrugClass[];
  readonly reach: Reach | undefined;
  /** Local groups say where. */
  readonly route: RouteClass | undefined;
};

const atcShape = /^[A-Z]\d{2}[A-Z]{0,2}(?:\d{2})?$/;
const fullAtcShape = /^[A-Z]\d{2}[A-Z]{2}\d{2}$/;
const nhsaShape = /^X[A-Z]\d{2}[A-Z]{2}[A-Z]\d{3}/;

const groups = new Map(groupTable.groups.map((group) => [group.prefix, group]));

/** The entry of the longest prefix of a code that is listed. */
function groupOf(code: string): (typeof groupTable.groups)[number] | undefined {
  for (let length = Math.min(code.length, 5); length > 0; length -= 1) {
    const group = groups.get(code.slice(0, length));
    if (group !== undefined) return group;
  }
  return undefined;
}

function meaningOf(code: string, ingredient: IngredientName | undefined): AtcMeaning {
  const group = groupOf(code);
  const route = group === undefined ? undefined : routeNamed(group.reach);
  const reach = route !== undefined ? 'local' : group === undefined ? undefined : 'systemic';
  return { code, ingredient, classes: group?.classes ?? [], reach, route };
}

/** Reads an ATC code of any level; undefined if it has not the shape of one. */
export function readAtc(code: string): AtcMeaning | undefined {
  const plain = code.trim().toUpperCase();
  return atcShape.test(plain) ? meaningOf(plain, ingredientByCode.atc.get(plain)) : undefined;
}

/** Reads a Chinese NHSA drug code, of a class or of one package: X, ATC group, ingredient, dose form, package. */
export function readNhsa(code: string): AtcMeaning | undefined {
  const plain = code.trim().toUpperCase();
  return nhsaShape.test(plain)
    ? meaningOf(plain.slice(1, 6), ingredientByCode.nhsa.get(plain.slice(0, 10)))
    : undefined;
}

/** A code without a known system that can only be an ATC or NHSA code. */
export function readByShape(code: string): AtcMeaning | undefined {
  const plain = code.trim().toUpperCase();
  return fullAtcShape.test(plain) ? readAtc(plain) : readNhsa(plain);
}
