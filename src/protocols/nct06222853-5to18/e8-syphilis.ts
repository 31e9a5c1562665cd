// E8.syphilis: syphilis test.

import { criterion } from '../../eligibility/criterion.ts';
import { syphilisTest } from '../../facts/serology-syphilis.ts';
import { testsOf } from './e8-tests.ts';
import type { Settings } from './settings.ts';

export const syphilis = criterion<Settings>({
  id: 'E8.syphilis',
  text: 'syphilis test positive',
  source: 'NCT06222853, exclusion criterion 8',
  readAs: [
    'A positive treponemal test (TPPA, TPHA, EIA) decides whatever its age, also after treatment.',
    'A positive RPR or VDRL with a negative treponemal test is often a false alarm of lupus: it goes to the investigator.',
    'Without a treponemal test nothing is decided. Negative results count for 90 days.',
  ],
  assess: ({ record, exposures }, screening, settings) => {
    const { treponemal, reagin } = testsOf(settings);
    return syphilisTest(record, screening, exposures, { treponemal, reagin });
  },
});
