// I3: is SLEDAI-2K at least 8?

import { criterion } from '../../eligibility/criterion.ts';
import { sledaiAtLeast } from '../../facts/sledai-2k/at-least.ts';
import type { Settings } from './settings.ts';
import { inclusionTexts } from './texts.ts';

/** The limit of the registry. */
export const points = 8;

export const sledai2kAtLeast8 = criterion<Settings>({
  id: 'I3',
  text: inclusionTexts.I3,
  source: 'NCT06222853, inclusion criterion 3',
  readAs: [
    'The latest valid recorded SLEDAI-2K total of the last {activityWindowDays} days decides; a total called only "SLEDAI" is read as SLEDAI-2K and flagged.',
    'A total of the 1992 SLEDAI is a lower bound: 8 or more is enough, less leaves the question open. A SELENA-SLEDAI goes to the investigator.',
    'A total above 105 or not a whole number is not used.',
    'Without a usable total the items are computed. Points that computed items alone prove are provisional: 8 or more go to the investigator, who signs that they are due to lupus.',
    'Items that the investigator has attributed to lupus, or scored on a form, count without that reservation.',
    'Arthritis needs {arthritisJoints} joints. A diagnosis alone never proves an item and never rules one out.',
    'A recorded total below 8 beside later findings of 8 points or more goes to the investigator.',
    'Lasting damage (a scar, stable residual proteinuria) is not activity; the record does not show the difference.',
  ],
  examples: [
    ['met', 'recorded SLEDAI-2K of 8, 30 days ago'],
    ['not-met', 'recorded SLEDAI-2K of 7, 30 days ago'],
    ['needs-investigator', 'no total; low C3, raised anti-dsDNA and proteinuria give 8 points'],
    ['unknown', 'recorded SLEDAI-2K of 8, 31 days ago, nothing since'],
  ],
  assess: ({ record }, screening, { activityWindowDays, arthritisJoints }) =>
    sledaiAtLeast(points, record, screening, { windowDays: activityWindowDays, arthritisJoints }),
});
