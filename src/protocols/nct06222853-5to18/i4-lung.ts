// I4.lung: is the patient free of serious lung lesions?

import { criterion } from '../../eligibility/criterion.ts';
import { freeOfLungLesions } from '../../facts/lung/lesions.ts';
import type { Settings } from './settings.ts';

export const noSeriousLungLesion = criterion<Settings>({
  id: 'I4.lung',
  text: 'Lung function: No serious lung lesions',
  source: 'NCT06222853, inclusion criterion 4',
  readAs: [
    'No lung disease of the list on record counts as none, if the searches were complete.',
    'Interstitial lung disease, alveolar haemorrhage, lupus pneumonitis, pulmonary hypertension, embolism, pneumothorax, respiratory failure, pneumonia or other acute lung disease, active tuberculosis, and oxygen or ventilation within {respiratorySupportWindowDays} days go to the investigator.',
    'Oxygen or ventilation without a date, or over without an end date, may lie within those days: it goes to the investigator too.',
    'A small pleural effusion alone does not matter; a lung disease in the words of a report of the last {reportWindowDays} days is for the investigator.',
    'Pneumonia or another acute lung disease that was diagnosed at a visit before those days, and of which nobody says how it stands, is over.',
  ],
  examples: [
    ['met', 'nothing on record, all searches complete'],
    ['needs-investigator', 'interstitial lung disease'],
    ['met', 'ventilation 31 days ago'],
    ['unknown', 'the diagnoses could not be read'],
  ],
  assess: ({ record }, screening, settings) =>
    freeOfLungLesions(record, screening, {
      supportDays: settings.respiratorySupportWindowDays,
      reportDays: settings.reportWindowDays,
    }),
});
