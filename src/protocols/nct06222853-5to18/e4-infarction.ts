// E4.MI: was there an acute myocardial infarction within six months?

import { criterion } from '../../eligibility/criterion.ts';
import { myocardialInfarctionWithin } from '../../facts/heart/disease.ts';
import type { Settings } from './settings.ts';

export const myocardialInfarction = criterion<Settings>({
  id: 'E4.MI',
  text: 'acute myocardial infarction within 6 months prior to screening',
  source: 'NCT06222853, exclusion criterion 4',
  readAs: [
    'The {infarctionWindowMonths} calendar months bind the infarction only, not congenital heart disease.',
    'The day is the onset, else the day of record; without any day the answer is open.',
    'An infarction that only a report of the last {heartImagingWindowDays} days names goes to the investigator.',
  ],
  examples: [
    ['met', 'infarction 6 months ago'],
    ['not-met', 'infarction 6 months and a day ago'],
    ['needs-investigator', 'infarction 4 months ago, not confirmed'],
    ['unknown', 'infarction, nobody says when'],
  ],
  assess: ({ record }, screening, settings) =>
    myocardialInfarctionWithin(record, screening, {
      months: settings.infarctionWindowMonths,
      reportDays: settings.heartImagingWindowDays,
    }),
});
