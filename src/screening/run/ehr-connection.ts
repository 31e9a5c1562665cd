// How is a configured server reached for screening: with which token, through which networks, at which pace?

import { backendServices } from '../../access/backend-services.ts';
import { readClientKey } from '../../access/client-key.ts';
import type { Clock } from '../../access/clock.ts';
import { openConnection, type Connection } from '../../access/connection.ts';
import type { Connect } from '../../access/open-access.ts';
import { neededScopes } from '../../access/scopes.ts';
import { givenToken, type TokenSource } from '../../access/token-source.ts';
import type { ScreeningConfig, ScreeningServer } from '../../config/screening.ts';
import type { Store } from '../../store/store.ts';
import { paced } from './paced.ts';

/** One configured server, ready to be read and written. */
export type Reached = {
  readonly config: ScreeningServer;
  readonly base: URL;
  readonly connection: Connection;
  readonly tokens: TokenSource;
};

export type Reaching = {
  readonly store: Store;
  readonly clock: Clock;
  readonly connect: Connect;
};

/** Calls to one server at the same time, of one process. */
const calls = 32;

/** Milliseconds for one call; screening is more patient than an answer to a hook. */
export const callTimeout = 30_000;

/**
 * Prepares one server. All its calls, reads and writes, wait for their turn in the quota that the workers share.
 * @throws KeyError if the key file cannot be used.
 */
export async function reach(
  config: ScreeningServer,
  writes: readonly string[],
  { store, clock, connect }: Reaching,
): Promise<Reached> {
  const base = new URL(config.base);
  const { networks, callsPerMinute, everyObservationHasCategory, harmlessWarnings } = config;
  const dispatcher = connect({ reach: 'public', networks });
  const open = openConnection({ dispatcher, clock, calls, everyObservationHasCategory, harmlessWarnings });
  const allowance = callsPerMinute === undefined ? undefined : { callsPerMinute };
  const connection = { ...open, bulkhead: paced(open.bulkhead, store, config.base, allowance, clock) };
  return { config, base, connection, tokens: await tokensFor(config, base, writes, open) };
}

async function tokensFor(
  { clientId, keyFile, keyId, tokenEndpoint, scope }: ScreeningServer,
  base: URL,
  writes: readonly string[],
  connection: Connection,
): Promise<TokenSource> {
  if (clientId === undefined || keyFile === undefined) return givenToken(undefined);
  const scopes = [...neededScopes('system'), 'system/Consent.rs', ...writes.map((kind) => `system/${kind}.crus`)];
  return backendServices({
    base,
    clientId,
    key: await readClientKey(keyFile, keyId),
    scope: scope ?? scopes.join(' '),
    connection,
    timeout: callTimeout,
    ...(tokenEndpoint !== undefined && { tokenEndpoint }),
  });
}

/** What is written to this server, by resource type. */
export const writesTo = ({ writeBack }: ScreeningConfig, { base, events }: ScreeningServer): readonly string[] => [
  ...(writeBack?.server === base ? writeBack.kinds : []),
  ...(events === undefined ? [] : ['Subscription']),
];
