// E8.CMV: cytomegalovirus DNA.

import { criterion } from '../../eligibility/criterion.ts';
import { cytomegalovirusDna } from '../../facts/serology-cytomegalovirus.ts';
import { testsOf } from './e8-tests.ts';
import type { Settings } from './settings.ts';

export const cytomegalovirus = criterion<Settings>({
  id: 'E8.CMV',
  text: 'cytomegalovirus (CMV) DNA test positive',
  source: 'NCT06222853, exclusion criterion 8',
  readAs: [
    'Counted is the latest CMV DNA test of blood, plasma or serum within 30 days: positive or quantified is positive.',
    'Detected below the limit of quantification, and a positive test of urine, saliva or another specimen, go to the investigator.',
    'Antibodies to CMV (IgG, IgM) do not count.',
  ],
  assess: ({ record }, screening, settings) => {
    const { cmvDna, cmvDnaElsewhere } = testsOf(settings);
    return cytomegalovirusDna(record, screening, { ...cmvDna, elsewhere: cmvDnaElsewhere });
  },
});
