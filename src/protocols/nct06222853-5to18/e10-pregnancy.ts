// E10: positive pregnancy test in blood.

import { criterion } from '../../eligibility/criterion.ts';
import { positiveBloodTest } from '../../facts/pregnancy-criteria.ts';
import { pregnancyWindows } from './pregnancy-windows.ts';
import type { Settings } from './settings.ts';
import { exclusionTexts } from './texts.ts';

export const positiveBloodPregnancyTest = criterion<Settings>({
  id: 'E10',
  text: exclusionTexts.E10,
  source: 'NCT06222853, exclusion criterion 10',
  readAs: [
    'Only blood counts, for 7 days; a urine test leaves the question open.',
    'hCG by amount: above 25 IU/L (and above its own cut-off) is positive, 5 to 25 IU/L goes to the investigator, less is negative.',
    'A documented pregnancy without a blood test goes to the investigator.',
    'Boys, and girls who are not of childbearing potential, need no test.',
  ],
  confidential: true,
  assess: ({ record }, screening, settings) => positiveBloodTest(record, screening, pregnancyWindows(settings)),
});
