// How does whoever runs the service come to see what became of events: in the metrics and in the log?

import type { Log } from '../../telemetry/log.ts';
import type { Metrics } from '../../telemetry/metrics.ts';
import type { Observed } from './observed.ts';

export type Observe = (observed: Observed) => void;

/** Counts and writes down. Servers are named as the configuration names them. */
export const observing =
  (metrics: Pick<Metrics, 'add'>, log: Log): Observe =>
  (observed) => {
    log(observed);
    if (observed.event === 'rescreened') metrics.add('rescreens', 1, { outcome: observed.outcome });
    else if (observed.event === 'notification') {
      metrics.add('notifications', 1, { server: observed.server, outcome: observed.outcome });
    } else {
      const { server, created, renewed, failed } = observed;
      for (const [outcome, count] of Object.entries({ created, renewed, failed })) {
        if (count > 0) metrics.add('subscriptions', count, { server, outcome });
      }
    }
  };
