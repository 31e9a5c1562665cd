// I2.hydroxychloroquine: was hydroxychloroquine given?

import { criterion } from '../../eligibility/criterion.ts';
import { hydroxychloroquine as treatedWith } from '../../facts/standard-treatment/hydroxychloroquine.ts';
import type { Settings } from './settings.ts';

export const hydroxychloroquine = criterion<Settings>({
  id: 'I2.hydroxychloroquine',
  text: 'Still in moderate to severe disease activity despite … hydroxychloroquine',
  source: 'NCT06222853, inclusion criterion 2',
  readAs: [
    'At least {adequateDays} days of cover by orders, dispenses, statements or administrations; breaks of up to {adequateGapDays} days are bridged and not counted.',
    'It need not be given now, nor together with the other treatments. Failure means that the disease is active now.',
    'Shorter treatment, only chloroquine, or none beside G6PD deficiency, retinopathy, maculopathy or a recorded intolerance goes to the investigator.',
    'An order or statement of a drug that another statement says was not taken counts on those days only as possible; what was dispensed or administered counts.',
    'Not met only if the medication history is stated to be complete within the last {medicationHistoryWindowDays} days and every drug on record can be read.',
  ],
  examples: [
    ['met', 'exactly 90 days'],
    ['needs-investigator', '89 days'],
    ['not-met', 'none, medication history stated to be complete'],
    ['unknown', 'none, nobody says that the history is complete'],
  ],
  assess: ({ record, exposures }, screening, settings) => treatedWith(record, exposures, screening, settings),
});
