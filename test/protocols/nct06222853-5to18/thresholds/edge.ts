// What is the answer at the value of a setting and one step to each side, and does the setting move it?

import type { Json } from '../../../../src/fhir/record.ts';
import type { Verdict } from '../../../../src/logic/verdict.ts';
import type { Settings } from '../../../../src/protocols/nct06222853-5to18/settings.ts';
import type { Asked } from '../../../ask.ts';
import { ago } from '../../../facts/glucocorticoids/prednisone.ts';

/** Every setting that is a number; a new one without an edge does not compile. */
export type NumericSetting = Exclude<keyof Settings, 'glucocorticoidReading' | 'ageOutWarningDays'>;

export type Edge = {
  /** The criterion that is asked. */
  readonly id: string;
  /** A record whose datum lies so many steps beyond the setting (-1, 0, 1, and 2 once the setting is moved). */
  readonly at: (steps: number) => readonly Json[];
  /** One step below the setting, at it, and one step above. */
  readonly verdicts: readonly [Verdict, Verdict, Verdict];
  /** One step in the unit of the setting, default 1. */
  readonly step?: number;
  /** Where a step of the datum is none of the setting (a day of a month): another value of the setting, and the verdict at 0 steps. */
  readonly changed?: readonly [value: number, verdict: Verdict];
  readonly asked?: Asked;
};

/** A window in days: the verdict inside, and the one beyond. */
export const within = (
  id: string,
  days: number,
  datum: (date: string) => readonly Json[],
  [inside, beyond]: readonly [Verdict, Verdict],
  asked?: Asked,
): Edge => ({
  id,
  at: (steps) => datum(ago(days + steps)),
  verdicts: [inside, inside, beyond],
  ...(asked !== undefined && { asked }),
});

/** A window in calendar months whose last day lies so many days before the screening; one month less closes it. */
export const withinMonths = (
  id: string,
  [months, lastDay]: readonly [number, number],
  datum: (date: string) => readonly Json[],
  [inside, beyond]: readonly [Verdict, Verdict],
): Edge => ({ ...within(id, lastDay, datum, [inside, beyond]), changed: [months - 1, beyond] });

/** A least value: the verdict one step below it, and from it on. */
export const from = (
  id: string,
  datum: (steps: number) => readonly Json[],
  [below, reached]: readonly [Verdict, Verdict],
  more: Partial<Edge> = {},
): Edge => ({ id, at: datum, verdicts: [below, reached, reached], ...more });
