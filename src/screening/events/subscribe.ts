// How does the service ask a FHIR server to be told of changes, and keep that up?

import { withoutSlash } from '../../access/base-url.ts';
import { drop, fencedRequest, jsonOf, type FencedServer } from '../../access/fenced-request.ts';
import { readBundle } from '../../fhir/bundle.ts';
import { isJson, objectAt, textAt } from '../../fhir/json.ts';
import type { Resource } from '../../fhir/record.ts';
import { searches } from '../../fhir/searches.ts';
import type { Observed } from './observed.ts';

export type Subscribing = {
  readonly server: FencedServer;
  /** Where notifications are received, without the type: "https://cds.example.org/events/ehr". */
  readonly endpoint: string;
  readonly secret: string;
  /** Resource types to be told of; those that are read, otherwise. */
  readonly types?: readonly string[] | undefined;
  /** Whether resources are sent along, or only that something changed. */
  readonly content: 'full-resource' | 'empty';
  /** When the subscription ends unless it is renewed. */
  readonly end: Date;
  readonly signal: AbortSignal;
};

/** What became of the subscription of each type, in a stable word. */
export type Subscribed = { readonly type: string; readonly outcome: 'created' | 'renewed' | `failed: ${string}` };

/** The same in numbers, for log and metrics, and why some failed. */
export function toldOf(server: string, all: readonly Pick<Subscribed, 'outcome'>[]): Observed {
  const count = (beginning: string): number => all.filter(({ outcome }) => outcome.startsWith(beginning)).length;
  const reasons = new Set(all.flatMap(({ outcome }) => /^failed: (.+)$/.exec(outcome)?.[1] ?? []));
  return {
    event: 'subscriptions',
    server,
    created: count('created'),
    renewed: count('renewed'),
    failed: count('failed'),
    ...(reasons.size > 0 && { reasons: [...reasons].sort() }),
  };
}

const typesRead: readonly string[] = searches.map(({ type }) => type);

/** Asks for a rest-hook per type; one that this service asked for before is renewed, so that there is never a second. */
export async function subscribe(subscribing: Subscribing): Promise<readonly Subscribed[]> {
  const outcomes: Subscribed[] = [];
  let forAll: Subscribed['outcome'] | undefined;
  for (const type of subscribing.types ?? typesRead) {
    const outcome = forAll ?? (await subscribeTo(type, subscribing));
    if (holdsForAll.test(outcome)) forAll = outcome;
    outcomes.push({ type, outcome });
  }
  return outcomes;
}

/** No token, or no way to the server: the next type would hear the same, after the same time. */
const holdsForAll =
  /^failed: (?:token-.*|no-token-endpoint|status-401|timeout|unreachable|unknown-host|certificate|forbidden-address)$/;

/** The Subscription of one type. @source HL7 FHIR R4 (4.0.1), Subscription */
export function subscriptionFor(type: string, { endpoint, secret, content, end }: Subscribing): Resource {
  return {
    resourceType: 'Subscription',
    status: 'requested',
    end: end.toISOString(),
    reason: 'Screening for a clinical trial when data change',
    criteria: `${type}?`,
    channel: {
      type: 'rest-hook',
      endpoint: `${endpoint}/${type}`,
      ...(content === 'full-resource' && { payload: 'application/fhir+json' }),
      header: [`Authorization: Bearer ${secret}`],
    },
  };
}

async function subscribeTo(type: string, subscribing: Subscribing): Promise<Subscribed['outcome']> {
  const { server, signal } = subscribing;
  const base = withoutSlash(server.base);
  const wanted = subscriptionFor(type, subscribing);
  const mine = await ownSubscription(subscribing, type);
  if (typeof mine === 'string') return `failed: ${mine}`;
  const id = textAt(mine ?? {}, 'id');
  const got = await fencedRequest(server, {
    url: new URL(id === undefined ? `${base}/Subscription` : `${base}/Subscription/${id}`),
    method: id === undefined ? 'POST' : 'PUT',
    resource: id === undefined ? wanted : { ...wanted, id },
    authorised: true,
    signal,
  });
  if (!('body' in got)) return `failed: ${got.reason}`;
  await drop(got);
  if (got.status >= 300) return `failed: status-${String(got.status)}`;
  return id === undefined ? 'created' : 'renewed';
}

/** The one with the same endpoint; a word where that cannot be known: then none is made. */
async function ownSubscription(
  { server, endpoint, signal }: Subscribing,
  type: string,
): Promise<Resource | string | undefined> {
  const url = new URL(`${withoutSlash(server.base)}/Subscription`);
  const address = `${endpoint}/${type}`;
  url.searchParams.set('url', address);
  const got = await fencedRequest(server, {
    url,
    headers: { accept: 'application/fhir+json' },
    authorised: true,
    signal,
  });
  if (!('body' in got)) return got.reason;
  const value = await jsonOf(got);
  if (got.status !== 200 || !isJson(value)) return `status-${String(got.status)}`;
  return readBundle(value)
    .entries.map(({ resource }) => resource)
    .find(
      (each) => textAt(objectAt(each, 'channel') ?? {}, 'endpoint') === address && textAt(each, 'status') !== 'off',
    );
}
