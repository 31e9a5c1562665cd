// What does whoever runs the service see of events: in the metrics and in the log, and never whom they were about?

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
      /** Why some failed, each in a stable word; not there where none did. */
      readonly reasons?: readonly string[];
    };
