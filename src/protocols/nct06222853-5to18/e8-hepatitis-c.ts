// E8.HCV: does serology show hepatitis C?

import { criterion } from '../../eligibility/criterion.ts';
import { hepatitis } from '../../facts/serology/hepatitis.ts';
import { tests } from './e8-tests.ts';
import type { Settings } from './settings.ts';

export const hepatitisC = criterion<Settings>({
  id: 'E8.HCV',
  text: 'hepatitis C virus (HCV) antibody positive and peripheral blood hepatitis C virus (HCV) RNA titer greater than the normal reference value range',
  source: 'NCT06222853, exclusion criterion 8',
  readAs: [
    'Both are needed: HCV antibody positive, and HCV RNA above its reference.',
    'A positive serology counts whatever its age, and so does a confirmed diagnosis of chronic hepatitis C; a negative one counts for {serologyWindowDays} days, the viral load for {viralLoadWindowDays}.',
    'The reference of a viral load is the one of the same result; "below the limit of quantification" is not above it; "detected, below the limit of quantification" goes to the investigator.',
    'A viral load above the reference without positive serology is urgent and goes to the investigator.',
    'A report whose words call such a test positive, where no result on record does, goes to the investigator.',
  ],
  examples: [
    ['met', 'antibody positive, HCV RNA above its reference'],
    ['not-met', 'antibody negative 90 days ago'],
    ['unknown', 'antibody negative 91 days ago'],
    ['needs-investigator', 'antibody negative, HCV RNA above its reference'],
  ],
  assess: ({ record, exposures }, screening, settings) =>
    hepatitis(record, screening, exposures, {
      virus: 'HCV',
      serology: [tests.hcvAb(settings)],
      load: tests.hcvRna(settings),
      diagnosis: 'chronic-hepatitis-c',
    }),
});
