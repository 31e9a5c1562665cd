// What does one step of a written instruction say?

import type { Schedule } from './dosage-schedule.ts';
import type { Amount } from './dosage-unit.ts';

/** One step of an instruction. `strength`: mg of one piece or mL, said in the text itself. */
export type SigStep = {
  readonly amounts: readonly Amount[];
  readonly strength: { readonly milligrams: number; readonly per: 'piece' | 'mL' } | undefined;
  readonly schedule: Schedule | undefined;
  readonly days: number | undefined;
  readonly asNeeded: boolean;
  /** The dose that may not be exceeded, in mg; of one dose or of a day. */
  readonly ceiling: number | undefined;
  /** It changes the dose by an amount that is not a dose ("reduce by 5 mg weekly", "then taper"). */
  readonly unread: boolean;
  /** Its words change, forbid or bind to a condition whatever dose there is, also one that they do not name ("taper", "hold", "skip Sundays"). */
  readonly denies: boolean;
};
