// E13: does the investigator deem the patient unsuitable for anything else?

import { criterion } from '../../eligibility/criterion.ts';
import { onlyHumansJudge } from '../../facts/human.ts';
import type { Settings } from './settings.ts';
import { exclusionTexts } from './texts.ts';

export const otherReason = criterion<Settings>({
  id: 'E13',
  text: exclusionTexts.E13,
  source: 'NCT06222853, exclusion criterion 13',
  readAs: ['The software never answers this: the investigator does.'],
  examples: [
    ['needs-investigator', 'whatever the record says'],
    ['not-met', 'the investigator found no other reason'],
    ['met', 'the investigator found another reason'],
  ],
  assess: () => onlyHumansJudge('human.other-reason'),
});
