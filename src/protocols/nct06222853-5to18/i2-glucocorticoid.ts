// I2.glucocorticoid: was a high dose of glucocorticoids given for at least three months?

import { criterion } from '../../eligibility/criterion.ts';
import { highDoseGlucocorticoid as highDose } from '../../facts/glucocorticoids/answer.ts';
import type { Settings } from './settings.ts';

export const highDoseGlucocorticoid = criterion<Settings>({
  id: 'I2.glucocorticoid',
  text: '≥3M of high dose glucocorticoids (prednisone ≥1 mg/kg/d or other equivalent amount of other steroid)',
  source: 'NCT06222853, inclusion criterion 2',
  readAs: [
    'High is {highDoseMgPerKgPerDay} mg/kg/day or more. Three months are {highDoseDays} days at the dose, or {highDoseMonths} unbroken calendar months; the course ended within the last {highDoseRecentDays} days.',
    'A break, or a lower dose, of up to {highDoseGapDays} days does not end the course; the days of the break are not counted.',
    'The dose of a day is the sum of all systemic glucocorticoids as prednisone equivalent, divided by the weight of that time.',
    'One drug on one day is taken from one source: administration, else dispense, else statement, else order. As-needed orders count nothing.',
    'A course that is shorter but has {highDoseNearDays} days, an older course, {highDoseDays} days in pieces within the last {highDoseRecentDays}, a course that needs averaged alternate-day doses, doses just below {highDoseMgPerKgPerDay} mg/kg or the usual full dose of 60 mg, and a three-month regimen with 14 high-dose or 3 pulse days go to the investigator.',
    'The reading in force is {glucocorticoidReading}: strict asks for one such course, cumulative also takes the days in pieces, regimen also the three-month regimen.',
    'An order or statement of a drug that another statement says was not taken counts on those days only as possible; what was dispensed or administered counts.',
    'Not met only if the medication history is stated to be complete within the last {medicationHistoryWindowDays} days and every drug on record is identified.',
  ],
  examples: [
    ['met', 'exactly 90 days at 1 mg/kg'],
    ['needs-investigator', '12 weeks (84 days) at 1 mg/kg'],
    ['not-met', '83 days at 1 mg/kg, medication history complete'],
    ['unknown', '90 days of 45 mg, no weight on record'],
  ],
  assess: ({ record }, screening, settings) => highDose(record, screening, settings),
});
