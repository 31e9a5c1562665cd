// What does a token say that is used again until it expires, unlike that of a hook call?

import { jwtVerify, type JWTPayload } from 'jose';
import { algorithms, bearer, keysOf, type AuthenticationDependencies, type KeySource } from './authenticate.ts';
import { refusedFor, type Refused } from './refusal.ts';

/** The claims of a token that is believed; otherwise why it is not. */
export type ReadToken = (authorization: string | undefined) => Promise<{ readonly payload: JWTPayload } | Refused>;

export type TokenIssuer = {
  readonly issuer: string;
  readonly audience: string;
  readonly keys: KeySource;
  /** Claims it must have. */
  readonly requiredClaims: readonly string[];
};

/** Checks a bearer token of one issuer: signature by its keys, issuer, audience, time, and that the claims are there. */
export function lastingTokenReader(
  { issuer, audience, keys, requiredClaims }: TokenIssuer,
  dependencies: Pick<AuthenticationDependencies, 'clockToleranceSeconds' | 'now' | 'fetch'>,
): ReadToken {
  const keySet = keysOf(keys, dependencies);
  return async (authorization) => {
    const token = bearer(authorization);
    if (token === undefined) return { refusal: authorization === undefined ? 'no-token' : 'malformed' };
    try {
      const { payload } = await jwtVerify(token, keySet, {
        issuer,
        audience,
        algorithms: [...algorithms],
        requiredClaims: [...requiredClaims],
        clockTolerance: dependencies.clockToleranceSeconds,
        currentDate: dependencies.now(),
      });
      return { payload };
    } catch (error) {
      return refusedFor(error);
    }
  };
}
