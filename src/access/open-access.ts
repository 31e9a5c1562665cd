// May this caller have us read from this FHIR server, and how is it reached?

import type { Dispatcher } from 'undici';
import type { Config, FhirServerConfig } from '../config.ts';
import { isLoopbackHost, type NetworkRule } from './address-guard.ts';
import { isUnder, parseBase } from './base-url.ts';
import { openSession, type FhirSession } from './fhir-session.ts';

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
};

/** A session on the server the caller named; undefined where the configuration does not allow reading from it. */
export type OpenAccess = (request: AccessRequest) => FhirSession | undefined;

type Grant = { readonly base: URL; readonly openAccess: boolean; readonly dispatcher: Dispatcher };

/** Prepares access for a configuration: connections are kept per configured server. */
export function openAccess(config: Config, connect: Connect): OpenAccess {
  const grants = new Map(
    Object.entries(config.clients).map(([issuer, { fhirServers }]) => [
      issuer,
      fhirServers.map((server) => grantOf(server, connect)),
    ]),
  );
  const loopback = config.mode === 'demo' ? connect({ reach: 'loopback', networks: [] }) : undefined;

  const grantFor = (issuer: string, base: URL): Grant | undefined => {
    if (loopback === undefined) return grants.get(issuer)?.find((grant) => isUnder(base, grant.base));
    return isLoopbackHost(base.hostname) ? { base, openAccess: true, dispatcher: loopback } : undefined;
  };

  return ({ issuer, fhirServer, token, signal }) => {
    const base = fhirServer === undefined ? undefined : parseBase(fhirServer);
    const grant = base === undefined ? undefined : grantFor(issuer, base);
    if (base === undefined || grant === undefined) return undefined;
    if (token === undefined ? !grant.openAccess : !printable.test(token)) return undefined;
    const { limits, deadlines } = config;
    return openSession({ base, token, dispatcher: grant.dispatcher, limits, callTimeout: deadlines.call, signal });
  };
}

/** What may stand in an Authorization header. */
const printable = /^[\x21-\x7e]{1,16384}$/;

const grantOf = ({ base, networks, openAccess }: FhirServerConfig, connect: Connect): Grant => ({
  base: new URL(base),
  openAccess,
  dispatcher: connect({ reach: 'public', networks }),
});
