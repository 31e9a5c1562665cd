// E1: was CAR-T cell therapy given before?

import { criterion } from '../../eligibility/criterion.ts';
import { everReceivedCarT } from '../../facts/car-t.ts';
import type { Settings } from './settings.ts';
import { exclusionTexts } from './texts.ts';

export const previousCarT = criterion<Settings>({
  id: 'E1',
  text: exclusionTexts.E1,
  source: 'NCT06222853, exclusion criterion 1',
  readAs: [
    'Counted are a CAR-T infusion, a CAR-T product that was given, or a personal history of CAR-T therapy, at any time, dated or not.',
    'CAR-NK and other engineered cells, a cell collection without infusion, and an order or dispense alone, and a report of the last {reportWindowDays} days that names it, go to the investigator.',
    'Words that leave open whether cells were given ("cyclophosphamide before CAR-T", "planned CAR-T", "CAR-T declined"), and a drug or procedure whose reason names CAR-T therapy, go to the investigator too.',
    'No such entry counts as never, if the searches were complete and nothing was given once by vein that has no name and a code that nobody knows.',
  ],
  examples: [
    ['met', 'a CAR-T infusion, undated'],
    ['needs-investigator', 'cells collected, no infusion on record'],
    ['not-met', 'nothing on record, all searches complete'],
    ['unknown', 'nothing on record, procedures could not be read'],
  ],
  assess: ({ record }, screening, { reportWindowDays }) => everReceivedCarT(record, screening, reportWindowDays),
});
