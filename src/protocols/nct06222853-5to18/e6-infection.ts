// E6: is there an infection that cannot be controlled, or that needed systemic treatment within 1 week?

import { criterion } from '../../eligibility/criterion.ts';
import { activeInfectionTreated } from '../../facts/infection/active.ts';
import type { Settings } from './settings.ts';
import { exclusionTexts } from './texts.ts';

export const activeInfection = criterion<Settings>({
  id: 'E6',
  text: exclusionTexts.E6,
  source: 'NCT06222853, exclusion criterion 6',
  readAs: [
    'Proven by sepsis or active tuberculosis, or by an active infection with a systemic anti-infective given within {infectionTreatmentWindowDays} days.',
    'An infection whose name says that it was (history of, neonatal, old, cured) and that nobody calls over goes to the investigator.',
    'Local treatment and prevention do not count: co-trimoxazole up to three times a week, isoniazid for latent tuberculosis, any drug whose reason is prevention.',
    'An anti-infective of the last {infectionTreatmentWindowDays} days without an active infection, and an active infection without treatment, go to the investigator.',
    'An infection diagnosed at a visit more than {reportWindowDays} days ago, of which nobody says how it stands, is over, but for tuberculosis.',
    'Chronic hepatitis B and C, HIV and syphilis are decided on by exclusion criterion 8.',
    'Nothing on record means no, if diagnoses and medications were read completely and no medication of these days has a code that nobody knows and no name.',
  ],
  examples: [
    ['met', 'active pneumonia, ceftriaxone by vein 7 days ago'],
    ['needs-investigator', 'active pneumonia, ceftriaxone by vein 8 days ago'],
    ['not-met', 'co-trimoxazole three times a week, no infection'],
    ['unknown', 'the diagnoses could not be read'],
  ],
  assess: ({ record, exposures }, screening, settings) =>
    activeInfectionTreated(record, screening, exposures, {
      windowDays: settings.infectionTreatmentWindowDays,
      visitDays: settings.reportWindowDays,
    }),
});
