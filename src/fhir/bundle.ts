// What does one Bundle, or whatever came in its place, hold: resources, a next page, a reported failure?

import { asText, isJson, numberAt, objectAt, objectsAt, textAt } from './json.ts';
import type { Json, Resource } from './record.ts';

export type BundleEntry = { readonly resource: Resource; readonly fullUrl?: string };

/** One page of a result. Nested Bundles (batch responses) stay unopened among the entries. */
export type Page = {
  readonly entries: readonly BundleEntry[];
  /** Matches on the whole, as far as the server says so. */
  readonly total: number | undefined;
  /** Link to the next page as sent. */
  readonly next: string | undefined;
  readonly self: string | undefined;
  /** Whether the page carries paging links at all. */
  readonly linked: boolean;
  /** Why the page may lack something: a stable word, never text from the server. */
  readonly failure: string | undefined;
};

/** True for an object with a text under `resourceType`; nothing else of it was looked at. */
export const isResource = (value: unknown): value is Resource =>
  isJson(value) && typeof value['resourceType'] === 'string' && value['resourceType'] !== '';

/** Issue codes that say something was left out, whatever their severity. */
const losses = new Set([
  'suppressed',
  'incomplete',
  'security',
  'login',
  'expired',
  'forbidden',
  'throttled',
  'timeout',
  'too-costly',
  'transient',
  'exception',
  'lock-error',
  'no-store',
]);

/** True for an issue that is an error, or says, however mildly, that something was left out. */
export function tellsOfLoss(issue: Json): boolean {
  const [severity, code] = [textAt(issue, 'severity'), textAt(issue, 'code')];
  return severity === undefined || severity === 'error' || severity === 'fatal' || losses.has(code ?? '');
}

/** The issue code of the failure an OperationOutcome reports; undefined if it only informs ("no results"). */
export function failureOf(outcome: Json): string | undefined {
  const issues = objectsAt(outcome, 'issue');
  if (issues.length === 0) return 'outcome-without-issue';
  const failing = issues.find(tellsOfLoss);
  if (failing === undefined) return undefined;
  const code = textAt(failing, 'code') ?? 'failure';
  return /^[a-z-]{1,32}$/.test(code) ? code : 'failure';
}

/** The failure of one batch-response entry that carries no resource; a deletion in a history or transaction is none. */
function entryFailure(entry: Json): string | undefined {
  const response = objectAt(entry, 'response');
  const status = response === undefined ? undefined : textAt(response, 'status');
  const outcome = response === undefined ? undefined : objectAt(response, 'outcome');
  if (status !== undefined && !/^[23]/.test(status)) return `status-${status.slice(0, 3)}`;
  return outcome === undefined ? undefined : failureOf(outcome);
}

const linksNamed = (bundle: Json, relation: string): readonly Json[] =>
  objectsAt(bundle, 'link').filter((link) => textAt(link, 'relation')?.toLowerCase() === relation);

const firstAddress = (links: readonly Json[]): string | undefined =>
  links.map((link) => textAt(link, 'url')).find((url) => url !== undefined);

/** Matches on the whole; as text too, since it can only say that something is lacking. */
function totalOf(bundle: Json): number | undefined {
  const text = textAt(bundle, 'total');
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : numberAt(bundle, 'total');
}

/** Whether an entry with a resource can be taken as it was sent: mostly. */
const isAsRead = (entry: Json): entry is Json & BundleEntry => {
  const { fullUrl } = entry;
  return fullUrl !== undefined && asText(fullUrl) === fullUrl;
};

/** Reads one Bundle. Outcome entries give `failure`, or nothing if they only inform; an unreadable entry is a failure. */
export function readBundle(bundle: Json): Page {
  const entries: BundleEntry[] = [];
  const failures: string[] = [];
  const sent = bundle['entry'];
  if (sent !== undefined && !Array.isArray(sent)) failures.push('entries-unreadable');
  for (const entry of Array.isArray(sent) ? sent : []) {
    const resource: unknown = isJson(entry) ? entry['resource'] : entry;
    if (!isJson(entry) || (resource !== undefined && !isResource(resource))) failures.push('entry-unreadable');
    else if (resource === undefined) failures.push(...[entryFailure(entry) ?? []].flat());
    else if (resource.resourceType === 'OperationOutcome') failures.push(...[failureOf(resource) ?? []].flat());
    else entries.push(isAsRead(entry) ? entry : { resource });
  }
  const further = linksNamed(bundle, 'next');
  const next = firstAddress(further);
  if (further.length > 0 && next === undefined) failures.push('further-pages');
  return {
    entries,
    total: totalOf(bundle),
    next,
    self: firstAddress(linksNamed(bundle, 'self')),
    linked: objectsAt(bundle, 'link').length > 0,
    failure: failures[0],
  };
}
