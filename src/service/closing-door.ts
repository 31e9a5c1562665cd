// When may a server that was told to stop close its door?

import { once } from 'node:events';
import type { IncomingMessage, Server } from 'node:http';
import { setImmediate as turn, setTimeout as sleep } from 'node:timers/promises';

/** Milliseconds without a call after which callers are taken to have moved on. */
const silence = 500;

/** Milliseconds beyond the lame-duck time for which callers that have not moved on are still answered. */
const patience = 5_000;

/** Milliseconds that answers are waited for once the door is closed. */
export const longestStop = 10_000;

/** Asked by what watches the service, whether or not anybody calls it. */
const probes = /^\/(?:healthz|readyz|metrics)(?:\?|$)/;

/**
 * Readiness has gone and every response closes its connection, so that callers move on. After the lame-duck time, and once no
 * call has come for half a second, no new connection is taken, and what still runs is finished. A balancer that is late, or
 * a caller that has just written to a connection that looks idle, is answered and not cut off.
 */
export async function closed(server: Server, lameDuck: number): Promise<void> {
  const latest = performance.now() + lameDuck + patience;
  let quietFrom = 0;
  server.prependListener('request', ({ url = '' }: IncomingMessage) => {
    if (!probes.test(url)) quietFrom = performance.now() + silence;
  });
  await sleep(lameDuck);
  const left = (): number => Math.min(quietFrom, latest) - performance.now();
  while (left() > 0) await sleep(left());
  // Under load connections and requests wait in the system: what has come by now is taken in before the door closes.
  await turn();
  server.close();
  await Promise.race([once(server, 'close'), sleep(longestStop)]);
  server.closeAllConnections();
}
