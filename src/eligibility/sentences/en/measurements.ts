// Names of measurements, and why a result that was sent cannot be read or does not count.

import { allMeasurements } from '../../../terminology/measurement-table.ts';

/** "measurement.ALT": the title that `data/measurements/` gives. */
export const measurementTitles: Readonly<Record<string, string>> = Object.fromEntries(
  allMeasurements.map(({ name, title }) => [`measurement.${name}`, title.en]),
);

export const measurements = {
  'reading.not-a-number': 'its value is not a usable number',
  'reading.no-unit': 'it has no unit',
  'reading.unknown-unit': 'its unit {unit} is not one this result is read in',
  'reading.units-disagree': 'its units {unit} disagree',
  'reading.log-or-not': 'its code says logarithm, its unit {unit} does not',
  'reading.implausible': 'the number cannot be right in its unit',
  'reading.several-values': 'it has several values ({value})',
  'reading.not-a-value': 'its value ({value}) is of a kind that cannot be read here',
  'reading.letters-lost': 'letters of “{value}” were lost on the way here',
  'reading.words-not-known': 'the words “{value}” are not understood',
  'reading.answers-disagree': 'the code and the words of “{value}” disagree',
  'reading.flag-contradicts': 'the value “{value}” and its flag contradict each other',
  'reading.no-own-range': '{value} has neither a unit that can be converted nor a reference range of its own',
  'reading.contradictory-code': 'its code and its name ({name}) mean different measurements',
  'reading.about-another': 'about another person than the patient',
  'reading.other-specimen': 'from a specimen that does not count',
  'reading.other-quantity': 'counted in another way, not comparable',
  'reading.flag-only': 'it is flagged as abnormal or positive, but has no value',
  'reading.no-value': 'no value was recorded',
} as const satisfies Record<string, string>;
