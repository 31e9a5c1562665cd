// What is a whole finding, written so that a test can name every part of it in one line?

import { expect, it } from 'vitest';
import type { Json } from '../../src/fhir/record.ts';
import { isoDay } from '../../src/logic/calendar.ts';
import type { Finding } from '../../src/logic/finding.ts';
import type { Message } from '../../src/logic/message.ts';
import type { Verdict } from '../../src/logic/verdict.ts';

/** A finding with the days on which it is asked again written out, each once and in order. */
export type Whole = Omit<Finding, 'turns'> & { readonly days: readonly string[] };

export const whole = ({ verdict, reason, evidence, missing, ignored, flags, turns }: Finding): Whole => ({
  verdict,
  reason,
  evidence,
  missing,
  ignored,
  flags,
  days: [...new Set(turns.map(({ on }) => isoDay(on)))].sort(),
});

/** What is expected of a whole finding: whatever is not named is empty. */
export const expected = (
  verdict: Verdict,
  reason: Message,
  more: Partial<Omit<Whole, 'verdict' | 'reason'>> = {},
): Whole => ({ verdict, reason, evidence: [], missing: [], ignored: [], flags: [], days: [], ...more });

/** A title, a record, the whole answer, and how it is asked where it is asked otherwise. */
export type Row<Options> = readonly [string, readonly Json[], Whole, Options?];

/** A test for every row: the record, asked so, has that answer. */
export const rowsAnswered =
  <Options>(ask: (resources: readonly Json[], options?: Options) => Whole) =>
  (rows: readonly Row<Options>[]): void => {
    it.each(rows.map(([title, resources, answer, options]) => ({ title, resources, answer, options })))(
      '$title',
      ({ resources, answer, options }) => {
        expect(ask(resources, options)).toEqual(answer);
      },
    );
  };
