// Does a patient whose result still holds belong back on the list, because the time has passed for which she was set aside?

import type { Status } from '../../eligibility/assessment.ts';
import type { Database } from '../../store/store.ts';
import { comesBack } from './coming-back.ts';
import { lastDecision } from './events.ts';
import type { ListContext } from './list-outcome.ts';
import { trialOf } from './number.ts';
import { isSetAside, stateOf } from './states.ts';

/** How she stands by the result that still holds. */
export type StillHeld = {
  /** Pseudonym. */
  readonly patient: string;
  /** "ID@VERSION". */
  readonly protocol: string;
  readonly status: Status;
  /** Now, ISO 8601 in UTC. */
  readonly at: string;
};

/** True: she is screened again although nothing in her record has changed. */
export type IsDueBack = (database: Database, standing: StillHeld) => Promise<boolean>;

/** False for whoever was not set aside, and where nobody knows when that was decided. */
export const dueBack =
  ({ sealing, settings }: ListContext): IsDueBack =>
  async (database, { patient, protocol, status, at }) => {
    const row = await database
      .selectFrom('worklist')
      .select(['patient', 'protocol', 'state'])
      .where('patient', '=', patient)
      .where('protocol', '=', trialOf(protocol))
      .where('current', '=', 1)
      .executeTakeFirst();
    if (row === undefined) return false;
    const state = stateOf(row.state);
    if (!isSetAside(state)) return false;
    const decision = await lastDecision(database, row, sealing);
    if (decision === undefined) return false;
    return comesBack(state, decision, { at, status, protocol, returned: false }, settings);
  };
