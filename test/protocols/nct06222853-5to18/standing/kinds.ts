// What is the answer without a datum of each class of specification?

import type { Json } from '../../../../src/fhir/record.ts';
import type { Verdict } from '../../../../src/logic/verdict.ts';
import { observation, textObservation } from '../../../builders.ts';
import { historyComplete } from '../../../facts/standard-treatment/lupus-drugs.ts';
import { ago } from '../../../facts/glucocorticoids/prednisone.ts';
import type { Row } from './row.ts';

/** Class A, a result of a test: without it, or too old, nothing is known. */
export const tested = (
  id: string,
  datum: string,
  result: (date: string) => Json,
  [decides, days]: readonly ['met' | 'not-met', (number | undefined)?],
  unreadable: Json,
  more: Partial<Row> = {},
): Row => ({
  id,
  datum,
  by: (daysAgo) => [result(ago(daysAgo))],
  decides,
  absent: 'unknown',
  ...(days !== undefined && { window: [days, 'unknown'] }),
  unreadable: ['a unit or words nobody knows', [unreadable]],
  ...more,
});

/** A number with an upper limit of the laboratory, at `times` that limit and one step above. */
export const measured = (
  id: string,
  code: string,
  unit: string,
  days: number,
  values: readonly (readonly [number, 'met' | 'not-met'])[],
  more: Json = {},
): readonly Row[] =>
  values.map(([value, decides]) =>
    tested(
      id,
      `${String(value)} ${unit}`,
      (on) => observation(code, value, unit, on, more),
      [decides, days],
      observation(code, value, 'furlong', ago(4), more),
    ),
  );

/** A result in words. */
export const worded = (
  id: string,
  name: string,
  value: string,
  [decides, days]: readonly ['met' | 'not-met', (number | undefined)?],
  more: Partial<Row> = {},
): Row =>
  tested(
    id,
    `${name} ${value}`,
    (on) => textObservation(name, value, on),
    [decides, days],
    textObservation(name, '见报告', ago(4)),
    more,
  );

/** Class B, a drug taken: without it nothing is known, unless the history is stated to be complete. */
export const drug = (row: Omit<Row, 'decides' | 'absent'>): readonly Row[] => [
  { ...row, decides: 'met', absent: 'unknown' },
  {
    ...row,
    datum: `${row.datum}, medication history stated to be complete`,
    beside: [...(row.beside ?? []), historyComplete],
    decides: 'met',
    absent: 'not-met',
  },
];

/** Class C, an entry of the history: its absence in a complete search is a labelled no. */
export const history = (
  id: string,
  datum: string,
  by: Row['by'],
  [decides, absent]: readonly [Verdict, Verdict] = ['met', 'not-met'],
  more: Partial<Row> = {},
): Row => ({ id, datum, by, decides, absent, ...more });
