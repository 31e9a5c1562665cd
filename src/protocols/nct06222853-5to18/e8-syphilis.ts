// E8.syphilis: is a test for syphilis positive?

import { criterion } from '../../eligibility/criterion.ts';
import { syphilisTest } from '../../facts/serology/syphilis.ts';
import { tests } from './e8-tests.ts';
import type { Settings } from './settings.ts';

export const syphilis = criterion<Settings>({
  id: 'E8.syphilis',
  text: 'syphilis test positive',
  source: 'NCT06222853, exclusion criterion 8',
  readAs: [
    'A positive treponemal test (TPPA, TPHA, EIA) decides whatever its age, also after treatment.',
    'A positive RPR or VDRL with a negative treponemal test is often a false alarm of lupus: it goes to the investigator.',
    'Without a treponemal test nothing is decided. Negative results count for {serologyWindowDays} days.',
    'A report whose words call such a test positive, where no result on record does, goes to the investigator.',
  ],
  examples: [
    ['met', 'treponemal test positive in 2012'],
    ['needs-investigator', 'RPR positive, treponemal test negative'],
    ['not-met', 'treponemal test negative 90 days ago'],
    ['unknown', 'treponemal test negative 91 days ago'],
  ],
  assess: ({ record, exposures }, screening, settings) =>
    syphilisTest(record, screening, exposures, {
      treponemal: tests.treponemal(settings),
      reagin: tests.reagin(settings),
    }),
});
