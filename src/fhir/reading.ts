// What is one result (laboratory, vital sign, score, image measure) after tolerant reading?

import type { Moment } from '../logic/calendar.ts';
import type { Interval } from '../logic/interval.ts';
import type { Message } from '../logic/message.ts';
import type { Concept } from '../terminology/concept.ts';
import type { MeasurementName } from '../terminology/measurements.ts';
import type { Resource } from './record.ts';
import type { ReferenceRange } from './reference-range.ts';

/**
 * A qualitative result. `weak`: ±, borderline, indeterminate, grey zone.
 * `below-limit`: detected but below the limit of quantification.
 */
export type Presence = 'positive' | 'negative' | 'weak' | 'below-limit';

/** What is normal for a result, in its canonical unit, by numbers or by their text; ranges of type normal before others. */
export type Limits = Omit<ReferenceRange, 'sex' | 'fromAge' | 'toAge' | 'otherGroup'> & {
  /** Every range with the sex and ages it is for; `lower` and `upper` are of the one that is for everybody. */
  readonly ranges: readonly ReferenceRange[];
};

const none: Limits = { ranges: [] };

/** Of a result without a range, or in a unit of its own. */
export const noLimits = (): Limits => none;

/** A result of one measurement. At least one of amount, presence, text, concept or unreadable is given. */
export type Reading = {
  readonly measurement: MeasurementName;
  /** Relative reference, "Observation/7". */
  readonly reference: string;
  /** Undefined if no date was given or it cannot be read. */
  readonly when: Moment | undefined;
  /** `preliminary` is shown and never decides. */
  readonly status: 'valid' | 'preliminary';
  /** In the measurement's canonical unit; a point has low = high; a comparator or a range text gives an interval. */
  readonly amount?: Interval | undefined;
  readonly presence?: Presence | undefined;
  /** valueString, or the text of a coded value. */
  readonly text?: string | undefined;
  /** valueCodeableConcept. */
  readonly concept?: Concept | undefined;
  /** What the reference ranges of the same observation say, read when they are asked for. */
  readonly limits: () => Limits;
  readonly interpretation?:
    'normal' | 'high' | 'low' | 'abnormal' | 'positive' | 'negative' | 'indeterminate' | undefined;
  /** Set when a value was sent that cannot be used (unknown unit, not finite, contradictory code …): says why. */
  readonly unreadable?: Message | undefined;
  /** The value as it was written, for display: "110 U/L", "<20 IU/mL", "阴性(-)"; put together when it is asked for. */
  readonly asWritten: () => string;
  /** The whole resource, for the few readers that need more (components, specimen, method, notes). */
  readonly resource: Resource;
};
