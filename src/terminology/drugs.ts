// Which drug is this, in what strength and form?

import { codeSystemOf } from './code-systems.ts';
import { textsOf, type Coding, type Concept } from './concept.ts';
import { readAtc, readByShape, readNhsa, type AtcMeaning } from './drug-atc.ts';
import type { DrugClass, DrugIdentity, Identified, IngredientName, RouteClass, Strength } from './drug-identity.ts';
import { placeOf, sameStrength } from './drug-form.ts';
import { ingredientByCode, ingredientNamed, products } from './drug-table.ts';
import { readName } from './drug-text.ts';

export * from './drug-identity.ts';

/** What one code or one written name says. */
type Naming = {
  readonly ingredients: readonly IngredientName[];
  /** A substance without form or strength may be one part of a combination. */
  readonly substance: boolean;
  readonly concept: number;
  readonly fromCode: boolean;
  readonly combination: boolean;
  readonly alternative: boolean;
  readonly route: RouteClass | undefined;
  readonly strength: Strength | undefined;
  readonly depot: boolean;
  readonly group: AtcMeaning | undefined;
};

const nothing = {
  ingredients: [],
  substance: true,
  fromCode: true,
  combination: false,
  alternative: false,
  route: undefined,
  strength: undefined,
  depot: false,
  group: undefined,
} as const;

/**
 * Identifies a medication by its codes (RxNorm, ATC, SNOMED CT, NHSA), and by its names (RxNorm's grammar, brands, Chinese).
 * Codes and names of one medication are one drug; where they name different drugs it is `contradictory`.
 */
export function identifyDrug(concepts: readonly Concept[]): Identified {
  const namings = concepts.flatMap((concept, index) => [
    ...concept.codings.flatMap((coding) => codeNaming(coding, index) ?? []),
    ...[...new Set(textsOf(concept))].map((text) => nameNaming(text, index)),
  ]);
  const naming = namings.filter((each) => each.ingredients.length > 0);
  const groups = namings.flatMap((each) => each.group ?? []);
  if (naming.length === 0) return unnamed(groups, namings, otherRxNormName(concepts));
  const candidates = [...new Set(naming.flatMap((each) => each.ingredients))].sort();
  const isOpen = disagree(naming) || naming.some(({ alternative }) => alternative);
  if (isOpen || !groups.every((group) => fits(group, candidates))) return contradiction(candidates, groups);
  return { state: 'known', drug: identityOf(ingredientsOf(naming), namings, groups) };
}

function codeNaming({ system, code }: Coding, concept: number): Naming | undefined {
  const named = codeSystemOf(system);
  if (named === 'rxnorm') {
    const product = products.get(code.trim());
    if (product !== undefined)
      return { ...nothing, route: undefined, strength: undefined, ...product, substance: false, concept };
  }
  if (named === 'rxnorm' || named === 'snomed') {
    const ingredient = ingredientByCode[named].get(code.trim());
    return ingredient === undefined ? undefined : { ...nothing, ingredients: [ingredient], concept };
  }
  const group = named === 'atc' ? readAtc(code) : named === 'nhsa' ? readNhsa(code) : readByShape(code);
  if (group === undefined) return undefined;
  return { ...nothing, ingredients: group.ingredient === undefined ? [] : [group.ingredient], group, concept };
}

function nameNaming(text: string, concept: number): Naming {
  const name = readName(text);
  return { ...nothing, ...name, substance: name.strength === undefined, fromCode: false, concept };
}

/** True if two names or codes mean different drugs, and no third one names both together. */
function disagree(namings: readonly Naming[]): boolean {
  const shares = (a: Naming, b: Naming): boolean => a.ingredients.some((each) => b.ingredients.includes(each));
  return namings.some((a, at) =>
    namings.slice(at + 1).some((b) => {
      if (shares(a, b)) return false;
      if (a.concept !== b.concept && a.substance && b.substance) return false;
      return !namings.some((each) => each.ingredients.length > 1 && shares(each, a) && shares(each, b));
    }),
  );
}

