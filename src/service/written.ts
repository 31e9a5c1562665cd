// Is everything that answers have left behind on the disk, before the process ends?

import { setTimeout as sleep } from 'node:timers/promises';
import type { Journal } from '../store/journal.ts';
import type { Store } from '../store/store.ts';
import { faultOf, type Log } from '../telemetry/log.ts';
import { longestStop } from './closing-door.ts';

/** Writes it and closes the store, again and again for a while where that fails; 1 if it could not be done, otherwise 0. */
export async function written(journal: Journal, store: Store, log: Log): Promise<0 | 1> {
  const end = AbortSignal.timeout(longestStop);
  for (let failed = false; !end.aborted; failed = true) {
    try {
      await journal.drain();
      await store.close();
      log({ event: 'stopped' });
      return 0;
    } catch (error) {
      if (!failed) log(faultOf(error));
      await sleep(500);
    }
  }
  return 1;
}
