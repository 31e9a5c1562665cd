// When was a patient last looked at, and what became of it?

import type { Database } from '../../store/store.ts';
import type { OnList } from './events.ts';

export type LastLook = {
  /** When the run began in which she was looked at. */
  readonly started: string;
  /** `skipped`: nothing had changed. `pending`: she is being screened. */
  readonly state: string;
};

/** The newest run that moves the list and has the patient on its own; undefined where none is kept. */
export const lastLook = async (database: Database, { patient, protocol }: OnList): Promise<LastLook | undefined> =>
  await database
    .selectFrom('items')
    .innerJoin('runs', 'runs.run', 'items.run')
    .select(['runs.started', 'items.state'])
    .where('items.patient', '=', patient)
    .where('runs.protocol', 'like', `${protocol}@%`)
    .where('runs.acts', '=', 1)
    .orderBy('runs.started', 'desc')
    .limit(1)
    .executeTakeFirst();
