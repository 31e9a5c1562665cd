// I2.classification: is SLE classified by the 2019 EULAR/ACR criteria?

import { criterion } from '../../eligibility/criterion.ts';
import { classifiedAsSle } from '../../facts/eular-acr-2019/classification.ts';
import type { Settings } from './settings.ts';

export const sleByEularAcr2019 = criterion<Settings>({
  id: 'I2.classification',
  text: 'Diagnosed with SLE according to the 2019 EULAR/ACR SLE classification criteria',
  source: 'NCT06222853, inclusion criterion 2',
  readAs: [
    'A recorded total of 10 or more with antinuclear antibodies of 1:80 or more (ever) is enough if it must hold a clinical item: more than 12 points, a clinical item named beside it or proven by the record, or a confirmed diagnosis of SLE.',
    'Otherwise the points are counted from what the record proves at any time, the highest item of each domain: 10 or more with antinuclear antibodies, a clinical item and a confirmed diagnosis of SLE.',
    'A diagnosis counts as a clinical item only if it names lupus as the cause (such as lupus arthritis, or nephritis with its class); a seizure or an effusion alone does not.',
    'Fever does not count around an infection, low blood counts not within 30 days of a cytotoxic drug; low C3 and low C4 need not be found together.',
    'An item that the investigator has attributed to lupus counts if an examination can show it or the record does; one attributed to another cause does not, and a recorded total that may not reach 10 without it goes to the investigator.',
    'A confirmed diagnosis of SLE whose criteria cannot be proven goes to the investigator; so does a suspected one, and a confirmed one with negative antinuclear antibodies. The diagnosis alone is no proof.',
    'With a refuted diagnosis of lupus itself, or with negative antinuclear antibodies and no diagnosis, the criterion is not met; with nothing on file it is unknown.',
  ],
  examples: [
    ['met', 'recorded total of 10, ANA 1:80, SLE confirmed'],
    ['needs-investigator', 'recorded total of 9, ANA 1:80, SLE confirmed'],
    ['not-met', 'negative ANA and no diagnosis of SLE'],
    ['unknown', 'nothing on record'],
  ],
  assess: ({ record }, screening) => classifiedAsSle(record, screening),
});
