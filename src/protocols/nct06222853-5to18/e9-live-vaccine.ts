// E9: live vaccine within 4 weeks.

import { criterion } from '../../eligibility/criterion.ts';
import { liveVaccineGiven } from '../../facts/vaccines.ts';
import type { Settings } from './settings.ts';
import { exclusionTexts } from './texts.ts';

export const liveVaccine = criterion<Settings>({
  id: 'E9',
  text: exclusionTexts.E9,
  source: 'NCT06222853, exclusion criterion 9',
  readAs: [
    'Four weeks are 28 days: a live vaccine given 28 days before the screening date counts, 29 days before does not.',
    'Only vaccinations that were completed count.',
    'That no live vaccine was given is taken from the record only if it holds some vaccination of the last 24 calendar months; otherwise the vaccination record must be asked for.',
    'A vaccine whose name does not say whether it is live goes to the investigator if it was given within the 28 days.',
    'Messenger RNA and non-replicating vector vaccines are not live.',
  ],
  assess: ({ record }, screening, settings) =>
    liveVaccineGiven(record, screening, {
      windowDays: settings.liveVaccineWindowDays,
      recordMonths: settings.vaccineRecordMonths,
    }),
});
