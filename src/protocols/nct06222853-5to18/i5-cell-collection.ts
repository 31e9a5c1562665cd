// I5: is the patient fit for cell collection?

import { criterion } from '../../eligibility/criterion.ts';
import { onlyHumansJudge } from '../../facts/human.ts';
import type { Settings } from './settings.ts';
import { inclusionTexts } from './texts.ts';

export const suitableForCellCollection = criterion<Settings>({
  id: 'I5',
  text: inclusionTexts.I5,
  source: 'NCT06222853, inclusion criterion 5',
  readAs: ['The record cannot answer this: the clinician who would collect the cells judges it.'],
  examples: [
    ['needs-investigator', 'whatever the record says'],
    ['met', 'the investigator answered yes, without an end'],
    ['needs-investigator', 'the answer of the investigator held until yesterday'],
  ],
  assess: () => onlyHumansJudge('human.cell-collection'),
});
