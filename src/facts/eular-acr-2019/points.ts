// How many points of the 2019 EULAR/ACR criteria does the record prove, over all time?

import type { Evidence } from '../../logic/finding.ts';
import { provenByDiagnoses } from './clinical.ts';
import { items, type Item, type ItemId } from './items.ts';
import { provenByResults } from './laboratory.ts';
import type { Context } from './proof.ts';
import { attributionEvidence, attributionOf } from './stated.ts';

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

/** What an examination shows and no result or picture has to prove: an investigator may state it. */
const examined: ReadonlySet<ItemId> = new Set<ItemId>([
  'delirium',
  'psychosis',
  'seizure',
  'alopecia',
  'oral-ulcers',
  'subacute-or-discoid',
  'acute-cutaneous',
  'acute-pericarditis',
  'joint-involvement',
]);

const proofOf = ({ id }: Item, context: Context): readonly Evidence[] =>
  provenByResults.get(id)?.prove(context) ?? provenByDiagnoses.get(id)?.(context) ?? [];

/** What would prove an item if it is due to lupus: findings whose cause the record leaves open count too. */
export const findingsFor = (item: Item, context: Context): readonly Evidence[] =>
  proofOf(item, { ...context, anyCause: true });

/** Whether an investigator may confirm an item: something shows it, or an examination can. No statement replaces a result. */
export const mayBeConfirmed = (item: Item, findings: readonly Evidence[]): boolean =>
  examined.has(item.id) || findings.length > 0;

/** What proves an item. What an investigator says of its cause decides over the record's silence about it. */
function evidenceFor(item: Item, context: Context): readonly Evidence[] {
  const attribution = attributionOf(item, context.screening);
  if (attribution === undefined) return proofOf(item, context);
  if (attribution.to === 'not-lupus') return [];
  const findings = findingsFor(item, context);
  return mayBeConfirmed(item, findings) ? [...findings, attributionEvidence(item, attribution)] : [];
}

/** The points that can be proven; what cannot be proven may still be true. */
export function provenPoints(context: Context): Points {
  const best = new Map<string, ProvenItem>();
  const proven: ProvenItem[] = [];
  for (const item of items) {
    const evidence = evidenceFor(item, context);
    if (evidence.length === 0) continue;
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
