// How many patients does each single criterion exclude, and how many does it leave unknown?

import { z } from 'zod';
import { isAgainst, status, verdict } from '../stored-assessment.ts';

/** As much of an assessment as is counted: the rest is not looked at. */
export const counted = z.object({
  status,
  criteria: z.array(z.object({ id: z.string(), type: z.enum(['inclusion', 'exclusion']), verdict })),
});

export type Counted = z.infer<typeof counted>;

/** Cut out of an assessment: what a run keeps beside it, so that it can be counted without opening every assessment. */
export const countedIn = (assessment: unknown): Counted => counted.parse(assessment);

export type CriterionCount = {
  excludes: number;
  unknown: number;
  /** Excluded by this criterion and by no other. */
  onlyExcludes: number;
  /** Nothing is against the patient, and of all criteria only this one is unknown. */
  onlyUnknown: number;
};

export type FunnelCount = {
  readonly screened: number;
  readonly status: Readonly<Record<Counted['status'], number>>;
  /** In the order of the trial. Each criterion is counted alone: no order of the criteria changes a number. */
  readonly criteria: ReadonlyMap<string, Readonly<CriterionCount>>;
};

/** Counts the patients of a run. */
export async function countFunnel(results: AsyncIterable<Counted> | Iterable<Counted>): Promise<FunnelCount> {
  const status = { ineligible: 0, 'potential-candidate': 0, candidate: 0 };
  const criteria = new Map<string, CriterionCount>();
  let screened = 0;
  const of = (id: string): CriterionCount => {
    const known = criteria.get(id) ?? { excludes: 0, unknown: 0, onlyExcludes: 0, onlyUnknown: 0 };
    criteria.set(id, known);
    return known;
  };
  for await (const each of results) {
    screened += 1;
    status[each.status] += 1;
    const against = each.criteria.filter(isAgainst);
    const unknown = each.criteria.filter((one) => one.verdict === 'unknown');
    for (const { id } of each.criteria) of(id);
    for (const { id } of against) of(id).excludes += 1;
    for (const { id } of unknown) of(id).unknown += 1;
    const [onlyAgainst, furtherAgainst] = against;
    if (onlyAgainst !== undefined && furtherAgainst === undefined) of(onlyAgainst.id).onlyExcludes += 1;
    const [onlyUnknown, furtherUnknown] = unknown;
    if (against.length === 0 && onlyUnknown !== undefined && furtherUnknown === undefined)
      of(onlyUnknown.id).onlyUnknown += 1;
  }
  return { screened, status, criteria };
}
