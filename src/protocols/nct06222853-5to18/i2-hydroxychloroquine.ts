// Inclusion criterion 2, hydroxychloroquine: was it given?

import { criterion } from '../../eligibility/criterion.ts';
import { hydroxychloroquine as treatedWith } from '../../facts/hydroxychloroquine.ts';
import type { Settings } from './settings.ts';

export const hydroxychloroquine = criterion<Settings>({
  id: 'I2.hydroxychloroquine',
  text: 'Still in moderate to severe disease activity despite … hydroxychloroquine',
  source: 'NCT06222853, inclusion criterion 2',
  readAs: [
    'At least 90 days of cover by orders, dispenses, statements or administrations; breaks of up to 14 days are bridged and not counted.',
    'It need not be given now, nor together with the other treatments. Failure means that the disease is active now.',
    'Shorter treatment, only chloroquine, or none beside G6PD deficiency, retinopathy, maculopathy or a recorded intolerance goes to the investigator.',
    'Not met only if the medication history is stated to be complete within the last 90 days and every drug on record can be read.',
  ],
  assess: ({ record, exposures }, screening, settings) => treatedWith(record, exposures, screening, settings),
});
