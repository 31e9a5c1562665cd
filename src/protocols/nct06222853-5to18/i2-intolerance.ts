// I2.intolerance: is the patient intolerant of standard treatments?

import { criterion } from '../../eligibility/criterion.ts';
import { intolerance } from '../../facts/standard-treatment/intolerance.ts';
import type { Settings } from './settings.ts';

export const intolerantOfStandardTreatment = criterion<Settings>({
  id: 'I2.intolerance',
  text: 'or Intolerant to standard treatments',
  source: 'NCT06222853, inclusion criterion 2',
  readAs: [
    'Standard treatments are glucocorticoids, hydroxychloroquine and the eleven agents.',
    'An allergy, intolerance or adverse event that names one of them, or an order ended for harm, goes to the investigator; it is never enough by itself.',
    'Nothing on record is read as no intolerance, if the searches were complete.',
  ],
  examples: [
    ['needs-investigator', 'an allergy list that names methotrexate'],
    ['not-met', 'an allergy list that names only penicillin'],
    ['unknown', 'the allergy list could not be read'],
  ],
  assess: ({ record }, screening) => intolerance(record, screening),
});
