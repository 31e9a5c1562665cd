// E3.kidney: is there kidney disease likely to need intensive treatment within three months?

import { criterion } from '../../eligibility/criterion.ts';
import { nephritisSignals } from '../../facts/kidney/severe-nephritis.ts';
import type { Settings } from './settings.ts';

export const likelySevereNephritis = criterion<Settings>({
  id: 'E3.kidney',
  text: 'In the investigator’s opinion, patients who is likely to have significant kidney disease within 3 months of the study which need high dose glucocorticoid (prednisone dose ≥1 mg/kg/day or equivalent amount of other steroid), cyclophosphamide, or MMF treatment',
  source: 'NCT06222853, exclusion criterion 3',
  readAs: [
    'The software never says that this is met: it raises signals for the investigator.',
    'Signals: lupus nephritis or end-stage kidney disease present; class III or IV or crescents in a report of the last {biopsyWindowMonths} months; urine protein/creatinine ratio of {proteinuriaSignalMgPerG} mg/g or more; eGFR below {filtrationSignalBelow}; eGFR fallen by {filtrationFallShare} of its value or more in {filtrationFallMonths} months.',
    'Laboratory values count for {laboratoryWindowDays} days, a height for {heightWindowDays}. No signal counts as no such disease.',
    'An eGFR that lies on either side of the limit because sex or date of birth is open leaves the question open, and so does a urine protein/creatinine ratio, a reported eGFR, a creatinine or a height that cannot be read or may be older.',
    'An eGFR by cystatin C that is below {filtrationSignalBelow}, or not surely above it, is a signal; a cystatin C that cannot be read or may be older leaves the question open.',
  ],
  examples: [
    ['needs-investigator', 'urine protein/creatinine ratio of 3000 mg/g'],
    ['not-met', 'urine protein/creatinine ratio of 2990 mg/g'],
    ['needs-investigator', 'class IV in a biopsy 6 months ago'],
    ['unknown', 'the results could not be read'],
  ],
  assess: ({ record }, screening, settings) =>
    nephritisSignals(record, screening, {
      laboratoryWindowDays: settings.laboratoryWindowDays,
      heightWindowDays: settings.heightWindowDays,
      proteinuriaFrom: settings.proteinuriaSignalMgPerG,
      filtrationBelow: settings.filtrationSignalBelow,
      fallFrom: settings.filtrationFallShare,
      fallMonths: settings.filtrationFallMonths,
      biopsyMonths: settings.biopsyWindowMonths,
    }),
});
