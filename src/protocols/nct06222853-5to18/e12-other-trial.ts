// E12: did the patient take part in another clinical study within 3 months?

import { criterion } from '../../eligibility/criterion.ts';
import { otherTrials } from '../../facts/other-trials.ts';
import type { Settings } from './settings.ts';
import { exclusionTexts } from './texts.ts';

export const otherTrial = criterion<Settings>({
  id: 'E12',
  text: exclusionTexts.E12,
  source: 'NCT06222853, exclusion criterion 12',
  readAs: [
    'Counted are interventional studies that the patient really entered, now or until at most {otherTrialMonths} calendar months before enrolment.',
    'Enrolment is the planned infusion when its date is known, otherwise the screening date.',
    'Observational studies and studies of unknown kind go to the investigator; being screened for a study does not count.',
    'Participation in this study itself never counts.',
    'A record without any other study proves nothing: the family is asked.',
  ],
  examples: [
    ['met', 'interventional study left 3 months ago'],
    ['needs-investigator', 'interventional study left 3 months and a day ago'],
    ['needs-investigator', 'no other study on record'],
    ['unknown', 'the studies could not be read'],
  ],
  assess: ({ record }, screening, settings) =>
    otherTrials(record, screening, { ownStudy: 'NCT06222853', months: settings.otherTrialMonths }),
});
