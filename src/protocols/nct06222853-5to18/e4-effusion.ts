// E4.effusion: is there a moderate or large pericardial effusion?

import { criterion } from '../../eligibility/criterion.ts';
import { pericardialEffusionNow } from '../../facts/heart/effusion.ts';
import type { Settings } from './settings.ts';

export const pericardialEffusion = criterion<Settings>({
  id: 'E4.effusion',
  text: 'moderate to massive pericardial effusion',
  source: 'NCT06222853, exclusion criterion 4',
  readAs: [
    'An effusion that is present and graded moderate or large, or a tamponade, excludes.',
    'A small or ungraded effusion goes to the investigator: depths in millimetres have no limits for children here.',
    'The grade comes from the diagnosis or from the newest report of the last {heartImagingWindowDays} days that speaks of it; where they disagree, and where the report is preliminary or undated, the investigator decides.',
  ],
  examples: [
    ['met', 'moderate effusion, present'],
    ['needs-investigator', 'small effusion, present'],
    ['not-met', 'large effusion in a report 91 days ago'],
    ['unknown', 'large effusion, nobody says whether it is over'],
  ],
  assess: ({ record }, screening, settings) =>
    pericardialEffusionNow(record, screening, settings.heartImagingWindowDays),
});
