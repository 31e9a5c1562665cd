// What does the notification of a FHIR Subscription say has changed?

import { isResource, type BundleEntry } from '../../fhir/bundle.ts';
import { isJson, objectAt, objectsAt, textAt } from '../../fhir/json.ts';
import type { Json, Resource } from '../../fhir/record.ts';
import { localReference } from '../../fhir/referenced.ts';

/**
 * `resources`: these, as they were sent. `references`: these, to be read. `something`: the subscription matched, no more is
 * said. `nothing`: a handshake, a heartbeat, an error or the end of the subscription. `unreadable`: no notification.
 */
export type Notification =
  | { readonly kind: 'changed'; readonly resources: readonly Resource[]; readonly references: readonly string[] }
  | { readonly kind: 'something' }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'unreadable' };

/**
 * Reads a body: empty or one resource (R4 rest-hook), or a notification Bundle of the Subscriptions backport (status as
 * Parameters in R4, as SubscriptionStatus in R4B) or of R5. @source HL7 Subscriptions R5 Backport 1.1, notifications
 */
export function readNotification(body: unknown): Notification {
  if (body === undefined || (isJson(body) && Object.keys(body).length === 0)) return { kind: 'something' };
  if (!isJson(body) || !isResource(body)) return { kind: 'unreadable' };
  if (body.resourceType !== 'Bundle') return { kind: 'changed', resources: [body], references: [] };
  const entries = objectsAt(body, 'entry');
  const status = entries
    .map((entry) => objectAt(entry, 'resource'))
    .find((each) => each !== undefined && isStatus(each));
  if (status === undefined) return { kind: 'unreadable' };
  if (typeOf(status) !== 'event-notification' && typeOf(status) !== 'query-event') return { kind: 'nothing' };
  const sent = resourcesIn(entries, status);
  const known = new Set(
    sent.flatMap(({ fullUrl, resource }) => [
      fullUrl ?? '',
      `${resource.resourceType}/${textAt(resource, 'id') ?? ''}`,
    ]),
  );
  const references = [...new Set(focusesOf(status))].filter(
    (each) => !known.has(each) && !known.has(localReference(each)),
  );
  const resources = sent.map(({ resource }) => resource);
  return resources.length + references.length === 0
    ? { kind: 'something' }
    : { kind: 'changed', resources, references };
}

const isStatus = (resource: Json): boolean =>
  resource['resourceType'] === 'SubscriptionStatus' ||
  (resource['resourceType'] === 'Parameters' && typeOf(resource) !== undefined);

const parameter = (status: Json, name: string): readonly Json[] =>
  objectsAt(status, 'parameter').filter((each) => each['name'] === name);

const typeOf = (status: Json): string | undefined =>
  textAt(status, 'type') ?? parameter(status, 'type').map((each) => textAt(each, 'valueCode'))[0];

/** The references of what every event is about. */
function focusesOf(status: Json): readonly string[] {
  const plain = objectsAt(status, 'notificationEvent').map((event) => objectAt(event, 'focus'));
  const inParameters = parameter(status, 'notification-event').map((event) =>
    objectsAt(event, 'part')
      .filter((part) => part['name'] === 'focus')
      .map((part) => objectAt(part, 'valueReference'))
      .find((each) => each !== undefined),
  );
  return [...plain, ...inParameters].flatMap((focus) => textAt(focus ?? {}, 'reference') ?? []);
}

function resourcesIn(entries: readonly Json[], status: Json): readonly BundleEntry[] {
  return entries.flatMap((entry) => {
    const resource = objectAt(entry, 'resource');
    if (resource === undefined || resource === status || !isResource(resource)) return [];
    const fullUrl = textAt(entry, 'fullUrl');
    return [{ resource, ...(fullUrl !== undefined && { fullUrl }) }];
  });
}
