// E11: is there a malignancy, previous or concurrent?

import { criterion } from '../../eligibility/criterion.ts';
import { everHadMalignancy } from '../../facts/malignancy.ts';
import type { Settings } from './settings.ts';
import { exclusionTexts } from './texts.ts';

export const malignancy = criterion<Settings>({
  id: 'E11',
  text: exclusionTexts.E11,
  source: 'NCT06222853, exclusion criterion 11',
  readAs: [
    'Every confirmed malignant neoplasm counts, whenever it was and also in remission or cured, and so does a personal history of one.',
    'In situ, borderline, provisional and suspected neoplasms, those of which nobody says what they are, the reason of a procedure, and a report of the last {reportWindowDays} days that names one go to the investigator; benign ones do not count.',
    'Neoplasms of relatives, refuted and erroneous entries never count.',
  ],
  examples: [
    ['met', 'leukaemia, in remission'],
    ['needs-investigator', 'melanoma in situ'],
    ['not-met', 'leukaemia of a relative'],
    ['unknown', 'the diagnoses could not be read'],
  ],
  assess: ({ record }, screening, { reportWindowDays }) => everHadMalignancy(record, screening, reportWindowDays),
});
