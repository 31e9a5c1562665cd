// On which day does the patient complete so many years of age?

import { addYears, type DayRange } from '../logic/calendar.ts';
import { keptBy } from '../logic/lazy.ts';
import type { IndexedRecord } from '../fhir/indexed-record.ts';

/** The first and the last day it can be, which differ for a partial date of birth; undefined without one. */
export const birthday = (record: IndexedRecord, years: number): DayRange | undefined => record.once(birthdays)(years);

const birthdays = ({ birth }: IndexedRecord) =>
  keptBy((years: number): DayRange | undefined =>
    birth === undefined ? undefined : { from: addYears(birth.from, years), to: addYears(birth.to, years) },
  );
