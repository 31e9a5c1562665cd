// May the token be believed that a page sends along?

import type { AuthenticationDependencies, Issuer } from '../cds-hooks/authenticate.ts';
import { lastingTokenReader } from '../cds-hooks/lasting-token.ts';
import type { Refusal } from '../cds-hooks/refusal.ts';

/** Undefined for a token that is believed. */
export type VerifyPageToken = (authorization: string | undefined) => Promise<Refusal | undefined>;

export type PageIssuer = Pick<Issuer, 'keys'> & { readonly issuer: string; readonly audience: string };

/** Checks an OpenID Connect token of one issuer; a page sends it many times. */
export function pageTokenVerifier(
  issuer: PageIssuer,
  dependencies: Pick<AuthenticationDependencies, 'clockToleranceSeconds' | 'now' | 'fetch'>,
): VerifyPageToken {
  const read = lastingTokenReader({ ...issuer, requiredClaims: ['exp'] }, dependencies);
  return async (authorization) => {
    const token = await read(authorization);
    return 'refusal' in token ? token.refusal : undefined;
  };
}
