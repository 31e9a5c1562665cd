// Which values of a measurement does the record hold over time, for a chart?

import type { Day } from '../../logic/calendar.ts';
import type { IndexedRecord } from '../../fhir/indexed-record.ts';
import type { MeasurementName } from '../../terminology/measurements.ts';
import { isDated } from './latest-candidates.ts';

/** One value in the canonical unit; low = high for a point, `high` is infinite for "> x". */
export type ResultPoint = {
  readonly day: Day;
  readonly low: number;
  readonly high: number;
  readonly reference: string;
};

/** Every valid, readable, dated value, oldest first. */
export const series = (record: IndexedRecord, name: MeasurementName): readonly ResultPoint[] =>
  record
    .readings(name)
    .filter(isDated)
    .flatMap(({ status, unreadable, amount, when, reference }) =>
      status === 'valid' && unreadable === undefined && amount !== undefined
        ? [{ day: when.from, low: amount.low, high: amount.high, reference }]
        : [],
    )
    .sort((a, b) => a.day - b.day);
