// What happens when a person moves a patient to another state, assigns her, or writes a note?

import { ServiceError } from '../../errors.ts';
import type { Sealing } from '../../store/sealing.ts';
import type { WorklistTable } from '../../store/schema-screening.ts';
import type { Database, Store } from '../../store/store.ts';
import { statusFrom } from '../stored-assessment.ts';
import { changeRow, type Deed } from './change-row.ts';
import { outcomeOf, type ListOutcome } from './list-outcome.ts';
import { markersFrom } from './markers.ts';
import { openSummary } from './row-json.ts';
import { mayMove, stateOf, type State } from './states.ts';

/** Hears of every change of state in its transaction, so that what stands in the EHR can follow. */
export type StateChanged = (transaction: Database, row: WorklistTable, outcome: ListOutcome) => Promise<void>;

/** Nobody asks a family who does not want to be asked. */
const needsContact = new Set<State>(['contacted', 'referred']);

/** @throws ServiceError `not-possible` where the state cannot be reached from the present one. */
export async function changeState(
  store: Store,
  sealing: Sealing,
  deed: Deed,
  { state: to, note }: { readonly state: State; readonly note?: string },
  stateChanged: StateChanged,
): Promise<WorklistTable> {
  return await changeRow(store, sealing, deed, async (row, transaction) => {
    const from = stateOf(row.state);
    const refused = markersFrom(row.markers).some(({ name }) => name === 'contact-refused');
    if (!mayMove(from, to) || (refused && needsContact.has(to))) throw new ServiceError('not-possible');
    await stateChanged(transaction, row, outcomeOf({ ...row, state: to }, 'stays'));
    const { protocol } = openSummary(row, sealing);
    const status = statusFrom(row.status);
    return {
      set: { state: to },
      event: { kind: 'state', from, to, status, protocol, ...(note !== undefined && { note }) },
      audited: { from, to },
    };
  });
}

/** @param assignee empty for nobody. */
export const assign = async (store: Store, sealing: Sealing, deed: Deed, assignee: string): Promise<WorklistTable> =>
  await changeRow(store, sealing, deed, () => ({
    set: { assignee },
    event: { kind: 'assigned', to: assignee },
    audited: {},
  }));

/** Adds a note to the patient's history, under the name of the person. @throws ServiceError as `changeRow` */
export const addNote = async (store: Store, sealing: Sealing, deed: Deed, text: string): Promise<WorklistTable> =>
  await changeRow(store, sealing, deed, () => ({ event: { kind: 'note', text }, audited: {} }));
