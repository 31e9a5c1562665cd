// What does whoever runs the service see of events: in the metrics and in the log, and never whom they were about?

import type { Log } from '../../log.ts';
import type { Metrics } from '../../metrics.ts';
import type { Notification } from './notification.ts';

/** `refused`: not believed. `later`: it could not be known whom it concerns, and the server was asked to send it again. */
export type Received = Notification['kind'] | 'refused' | 'later';

export type Observed =
  | { readonly event: 'notification'; readonly server: string; readonly outcome: Received; readonly patients: number }
  /** One patient was screened again. `broken-off`: the service ended, or could not go on; she waits. */
  | { readonly event: 'rescreened'; readonly outcome: 'done' | 'skipped' | 'failed' | 'broken-off' }
  /** What became of the Subscriptions that one server was asked for. */
  | {
      readonly event: 'subscriptions';
      readonly server: string;
      readonly created: number;
      readonly renewed: number;
      readonly failed: number;
    };

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
