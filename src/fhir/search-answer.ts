// What did one search answer, and how complete is that?

import { failureOf, isResource, readBundle, type BundleEntry, type Page } from './bundle.ts';
import { isJson, objectAt, textAt } from './json.ts';
import { parseDay, type Day } from '../logic/calendar.ts';
import type { Part } from './record-builder.ts';
import type { Json } from './record.ts';
import { complete } from './retrieved.ts';
import type { Search } from './searches.ts';

/** What came for a search: a page that can be read, a reported failure, or something that answers another question. */
export type SearchAnswer =
  | { readonly state: 'page'; readonly page: Page }
  | { readonly state: 'failed'; readonly reason: string }
  | { readonly state: 'unusable'; readonly reason: string };

const noEntries: Page = {
  entries: [],
  total: undefined,
  next: undefined,
  self: undefined,
  linked: false,
  failure: undefined,
};

const failed = (reason: string): SearchAnswer => ({ state: 'failed', reason });
const unusable = (reason: string): SearchAnswer => ({ state: 'unusable', reason });

/** Reads the value a client or a server gave for a search. `null` means: asked, and there is nothing. */
export function readAnswer(search: Search, value: unknown): SearchAnswer {
  if (value === null) return { state: 'page', page: noEntries };
  if (!isJson(value) || !isResource(value)) return unusable('not-a-resource');
  if (value.resourceType === 'OperationOutcome') {
    const failure = failureOf(value);
    return failure === undefined ? { state: 'page', page: noEntries } : failed(failure);
  }
  if (value.resourceType === search.type) {
    const page = { ...noEntries, entries: [{ resource: value }] };
    return { state: 'page', page: search.type === 'Patient' ? page : { ...page, failure: 'single-resource' } };
  }
  if (value.resourceType !== 'Bundle') return unusable('wrong-type');
  const page = readBundle(value);
  if (page.entries.length === 0 || page.entries.some(({ resource }) => resource.resourceType === search.type)) {
    return page.failure !== undefined && page.entries.length === 0 && page.next === undefined
      ? failed(page.failure)
      : { state: 'page', page };
  }
  return unusable('wrong-type');
}

/** The part of a record when nothing can be had for a search. */
export const unavailable = (reason: string): Part => ({ entries: [], retrieved: { state: 'unavailable', reason } });

/**
 * Puts the pages of one search together.
 * @param stopped why the page after the last one could not be read, if there is one.
 */
export function partOf(search: Search, pages: readonly Page[], stopped?: string): Part {
  const entries = pages.flatMap((page) => page.entries);
  const failure = pages.map((page) => page.failure).find((each) => each !== undefined);
  const reason = failure ?? stopped ?? cutOff(search, pages, entries);
  if (reason === undefined) return { entries, retrieved: complete };
  if (entries.length === 0) return unavailable(reason);
  const since = failure === undefined && search.newestFirst ? oldestDay(entries, search.type) : undefined;
  return {
    entries,
    retrieved: { state: 'partial', reason, ...(since !== undefined && { completeSince: since }) },
  };
}

/** Why the pages may not be everything: another page, a larger total, or a full page without any paging information. */
function cutOff(search: Search, pages: readonly Page[], entries: readonly BundleEntry[]): string | undefined {
  const last = pages.at(-1);
  if (last === undefined) return 'no-page';
  if (last.next !== undefined) return 'further-pages';
  const matches = entries.filter(({ resource }) => resource.resourceType === search.type).length;
  const total = Math.max(...pages.map((page) => page.total ?? 0));
  if (total > matches) return 'fewer-than-total';
  const asked = Number(/_count=(\d+)/.exec(search.query ?? '')?.[1] ?? Infinity);
  return matches >= asked && total === 0 && !last.linked ? 'full-page' : undefined;
}

/** One day is added where a time of day is given: its date may be another one in the site's time zone. */
function lastDayOf(resource: Json): Day | undefined {
  const text = textAt(resource, 'effectiveDateTime') ?? textAt(resource, 'effectiveInstant');
  const written = text ?? textAt(objectAt(resource, 'effectivePeriod') ?? {}, 'start');
  const day = parseDay((written ?? '').slice(0, 10));
  return day === undefined || written === undefined || written.length === 10 ? day : day + 1;
}

/**
 * The oldest day of a result that came newest first; undefined if it did not come in that order, or an entry has no full
 * date: then nothing can be said of what is missing.
 */
function oldestDay(entries: readonly BundleEntry[], type: string): Day | undefined {
  let oldest: Day | undefined;
  for (const { resource } of entries) {
    if (resource.resourceType !== type) continue;
    const day = lastDayOf(resource);
    if (day === undefined || (oldest !== undefined && day > oldest + 1)) return undefined;
    oldest = oldest === undefined || day < oldest ? day : oldest;
  }
  return oldest;
}
