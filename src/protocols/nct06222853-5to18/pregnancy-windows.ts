// For how long do a pregnancy test and the statement "before menarche" count?

import type { PregnancyWindows } from '../../facts/pregnancy/criteria.ts';
import type { Settings } from './settings.ts';

/** In days before the screening, from the settings of the protocol. */
export const pregnancyWindows = (settings: Settings): PregnancyWindows => ({
  testDays: settings.pregnancyTestWindowDays,
  preMenarcheDays: settings.preMenarcheWindowDays,
});
