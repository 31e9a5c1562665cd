// May this caller have us read from this FHIR server, and how is it reached?

import type { Dispatcher } from 'undici';
import type { FhirServerConfig } from '../config/client.ts';
import type { Config } from '../config/config.ts';
import type { HarmlessWarnings } from '../fhir/harmless-warnings.ts';
import type { Metrics } from '../telemetry/metrics.ts';
import type { Trace } from '../telemetry/trace.ts';
import { isLoopbackHost, type NetworkRule } from './address-guard.ts';
import { isUnder, parseBase, withoutSlash } from './base-url.ts';
import type { Clock } from './clock.ts';
import { openConnection, type Connection } from './connection.ts';
import { openSession, type FhirSession, type SearchEvent } from './fhir-session.ts';

/** Opens connections under a network rule; injected, so that nothing here reaches the network by itself. */
export type Connect = (rule: NetworkRule) => Dispatcher;

/** Issuer of callers that were not authenticated by this service. */
export const anyone = '*';

export type AccessRequest = {
  /** Who calls; `anyone` if that was not established. */
  readonly issuer: string;
  readonly fhirServer: string | undefined;
  readonly token: string | undefined;
  readonly signal: AbortSignal;
  readonly trace?: Trace | undefined;
};

/** A session on the server the caller named; undefined where the configuration does not allow reading from it. */
export type OpenAccess = (request: AccessRequest) => FhirSession | undefined;

type Grant = {
  /** The configured server; in demo mode the caller's. */
  readonly base: URL;
  readonly label: string;
  readonly openAccess: boolean;
  readonly everyObservationHasCategory: boolean;
  readonly harmlessWarnings: HarmlessWarnings;
  readonly dispatcher: Dispatcher;
};

export type AccessDependencies = {
  readonly connect: Connect;
  readonly clock: Clock;
  readonly metrics: Metrics;
};

/** Calls to one server at the same time, of all requests together. */
const sharedCalls = 32;

/** Servers about which something is remembered; the one that was opened first is forgotten. */
const mostConnections = 256;

/** Prepares access for a configuration: connections are kept per configured server, what was learnt per issuer and base. */
export function openAccess(config: Config, { connect, clock, metrics }: AccessDependencies): OpenAccess {
  const grants = new Map(
    Object.entries(config.clients).map(([issuer, { fhirServers, harmlessWarnings }]) => [
      issuer,
      fhirServers.map((server) => ({ ...grantOf(server, connect), harmlessWarnings })),
    ]),
  );
  const loopback = config.mode === 'demo' ? connect({ reach: 'loopback', networks: [] }) : undefined;
  const connections = new Map<string, Connection>();

  const grantFor = (issuer: string, base: URL): Grant | undefined => {
    if (loopback === undefined) return grants.get(issuer)?.find((grant) => isUnder(base, grant.base));
    if (!isLoopbackHost(base.hostname)) return undefined;
    const stated = { openAccess: true, everyObservationHasCategory: false, harmlessWarnings: [] };
    return { base, label: 'demo', ...stated, dispatcher: loopback };
  };

  const connectionFor = (issuer: string, base: URL, grant: Grant): Connection => {
    const key = JSON.stringify([issuer, withoutSlash(base)]);
    const connection =
      connections.get(key) ??
      openConnection({
        dispatcher: grant.dispatcher,
        clock,
        calls: sharedCalls,
        everyObservationHasCategory: grant.everyObservationHasCategory,
        harmlessWarnings: grant.harmlessWarnings,
        circuitChanged: (open) => metrics.add('circuitsOpen', open ? 1 : -1, { server: grant.label }),
      });
    const [oldest] = connections.keys();
    if (!connections.has(key) && connections.size >= mostConnections && oldest !== undefined)
      connections.delete(oldest);
    connections.set(key, connection);
    return connection;
  };

  const observe = ({ search, state, manner, milliseconds }: SearchEvent): void => {
    metrics.add('searches', 1, { search, outcome: state, manner });
    metrics.observe('searchSeconds', milliseconds / 1_000, { search });
  };

  return ({ issuer, fhirServer, token, signal, trace }) => {
    const base = fhirServer === undefined ? undefined : parseBase(fhirServer);
    const grant = base === undefined ? undefined : grantFor(issuer, base);
    if (base === undefined || grant === undefined) return undefined;
    if (token === undefined ? !grant.openAccess : !printable.test(token)) return undefined;
    const { limits, deadlines } = config;
    return openSession({
      base,
      token,
      connection: connectionFor(issuer, base, grant),
      limits,
      callTimeout: deadlines.call,
      totalTime: deadlines.total,
      signal,
      trace,
      observe,
    });
  };
}

/** What may stand in an Authorization header. */
const printable = /^[\x21-\x7e]{1,16384}$/;

const grantOf = (
  { base, networks, openAccess, everyObservationHasCategory }: FhirServerConfig,
  connect: Connect,
): Omit<Grant, 'harmlessWarnings'> => ({
  base: new URL(base),
  label: base,
  openAccess,
  everyObservationHasCategory,
  dispatcher: connect({ reach: 'public', networks }),
});
