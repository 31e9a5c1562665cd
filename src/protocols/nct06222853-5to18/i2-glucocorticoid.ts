// Inclusion criterion 2, glucocorticoids: was the high dose given for at least three months?

import { criterion } from '../../eligibility/criterion.ts';
import { highDoseGlucocorticoid as highDose } from '../../facts/glucocorticoid.ts';
import type { Settings } from './settings.ts';

export const highDoseGlucocorticoid = criterion<Settings>({
  id: 'I2.glucocorticoid',
  text: '≥3M of high dose glucocorticoids (prednisone ≥1 mg/kg/d or other equivalent amount of other steroid)',
  source: 'NCT06222853, inclusion criterion 2',
  readAs: [
    'Three months are 90 days at the dose, or three unbroken calendar months; the course ended within the last 365 days.',
    'A break, or a lower dose, of up to 7 days does not end the course; the days of the break are not counted.',
    'The dose of a day is the sum of all systemic glucocorticoids as prednisone equivalent, divided by the weight of that time.',
    'One drug on one day is taken from one source: administration, else dispense, else statement, else order. As-needed orders count nothing.',
    'A course of 84 to 89 days, an older course, 90 days in pieces within a year, a course that needs averaged alternate-day doses, doses just below 1 mg/kg or the usual full dose of 60 mg, and a three-month regimen with 14 high-dose or 3 pulse days go to the investigator.',
    'Not met only if the medication history is stated to be complete and every drug on record is identified.',
  ],
  assess: ({ record, exposures }, screening, settings) => highDose(record, exposures, screening, settings),
});
