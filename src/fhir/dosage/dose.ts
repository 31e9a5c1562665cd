// What is a dose, and what does reading one need?

import type { TimeZone } from '../../logic/calendar.ts';
import type { Interval } from '../../logic/interval.ts';
import type { Lexicon } from '../../terminology/lexicon.ts';
import type { Amount } from './dosage-unit.ts';

/** Where the dosage was written, and what is remembered of the words that instructions use. */
export type DosageContext = { readonly zone: TimeZone; readonly lexicon: Lexicon };

/** A dose in mg, or in mg for every kg or m² of the patient; of one administration, a whole day, or an hour. */
export type Dose = {
  readonly per?: 'kilogram' | 'square-metre';
  readonly every: Amount['every'];
  readonly milligrams: Interval;
  /** Of a dose per kg or m²: mg that the patient never gets more of in a day. */
  readonly most?: Interval;
};
