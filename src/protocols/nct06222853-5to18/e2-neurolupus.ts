// E2: did lupus of the central nervous system need an intervention within 60 days?

import { criterion } from '../../eligibility/criterion.ts';
import { neuropsychiatricLupusWithin } from '../../facts/neuropsychiatric/lupus.ts';
import type { Settings } from './settings.ts';
import { exclusionTexts } from './texts.ts';

export const centralNervousSystemLupus = criterion<Settings>({
  id: 'E2',
  text: exclusionTexts.E2,
  source: 'NCT06222853, exclusion criterion 2',
  readAs: [
    'The {centralNervousSystemWindowDays} days count back from the screening date.',
    'Interventions are pulse glucocorticoid, cyclophosphamide, rituximab, immunoglobulin, plasma exchange, intensive care, and a new antiepileptic or antipsychotic given for it. A pulse is a day with 250 mg or more of prednisone equivalent in all.',
    'Present neuropsychiatric lupus with an intervention in the window excludes, and so does an intervention in the window that was given for it.',
    'Present neuropsychiatric lupus without a dated intervention, and a past one with an intervention that names no such reason, go to the investigator.',
    'SLEDAI items 1 to 7 scored in the window, a disorder of that kind that is new or of which nobody says since when, a myelitis or myelopathy, demyelination, chorea, meningitis or encephalitis likewise, or a report of the window that names it go to the investigator; such an item whose answer cannot be read leaves the question open.',
    'Peripheral neuropathy of lupus is not the central nervous system.',
  ],
  examples: [
    ['met', 'present neuropsychiatric lupus, pulse 60 days ago'],
    ['needs-investigator', 'present neuropsychiatric lupus, pulse 61 days ago'],
    ['not-met', 'a pulse 10 days ago, no neuropsychiatric lupus on record'],
    ['unknown', 'the diagnoses could not be read'],
  ],
  assess: ({ record, exposures }, screening, settings) =>
    neuropsychiatricLupusWithin(record, exposures, screening, settings.centralNervousSystemWindowDays),
});
