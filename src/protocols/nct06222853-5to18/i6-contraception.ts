// I6.contraception: is there agreement to effective contraception?

import { criterion } from '../../eligibility/criterion.ts';
import { contraception } from '../../facts/pregnancy/criteria.ts';
import type { Settings } from './settings.ts';

export const agreesToContraception = criterion<Settings>({
  id: 'I6.contraception',
  text: 'agree to take effective contraceptive measures the first year after CAR-T infusion',
  source: 'NCT06222853, inclusion criterion 6',
  readAs: [
    'The agreement is asked in person; the record never answers it.',
    'It binds females of childbearing age only; for boys and men it is a reminder. "Before menarche" counts for {preMenarcheWindowDays} days.',
  ],
  examples: [
    ['needs-investigator', 'girl of 14'],
    ['met', 'girl of 10 before menarche'],
    ['unknown', 'girl of 10, menarche not documented'],
    ['met', 'boy'],
  ],
  confidential: true,
  assess: ({ record }, screening, settings) =>
    contraception(record, screening, { preMenarcheDays: settings.preMenarcheWindowDays }),
});
