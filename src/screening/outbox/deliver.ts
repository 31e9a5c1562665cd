// How does one row of the outbox come to stand on the server: once, whatever breaks on the way?

import { isJson, objectAt, objectsAt, textAt } from '../../fhir/json.ts';
import type { Resource } from '../../fhir/record.ts';
import { isOurs, keyIn, keySystem } from './drafts.ts';
import type { Ehr } from './ehr.ts';
import type { Body } from './row.ts';
import type { Kind } from '../../config/write-back.ts';

export type Due = {
  readonly key: string;
  readonly kind: Kind;
  readonly action: 'create' | 'withdraw';
  /** Attempts before this one: after any of them the server may have it, whatever we heard. */
  readonly attempts: number;
  /** Where it is, as far as we know; empty for not known. */
  readonly location: string;
  readonly body: Body;
};

/** `location` is empty where nothing is on the server and nothing shall be. */
export type Delivery =
  | { readonly end: 'done'; readonly location: string }
  /** `final`: the server understood and refused; trying again changes nothing. */
  | { readonly end: 'failed'; readonly reason: string; readonly final: boolean; readonly location: string };

/** Answers of a server that will not change by repeating. */
const refusals = new Set(['status-400', 'status-404', 'status-405', 'status-413', 'status-415', 'status-422']);

/** Why nothing was written where what the resource refers to is not on the server yet. */
export const waitsForAnother = 'waits-for-another';

const failed = (reason: string, location = ''): Delivery => ({
  end: 'failed',
  reason,
  final: refusals.has(reason),
  location,
});

/**
 * The query that finds what this row wrote, by its key: as identifier; a Provenance has none and carries it as tag.
 */
export const queryFor = (kind: Kind, key: string): string =>
  `${kind === 'Provenance' ? '_tag' : 'identifier'}=${encodeURIComponent(`${keySystem}|${key}`)}`;

/**
 * Brings the server to what the row wants. Where an earlier attempt may have succeeded the server is searched first; a
 * creation is conditional besides; a change names the version that was read.
 * @param placeOf where another row's resource is; undefined while it is not there.
 */
export async function deliver(due: Due, ehr: Ehr, placeOf: (key: string) => string | undefined): Promise<Delivery> {
  const known = due.location === '' ? await foundPlace(due, ehr) : { place: due.location };
  if ('reason' in known) return failed(known.reason);
  if (known.place !== undefined) return await change(due, known.place, ehr);
  if (due.action === 'withdraw' || due.body.resource === undefined) return { end: 'done', location: '' };
  const resource = placed(due.body.resource, placeOf);
  if (resource === undefined) return failed(waitsForAnother);
  const written = await ehr.create(resource, queryFor(due.kind, due.key));
  if ('reason' in written) return failed(written.reason);
  return written.created ? { end: 'done', location: written.location } : await change(due, written.location, ehr);
}

/** Searches where something may be there already: after an attempt, and before something is taken back. */
async function foundPlace(
  { kind, key, attempts, action }: Due,
  ehr: Ehr,
): Promise<{ readonly place: string | undefined } | { readonly reason: string }> {
  if (attempts === 0 && action === 'create') return { place: undefined };
  const found = await ehr.find(kind, queryFor(kind, key));
  if ('reason' in found) return found;
  const places = found.resources.filter((each) => bears(each, key)).flatMap((each) => textAt(each, 'id') ?? []);
  const [first] = places.sort();
  return { place: first === undefined ? undefined : `${kind}/${first}` };
}

/** A server that does not know the parameter answers with anything: only what carries the key is ours. */
const bears = (resource: Resource, key: string): boolean =>
  [...objectsAt(resource, 'identifier'), ...objectsAt(objectAt(resource, 'meta') ?? {}, 'tag')].some(
    (each) => textAt(each, 'system') === keySystem && [each['value'], each['code']].includes(key),
  );

/** Changes what is there, unless it is so already or a human has carried it further. */
async function change({ kind, body }: Due, place: string, ehr: Ehr): Promise<Delivery> {
  const done: Delivery = { end: 'done', location: place };
  if (Object.keys(body.patch).length === 0) return done;
  const standing = await ehr.read(place);
  if ('gone' in standing) return done;
  if ('reason' in standing) return failed(standing.reason, place);
  const { resource } = standing;
  if (resource['status'] === body.patch['status'] || !isOurs(kind, resource['status'])) return done;
  const version = textAt(objectAt(resource, 'meta') ?? {}, 'versionId');
  const written = await ehr.update(place, { ...resource, ...body.patch }, version);
  return 'reason' in written ? failed(written.reason, place) : done;
}

/** The draft with the places of what it refers to; undefined while one of them is not there. */
function placed(draft: Resource, placeOf: (key: string) => string | undefined): Resource | undefined {
  let isWhole = true;
  const resolve = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(resolve);
    if (!isJson(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, resolved(name, each)]));
  };
  const resolved = (name: string, value: unknown): unknown => {
    const key = name === 'reference' && typeof value === 'string' ? keyIn(value) : undefined;
    if (key === undefined) return resolve(value);
    const place = placeOf(key);
    isWhole &&= place !== undefined;
    return place;
  };
  const fields = Object.fromEntries(Object.entries(draft).map(([name, value]) => [name, resolved(name, value)]));
  return isWhole ? { ...fields, resourceType: draft.resourceType } : undefined;
}
