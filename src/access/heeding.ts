// How is a server read as the site has stated that it is to be understood?

import { withoutHarmless, type HarmlessWarnings } from '../fhir/harmless-warnings.ts';
import type { Reader } from './reader.ts';

/** A reader whose answers come without the warnings that the site has stated to be harmless. */
export const heeding =
  (read: Reader, harmless: HarmlessWarnings): Reader =>
  async (address) => {
    const got = await read(address);
    return 'reason' in got ? got : { value: withoutHarmless(got.value, harmless) };
  };
