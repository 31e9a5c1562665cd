// E8.CMV: is cytomegalovirus DNA positive?

import { criterion } from '../../eligibility/criterion.ts';
import { cytomegalovirusDna } from '../../facts/serology/cytomegalovirus.ts';
import { tests } from './e8-tests.ts';
import type { Settings } from './settings.ts';

export const cytomegalovirus = criterion<Settings>({
  id: 'E8.CMV',
  text: 'cytomegalovirus (CMV) DNA test positive',
  source: 'NCT06222853, exclusion criterion 8',
  readAs: [
    'Counted is the latest CMV DNA test of blood, plasma or serum within {viralLoadWindowDays} days: positive or quantified is positive.',
    'Detected below the limit of quantification, and a positive test of urine, saliva or another specimen, go to the investigator.',
    'Antibodies to CMV (IgG, IgM) do not count.',
    'A report whose words call such a test positive, where no result on record does, goes to the investigator.',
  ],
  examples: [
    ['met', 'CMV DNA in blood positive 30 days ago'],
    ['not-met', 'CMV DNA in blood negative 30 days ago'],
    ['unknown', 'CMV DNA in blood positive 31 days ago'],
    ['needs-investigator', 'CMV DNA in urine positive, in blood negative'],
  ],
  assess: ({ record }, screening, settings) =>
    cytomegalovirusDna(record, screening, {
      ...tests.cmvDna(settings),
      elsewhere: tests.cmvDnaElsewhere(settings),
    }),
});
