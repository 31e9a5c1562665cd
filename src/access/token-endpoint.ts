// How is an access token asked for: where, and what may come back?

import { z } from 'zod';
import { fetch, type Dispatcher } from 'undici';
import { parseBase, withoutSlash } from './base-url.ts';
import { failureFrom, type Failure } from './failure.ts';
import { StatusError } from './fence.ts';
import { guardJson } from '../fhir/json-guard.ts';

export type Grant = {
  readonly token: string;
  readonly expiresInSeconds: number;
  /** As the server states them; undefined where it does not. */
  readonly scope: string | undefined;
};

const longest = 64_000;

const grant = z.looseObject({
  access_token: z.string().regex(/^[\x21-\x7e]{1,16384}$/),
  token_type: z.string().regex(/^bearer$/i),
  expires_in: z.coerce.number().positive().max(86_400).catch(300),
  scope: z.string().optional().catch(undefined),
});

const discovery = z.looseObject({ token_endpoint: z.string() });

/**
 * The token endpoint that a server's SMART configuration names; undefined where it names none, or one on another host
 * than the server's own that was not allowed by name.
 */
export function tokenEndpointIn(configuration: unknown, base: URL, allowed: readonly string[]): URL | undefined {
  const named = discovery.safeParse(configuration).data?.token_endpoint;
  const url = named === undefined ? undefined : parseBase(named);
  if (url === undefined) return undefined;
  const listed = allowed.some((each) => parseBase(each)?.href === url.href);
  return url.origin === base.origin || listed ? url : undefined;
}

/** Where a server's SMART configuration lies. @source SMART App Launch 2.2, discovery */
export const smartConfigurationOf = (base: URL): string => `${withoutSlash(base)}/.well-known/smart-configuration`;

/**
 * Asks for a token with a signed assertion. Nothing the server says is repeated.
 * @param dispatcher opens connections only where the network rule allows.
 */
export async function requestToken(
  dispatcher: Dispatcher,
  endpoint: URL,
  form: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<Grant | Failure> {
  try {
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: { accept: 'application/json', 'accept-encoding': 'identity' },
      body: new URLSearchParams(form),
      dispatcher,
      redirect: 'error',
      signal,
    });
    if (!response.ok) {
      await response.body?.cancel();
      return failureFrom(new StatusError(response.status, undefined));
    }
    const bytes = await limited(response.body);
    if (bytes === undefined || guardJson(bytes).state !== 'sound') return { reason: 'unsafe-json' };
    const read = grant.safeParse(JSON.parse(bytes.toString('utf8')));
    if (!read.success) return { reason: 'no-token' };
    const { access_token: token, expires_in: expiresInSeconds, scope } = read.data;
    return { token, expiresInSeconds, scope };
  } catch (error) {
    return error instanceof SyntaxError ? { reason: 'not-json' } : failureFrom(error);
  }
}

async function limited(body: AsyncIterable<Uint8Array> | null): Promise<Buffer | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.length;
    if (size > longest) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
