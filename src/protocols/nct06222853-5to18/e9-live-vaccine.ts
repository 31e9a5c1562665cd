// E9: was a live vaccine given within 4 weeks?

import { criterion } from '../../eligibility/criterion.ts';
import { liveVaccineGiven } from '../../facts/vaccines.ts';
import type { Settings } from './settings.ts';
import { exclusionTexts } from './texts.ts';

export const liveVaccine = criterion<Settings>({
  id: 'E9',
  text: exclusionTexts.E9,
  source: 'NCT06222853, exclusion criterion 9',
  readAs: [
    'Four weeks are {liveVaccineWindowDays} days: a live vaccine given so many days before the screening date counts, one given a day earlier does not.',
    'Only vaccinations that were completed count, and live vaccines that were given and recorded as a medication.',
    'That no live vaccine was given is taken from the record only if it holds some vaccination of the last {vaccineRecordMonths} calendar months; otherwise the vaccination record must be asked for.',
    'A vaccine whose name does not say whether it is live goes to the investigator if it was given within the {liveVaccineWindowDays} days.',
    'Messenger RNA and non-replicating vector vaccines are not live.',
  ],
  examples: [
    ['met', 'varicella vaccine 28 days ago'],
    ['not-met', 'varicella vaccine 29 days ago'],
    ['unknown', 'varicella vaccine on some day of May'],
    ['needs-investigator', 'no vaccination on record at all'],
  ],
  assess: ({ record }, screening, settings) =>
    liveVaccineGiven(record, screening, {
      windowDays: settings.liveVaccineWindowDays,
      recordMonths: settings.vaccineRecordMonths,
    }),
});
