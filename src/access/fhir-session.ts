// How is one patient's data read from one FHIR server for one request?

import type { Page } from '../fhir/bundle.ts';
import type { Part } from '../fhir/record-builder.ts';
import type { Resource } from '../fhir/record.ts';
import { readAnswer } from '../fhir/search-answer.ts';
import type { Search, SearchName } from '../fhir/searches.ts';
import type { Trace } from '../telemetry/trace.ts';
import { withoutSlash } from './base-url.ts';
import type { Connection } from './connection.ts';
import { fullSearch, type Found, type Manner } from './full-search.ts';
import { heeding } from './heeding.ts';
import { fhirReader, type Reader } from './reader.ts';
import { followPages } from './search-run.ts';
import { givenToken, type TokenSource } from './token-source.ts';

/** How one search went; nothing in it names a patient. */
export type SearchEvent = {
  readonly search: SearchName;
  readonly state: Part['retrieved']['state'];
  /** Why it is not complete, in a stable word. */
  readonly reason?: string;
  readonly manner: Manner;
  readonly pages: number;
  readonly matches: number;
  readonly milliseconds: number;
};

export type SessionOptions = {
  readonly base: URL;
  /** Access token of this request, or where the service's own tokens come from. */
  readonly token: string | TokenSource | undefined;
  readonly connection: Connection;
  readonly limits: { readonly responseBytes: number; readonly pages: number; readonly connections: number };
  /** Milliseconds for one call, and for all reading of this session: the time in which a call may be repeated. */
  readonly callTimeout: number;
  readonly totalTime: number;
  /** Ends everything that is still being read. */
  readonly signal: AbortSignal;
  /** Of the request on whose behalf is read. */
  readonly trace?: Trace | undefined;
  readonly observe?: (event: SearchEvent) => void;
  /** Is shown every answer, without the warnings that are harmless. */
  readonly observeAnswer?: (answer: unknown) => void;
};

/** Reads on behalf of one request. Nothing here throws: what cannot be read is an unavailable or partial part. */
export type FhirSession = {
  readonly base: string;
  /** Runs one search for a patient and reads all its pages. */
  readonly search: (search: Search, patientId: string) => Promise<Part>;
  /** Reads the pages that follow those already in hand. */
  readonly follow: (search: Search, pages: readonly Page[]) => Promise<Part>;
  /** Reads one resource; undefined if it cannot be had. */
  readonly read: (type: string, id: string) => Promise<Resource | undefined>;
};

/** Begins to read on behalf of one request; its time runs from here. It asks the server for nothing yet. */
export function openSession(options: SessionOptions): FhirSession {
  const { base, token, connection, limits, callTimeout, totalTime, signal, trace, observe, observeAnswer } = options;
  const tokens = typeof token === 'object' ? token : givenToken(token);
  const readAsSent = fhirReader({ ...limits, base, tokens, connection, callTimeout, totalTime, signal, trace });
  const heeded = heeding(readAsSent, connection.harmlessWarnings);
  const read: Reader = async (address) => {
    const got = await heeded(address);
    if (!('reason' in got)) observeAnswer?.(got.value);
    return got;
  };
  const pageLimits = { base, pages: limits.pages };
  const server = {
    read,
    limits: pageLimits,
    everyObservationHasCategory: connection.everyObservationHasCategory,
    capabilities: () => connection.capabilities(async () => valueOf(await read('metadata'))),
  };

  const observed = async (search: Search, work: () => Promise<Found>): Promise<Part> => {
    const started = connection.clock.now();
    const { part, pages, manner } = await work();
    observe?.({
      search: search.name,
      state: part.retrieved.state,
      ...('reason' in part.retrieved && { reason: part.retrieved.reason }),
      manner,
      pages,
      matches: part.entries.filter(({ resource }) => resource.resourceType === search.type).length,
      milliseconds: connection.clock.now() - started,
    });
    return part;
  };

  return {
    base: withoutSlash(base),
    search: (search, patientId) => observed(search, () => fullSearch(server, search, patientId)),
    follow: (search, pages) =>
      observed(search, async () => ({ ...(await followPages(read, pageLimits, search, pages)), manner: 'usual' })),
    read: async (type, id) => {
      const got = await read(`${type}/${id}`);
      const answer = 'reason' in got ? undefined : readAnswer({ name: 'patient', type, newestFirst: false }, got.value);
      return answer?.state === 'page'
        ? answer.page.entries.map(({ resource }) => resource).find(({ resourceType }) => resourceType === type)
        : undefined;
    },
  };
}

const valueOf = (got: Awaited<ReturnType<ReturnType<typeof fhirReader>>>): unknown =>
  'reason' in got ? undefined : got.value;
