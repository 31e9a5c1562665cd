// How is one patient's data read from one FHIR server for one request?

import { Client } from 'fhir-kit-client';
import type { Dispatcher } from 'undici';
import type { Page } from '../fhir/bundle.ts';
import type { Part } from '../fhir/record-builder.ts';
import type { Resource } from '../fhir/record.ts';
import { partOf, readAnswer, unavailable } from '../fhir/search-answer.ts';
import type { Search } from '../fhir/searches.ts';
import { linkUnder, withoutSlash } from './base-url.ts';
import { failureReason } from './failure-reason.ts';
import { fence } from './fence.ts';
import { limiter } from './limiter.ts';

export type SessionOptions = {
  readonly base: URL;
  /** Access token of this request; it is kept by the fence and printed by nothing. */
  readonly token: string | undefined;
  readonly dispatcher: Dispatcher;
  readonly limits: { readonly responseBytes: number; readonly pages: number; readonly connections: number };
  readonly callTimeout: number;
  /** Ends everything that is still being read. */
  readonly signal: AbortSignal;
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

type Got = { readonly value: unknown } | { readonly reason: string };

export function openSession({ base, token, dispatcher, limits, callTimeout, signal }: SessionOptions): FhirSession {
  const client = new Client({
    baseUrl: withoutSlash(base),
    requestOptions: {
      dispatcher: fence(dispatcher, { base, token, maxBytes: limits.responseBytes }),
      redirect: 'error',
    },
  });
  const limited = limiter(limits.connections);

  const get = (url: string): Promise<Got> =>
    limited(async () => {
      try {
        const within = AbortSignal.any([signal, AbortSignal.timeout(callTimeout)]);
        return { value: await client.request(url, { options: { signal: within } }) };
      } catch (error) {
        return { reason: failureReason(error) };
      }
    });

  const page = async (search: Search, url: string): Promise<{ readonly page: Page } | { readonly reason: string }> => {
    const got = await get(url);
    if ('reason' in got) return got;
    const answer = readAnswer(search, got.value);
    return answer.state === 'page' ? { page: answer.page } : { reason: answer.reason };
  };

  const follow: FhirSession['follow'] = async (search, first) => {
    const pages = [...first];
    const seen = new Set<string>();
    for (let next = pages.at(-1)?.next; next !== undefined; next = pages.at(-1)?.next) {
      if (pages.length >= limits.pages) return partOf(search, pages, 'too-many-pages');
      const url = linkUnder(next, base)?.href;
      if (url === undefined) return partOf(search, pages, 'foreign-link');
      if (seen.has(url)) return partOf(search, pages, 'paging-loop');
      seen.add(url);
      const got = await page(search, url);
      if ('reason' in got) return partOf(search, pages, got.reason);
      pages.push(got.page);
    }
    return partOf(search, pages);
  };

  return {
    base: withoutSlash(base),
    follow,
    search: async (search, patientId) => {
      const got = await page(search, pathOf(search, patientId));
      return 'reason' in got ? unavailable(got.reason) : follow(search, [got.page]);
    },
    read: async (type, id) => {
      const got = await get(`${type}/${id}`);
      const answer = 'reason' in got ? undefined : readAnswer({ name: 'patient', type, newestFirst: false }, got.value);
      return answer?.state === 'page'
        ? answer.page.entries.map(({ resource }) => resource).find(({ resourceType }) => resourceType === type)
        : undefined;
    },
  };
}

/** "Condition?patient=123", "Patient/123"; the id was checked to be a FHIR id and needs no escaping. */
const pathOf = ({ type, query }: Search, patientId: string): string =>
  query === undefined ? `${type}/${patientId}` : `${type}?${query.replace('{id}', patientId)}`;
