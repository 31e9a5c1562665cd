// What does the funnel of a run tell, with small numbers withheld?

import type { Database } from '../../store/store.ts';
import type { Vault } from '../run/vault.ts';
import { countFunnel, type Counted, type FunnelCount } from './count.ts';
import { countsOf, type RunHead } from './run-results.ts';
import { withheld, type Relation } from './suppress.ts';

/** A count, or "withheld" where it or another could otherwise be told to be small. */
export type Told = number | 'withheld';

export type FunnelRow = {
  readonly criterion: string;
  readonly excludes: Told;
  readonly unknown: Told;
  readonly onlyExcludes: Told;
  readonly onlyUnknown: Told;
};

export type Funnel = RunHead & {
  /** Counts from 1 to one less than this are withheld, and others from which they would follow. */
  readonly smallestCount: number;
  readonly screened: Told;
  readonly status: Readonly<Record<Counted['status'], Told>>;
  readonly criteria: readonly FunnelRow[];
};

const columns = ['excludes', 'unknown', 'onlyExcludes', 'onlyUnknown'] as const;

/** Reads a run and counts it; the same run gives the same numbers, in whatever order its patients were screened. */
export async function funnelOf(database: Database, vault: Vault, run: RunHead, smallestCount: number): Promise<Funnel> {
  return { ...run, ...told(await countFunnel(countsOf(database, vault, run.run)), smallestCount) };
}

/** The counts as they may be told. */
export function told(count: FunnelCount, smallestCount: number): Omit<Funnel, keyof RunHead> {
  const ids = [...count.criteria.keys()];
  const cells = new Map([
    ['screened', count.screened],
    ...Object.entries(count.status),
    ...[...count.criteria].flatMap(([id, row]) => columns.map((column) => [`${id} ${column}`, row[column]] as const)),
  ]);
  const hidden = withheld(cells, [...statusRelations, ...ids.flatMap(relationsOf)], smallestCount);
  const tell = (key: string): Told => (hidden.has(key) ? 'withheld' : (cells.get(key) ?? 0));
  return {
    smallestCount,
    screened: tell('screened'),
    status: {
      ineligible: tell('ineligible'),
      'potential-candidate': tell('potential-candidate'),
      candidate: tell('candidate'),
    },
    criteria: ids.map((id) => ({
      criterion: id,
      excludes: tell(`${id} excludes`),
      unknown: tell(`${id} unknown`),
      onlyExcludes: tell(`${id} onlyExcludes`),
      onlyUnknown: tell(`${id} onlyUnknown`),
    })),
  };
}

const statusRelations: readonly Relation[] = [
  { whole: 'screened', parts: ['ineligible', 'potential-candidate', 'candidate'], complete: true },
];

/** What follows from what, for one criterion: who is excluded by it is ineligible, who is excluded by it alone is excluded. */
const relationsOf = (id: string): readonly Relation[] => [
  { whole: 'screened', parts: [`${id} excludes`, `${id} unknown`], complete: false },
  { whole: 'ineligible', parts: [`${id} excludes`], complete: false },
  { whole: `${id} excludes`, parts: [`${id} onlyExcludes`], complete: false },
  { whole: `${id} unknown`, parts: [`${id} onlyUnknown`], complete: false },
  { whole: 'potential-candidate', parts: [`${id} onlyUnknown`], complete: false },
];
