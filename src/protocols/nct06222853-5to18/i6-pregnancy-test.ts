// I6.test: is a pregnancy test negative in a female of childbearing age?

import { criterion } from '../../eligibility/criterion.ts';
import { negativeTest } from '../../facts/pregnancy/criteria.ts';
import { pregnancyWindows } from './pregnancy-windows.ts';
import type { Settings } from './settings.ts';

export const negativePregnancyTest = criterion<Settings>({
  id: 'I6.test',
  text: 'Negative pregnancy test for female Subjects of childbearing age',
  source: 'NCT06222853, inclusion criterion 6',
  readAs: [
    'Permanently sterile is one whose uterus, both tubes or both ovaries were removed or never formed; tied tubes, an intrauterine device and Turner syndrome do not spare the test.',
    'Of childbearing age is a female who is not permanently sterile and whose menarche is documented; "before menarche" counts for {preMenarcheWindowDays} days.',
    'Where menarche is not documented: below 9 years no, from 12 years yes, between them unknown.',
    'A test in urine or blood counts for {pregnancyTestWindowDays} days; any positive one, and a documented current pregnancy, answer no; a pregnancy recorded 44 weeks ago or earlier and never closed goes to the investigator.',
    'A report whose words call a pregnancy test positive, where the result in blood is negative, goes to the investigator.',
    'After a lupus flare hCG can be falsely positive: a positive result should be confirmed.',
  ],
  examples: [
    ['met', 'girl of 14, negative test in blood 7 days ago'],
    ['unknown', 'girl of 14, negative test in blood 8 days ago'],
    ['not-met', 'girl of 14, positive test in urine'],
    ['met', 'boy'],
  ],
  confidential: true,
  assess: ({ record }, screening, settings) => negativeTest(record, screening, pregnancyWindows(settings)),
});
