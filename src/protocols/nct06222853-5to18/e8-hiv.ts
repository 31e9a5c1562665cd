// E8.HIV: are there antibodies to HIV?

import { criterion } from '../../eligibility/criterion.ts';
import { hivAntibody } from '../../facts/serology/hiv.ts';
import { tests } from './e8-tests.ts';
import type { Settings } from './settings.ts';

export const humanImmunodeficiencyVirus = criterion<Settings>({
  id: 'E8.HIV',
  text: 'positive for human immunodeficiency virus (HIV) antibodies',
  source: 'NCT06222853, exclusion criterion 8',
  readAs: [
    'A confirmed positive result, or a confirmed diagnosis of HIV infection, counts whatever its age.',
    'A reactive screening test (antibody, or antigen and antibody) that is not confirmed goes to the investigator; a negative confirmation takes it back.',
    'A negative screening test counts for {serologyWindowDays} days; one of antibodies to HIV-2 alone says nothing of HIV-1 and does not count.',
    'A report whose words call such a test positive, where no result on record does, goes to the investigator.',
  ],
  examples: [
    ['met', 'confirmed positive in 2012'],
    ['needs-investigator', 'screening test reactive, not confirmed'],
    ['not-met', 'screening test negative 90 days ago'],
    ['unknown', 'screening test negative 91 days ago'],
  ],
  assess: ({ record }, screening, settings) =>
    hivAntibody(record, screening, {
      screen: tests.hivScreen(settings),
      confirmation: tests.hivConfirmation(settings),
    }),
});
