// Why is a call not believed?

import { errors } from 'jose';

/** Why a call was refused: for metrics and the log, never for the caller. */
export type Refusal =
  | 'no-token'
  | 'malformed'
  | 'unknown-issuer'
  | 'algorithm'
  | 'audience'
  | 'expired'
  | 'claims'
  | 'tenant'
  | 'signature'
  | 'replayed'
  | 'unavailable';

export type Refused = {
  readonly refusal: Refusal;
  /** Of `claims`, which one it was: the name of a claim that is asked for, or `typ`. */
  readonly claim?: string;
  /** The configured issuer of which the token says it is; anybody can say that. */
  readonly client?: string;
};

/** What jose calls it where the address of the keys gave none in time, an error, no JSON, or something that is no set of keys. */
const withoutKeys: ReadonlySet<string> = new Set(['ERR_JWKS_TIMEOUT', 'ERR_JOSE_GENERIC', 'ERR_JWKS_INVALID']);

/** Why a token that could not be verified is refused. */
export function refusalFor(error: unknown): Refusal {
  if (error instanceof errors.JWTExpired) return 'expired';
  if (error instanceof errors.JWTClaimValidationFailed) return error.claim === 'aud' ? 'audience' : 'claims';
  if (error instanceof errors.JOSEAlgNotAllowed) return 'algorithm';
  return error instanceof errors.JOSEError && !withoutKeys.has(error.code) ? 'signature' : 'unavailable';
}

/** The same, and which claim it was. */
export function refusedFor(error: unknown): Refused {
  const refusal = refusalFor(error);
  return refusal === 'claims' && error instanceof errors.JWTClaimValidationFailed
    ? { refusal, claim: error.claim }
    : { refusal };
}
