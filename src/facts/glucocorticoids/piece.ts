// What is one stretch of days on one dose of a glucocorticoid?

import type { Day } from '../../logic/calendar.ts';
import type { MedicationSource } from '../../fhir/entries.ts';
import type { DayDose } from '../drugs/dose-days.ts';
import type { GlucocorticoidOrder } from './orders.ts';

/** One dose on every day from `from` to `to`. `sure` false: it may not have been taken at all. */
export type Piece = {
  readonly from: Day;
  readonly to: Day;
  readonly sure: boolean;
  /** Prednisone equivalents; undefined: it cannot be read. */
  readonly dose: DayDose | undefined;
  readonly ingredient: string;
  readonly source: MedicationSource;
  /** The entries it comes from. */
  readonly references: readonly string[];
  readonly order?: GlucocorticoidOrder;
};
