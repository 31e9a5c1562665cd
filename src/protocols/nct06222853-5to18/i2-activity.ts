// I2.activity: is the disease moderately to severely active?

import { criterion } from '../../eligibility/criterion.ts';
import { sledaiAtLeast } from '../../facts/sledai-2k/at-least.ts';
import type { Settings } from './settings.ts';

export const moderateToSevereActivity = criterion<Settings>({
  id: 'I2.activity',
  text: 'Still in moderate to severe disease activity',
  source: 'NCT06222853, inclusion criterion 2',
  readAs: [
    'The registry does not define it. A recorded SLEDAI-2K total of {moderateActivityFrom} or more within the last {activityWindowDays} days counts as moderate activity.',
    'Totals, versions and computed items are read as in I3; arthritis needs {arthritisJoints} joints.',
  ],
  examples: [
    ['met', 'recorded SLEDAI-2K of 7, 30 days ago'],
    ['not-met', 'recorded SLEDAI-2K of 6, 30 days ago'],
    ['unknown', 'recorded SLEDAI-2K of 7, 31 days ago, nothing since'],
  ],
  assess: ({ record }, screening, { activityWindowDays, arthritisJoints, moderateActivityFrom }) =>
    sledaiAtLeast(moderateActivityFrom, record, screening, { windowDays: activityWindowDays, arthritisJoints }),
});
