// I1: is the patient between 5 and 18 years old?

import { criterion } from '../../eligibility/criterion.ts';
import { ageWithin } from '../../facts/age.ts';
import { alsoShowing } from '../../logic/finding.ts';
import type { Settings } from './settings.ts';
import { inclusionTexts } from './texts.ts';

export const ageFrom5To18 = criterion<Settings>({
  id: 'I1',
  text: inclusionTexts.I1,
  source: 'NCT06222853, inclusion criterion 1',
  readAs: [
    'Age is counted in completed years (周岁) on the screening date: from the 5th birthday to the day before the 19th.',
    'Read strictly, the limit of 18 would end at the 18th birthday: the last year is flagged.',
    'A birthday on 29 February falls on 1 March in common years.',
    'An incomplete date of birth decides only if its first and its last possible day give the same answer.',
    'The reader is told {ageOutWarningDays} days before the 19th birthday. A patient who is too old is flagged: the later version of the registration has no upper limit.',
  ],
  examples: [
    ['met', '5th birthday on the screening date'],
    ['not-met', '5th birthday on the day after it'],
    ['met', '19th birthday on the day after the screening date'],
    ['not-met', '19th birthday on the screening date'],
  ],
  assess: ({ record }, screening, { ageOutWarningDays: warningDays }) => {
    const answer = ageWithin(record, screening, { from: 5, to: 18, warningDays });
    if (answer.verdict !== 'not-met') return answer;
    const withoutLimit = ageWithin(record, screening, { from: 5, warningDays });
    if (withoutLimit.verdict !== 'met') return answer;
    return alsoShowing(answer, { flags: ['NO_UPPER_AGE_LIMIT_IN:NCT06222853@from5'] });
  },
});
