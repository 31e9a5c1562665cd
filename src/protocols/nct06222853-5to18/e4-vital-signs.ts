// E4.vitals: are the vital signs unstable and need vasopressors?

import { criterion } from '../../eligibility/criterion.ts';
import { needsVasopressors } from '../../facts/heart/circulation.ts';
import type { Settings } from './settings.ts';

export const unstableVitalSigns = criterion<Settings>({
  id: 'E4.vitals',
  text: 'patients with unstable vital signs who need hypertensive drugs',
  source: 'NCT06222853, exclusion criterion 4',
  readAs: [
    '“Hypertensive drugs” are read as vasopressors: the Chinese word for pressor drugs was translated word by word.',
    'A vasopressor or inotrope by vein that is running or was given within {vasopressorWindowHours} hours excludes; one that is only ordered, and midodrine, go to the investigator.',
    'Oral antihypertensives never count; an intravenous one within {antihypertensiveWindowDays} days goes to the investigator.',
    'A medication of these days, by vein or mouth, that has no name and a code that nobody knows leaves the question open.',
  ],
  examples: [
    ['met', 'norepinephrine by vein yesterday'],
    ['not-met', 'norepinephrine by vein two days ago'],
    ['needs-investigator', 'norepinephrine ordered, not given'],
    ['unknown', 'the administrations could not be read'],
  ],
  assess: ({ record, exposures }, screening, settings) =>
    needsVasopressors(record, exposures, screening, {
      vasopressorHours: settings.vasopressorWindowHours,
      antihypertensiveDays: settings.antihypertensiveWindowDays,
    }),
});
