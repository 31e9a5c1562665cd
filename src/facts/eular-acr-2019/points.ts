// How many points of the 2019 EULAR/ACR criteria does the record prove, over all time?

import type { Evidence } from '../../logic/finding.ts';
import { provenByDiagnoses } from './clinical.ts';
import { items, type Item } from './items.ts';
import { provenByResults } from './laboratory.ts';
import type { Context } from './proof.ts';

export type ProvenItem = { readonly item: Item; readonly evidence: readonly Evidence[] };

export type Points = {
  /** Every proven item, in the order of the criteria. */
  readonly proven: readonly ProvenItem[];
  /** The highest proven item of each domain, in the order of the criteria. */
  readonly counted: readonly ProvenItem[];
  /** Their sum: a lower bound of the true total. */
  readonly lower: number;
  readonly clinical: boolean;
};

/** The points that can be proven; what cannot be proven may still be true. */
export function provenPoints(context: Context): Points {
  const best = new Map<string, ProvenItem>();
  const proven: ProvenItem[] = [];
  for (const item of items) {
    const evidence = provenByResults.get(item.id)?.(context) ?? provenByDiagnoses.get(item.id)?.(context);
    if (evidence === undefined || evidence.length === 0) continue;
    proven.push({ item, evidence });
    if (item.points > (best.get(item.domain)?.item.points ?? 0)) best.set(item.domain, { item, evidence });
  }
  const counted = [...best.values()];
  return {
    proven,
    counted,
    lower: counted.reduce((sum, { item }) => sum + item.points, 0),
    clinical: counted.some(({ item }) => item.clinical),
  };
}
