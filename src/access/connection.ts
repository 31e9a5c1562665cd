// What is remembered about one caller's FHIR server between requests?

import type { Dispatcher } from 'undici';
import type { HarmlessWarnings } from '../fhir/harmless-warnings.ts';
import { readCapabilities, type Capabilities } from './capabilities.ts';
import { circuit, type Circuit } from './circuit.ts';
import type { Clock } from './clock.ts';
import { limiter, type Limiter } from './limiter.ts';

/** One per issuer and base URL; nothing in it belongs to a patient or a token. */
export type Connection = {
  readonly dispatcher: Dispatcher;
  readonly clock: Clock;
  readonly circuit: Circuit;
  /** The calls of all requests to this server together. */
  readonly bulkhead: Limiter;
  /**
   * What the server can do, read at most once an hour whoever asks; undefined if that cannot be known.
   * @param read reads the CapabilityStatement; undefined if it cannot be had.
   */
  readonly capabilities: (read: () => Promise<unknown>) => Promise<Capabilities | undefined>;
  /** The site has stated that every Observation of this server carries a category of FHIR's list. */
  readonly everyObservationHasCategory: boolean;
  /** Warnings of this server that the site has stated to mean nothing. */
  readonly harmlessWarnings: HarmlessWarnings;
};

export type ConnectionOptions = {
  readonly dispatcher: Dispatcher;
  readonly clock: Clock;
  /** Calls to the server at the same time. */
  readonly calls: number;
  readonly everyObservationHasCategory?: boolean;
  readonly harmlessWarnings?: HarmlessWarnings;
  readonly circuitChanged?: (open: boolean) => void;
};

const keepFor = 3_600_000;
const keepFailureFor = 30_000;

/**
 * One FHIR server as all requests share it: its circuit, its limit of calls and what it says it can do start here, and live as long
 * as this value.
 */
export function openConnection(options: ConnectionOptions): Connection {
  const { dispatcher, clock, calls, circuitChanged = () => {} } = options;
  const { everyObservationHasCategory = false, harmlessWarnings = [] } = options;
  let kept: { readonly until: number; readonly value: Promise<Capabilities | undefined> } | undefined;
  return {
    dispatcher,
    clock,
    everyObservationHasCategory,
    harmlessWarnings,
    circuit: circuit(clock.now, circuitChanged),
    bulkhead: limiter(calls),
    capabilities: (read) => {
      if (kept !== undefined && clock.now() < kept.until) return kept.value;
      const value = read().then(readCapabilities);
      kept = { until: clock.now() + keepFor, value };
      const shorten = (): void => {
        if (kept?.value === value) kept = { until: clock.now() + keepFailureFor, value };
      };
      return value.then((capabilities) => {
        if (capabilities === undefined) shorten();
        return capabilities;
      });
    },
  };
}
