// What can be had of one search from this server, if need be by asking otherwise?

import type { Part } from '../fhir/record-builder.ts';
import { complete, type Retrieved } from '../fhir/retrieved.ts';
import { unavailable } from '../fhir/search-answer.ts';
import type { Search } from '../fhir/searches.ts';
import { partsOf, queriesInsteadOf, type Split } from './alternatives.ts';
import { holdsNone, type Capabilities } from './capabilities.ts';
import { runSearch, type PageLimits, type Run } from './search-run.ts';
import type { Reader } from './reader.ts';

/** How the answer was come by: the usual query, another wording, in parts, or by knowing that there is nothing. */
export type Manner = 'usual' | 'reworded' | 'in-parts' | 'not-held';

export type Found = { readonly part: Part; readonly pages: number; readonly manner: Manner };

export type SearchServer = {
  readonly read: Reader;
  readonly limits: PageLimits;
  readonly capabilities: () => Promise<Capabilities | undefined>;
  readonly everyObservationHasCategory: boolean;
};

/**
 * Runs a search. Where the server refuses the query its CapabilityStatement decides: a type that it does not have is
 * complete and empty, for a type that it has the other wordings are tried once, then the search in parts. Where it
 * cannot be read, nothing is concluded.
 */
export async function fullSearch(server: SearchServer, search: Search, patientId: string): Promise<Found> {
  const { read, limits } = server;
  const usual = await runSearch(read, limits, search, patientId);
  if (!usual.refused || search.query === undefined) return { ...usual, manner: 'usual' };
  const can = await server.capabilities();
  if (can === undefined) return { ...usual, manner: 'usual' };
  if (holdsNone(can, search.type)) return { part: { entries: [], retrieved: complete }, pages: 0, manner: 'not-held' };
  if (!can.types.has(search.type)) return { ...usual, manner: 'usual' };

  for (const query of queriesInsteadOf(search.name)) {
    const run = await runSearch(read, limits, { ...search, query, newestFirst: false }, patientId, true);
    if (!run.refused) return { ...run, manner: 'reworded' };
  }
  const split = partsOf(search.name);
  const parts = split === undefined ? undefined : await inParts(server, search, split, patientId);
  return parts ?? { ...usual, manner: 'usual' };
}

async function inParts(
  { read, limits, everyObservationHasCategory }: SearchServer,
  search: Search,
  { queries, exhaustive }: Split,
  patientId: string,
): Promise<Found | undefined> {
  const runs = await Promise.all(
    queries.map((query) => runSearch(read, limits, { ...search, query, newestFirst: false }, patientId, true)),
  );
  if (runs.every(({ refused }) => refused)) return undefined;
  const everything = exhaustive || (search.name === 'observations' && everyObservationHasCategory);
  const pages = runs.reduce((sum, run) => sum + run.pages, 0);
  return { part: together(runs, everything), pages, manner: 'in-parts' };
}

/**
 * The parts as one result: complete only if every part is and the parts are everything. Otherwise what is missing may be
 * of any date, so no day is named since which it is complete (ARCHITECTURE, law 1).
 */
function together(runs: readonly Run[], everything: boolean): Part {
  const entries = runs.flatMap(({ part }) => part.entries);
  const lacking = runs.map(({ part }) => reasonOf(part.retrieved)).find((reason) => reason !== undefined);
  const reason = lacking ?? (everything ? undefined : 'by-category');
  if (reason === undefined) return { entries, retrieved: complete };
  return entries.length === 0 ? unavailable(reason) : { entries, retrieved: { state: 'partial', reason } };
}

const reasonOf = (retrieved: Retrieved): string | undefined =>
  retrieved.state === 'complete' ? undefined : retrieved.reason;
