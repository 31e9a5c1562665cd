// I4.ECG: is there no obvious abnormality in the electrocardiogram?

import { criterion } from '../../eligibility/criterion.ts';
import { normalElectrocardiogramWithin } from '../../facts/heart/ecg.ts';
import type { Settings } from './settings.ts';

export const normalElectrocardiogram = criterion<Settings>({
  id: 'I4.ECG',
  text: 'no obvious abnormality in electrocardiogram',
  source: 'NCT06222853, inclusion criterion 4',
  readAs: [
    'The latest electrocardiogram of the last {heartImagingWindowDays} days decides.',
    'Only one that is coded normal, or whose words say nothing but normal, is read as normal.',
    'Any finding, also sinus tachycardia or unspecific ST-T changes, is for the investigator.',
  ],
  examples: [
    ['met', '"Normal ECG", 90 days ago'],
    ['needs-investigator', '"Sinus tachycardia"'],
    ['unknown', '"Normal ECG", 91 days ago'],
  ],
  assess: ({ record }, screening, { heartImagingWindowDays }) =>
    normalElectrocardiogramWithin(record, screening, { windowDays: heartImagingWindowDays }),
});
