// E8.HBV: does serology show hepatitis B?

import { criterion } from '../../eligibility/criterion.ts';
import { hepatitis } from '../../facts/serology/hepatitis.ts';
import { tests } from './e8-tests.ts';
import type { Settings } from './settings.ts';

export const hepatitisB = criterion<Settings>({
  id: 'E8.HBV',
  text: 'Hepatitis B surface antigen (HBsAg) or hepatitis B core antibody (HBcAb) positive and peripheral blood hepatitis B virus (HBV) DNA titer greater than the normal reference value range',
  source: 'NCT06222853, exclusion criterion 8',
  readAs: [
    'Both are needed: HBsAg or HBcAb (total) positive, and HBV DNA above its reference. Antibody to the surface antigen (vaccination) is of no meaning here.',
    'A positive serology counts whatever its age, and so does a confirmed diagnosis of chronic hepatitis B; a negative one counts for {serologyWindowDays} days, the viral load for {viralLoadWindowDays}.',
    'The reference of a viral load is the one of the same result; "below the limit of quantification" is not above it; "detected, below the limit of quantification" goes to the investigator.',
    'A viral load above the reference without positive serology is urgent and goes to the investigator.',
    'A report whose words call such a test positive, where no result on record does, goes to the investigator.',
  ],
  examples: [
    ['met', 'HBcAb positive, HBV DNA above its reference'],
    ['not-met', 'HBcAb positive, HBV DNA at its reference'],
    ['unknown', 'HBcAb positive, no HBV DNA'],
    ['unknown', 'HBsAg and HBcAb negative 91 days ago'],
  ],
  assess: ({ record, exposures }, screening, settings) =>
    hepatitis(record, screening, exposures, {
      virus: 'HBV',
      serology: [tests.hbsag(settings), tests.hbcab(settings)],
      load: tests.hbvDna(settings),
      diagnosis: 'chronic-hepatitis-b',
    }),
});
