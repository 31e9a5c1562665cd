// Which results are there of each measurement, in which order?

import type { MeasurementName } from '../terminology/measurements.ts';
import type { ObservationRead } from './observation-reader.ts';
import type { Reading } from './reading.ts';
import { msPerDay } from '../logic/gregorian.ts';

/** When a reading was taken, for order only: an undated one is older than all. */
const orderOf = ({ when }: Reading): number => (when === undefined ? -Infinity : (when.instant ?? when.to * msPerDay));

/** The results of every measurement, newest first, undated last. */
export function readingsByName(all: readonly ObservationRead[]): ReadonlyMap<MeasurementName, readonly Reading[]> {
  const byName = new Map<MeasurementName, Reading[]>();
  for (const { readings } of all)
    for (const reading of readings) {
      const list = byName.get(reading.measurement);
      if (list === undefined) byName.set(reading.measurement, [reading]);
      else list.push(reading);
    }
  for (const list of byName.values()) list.sort(inOrder);
  return byName;
}

function inOrder(a: Reading, b: Reading): number {
  const later = orderOf(b) - orderOf(a);
  return later === 0 || Number.isNaN(later) ? (a.reference < b.reference ? -1 : 1) : later;
}
