// E10: is a pregnancy test in blood positive?

import { criterion } from '../../eligibility/criterion.ts';
import { positiveBloodTest } from '../../facts/pregnancy/criteria.ts';
import { pregnancyWindows } from './pregnancy-windows.ts';
import type { Settings } from './settings.ts';
import { exclusionTexts } from './texts.ts';

export const positiveBloodPregnancyTest = criterion<Settings>({
  id: 'E10',
  text: exclusionTexts.E10,
  source: 'NCT06222853, exclusion criterion 10',
  readAs: [
    'Only blood counts, for {pregnancyTestWindowDays} days; a urine test leaves the question open.',
    'hCG by amount: above 25 IU/L (and above its own cut-off) is positive, 5 to 25 IU/L goes to the investigator, less is negative.',
    'A documented pregnancy without a blood test goes to the investigator.',
    'A report whose words call a pregnancy test positive, where the result in blood is negative, goes to the investigator.',
    'Boys, and girls who are not of childbearing potential, need no test; "before menarche" counts for {preMenarcheWindowDays} days.',
  ],
  examples: [
    ['met', 'hCG in blood 25.1 IU/L'],
    ['needs-investigator', 'hCG in blood 25 IU/L'],
    ['not-met', 'hCG in blood 4.9 IU/L'],
    ['unknown', 'girl of 14, only a test in urine'],
  ],
  confidential: true,
  assess: ({ record }, screening, settings) => positiveBloodTest(record, screening, pregnancyWindows(settings)),
});
