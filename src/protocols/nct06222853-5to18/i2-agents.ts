// I2.agents: were at least two of the eleven agents given?

import { criterion } from '../../eligibility/criterion.ts';
import { agents } from '../../facts/standard-treatment/immunosuppressants.ts';
import type { Settings } from './settings.ts';

export const twoAgents = criterion<Settings>({
  id: 'I2.agents',
  text: 'at least 2 of the following treatments (cyclophosphamide, MMF, azathioprine, methotrexate, cyclosporin, tacrolimus, sirolimus, leflunomide, telitacicept, Beliumab, and rituximab)',
  source: 'NCT06222853, inclusion criterion 2',
  readAs: [
    'Active substances count, each once: mycophenolate mofetil and mycophenolic acid are one. Only systemic treatment counts.',
    'One after the other is enough; each must be adequate: at least {adequateDays} days of cover, breaks of up to {adequateGapDays} days bridged and not counted.',
    'Intravenous cyclophosphamide is adequate with {cyclophosphamideMonthlyDoses} monthly or {cyclophosphamideFortnightlyDoses} fortnightly doses, rituximab with {rituximabInfusions} infusions of one course, belimumab and telitacicept with {adequateBiologicDays} days.',
    'Doses within 3 days are one. Doses 21 to 45 days apart are monthly, 10 to 45 days apart fortnightly; infusions 5 to 31 days apart are one course.',
    'Two agents given and fewer than two adequate go to the investigator, whatever else is not recorded.',
    'What ended before lupus began, or was given for another disease, is not adequate. Cyclophosphamide with fludarabine and anticancer doses of methotrexate do not count.',
    'Mercaptopurine, teriflunomide, obinutuzumab and ofatumumab are not on the list; where they would make the second agent the investigator decides. Other immunosuppression is shown only.',
    'An order or statement of a drug that another statement says was not taken counts on those days only as possible; what was dispensed or administered counts.',
    'Not met only if the medication history is stated to be complete within the last {medicationHistoryWindowDays} days and every drug on record can be read.',
  ],
  examples: [
    ['met', 'mycophenolate for 18 months and tacrolimus for exactly 90 days'],
    ['needs-investigator', 'mycophenolate for 18 months and tacrolimus for 89 days'],
    ['not-met', 'mycophenolate only, medication history stated to be complete'],
    ['unknown', 'mycophenolate only, nobody says that the history is complete'],
  ],
  assess: ({ record, exposures }, screening, settings) => agents(record, exposures, screening, settings),
});
