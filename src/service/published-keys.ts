// Which public keys does the service publish, so that the EHRs it reads can check who asks for a token?

import { Router } from 'express';
import type { JWK } from 'jose';
import { KeyError, publicJwks, readClientKey, type ClientKey } from '../access/client-key.ts';
import type { ScreeningConfig } from '../config/screening.ts';
import { ServiceError } from '../errors.ts';

/** Where the key set is served. */
export const keysPath = '/.well-known/jwks.json';

/** Seconds for which a reader may keep it: the next key must have been published at least so long before it is used. */
const keptFor = 600;

export type PublishedKeys = {
  readonly keys: readonly JWK[];
  /** What a reader of the set would stumble over, in a sentence each. */
  readonly problems: readonly string[];
};

/**
 * The public halves of all keys with which the service asks for tokens, and of those it will use next, each once. A key
 * that cannot be read is a problem and no reason to stop: the calls of clinicians do not need it, and another process
 * may be the one that screens.
 */
export async function publishedKeys({ servers, nextKeys }: ScreeningConfig): Promise<PublishedKeys> {
  const named = [...servers, ...nextKeys].flatMap(({ keyFile, keyId }) =>
    keyFile === undefined ? [] : [{ keyFile, keyId }],
  );
  const read = await Promise.all(named.map(async ({ keyFile, keyId }) => await keyOrProblem(keyFile, keyId)));
  const found = read.filter((each) => typeof each !== 'string');
  const distinct = found.filter(
    ({ kid, key }, index) => !found.slice(0, index).some((other) => other.kid === kid && other.key.equals(key)),
  );
  const twice = new Set(
    distinct.filter(({ kid }, index) => distinct.findIndex((other) => other.kid === kid) < index).map(({ kid }) => kid),
  );
  const problems = [
    ...new Set(read.filter((each) => typeof each === 'string')),
    ...[...twice].map((kid) => `two different keys are named ${kid}: name one of them by another keyId`),
  ];
  return { ...(await publicJwks(distinct)), problems };
}

async function keyOrProblem(keyFile: string, keyId: string | undefined): Promise<ClientKey | string> {
  try {
    return await readClientKey(keyFile, keyId);
  } catch (error) {
    if (error instanceof KeyError) return `the public half of ${keyFile} is not published: ${error.message}`;
    throw error;
  }
}

/** Answers anybody: public keys are no secret. 404 where there is none. */
export function keysRouter({ keys }: Pick<PublishedKeys, 'keys'> = { keys: [] }): Router {
  const router = Router();
  router.get(keysPath, (_request, response) => {
    if (keys.length === 0) throw new ServiceError('no-keys');
    response.set({ 'Cache-Control': `public, max-age=${String(keptFor)}`, 'X-Content-Type-Options': 'nosniff' });
    response.json({ keys });
  });
  return router;
}
