// May the token be believed that a page sends along?

import { jwtVerify } from 'jose';
import {
  algorithms,
  bearer,
  keysOf,
  refusalFor,
  type AuthenticationDependencies,
  type Issuer,
  type Refusal,
} from '../cds-hooks/authenticate.ts';

/** Undefined for a token that is believed. */
export type VerifyPageToken = (authorization: string | undefined) => Promise<Refusal | undefined>;

export type PageIssuer = Pick<Issuer, 'keys'> & { readonly issuer: string; readonly audience: string };

/**
 * Checks an OpenID Connect token of one issuer: signature, issuer, audience, expiry. Unlike the token of a hook call it is used
 * again until it expires, since a page asks many times.
 */
export function pageTokenVerifier(
  { issuer, audience, keys }: PageIssuer,
  dependencies: Pick<AuthenticationDependencies, 'clockToleranceSeconds' | 'now' | 'fetch'>,
): VerifyPageToken {
  const keySet = keysOf(keys, dependencies);
  return async (authorization) => {
    const token = bearer(authorization);
    if (token === undefined) return authorization === undefined ? 'no-token' : 'malformed';
    try {
      await jwtVerify(token, keySet, {
        issuer,
        audience,
        algorithms: [...algorithms],
        requiredClaims: ['exp'],
        clockTolerance: dependencies.clockToleranceSeconds,
        currentDate: dependencies.now(),
      });
      return undefined;
    } catch (error) {
      return refusalFor(error);
    }
  };
}
