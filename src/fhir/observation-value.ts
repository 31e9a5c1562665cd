// What can the value of a result say: an amount, a presence, words, or why it cannot be used?

import type { Interval } from '../logic/interval.ts';
import { say, type Message } from '../logic/message.ts';
import type { Concept } from '../terminology/concept.ts';
import type { AmountRead } from './observation-reader-amount.ts';
import type { Presence } from './reading.ts';

export type Value = {
  /** For display, put together when it is asked for. */
  readonly asWritten: () => string;
  readonly amount?: Interval;
  /** A number in a unit that only its own reference range can be compared with. */
  readonly ownUnit?: Interval;
  /** The unit of the amount as written, for a reference range that has none of its own. */
  readonly units: readonly string[];
  readonly presence?: Presence;
  readonly text?: string;
  readonly concept?: Concept;
  readonly unreadable?: Message;
  /** A different quantity under the same name: set aside. */
  readonly apart?: true;
};

/** A value that was sent and cannot be used. */
export const unread = (id: string, asWritten: string): Value => ({
  asWritten: () => asWritten,
  units: [],
  unreadable: say(id, { value: asWritten }),
});

/** What is known of a value, with what its number and unit say. */
export function withAmount(value: Value, read: AmountRead): Value {
  if (read.state === 'amount') return { ...value, amount: read.amount };
  if (read.state === 'own-unit') return { ...value, ownUnit: read.written };
  return read.state === 'apart' ? { ...value, apart: true } : { ...value, unreadable: read.why };
}