/** Codes tell the ingredients; a name adds to them only where it names a combination. */
function ingredientsOf(namings: readonly Naming[]): readonly IngredientName[] {
  const coded = namings.filter((each) => each.fromCode);
  const counted = coded.length === 0 ? namings : [...coded, ...namings.filter((each) => each.combination)];
  return [...new Set(counted.flatMap((each) => each.ingredients))].sort();
}

function contradiction(candidates: readonly IngredientName[], groups: readonly AtcMeaning[]): Identified {
  const ofGroups = groups.flatMap(({ ingredient, classes }) => (ingredient === undefined ? classes : []));
  const ofCandidates = candidates.flatMap((name) => ingredientNamed(name)?.classes ?? []);
  return {
    state: 'contradictory',
    candidates,
    groups: new Set(ofGroups),
    classes: new Set([...ofCandidates, ...ofGroups]),
  };
}

/** Can a drug stand under this ATC group? A wrong code beside a right name is seen by it. */
function fits(group: AtcMeaning, ingredients: readonly IngredientName[]): boolean {
  if (group.ingredient !== undefined || group.reach === 'local') return true;
  return ingredients.some((name) => {
    const known = ingredientNamed(name);
    if (known === undefined || known.atc.length === 0) return true;
    const sameGroup = known.atc.some((code) => code.slice(0, 3) === group.code.slice(0, 3));
    return sameGroup || known.classes.some((each) => group.classes.includes(each)) || isOther(known.classes, group);
  });
}

const isOther = (classes: readonly DrugClass[], group: AtcMeaning): boolean =>
  classes.includes('other') && group.classes.length === 0;

const rxNormName =
  /^(?:\d[\d.]* (?:ml|actuat|hr) )?([a-z][a-z ,'()-]*?) \d[\d.,]* (?:mg|mcg|unt|meq|gm|%|mmol)(?:\/\S+)? .*\b(?:tablet|capsule|solution|suspension|injection|cream|ointment|gel|lotion|spray|inhaler|syringe|auto-injector|pack|patch|syrup|granules|powder|product|suppository|foam|lozenge|system|enema)\b/i;

/** The ingredient in an RxNorm name that holds none of our drugs: it can be read, and it is another drug. */
function otherRxNormName(concepts: readonly Concept[]): string | undefined {
  const coded = concepts.filter(({ codings }) => codings.some(({ system }) => codeSystemOf(system) === 'rxnorm'));
  const names = coded.flatMap((concept) => textsOf(concept).flatMap((text) => rxNormName.exec(text)?.[1] ?? []));
  return names[0]?.toLowerCase();
}

const otherDrug = (name: string): Identified => ({
  state: 'known',
  drug: { ingredients: [name], classes: new Set(['other']) },
});

/** No name is known: an ATC group still tells the class; otherwise nobody can read it. */
function unnamed(groups: readonly AtcMeaning[], namings: readonly Naming[], other: string | undefined): Identified {
  const [group] = groups;
  if (group === undefined) return other === undefined ? { state: 'unknown' } : otherDrug(other);
  const identity = identityOf([group.code], namings, groups);
  return { state: 'known', drug: { ...identity, classes: new Set([...group.classes, 'unnamed']) } };
}

function identityOf(
  ingredients: readonly IngredientName[],
  namings: readonly Naming[],
  groups: readonly AtcMeaning[],
): DrugIdentity {
  const known = ingredients.flatMap((name) => ingredientNamed(name) ?? []);
  const forms = namings.flatMap((each) => each.route ?? []);
  const { route, reach } = placeOf(
    forms,
    groups,
    known.map((each) => each.usual),
  );
  const strength = ingredients.length > 1 ? undefined : sameStrength(namings.flatMap((each) => each.strength ?? []));
  return {
    ingredients,
    classes: new Set(known.flatMap((each) => each.classes)),
    ...(route !== undefined && { route }),
    ...(reach !== undefined && { reach }),
    ...(strength !== undefined && { strength }),
    ...(namings.some((each) => each.depot) && { depot: true }),
  };
}
