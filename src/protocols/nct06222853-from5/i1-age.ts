// I1 of the later version: is the patient at least 5 years old, with no upper limit?

import { criterion } from '../../eligibility/criterion.ts';
import { ageWithin } from '../../facts/age.ts';
import type { Settings } from '../nct06222853-5to18/settings.ts';

export const ageFrom5 = criterion<Settings>({
  id: 'I1',
  text: 'Age: ≥5 years old',
  source: 'NCT06222853, later version, inclusion criterion 1',
  readAs: ['Age is counted in completed years on the day of screening.', 'There is no upper limit.'],
  examples: [
    ['met', '5th birthday on the screening date'],
    ['not-met', '5th birthday on the day after it'],
    ['met', '45 years'],
    ['unknown', 'no date of birth'],
  ],
  assess: ({ record }, screening) => ageWithin(record, screening, { from: 5, warningDays: 0 }),
});
