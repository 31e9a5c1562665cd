// How does the service get an access token of its own (SMART Backend Services)?

import { randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import type { Dispatcher } from 'undici';
import { parseBase } from './base-url.ts';
import type { ClientKey } from './client-key.ts';
import type { Clock } from './clock.ts';
import type { Connection } from './connection.ts';
import type { Failure } from './failure.ts';
import { fhirReader } from './reader.ts';
import { requestToken, smartConfigurationOf, tokenEndpointIn, type Grant } from './token-endpoint.ts';
import { givenToken, type TokenSource } from './token-source.ts';

export type BackendServicesOptions = {
  readonly base: URL;
  readonly clientId: string;
  readonly key: ClientKey;
  /** "system/Patient.rs system/Condition.rs …" */
  readonly scope: string;
  /** Where tokens are given out; without it the server's SMART configuration is asked. */
  readonly tokenEndpoint?: string;
  /** Token endpoints on other hosts that the SMART configuration may name. */
  readonly allowedTokenEndpoints?: readonly string[];
  readonly connection: Connection;
  /** Reaches the token endpoint; the server's own connection unless it lies in another network. */
  readonly dispatcher?: Dispatcher;
  readonly timeout: number;
};

export type BackendServices = TokenSource & {
  /** What the server granted with the last token; undefined where it did not say. */
  readonly grantedScope: () => string | undefined;
};

/** Lifetime of an assertion; SMART allows five minutes. @source SMART App Launch 2.2, private_key_jwt */
const assertionSeconds = 240;

/** A token is not used in its last seconds: a minute, or half of a short life. */
const reserve = 60_000;

/** Milliseconds in which a server that gave no token is not asked again: every search of every patient needs one. */
const failureKept = 5_000;

const kind = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

type Held = { readonly value: Grant; readonly until: number };

/**
 * Tokens are kept in memory until a minute before they expire; all who need one at the same time wait for one request, and
 * who needs one right after it failed hears that it failed.
 */
export function backendServices(options: BackendServicesOptions): BackendServices {
  const { connection, timeout, dispatcher = connection.dispatcher } = options;
  const { clock } = connection;
  let held: Held | undefined;
  let failed: { readonly value: Failure; readonly until: number } | undefined;
  let underway: Promise<Grant | Failure> | undefined;

  const request = async (): Promise<Grant | Failure> => {
    const endpoint = await endpointOf(options);
    if (endpoint === undefined) return { reason: 'no-token-endpoint' };
    const form = {
      grant_type: 'client_credentials',
      scope: options.scope,
      client_assertion_type: kind,
      client_assertion: await assertion(options, endpoint, clock),
    };
    const granted = await requestToken(dispatcher, endpoint, form, AbortSignal.timeout(timeout));
    if (!('token' in granted)) return { reason: `token-${granted.reason}` };
    const life = granted.expiresInSeconds * 1_000;
    held = { value: granted, until: clock.now() + life - Math.min(reserve, life / 2) };
    return granted;
  };

  const remembering = async (): Promise<Grant | Failure> => {
    const granted = await request();
    if (!('token' in granted)) failed = { value: granted, until: clock.now() + failureKept };
    return granted;
  };

  return {
    current: async () => {
      if (held !== undefined && clock.now() < held.until) return { token: held.value.token };
      if (failed !== undefined && clock.now() < failed.until) return failed.value;
      underway ??= remembering().finally(() => {
        underway = undefined;
      });
      const granted = await underway;
      return 'token' in granted ? { token: granted.token } : granted;
    },
    refused: (token) => {
      if (held?.value.token === token) held = undefined;
    },
    renewable: true,
    grantedScope: () => held?.value.scope,
  };
}

async function endpointOf(options: BackendServicesOptions): Promise<URL | undefined> {
  const { base, tokenEndpoint, allowedTokenEndpoints = [], connection, timeout } = options;
  if (tokenEndpoint !== undefined) return parseBase(tokenEndpoint);
  const read = fhirReader({
    base,
    tokens: givenToken(undefined),
    connection,
    responseBytes: 1_000_000,
    connections: 1,
    callTimeout: timeout,
    totalTime: timeout,
    signal: AbortSignal.timeout(timeout),
  });
  const got = await read(smartConfigurationOf(base));
  return 'reason' in got ? undefined : tokenEndpointIn(got.value, base, allowedTokenEndpoints);
}

async function assertion({ clientId, key }: BackendServicesOptions, endpoint: URL, clock: Clock): Promise<string> {
  const now = Math.floor(clock.now() / 1_000);
  return await new SignJWT({})
    .setProtectedHeader({ alg: key.algorithm, kid: key.kid, typ: 'JWT' })
    .setIssuer(clientId)
    .setSubject(clientId)
    .setAudience(endpoint.href)
    .setIssuedAt(now)
    .setExpirationTime(now + assertionSeconds)
    .setJti(randomUUID())
    .sign(key.key);
}
