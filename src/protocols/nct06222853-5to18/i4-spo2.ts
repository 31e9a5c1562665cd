// I4.SpO2: is the oxygen saturation at least 92 %?

import { criterion } from '../../eligibility/criterion.ts';
import { oxygenSaturationAtLeast } from '../../facts/lung/oxygen.ts';
import type { Settings } from './settings.ts';

/** Percent. */
export const lowestSaturation = 92;

export const oxygenSaturation = criterion<Settings>({
  id: 'I4.SpO2',
  text: 'Lung function: SpO2 ≥92%',
  source: 'NCT06222853, inclusion criterion 4',
  readAs: [
    'The latest saturation of the last {oxygenSaturationWindowDays} days decides.',
    'Below 92 % is not met in any case. 92 % or more while oxygen is given proves nothing and is for the investigator.',
    'Oxygen is told by the result itself, by a flow, concentration or device of that day, or by a report, procedure, diagnosis or drug of that day. Where nothing is said, room air is assumed and flagged.',
    'Where nothing is said and oxygen was ordered as a drug for that day, a flow or device of the 24 hours before tells of it, or a procedure that gives it has no date or is over without an end date, the investigator decides.',
  ],
  examples: [
    ['met', '92 % in room air'],
    ['not-met', '91 %'],
    ['needs-investigator', '98 % with 2 L/min of oxygen'],
    ['unknown', '92 %, 31 days ago'],
  ],
  assess: ({ record }, screening, { oxygenSaturationWindowDays }) =>
    oxygenSaturationAtLeast(record, screening, { percent: lowestSaturation, windowDays: oxygenSaturationWindowDays }),
});
