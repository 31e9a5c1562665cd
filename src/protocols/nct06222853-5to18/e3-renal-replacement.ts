// E3.RRT: was there renal replacement therapy within three months before the infusion?

import { criterion } from '../../eligibility/criterion.ts';
import { renalReplacementWithin } from '../../facts/kidney/renal-replacement.ts';
import type { Settings } from './settings.ts';

export const renalReplacementTherapy = criterion<Settings>({
  id: 'E3.RRT',
  text: 'Severe acute nephritis: Patients who have accepted or was undergoing renal replacement therapy within 3 months prior to transfusion',
  source: 'NCT06222853, exclusion criterion 3',
  readAs: [
    'Transfusion means the CAR-T infusion.',
    'While the day of the infusion is not known: ongoing, or a last session up to {dialysisRecentDays} days ago, excludes; an earlier one up to {dialysisWindowMonths} calendar months ago goes to the investigator; earlier does not exclude.',
    'With a planned infusion date the {dialysisWindowMonths} calendar months count back from it.',
    'Dialysis, haemofiltration and continuous renal replacement count; plasma exchange and immunoadsorption do not; a catheter or fistula for it goes to the investigator.',
  ],
  examples: [
    ['met', 'last haemodialysis 60 days ago'],
    ['needs-investigator', 'last haemodialysis 61 days ago'],
    ['not-met', 'last haemodialysis 3 months and a day ago'],
    ['unknown', 'haemodialysis, nobody says when'],
  ],
  assess: ({ record }, screening, settings) =>
    renalReplacementWithin(record, screening, {
      months: settings.dialysisWindowMonths,
      recentDays: settings.dialysisRecentDays,
    }),
});
