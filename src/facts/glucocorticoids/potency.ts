// How much prednisone is a milligram of each glucocorticoid worth?

import type { IngredientName } from '../../terminology/drugs.ts';

/**
 * mg that equal 5 mg of prednisone. Genomic equivalence; of betamethasone's 0.6-0.75 mg the reading that never overstates a dose.
 * @source Clinical specification, tables of sources S23, S23b, S23c.
 */
const milligramsEqualToFive = new Map<IngredientName, number>([
  ['prednisone', 5],
  ['prednisolone', 5],
  ['methylprednisolone', 4],
  ['dexamethasone', 0.75],
  ['betamethasone', 0.75],
  ['hydrocortisone', 20],
  ['cortisone', 25],
  ['triamcinolone', 4],
  ['deflazacort', 6],
]);

/**
 * Dexamethasone base in a mg of its sodium phosphate, where the product names the strength of the salt.
 * @source Clinical specification.
 */
export const dexamethasonePhosphateShare = 0.76;

/** mg of prednisone per mg; undefined for a glucocorticoid without an agreed equivalence, whose dose then cannot be read. */
export function prednisonePerMilligram(ingredient: IngredientName): number | undefined {
  const equal = milligramsEqualToFive.get(ingredient);
  return equal === undefined ? undefined : 5 / equal;
}
