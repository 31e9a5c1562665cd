// Whom does the demo FHIR server tell of a change, and how?

import { fetch, type Dispatcher } from 'undici';
import { isLoopbackHost } from '../../access/address-guard.ts';
import { objectAt, textArrayAt, textAt } from '../../fhir/json.ts';
import type { Resource } from '../../fhir/record.ts';
import { FhirError } from './outcome.ts';
import { search } from './search.ts';
import type { Store } from './store.ts';

export type RestHooks = {
  readonly now: () => Date;
  /** Reaches this machine and nothing else. */
  readonly dispatcher: Dispatcher;
};

type Hook = { readonly endpoint: string; readonly payload: boolean; readonly headers: Record<string, string> };

/** Milliseconds for one delivery, and between the first and the second try. */
const [patience, pause] = [2_000, 500];

/** What a Subscription asks for. @throws FhirError for one that this server cannot keep */
function hookOf(subscription: Resource): Hook {
  const channel = objectAt(subscription, 'channel') ?? {};
  const endpoint = textAt(channel, 'endpoint') ?? '';
  if (textAt(channel, 'type') !== 'rest-hook' || !URL.canParse(endpoint))
    throw new FhirError(422, 'not-supported', 'only rest-hooks are delivered');
  const { hostname, protocol } = new URL(endpoint);
  if (protocol !== 'http:' || !isLoopbackHost(hostname))
    throw new FhirError(422, 'not-supported', 'the demo delivers to this machine only');
  const headers = textArrayAt(channel, 'header').flatMap((line) => {
    const [, name, value] = /^(authorization|x-[\w-]+):\s*([\x20-\x7e]+)$/i.exec(line) ?? [];
    return name === undefined || value === undefined ? [] : [[name, value] as const];
  });
  return { endpoint, payload: textAt(channel, 'payload') !== undefined, headers: Object.fromEntries(headers) };
}

/** Answers what to do after each change in the store: Subscriptions are taken on, and whoever asked for the change is told. */
export function restHooks(store: Store, { now, dispatcher }: RestHooks): (changed: Resource) => void {
  const isDue = (subscription: Resource, changed: Resource): boolean => {
    const end = textAt(subscription, 'end');
    if (textAt(subscription, 'status') !== 'active' || (end !== undefined && Date.parse(end) <= now().getTime()))
      return false;
    const [type, query = ''] = (textAt(subscription, 'criteria') ?? '').split('?');
    if (type !== changed.resourceType) return false;
    const matches = search(store, '', type, [...new URLSearchParams(query), ['_id', String(changed['id'])]], false);
    return matches['total'] === 1;
  };

  const deliver = async ({ endpoint, payload, headers }: Hook, changed: Resource, again: boolean): Promise<void> => {
    const place = `${changed.resourceType}/${String(changed['id'])}`;
    try {
      const { ok } = await fetch(payload ? `${endpoint}/${place}` : endpoint, {
        method: payload ? 'PUT' : 'POST',
        headers: { ...headers, ...(payload && { 'content-type': 'application/fhir+json' }) },
        ...(payload && { body: JSON.stringify(changed) }),
        redirect: 'error',
        dispatcher,
        signal: AbortSignal.timeout(patience),
      });
      if (ok) return;
    } catch {
      // tried again below
    }
    if (again) setTimeout(() => void deliver({ endpoint, payload, headers }, changed, false), pause).unref();
  };

  return (changed) => {
    if (changed.resourceType === 'Subscription') {
      hookOf(changed);
      if (textAt(changed, 'status') === 'requested') store.put({ ...changed, status: 'active' }, String(changed['id']));
      return;
    }
    // After the change is through: of a transaction that fails, nobody hears.
    setImmediate(() => {
      const stands = store.all(changed.resourceType).includes(changed);
      if (!stands) return;
      for (const each of store.all('Subscription')) if (isDue(each, changed)) void deliver(hookOf(each), changed, true);
    });
  };
}
