// E4.myocarditis: is there a serious myocarditis?

import { criterion } from '../../eligibility/criterion.ts';
import { seriousMyocarditisNow } from '../../facts/heart/myocarditis.ts';
import type { Settings } from './settings.ts';

export const seriousMyocarditis = criterion<Settings>({
  id: 'E4.myocarditis',
  text: 'serious myocarditis, etc',
  source: 'NCT06222853, exclusion criterion 4',
  readAs: [
    'A myocarditis that is present and graded severe, or under treatment for it, excludes.',
    'Treatment without a stated reason counts if it began when the myocarditis was known.',
    'A present myocarditis without such treatment, a lupus cardiomyopathy, heart failure, and what only a report of the last {heartImagingWindowDays} days names go to the investigator.',
  ],
  examples: [
    ['met', 'present myocarditis, prednisone begun since'],
    ['needs-investigator', 'present myocarditis, prednisone since before'],
    ['not-met', 'myocarditis that is over'],
    ['unknown', 'the diagnoses could not be read'],
  ],
  assess: ({ record, exposures }, screening, { heartImagingWindowDays }) =>
    seriousMyocarditisNow(record, exposures, screening, heartImagingWindowDays),
});
