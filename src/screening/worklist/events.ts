// What happened to a patient on the list, and how is it kept?

import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Sealing } from '../../store/sealing.ts';
import type { WorklistEventTable } from '../../store/schema-screening.ts';
import type { Database } from '../../store/store.ts';
import { placeOf } from './sealed-places.ts';
import { message, status } from '../stored-assessment.ts';
import type { Decision } from './coming-back.ts';
import { states } from './states.ts';

const state = z.enum(states);
const answer = z.enum(['met', 'not-met', 'unknown', 'needs-investigator', 'absent']);

const difference = z.object({
  criterion: z.string(),
  from: answer,
  to: answer,
  reason: message.exactOptional(),
  confidential: z.literal(true).exactOptional(),
});

const detail = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('screened'),
    run: z.string(),
    asOf: z.string(),
    protocol: z.string(),
    entry: z.enum(['entered', 'returned', 'left', 'stays', 'away']),
    from: status.exactOptional(),
    to: status,
    differences: z.array(difference),
  }),
  z.object({
    kind: z.literal('state'),
    from: state,
    to: state,
    /** Of the last screening then: what has to differ before a patient who was set aside comes back. */
    status,
    protocol: z.string(),
    note: z.string().exactOptional(),
  }),
  z.object({ kind: z.literal('note'), text: z.string() }),
  z.object({ kind: z.literal('assigned'), to: z.string() }),
  z.object({ kind: z.literal('stated'), statement: z.string(), question: z.string(), verdict: z.string() }),
  z.object({ kind: z.literal('withdrawn'), statement: z.string(), question: z.string() }),
]);

export type EventDetail = z.infer<typeof detail>;

export type ListEvent = {
  readonly event: string;
  readonly at: string;
  /** Empty for the program itself. */
  readonly author: string;
  readonly detail: EventDetail;
};

export type OnList = { readonly patient: string; readonly protocol: string };

/** Appends one event. */
export async function addEvent(
  transaction: Database,
  { patient, protocol }: OnList,
  { at, author, detail: what }: Omit<ListEvent, 'event'>,
  { seal }: Pick<Sealing, 'seal'>,
): Promise<void> {
  const event = randomUUID();
  const sealed = seal(JSON.stringify(what), placeOf.event(event));
  await transaction
    .insertInto('worklist_events')
    .values({ event, patient, protocol, at, kind: what.kind, author, detail: sealed })
    .execute();
}

/** Events of one patient on one list, oldest first; of one kind, or all. */
export async function eventsOf(
  database: Database,
  { patient, protocol }: OnList,
  { open }: Pick<Sealing, 'open'>,
  kind?: EventDetail['kind'],
): Promise<readonly ListEvent[]> {
  const rows = await database
    .selectFrom('worklist_events')
    .selectAll()
    .where('patient', '=', patient)
    .where('protocol', '=', protocol)
    .$if(kind !== undefined, (query) => query.where('kind', '=', kind ?? ''))
    .orderBy('at')
    .orderBy('event')
    .execute();
  return rows.map((row) => eventOf(row, open));
}

/** What a person last decided about the patient, and how she stood then; undefined if nobody did. */
export async function lastDecision(
  database: Database,
  row: OnList,
  sealing: Pick<Sealing, 'open'>,
): Promise<Decision | undefined> {
  const last = (await eventsOf(database, row, sealing, 'state')).at(-1);
  return last?.detail.kind === 'state' ? { ...last.detail, at: last.at } : undefined;
}

const eventOf = ({ event, at, author, detail: sealed }: WorklistEventTable, open: Sealing['open']): ListEvent => ({
  event,
  at,
  author,
  detail: detail.parse(JSON.parse(open(sealed, placeOf.event(event)))),
});

/** Screenings of every patient on the list of a trial after `since` and up to `until`, oldest first. */
export async function screeningsSince(
  database: Database,
  trial: string,
  { since, until }: { readonly since: string; readonly until: string },
  { open }: Pick<Sealing, 'open'>,
): Promise<readonly (ListEvent & { readonly patient: string })[]> {
  const rows = await database
    .selectFrom('worklist_events')
    .selectAll()
    .where('protocol', '=', trial)
    .where('kind', '=', 'screened')
    .where('at', '>', since)
    .where('at', '<=', until)
    .orderBy('at')
    .orderBy('event')
    .execute();
  return rows.map((row) => ({ ...eventOf(row, open), patient: row.patient }));
}
