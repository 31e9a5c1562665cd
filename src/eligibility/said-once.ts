// Which pieces of evidence say the same of several entries, and how are they shown once?

import type { Evidence } from '../logic/finding.ts';

/** Pieces of one label and one value, in their order; at least one. */
export type Repeated = readonly [Evidence, ...Evidence[]];

/** Gathers the pieces that say the same: a diagnosis coded at every visit, a drug given every day. The order is that of the first of each. */
export function gathered(evidence: readonly Evidence[]): readonly Repeated[] {
  const groups = new Map<string, [Evidence, ...Evidence[]]>();
  for (const each of evidence) {
    const key = JSON.stringify([each.label, each.value]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [each]);
    else group.push(each);
  }
  return [...groups.values()];
}

/** The last piece of those that say the same. */
export const lastOfEach = (evidence: readonly Evidence[]): readonly Evidence[] =>
  gathered(evidence).map((group) => group.at(-1) ?? group[0]);
