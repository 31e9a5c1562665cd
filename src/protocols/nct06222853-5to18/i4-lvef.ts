// I4.LVEF: is the left ventricular ejection fraction at least 55 %?

import { criterion } from '../../eligibility/criterion.ts';
import { ejectionFractionAtLeast } from '../../facts/heart/function.ts';
import type { Settings } from './settings.ts';

/** Percent. */
export const lowestEjectionFraction = 55;

export const ejectionFraction = criterion<Settings>({
  id: 'I4.LVEF',
  text: 'Cardiac function: Left ventricular ejection fraction (LVEF) ≥55%',
  source: 'NCT06222853, inclusion criterion 4',
  readAs: [
    'The latest ejection fraction of the last {heartImagingWindowDays} days decides, by any method, as a result or in the words of a report.',
    'It is never rounded: 54.9 % is not 55 %. Shortening fraction is not ejection fraction.',
    'Words without a number ("normal LVEF") decide nothing; where they speak against an older number the answer is unknown.',
    'A range such as 50-60 % is asked at both ends: if they disagree the answer is unknown.',
  ],
  examples: [
    ['met', '55 %, 90 days ago'],
    ['not-met', '54.9 %'],
    ['unknown', '55 %, 91 days ago'],
    ['unknown', 'a range of 50-60 %'],
  ],
  assess: ({ record }, screening, { heartImagingWindowDays }) =>
    ejectionFractionAtLeast(record, screening, { percent: lowestEjectionFraction, windowDays: heartImagingWindowDays }),
});
