// How are the notifications of a FHIR server received, and who is screened again because of them?

import { createHash, timingSafeEqual } from 'node:crypto';
import express, { type Request, type Response, type Router } from 'express';
import type { Clock } from '../../access/clock.ts';
import { withoutSlash } from '../../access/base-url.ts';
import { readBody } from '../../cds-hooks/read-body.ts';
import { targetOf } from '../../fhir/referenced.ts';
import type { Resource } from '../../fhir/record.ts';
import type { ScreeningItem } from '../sources/source.ts';
import { patientOf } from './concerned.ts';
import { debounce } from './debounce.ts';
import { readNotification, type Notification } from './notification.ts';
import type { Received } from './observed.ts';

export type EventServer = {
  /** Base URL of the FHIR server whose notifications come here. */
  readonly base: URL;
  /** Sent by the server in the header Authorization as "Bearer SECRET". */
  readonly secret: string;
  /** Reads one resource; undefined if it is not there, and a failure where it cannot be known. */
  readonly read: (type: string, id: string) => Promise<Resource | undefined | 'failed'>;
  /** Patients of whom a resource of this type changed since an instant; undefined where it cannot be known. */
  readonly changedSince: (type: string, since: Date) => Promise<readonly string[] | undefined>;
};

export type EventsOptions = {
  readonly server: EventServer;
  readonly rescreen: (item: ScreeningItem) => Promise<void>;
  readonly fault: (error: unknown) => void;
  readonly clock: Clock;
  /** Milliseconds; see `debounce`. */
  readonly quiet?: number;
  readonly longest?: number;
  /** Keeps the event of a patient over a restart; the server hears that it was taken when that is done. */
  readonly keep: (item: ScreeningItem) => Promise<void>;
  /** Told of every notification: how it was taken, and how many patients it concerns. */
  readonly observe: (outcome: Received, patients: number) => void;
};

export type Events = { readonly router: Router; readonly close: () => Promise<void> };

const [usualQuiet, usualLongest] = [1_000, 30_000];

const limit = 10_000_000;

/** A notification without content says nothing of when: so much before the last one is looked at again. */
const overlap = 60_000;

/**
 * Receives at `/TYPE` of the router, by POST or PUT and also below it (`/TYPE/TYPE/ID`, as R4 servers send resources).
 * 401 without the secret; 503 where it cannot be known now whom it concerns, so that the server sends it again.
 */
export function eventsRouter(options: EventsOptions): Events {
  const { server, rescreen, keep, fault, clock, quiet = usualQuiet, longest = usualLongest, observe } = options;
  const base = withoutSlash(server.base);
  const seen = new Map<string, number>();
  const started = clock.now();
  const waiting = debounce({
    clock,
    quiet,
    longest,
    fault,
    act: async (patient) => {
      await rescreen({ server: base, patient });
    },
  });

  const receive = async (request: Request, response: Response): Promise<void> => {
    if (!isSecret(request.headers.authorization ?? '', server.secret)) {
      observe('refused', 0);
      response.status(401).end();
      return;
    }
    const type = String(request.params['type']);
    const notification = readNotification(await bodyOf(request));
    const patients = await concerned(notification, type);
    if (patients === undefined) {
      observe('later', 0);
      response.status(503).set('Retry-After', '60').end();
      return;
    }
    for (const id of patients) await keep({ server: base, patient: `Patient/${id}` });
    for (const id of patients) waiting.note(`Patient/${id}`);
    observe(notification.kind, patients.length);
    response.status(notification.kind === 'unreadable' ? 422 : 200).end();
  };

  /** The patients a notification concerns; undefined if that cannot be known now. */
  const concerned = async (notification: Notification, type: string): Promise<readonly string[] | undefined> => {
    if (notification.kind === 'something') return await changed(type);
    if (notification.kind !== 'changed') return [];
    const targets = notification.references.flatMap((reference) => targetOf(reference, base) ?? []);
    const read = await Promise.all(
      targets.map((target) => (target.type === 'Patient' ? asPatient(target.id) : server.read(target.type, target.id))),
    );
    if (read.includes('failed')) return undefined;
    const resources = [...notification.resources, ...read].filter((each) => each !== undefined && each !== 'failed');
    return [...new Set(resources.flatMap((resource) => patientOf(resource, base) ?? []))];
  };

  const changed = async (type: string): Promise<readonly string[] | undefined> => {
    const now = clock.now();
    const since = new Date((seen.get(type) ?? started) - overlap);
    const patients = await server.changedSince(type, since);
    if (patients !== undefined) seen.set(type, now);
    return patients;
  };

  const router = express.Router();
  for (const path of ['/:type', '/:type/:resource/:id']) {
    router.post(path, (request, response) => receive(request, response));
    router.put(path, (request, response) => receive(request, response));
  }
  return { router, close: waiting.close };
}

const asPatient = async (id: string): Promise<Resource> => await Promise.resolve({ resourceType: 'Patient', id });

/** The body as JSON; undefined for an empty one. */
async function bodyOf(request: Request): Promise<unknown> {
  const { 'content-length': length, 'transfer-encoding': encoding } = request.headers;
  if (encoding === undefined && (length === undefined || length === '0')) return undefined;
  return await readBody(request, limit);
}

/** Compared in the same time whatever was sent. */
function isSecret(header: string, secret: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(header), digest(`Bearer ${secret}`));
}
