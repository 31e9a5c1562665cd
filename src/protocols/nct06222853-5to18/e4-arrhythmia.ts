// E4.arrhythmia: is there a severe arrhythmia?

import { criterion } from '../../eligibility/criterion.ts';
import { severeArrhythmiaNow } from '../../facts/heart/rhythm.ts';
import type { Settings } from './settings.ts';

export const severeArrhythmia = criterion<Settings>({
  id: 'E4.arrhythmia',
  text: 'severe arrhythmias (including multisource frequent supraventricular tachycardia, ventricular tachycardia, etc.)',
  source: 'NCT06222853, exclusion criterion 4',
  readAs: [
    'Ventricular tachycardia or fibrillation and multifocal or frequent supraventricular tachycardia exclude while present or under an antiarrhythmic.',
    'Paroxysmal supraventricular tachycardia excludes under an antiarrhythmic; alone it goes to the investigator.',
    'Other arrhythmias, heart block, a long QT interval, and an arrhythmia in the words of a report of the last {heartImagingWindowDays} days go to the investigator.',
  ],
  examples: [
    ['met', 'ventricular tachycardia, present'],
    ['needs-investigator', 'paroxysmal supraventricular tachycardia, no antiarrhythmic'],
    ['not-met', 'ventricular tachycardia, over, no antiarrhythmic'],
    ['unknown', 'ventricular tachycardia, nobody says whether it is over'],
  ],
  assess: ({ record, exposures }, screening, settings) =>
    severeArrhythmiaNow(record, exposures, screening, settings.heartImagingWindowDays),
});
