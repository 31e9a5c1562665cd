// E4.CHD: is there congenital heart disease?

import { criterion } from '../../eligibility/criterion.ts';
import { everHadCongenitalHeartDisease } from '../../facts/heart/disease.ts';
import type { Settings } from './settings.ts';

export const congenitalHeartDisease = criterion<Settings>({
  id: 'E4.CHD',
  text: 'Have a history of congenital heart disease',
  source: 'NCT06222853, exclusion criterion 4',
  readAs: [
    'Counted at any time of life, repaired or not.',
    'A patent foramen ovale, a bicuspid aortic valve, a shunt that closed by itself, a stenosis of the pulmonary or aortic valve that is not said to be congenital, surgery of the heart of which nobody says what for, and a defect that only a report of the last {heartImagingWindowDays} days names go to the investigator.',
    'Congenital heart block is an arrhythmia and is judged there.',
  ],
  examples: [
    ['met', 'ventricular septal defect, repaired'],
    ['needs-investigator', 'patent foramen ovale'],
    ['not-met', 'nothing on record, all searches complete'],
    ['unknown', 'the diagnoses could not be read'],
  ],
  assess: ({ record }, screening, { heartImagingWindowDays }) =>
    everHadCongenitalHeartDisease(record, screening, heartImagingWindowDays),
});
