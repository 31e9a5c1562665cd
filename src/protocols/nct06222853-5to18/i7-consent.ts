// I7: was informed consent given?

import { criterion } from '../../eligibility/criterion.ts';
import { onlyHumansJudge } from '../../facts/human.ts';
import type { Settings } from './settings.ts';
import { inclusionTexts } from './texts.ts';

export const informedConsent = criterion<Settings>({
  id: 'I7',
  text: inclusionTexts.I7,
  source: 'NCT06222853, inclusion criterion 7',
  readAs: ['Consent is asked and given outside the record.'],
  examples: [
    ['needs-investigator', 'whatever the record says'],
    ['met', 'the investigator answered yes, without an end'],
    ['needs-investigator', 'the answer of the investigator held until yesterday'],
  ],
  assess: () => onlyHumansJudge('human.consent'),
});
