// Inclusion criterion 2, activity: is the disease moderately to severely active?

import { criterion } from '../../eligibility/criterion.ts';
import { sledaiAtLeast } from '../../facts/sledai-2k/at-least.ts';
import type { Settings } from './settings.ts';

export const moderateToSevereActivity = criterion<Settings>({
  id: 'I2.activity',
  text: 'Still in moderate to severe disease activity',
  source: 'NCT06222853, inclusion criterion 2',
  readAs: [
    'The registry does not define it. A recorded SLEDAI-2K total of 7 or more within the last 30 days counts as moderate activity.',
    'Totals, versions and computed items are read as in I3.',
  ],
  assess: ({ record }, screening, { activityWindowDays, arthritisJoints, moderateActivityFrom }) =>
    sledaiAtLeast(moderateActivityFrom, record, screening, { windowDays: activityWindowDays, arthritisJoints }),
});
