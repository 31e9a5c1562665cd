// I4.eGFR: is the estimated glomerular filtration rate at least 30?

import { criterion } from '../../eligibility/criterion.ts';
import { filtrationRateAtLeast } from '../../facts/kidney/filtration-rate.ts';
import type { Settings } from './settings.ts';

/** mL/min/1.73 m2. */
export const lowestFiltration = 30;

export const glomerularFiltration = criterion<Settings>({
  id: 'I4.eGFR',
  text: 'Renal function: eGFR ≥30 mL/min/1.73m2',
  source: 'NCT06222853, inclusion criterion 4',
  readAs: [
    'The rate is computed by CKiD U25 from the latest creatinine of the last {laboratoryWindowDays} days and the latest height of the last {heightWindowDays} days.',
    'Bedside Schwartz (under 18 years) or CKD-EPI 2021 (from 18 years) checks it; a reported value by a paediatric equation counts too.',
    'All ways on the same side of 30 decide; different sides are for the investigator.',
    'Reported values by adult equations are ignored under 18 years.',
    'Cystatin C of these days gives an estimate (CKiD U25) that never decides, because glucocorticoids raise it: alone and not surely 30 or more, or possibly on another side than the other ways, it is for the investigator; one that cannot be read or may be older keeps what would be met open, as such a reported value does.',
    'On dialysis (of these days, or without a date or an end), or when creatinine changed by more than 50 % within 7 days, the rate is for the investigator.',
  ],
  examples: [
    ['met', 'girl of 14, 158 cm, creatinine 1.99 mg/dL: above 30 by both equations'],
    ['needs-investigator', 'the same with 2.1 mg/dL: above 30 by one equation only'],
    ['not-met', 'the same with 2.18 mg/dL: below 30 by both'],
    ['unknown', 'creatinine without a height'],
  ],
  assess: ({ record }, screening, { laboratoryWindowDays, heightWindowDays }) =>
    filtrationRateAtLeast(record, screening, {
      atLeast: lowestFiltration,
      windowDays: laboratoryWindowDays,
      heightWindowDays,
    }),
});
