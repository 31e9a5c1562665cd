// By which names and codes, and in which strength, does a resource name its drug?

import type { Concept } from '../terminology/concept.ts';
import type { Strength } from '../terminology/drugs.ts';
import { readConcept } from './concept-reader.ts';
import { readQuantity } from './dosage/dosage-amount.ts';
import { isJson, objectAt, objectsAt, textAt } from './json.ts';
import type { Json, Resource } from './record.ts';
import type { ReaderContext } from './reader-context.ts';

type NamingContext = Pick<ReaderContext, 'resolve' | 'translate'>;

type Names = { readonly concepts: readonly Concept[]; readonly strength: Strength | undefined };

/**
 * Every name the drug came with: its own concept, the display of the reference, and of the Medication referred to its code
 * and ingredients. `strength` only where the Medication states it for its single ingredient.
 */
export function medicationNames(resource: Resource, context: NamingContext): Names {
  const own = readConcept(resource['medicationCodeableConcept'], context.translate);
  const reference = objectAt(resource, 'medicationReference');
  if (reference === undefined) return { concepts: own === undefined ? [] : [own], strength: undefined };
  const display = textAt(reference, 'display');
  const target = context.resolve(reference, resource);
  const code = readConcept(target?.['code'], context.translate);
  const ingredients = objectsAt(target ?? {}, 'ingredient');
  const named = ingredients.flatMap((each) => ingredientName(each, target ?? resource, context) ?? []);
  return {
    concepts: [
      ...(own === undefined ? [] : [own]),
      ...(code === undefined ? [] : [code]),
      ...named,
      ...(display === undefined ? [] : [{ codings: [], text: display }]),
    ],
    strength: ingredients.length === 1 && isJson(ingredients[0]) ? strengthOf(ingredients[0]) : undefined,
  };
}

function ingredientName(ingredient: Json, owner: Resource, context: NamingContext): Concept | undefined {
  const item = readConcept(ingredient['itemCodeableConcept'], context.translate);
  const reference = objectAt(ingredient, 'itemReference');
  if (item !== undefined || reference === undefined) return item;
  const display = textAt(reference, 'display');
  const named = readConcept(context.resolve(reference, owner)?.['code'], context.translate);
  return named ?? (display === undefined ? undefined : { codings: [], text: display });
}

const onePiece: Json = { value: 1 };

/** Medication.ingredient.strength, "20 mg per 1 tablet" or "40 mg per 1 mL". */
function strengthOf(ingredient: Json): Strength | undefined {
  const ratio = objectAt(ingredient, 'strength') ?? {};
  const numerator = readQuantity(ratio['numerator']);
  const denominator = readQuantity(ratio['denominator'] ?? onePiece);
  if (numerator?.of !== 'milligrams' || numerator.per !== undefined || numerator.value.low <= 0) return undefined;
  if (denominator === undefined || denominator.of === 'milligrams' || denominator.value.low <= 0) return undefined;
  return {
    milligrams: numerator.value.low / denominator.value.low,
    per: denominator.of === 'pieces' ? 'piece' : 'mL',
  };
}
