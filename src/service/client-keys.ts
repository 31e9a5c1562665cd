// With which keys do the configured callers sign?

import type { Dispatcher } from 'undici';
import { z } from 'zod';
import { fetchKeys } from '../access/fetch-keys.ts';
import type { Connect } from '../access/open-access.ts';
import type { AuthenticationDependencies, Issuer, KeySource } from '../cds-hooks/authenticate.ts';
import { keySet, type KeysConfig } from '../config/client.ts';
import { ConfigError, type Config } from '../config/config.ts';
import { jsonIn } from '../config/files.ts';
import { inWords } from '../config/json-file.ts';

export type Issuers = Pick<AuthenticationDependencies, 'issuers' | 'fetch'>;

/**
 * Reads the key files that the configuration names, and prepares the fetching of the others.
 * @throws ConfigError if a file cannot be read or holds anything but public keys.
 */
export async function issuersOf(config: Config, connect: Connect): Promise<Issuers> {
  const issuers = new Map<string, Issuer>();
  const dispatchers = new Map<string, Dispatcher>();
  for (const [name, { keys, audiences, tenants }] of Object.entries(config.clients)) {
    if (keys === undefined) continue;
    if ('jku' in keys) dispatchers.set(new URL(keys.jku).href, connect({ reach: 'public', networks: keys.networks }));
    issuers.set(name, { keys: await sourceOf(`clients.${name}`, keys), audiences, tenants });
  }
  return { issuers, fetch: fetchKeys(dispatchers) };
}

/** The keys themselves, or where they are fetched. @param place in the configuration. @throws ConfigError as above. */
export async function sourceOf(place: string, keys: KeysConfig): Promise<KeySource> {
  if (!('jwksFile' in keys)) return 'jku' in keys ? { jku: new URL(keys.jku).href } : { jwks: keys.jwks };
  const setting = `${place}.keys.jwksFile`;
  const read = keySet.safeParse(await jsonIn(setting, keys.jwksFile), { error: inWords });
  if (!read.success) throw new ConfigError(`${setting}: ${keys.jwksFile}\n${z.prettifyError(read.error)}`);
  return { jwks: read.data };
}
