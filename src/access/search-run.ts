// What does one query of a search give, over all its pages?

import type { Page } from '../fhir/bundle.ts';
import type { Part } from '../fhir/record-builder.ts';
import { partOf, readAnswer, unavailable } from '../fhir/search-answer.ts';
import type { Search } from '../fhir/searches.ts';
import { linkUnder } from './base-url.ts';
import type { Reader } from './reader.ts';
import { isRefusal } from './refusal.ts';

/** `refused`: the server does not answer this query; nothing is said about the data. */
export type Run = { readonly part: Part; readonly pages: number; readonly refused: boolean };

const failed = (reason: string, refused: boolean): Run => ({ part: unavailable(reason), pages: 0, refused });

export type PageLimits = { readonly base: URL; readonly pages: number };

/** "Condition?patient=123", "Patient/123"; the id was checked to be a FHIR id and needs no escaping. */
const pathOf = ({ type, query }: Search, patientId: string): string =>
  query === undefined ? `${type}/${patientId}` : `${type}?${query.replace('{id}', patientId)}`;

/**
 * Asks one query and reads the pages that follow.
 * @param checked for a query that is not the usual one: a server that says in its own link that it left the patient out
 * of the question has not answered it.
 */
export async function runSearch(
  read: Reader,
  limits: PageLimits,
  search: Search,
  patientId: string,
  checked = false,
): Promise<Run> {
  const got = await read(pathOf(search, patientId));
  if ('reason' in got) return failed(got.reason, isRefusal(got));
  const answer = readAnswer(search, got.value);
  if (answer.state !== 'page') return failed(answer.reason, isRefusal(answer));
  const { self } = answer.page;
  if (checked && self !== undefined && !asksFor(self, patientId)) return failed('parameter-ignored', true);
  return followPages(read, limits, search, [answer.page]);
}

/** True if a link's query names the patient, by id or by reference. */
const asksFor = (link: string, patientId: string): boolean =>
  [...new URLSearchParams(link.split('?')[1] ?? '').values()].some(
    (value) => value === patientId || value.endsWith(`/${patientId}`),
  );

/** Reads the pages after those in hand: on the same base, none twice, up to the limit. */
export async function followPages(
  read: Reader,
  limits: PageLimits,
  search: Search,
  first: readonly Page[],
): Promise<Run> {
  const pages = [...first];
  const seen = new Set<string>();
  const stop = (reason?: string): Run => ({
    part: partOf(search, pages, reason),
    pages: pages.length,
    refused: false,
  });
  for (let next = pages.at(-1)?.next; next !== undefined; next = pages.at(-1)?.next) {
    if (pages.length >= limits.pages) return stop('too-many-pages');
    const url = linkUnder(next, limits.base)?.href;
    if (url === undefined) return stop('foreign-link');
    if (seen.has(url)) return stop('paging-loop');
    seen.add(url);
    const got = await read(url);
    if ('reason' in got) return stop(got.reason);
    const answer = readAnswer(search, got.value);
    if (answer.state !== 'page') return stop(answer.reason);
    pages.push(answer.page);
  }
  return stop();
}
