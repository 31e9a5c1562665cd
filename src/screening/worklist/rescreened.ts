// What does a further screening do to a patient who is, or was, on the list?

import type { WorklistTable } from '../../store/schema-screening.ts';
import type { Database } from '../../store/store.ts';
import { placeOf } from './sealed-places.ts';
import type { Screened } from '../run/screened.ts';
import { statusFrom, type StoredAssessment } from '../stored-assessment.ts';
import { rankOf } from './closeness.ts';
import { comesBack } from './coming-back.ts';
import { differences } from './difference.ts';
import { lastDecision } from './events.ts';
import { consentBefore, markersAsText, markersOf } from './markers.ts';
import { addScreened, outcomeOf, type Entry, type ListContext, type ListOutcome } from './list-outcome.ts';
import { isSetAside, stateOf, type State } from './states.ts';
import { summaryFrom, summaryOf } from './summary.ts';

/** Brings the row up to date; the revision counts only what a reader of the list would notice. */
export async function rescreened(
  transaction: Database,
  row: WorklistTable,
  screened: Screened,
  assessment: StoredAssessment,
  belongs: boolean,
  context: ListContext,
): Promise<ListOutcome> {
  const { sealing } = context;
  const place = placeOf.summary(row.protocol, row.patient);
  const before = summaryFrom(JSON.parse(sealing.open(row.summary, place)));
  const changes = differences(before.answers, assessment);
  const state = await stateAfter(transaction, row, screened, assessment, belongs, context);
  const entry = entryOf(row, state, belongs);
  const changed = changes.length > 0 || assessment.status !== row.status || entry === 'returned' || entry === 'left';
  const { at, run } = screened;
  const consent = screened.consent === 'not-asked' ? consentBefore(row.markers) : screened.consent;
  const markers = markersOf({ assessment, current: belongs, changed: changes.length > 0, consent });
  const next = {
    state,
    episode: entry === 'returned' ? row.episode + 1 : row.episode,
    current: belongs ? 1 : 0,
    status: assessment.status,
    run,
    rank: rankOf(assessment, belongs),
    markers: markersAsText(markers),
    summary: sealing.seal(JSON.stringify(summaryOf(assessment)), place),
    ...(changed && { changed: at, revision: row.revision + 1 }),
  };
  await transaction
    .updateTable('worklist')
    .set(next)
    .where('patient', '=', row.patient)
    .where('protocol', '=', row.protocol)
    .execute();
  if (changed) {
    const what = { entry, from: statusFrom(row.status), differences: changes };
    await addScreened(transaction, screened, assessment, what, sealing);
  }
  return outcomeOf(next, entry);
}

function entryOf(row: WorklistTable, state: State, belongs: boolean): Entry {
  if (!belongs) return row.current === 1 ? 'left' : 'away';
  return row.current === 0 || state !== row.state ? 'returned' : 'stays';
}

/** Whoever was away, or was set aside for long enough, is new again; an enrolled patient stays enrolled. */
async function stateAfter(
  transaction: Database,
  row: WorklistTable,
  { at, protocol }: Screened,
  { status }: StoredAssessment,
  belongs: boolean,
  { sealing, settings }: ListContext,
): Promise<State> {
  const state = stateOf(row.state);
  const returned = row.current === 0;
  if (!belongs || state === 'enrolled') return state;
  if (!isSetAside(state)) return returned ? 'new' : state;
  const decision = await lastDecision(transaction, row, sealing);
  return comesBack(state, decision, { at, status, protocol, returned }, settings) ? 'new' : state;
}
