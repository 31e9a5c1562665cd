// What does one screening of one patient mean for the list?

import type { Sealing } from '../../store/sealing.ts';
import type { WorklistTable } from '../../store/schema-screening.ts';
import type { Database } from '../../store/store.ts';
import type { Screened } from '../run/screened.ts';
import type { StoredAssessment } from '../stored-assessment.ts';
import { addEvent, type EventDetail } from './events.ts';
import { trialOf } from './number.ts';
import type { ListSettings } from '../../config/list-rules.ts';
import { isSetAside, stateOf, type State } from './states.ts';

export type ListContext = { readonly sealing: Sealing; readonly settings: ListSettings };

/** How the patient stands to the list after the screening; `away` for one who was never on it, or still is off it. */
export type Entry = 'entered' | 'returned' | 'left' | 'stays' | 'away';

export type ListOutcome = {
  readonly entry: Entry;
  /** On the list and not set aside by a person, or enrolled: what is written to the EHR stands; otherwise it is withdrawn. */
  readonly active: boolean;
  /** 0 for a patient who was never on the list. */
  readonly episode: number;
  readonly state: State | 'none';
};

/** How a row stands to the list, given what has just become of it. */
export function outcomeOf(
  { current, state, episode }: Pick<WorklistTable, 'current' | 'state' | 'episode'>,
  entry: Entry,
): ListOutcome {
  const now = stateOf(state);
  return { entry, active: now === 'enrolled' || (current === 1 && !isSetAside(now)), episode, state: now };
}

type ScreenedDetail = Extract<EventDetail, { kind: 'screened' }>;

/** Leaves the screening in the patient's history. */
export async function addScreened(
  transaction: Database,
  { patient, protocol, run, at }: Screened,
  { asOf, status }: StoredAssessment,
  what: Pick<ScreenedDetail, 'entry' | 'from' | 'differences'>,
  sealing: Sealing,
): Promise<void> {
  const detail: ScreenedDetail = { kind: 'screened', run, asOf, protocol, to: status, ...what };
  await addEvent(transaction, { patient, protocol: trialOf(protocol) }, { at, author: '', detail }, sealing);
}
