// I4.TBIL: is total bilirubin at most twice its upper limit of normal?

import { criterion } from '../../eligibility/criterion.ts';
import { atMostTimesUpperLimit } from '../../facts/liver/values.ts';
import type { Settings } from './settings.ts';

/** Times the upper limit of normal. */
export const mostTimesUpperLimit = 2;

export const totalBilirubin = criterion<Settings>({
  id: 'I4.TBIL',
  text: 'Total Bilirubin (TBIL) in serum ≤2.0×ULN',
  source: 'NCT06222853, inclusion criterion 4',
  readAs: [
    'The latest value of the last {laboratoryWindowDays} days decides; the limit itself is still met.',
    'The upper limit of normal (ULN) is the one sent with the result for this sex and age, else the one the site stated.',
    'Without one, up to 34.2 µmol/L is met and above 52 µmol/L is not, whatever a laboratory’s limit is; between them it is unknown.',
  ],
  examples: [
    ['met', '42 µmol/L with an upper limit of 21: exactly 2 times'],
    ['not-met', '42.1 µmol/L with an upper limit of 21'],
    ['unknown', '40 µmol/L without an upper limit'],
    ['unknown', '31 days old'],
  ],
  assess: ({ record }, screening, { laboratoryWindowDays }) =>
    atMostTimesUpperLimit(record, screening, {
      measurement: 'bilirubinTotal',
      times: mostTimesUpperLimit,
      windowDays: laboratoryWindowDays,
    }),
});
