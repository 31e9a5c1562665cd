// How is a fact of a record and a day worked out once, however many criteria ask?

import { keptBy } from '../logic/lazy.ts';
import type { IndexedRecord } from '../fhir/indexed-record.ts';
import type { Screening } from './screening.ts';

/** The same function, which keeps what it made of a record for each screening. */
export function onceADay<T>(
  make: (record: IndexedRecord, screening: Screening) => T,
): (record: IndexedRecord, screening: Screening) => T {
  const days = (record: IndexedRecord) => keptBy((screening: Screening) => make(record, screening));
  return (record, screening) => record.once(days)(screening);
}
