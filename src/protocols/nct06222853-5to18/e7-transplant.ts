// E7: was there a transplantation, or graft-versus-host disease of grade 2 or more within two weeks?

import { criterion } from '../../eligibility/criterion.ts';
import { transplantOrGvhd } from '../../facts/transplant.ts';
import type { Settings } from './settings.ts';
import { exclusionTexts } from './texts.ts';

export const transplantOrGraftVersusHost = criterion<Settings>({
  id: 'E7',
  text: exclusionTexts.E7,
  source: 'NCT06222853, exclusion criterion 7',
  readAs: [
    'Counted are solid organs and haematopoietic stem cells at any time; skin, bone and cornea, and a report of the last {reportWindowDays} days that names one, go to the investigator; transfusions do not count.',
    'Conditioning and donor lymphocytes, which speak of a transplant that nobody recorded, go to the investigator.',
    'Graft-versus-host disease of grade 2 or more within {graftVersusHostWindowDays} days excludes; ungraded, milder or earlier it goes to the investigator, because it speaks of a transplant.',
  ],
  examples: [
    ['met', 'kidney transplant, undated'],
    ['not-met', 'transfusion of red blood cells'],
    ['met', 'grade 2 graft-versus-host disease that ended 14 days ago'],
    ['needs-investigator', 'grade 2 graft-versus-host disease that ended 15 days ago'],
  ],
  assess: ({ record }, screening, settings) =>
    transplantOrGvhd(record, screening, {
      gvhdWindowDays: settings.graftVersusHostWindowDays,
      reportDays: settings.reportWindowDays,
    }),
});
