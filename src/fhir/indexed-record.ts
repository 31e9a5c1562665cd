// What can be asked of one patient's record, by its meaning, once it is read?

import type { DayRange, TimeZone } from '../logic/calendar.ts';
import type { Concept } from '../terminology/concept.ts';
import type { MeasurementName } from '../terminology/measurements.ts';
import type { Lexicon } from '../terminology/lexicon.ts';
import type { Meaning, Mentions } from '../terminology/value-sets.ts';
import type {
  AdverseEventEntry,
  AllergyEntry,
  ConditionEntry,
  IgnoredEntry,
  ImmunizationEntry,
  ListEntry,
  MedicationEntry,
  ProcedureEntry,
  ReportEntry,
  TrialEntry,
} from './entries.ts';
import type { Reading } from './reading.ts';
import type { Resource } from './record.ts';
import type { Retrieved } from './retrieved.ts';
import type { SearchName } from './searches.ts';

export type Sex = 'female' | 'male' | 'unclear';

export type IndexedRecord = {
  /** "Patient/123". */
  readonly reference: string;
  readonly zone: TimeZone;
  /** Days the birth date can mean; undefined if it is missing or unreadable. */
  readonly birth: DayRange | undefined;
  /** `unclear`: gender other, unknown or missing, or in conflict with the recorded birth sex. */
  readonly sex: Sex;
  readonly deceased: boolean;
  /** Patient.link replaced-by, or active=false with a replaced-by link. */
  readonly merged: boolean;
  readonly patient: Resource;

  readonly retrieved: Readonly<Record<SearchName, Retrieved>>;

  /** What terms mean, whatever they stand for. */
  readonly lexicon: Lexicon;
  /** What a concept of this record means (`meaningOf`), worked out once however many facts ask. */
  meaning(concept: Concept): Meaning;
  /** What a text of this record mentions (`mentionsIn`), worked out once. */
  mentions(text: string): Mentions;
  /** What a function makes of this record and nothing else, worked out once however many facts and days ask. */
  once<T>(make: (record: IndexedRecord) => T): T;
  /** Results of one measurement that may count, newest first (undated last). */
  readings(name: MeasurementName): readonly Reading[];
  /** Every own Observation with what was read from it and does not count: neither where its code means nothing here. */
  readonly observations: readonly {
    readonly resource: Resource;
    readonly readings: readonly Reading[];
    readonly ignored: readonly IgnoredEntry[];
  }[];
  readonly conditions: readonly ConditionEntry[];
  readonly procedures: readonly ProcedureEntry[];
  readonly medications: readonly MedicationEntry[];
  readonly immunizations: readonly ImmunizationEntry[];
  readonly reports: readonly ReportEntry[];
  readonly allergies: readonly AllergyEntry[];
  readonly adverseEvents: readonly AdverseEventEntry[];
  readonly trials: readonly TrialEntry[];
  readonly lists: readonly ListEntry[];
  /** QuestionnaireResponses with status completed or amended. */
  readonly questionnaireResponses: readonly Resource[];

  /** Sent and not counted (wrong status, refuted, other patient …), with the reason. */
  readonly ignored: readonly IgnoredEntry[];
};
