// I4.ALT: is ALT at most 3 times its upper limit of normal?

import { criterion } from '../../eligibility/criterion.ts';
import { atMostTimesUpperLimit } from '../../facts/liver/values.ts';
import type { Settings } from './settings.ts';

/** Times the upper limit of normal. */
export const mostTimesUpperLimit = 3;

export const alanineAminotransferase = criterion<Settings>({
  id: 'I4.ALT',
  text: 'Liver function: Alanine Aminotransferase (ALT) ≤3.0 ULN',
  source: 'NCT06222853, inclusion criterion 4',
  readAs: [
    'The latest value of the last {laboratoryWindowDays} days decides; the limit itself is still met.',
    'The upper limit of normal (ULN) is the one sent with the result for this sex and age, else the one the site stated.',
    'Without one, up to 63 U/L is met and above 189 U/L is not, whatever a laboratory’s limit is; between them it is unknown.',
  ],
  examples: [
    ['met', '87 U/L with an upper limit of 29: exactly 3 times'],
    ['not-met', '88 U/L with an upper limit of 29'],
    ['unknown', '100 U/L without an upper limit'],
    ['unknown', '31 days old'],
  ],
  assess: ({ record }, screening, { laboratoryWindowDays }) =>
    atMostTimesUpperLimit(record, screening, {
      measurement: 'ALT',
      times: mostTimesUpperLimit,
      windowDays: laboratoryWindowDays,
    }),
});
