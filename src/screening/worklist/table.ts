// Which patients are on the list of a trial, and which of them does a reader want to see?

import { z } from 'zod';
import { isoDay, type Day } from '../../logic/calendar.ts';
import type { WorklistTable } from '../../store/schema-screening.ts';
import type { Database } from '../../store/store.ts';
import { status } from '../stored-assessment.ts';
import { markerNames, markersFrom, type Marker } from './markers.ts';
import type { ListSettings } from '../../config/list-rules.ts';
import { isSetAside, stateOf, states } from './states.ts';

const one = z.string().min(1).max(200);

/** `scope`: `open` (the default) for patients to work on, `all` with those who were put aside or are no candidates any more. */
export const listFilter = z.strictObject({
  scope: z.enum(['open', 'all']).default('open'),
  state: z.enum(states).exactOptional(),
  status: status.exactOptional(),
  marker: z.enum(markerNames).exactOptional(),
  /** Subject of a person; "me" for the reader herself, "nobody" for patients nobody works on. */
  assignee: one.exactOptional(),
  /** Part of a screening number or of the name of who works on the patient, in capitals or not. */
  text: z.string().max(200).exactOptional(),
});

export type ListFilter = z.infer<typeof listFilter>;

export type ListRow = WorklistTable & { readonly shownMarkers: readonly Marker[] };

/** Of "ages out on" only what is near is a mark. */
export function marksToday(markers: string, today: Day, { agesOutWithinDays }: ListSettings): readonly Marker[] {
  const last = isoDay(today + agesOutWithinDays);
  return markersFrom(markers).filter(({ name, detail = '' }) => name !== 'ages-out' || detail <= last);
}

/** Every row of a trial's list that the filter lets through, the closest to candidacy first. */
export async function listRows(
  database: Database,
  trial: string,
  filter: ListFilter,
  context: { readonly today: Day; readonly settings: ListSettings; readonly reader: string },
): Promise<readonly ListRow[]> {
  const rows = await database
    .selectFrom('worklist')
    .selectAll()
    .where('protocol', '=', trial)
    .orderBy('rank')
    .orderBy('number')
    .execute();
  return rows
    .map((row) => ({ ...row, shownMarkers: marksToday(row.markers, context.today, context.settings) }))
    .filter((row) => isWanted(row, filter, context.reader));
}

function isWanted(
  row: ListRow,
  { scope, state, status, marker, assignee, text = '' }: ListFilter,
  reader: string,
): boolean {
  const sought = text.trim().toLowerCase();
  if (!`${row.number} ${row.assignee}`.toLowerCase().includes(sought)) return false;
  const isOpen = row.current === 1 && !isSetAside(stateOf(row.state));
  // Who asks for one state or mark wants to see it, open or not.
  if (scope === 'open' && state === undefined && marker === undefined && status === undefined && !isOpen) return false;
  if (state !== undefined && row.state !== state) return false;
  if (status !== undefined && row.status !== status) return false;
  if (marker !== undefined && !row.shownMarkers.some(({ name }) => name === marker)) return false;
  const wanted = assignee === 'me' ? reader : assignee === 'nobody' ? '' : assignee;
  return wanted === undefined || row.assignee === wanted;
}

/** One patient of a list by her screening number. */
export async function rowNumbered(
  database: Database,
  trial: string,
  number: string,
): Promise<WorklistTable | undefined> {
  return await database
    .selectFrom('worklist')
    .selectAll()
    .where('protocol', '=', trial)
    .where('number', '=', number)
    .executeTakeFirst();
}
