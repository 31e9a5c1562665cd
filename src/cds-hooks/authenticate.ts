// Who is calling, and may this token be believed?

import {
  createLocalJWKSet,
  createRemoteJWKSet,
  customFetch,
  decodeJwt,
  decodeProtectedHeader,
  errors,
  jwtVerify,
  type JSONWebKeySet,
  type JWTVerifyGetKey,
  type JWTVerifyOptions,
} from 'jose';
import { refusedFor, type Refused } from './refusal.ts';

/** Where the keys of one issuer come from: pinned, or fetched from the one address that was configured. */
export type KeySource = { readonly jwks: JSONWebKeySet } | { readonly jku: string };

export type Issuer = {
  readonly keys: KeySource;
  /** Values of `aud` that this client is known to send besides the URL it calls. */
  readonly audiences: readonly string[];
  /** If not empty, the token's `tenant` must be one of these. */
  readonly tenants: readonly string[];
};

export type AuthenticationDependencies = {
  readonly issuers: ReadonlyMap<string, Issuer>;
  /** Seconds by which the caller's clock may differ from ours. */
  readonly clockToleranceSeconds: number;
  readonly now: () => Date;
  /** Answers true for exactly one use of a jti; throws if it cannot tell. */
  readonly isFirstUse: (issuer: string, jti: string, expires: string) => Promise<boolean>;
  /** The fence through which keys are fetched. */
  readonly fetch: typeof fetch;
};

export type Caller = { readonly issuer: string; readonly tenant?: string };

export type Authenticate = (
  authorization: string | undefined,
  url: string,
) => Promise<{ readonly caller: Caller } | Refused>;

/** Asymmetric algorithms only; ES384 and RS384 are the ones CDS Hooks recommends. */
export const algorithms: readonly string[] = [
  'ES384',
  'RS384',
  'ES256',
  'RS256',
  'ES512',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'EdDSA',
];

const longestToken = 8192;
const longestLifetimeSeconds = 3600;

/** A key whose private half was thrown away: an unknown issuer costs as much work as a known one. */
const nobody: JSONWebKeySet = {
  keys: [
    {
      kty: 'EC',
      crv: 'P-384',
      x: 'SFOgJV8u1Q63ddtOoO_m0NwSXxg9oXWHHY3Dg2ri7vFxUIKmpRnN6WeCePCl8KTo',
      y: 'anJjlXVT0yZFIEsJdYEhNM73o0gCoW5K9sjnNudJhudBNYu-F49KDR3c75dl3q6J',
    },
  ],
};

/** Prepares the check of the bearer token that every call carries, discovery and feedback included. */
export function authenticator(dependencies: AuthenticationDependencies): Authenticate {
  const keys = new Map(
    [...dependencies.issuers].map(([issuer, { keys: source }]) => [issuer, keysOf(source, dependencies)]),
  );
  const decoy = createLocalJWKSet(nobody);

  return async (authorization, url) => {
    const token = bearer(authorization);
    if (token === undefined) return { refusal: 'no-token' };
    const claimed = unverified(token);
    if (claimed === undefined) return { refusal: 'malformed' };
    const issuer = dependencies.issuers.get(claimed.issuer);
    const keySet = keys.get(claimed.issuer);
    if (issuer === undefined || keySet === undefined) {
      await jwtVerify(token, decoy, { algorithms: [...algorithms] }).catch(() => undefined);
      return { refusal: 'unknown-issuer' };
    }
    const client = claimed.issuer;
    if (!algorithms.includes(claimed.algorithm)) return { refusal: 'algorithm', client };
    const answer = await verified(token, keySet, issuer, client, url);
    return 'caller' in answer ? answer : { ...answer, client };
  };

  async function verified(
    token: string,
    keySet: JWTVerifyGetKey,
    issuer: Issuer,
    name: string,
    url: string,
  ): Promise<{ readonly caller: Caller } | Refused> {
    const now = dependencies.now();
    const options: JWTVerifyOptions = {
      issuer: name,
      audience: [url, ...issuer.audiences],
      algorithms: [...algorithms],
      typ: 'JWT',
      requiredClaims: ['exp', 'iat', 'jti'],
      maxTokenAge: longestLifetimeSeconds,
      clockTolerance: dependencies.clockToleranceSeconds,
      currentDate: now,
    };
    try {
      const { payload } = await jwtVerify(token, keySet, options);
      const { exp = 0, iat = 0, jti: id, tenant: stated } = payload;
      const jti = nameIn(id);
      const tenant = typeof stated === 'string' ? stated : undefined;
      if (jti === '') return { refusal: 'claims', claim: 'jti' };
      if (exp - iat > longestLifetimeSeconds) return { refusal: 'claims', claim: 'exp' };
      if (issuer.tenants.length > 0 && !issuer.tenants.includes(tenant ?? '')) return { refusal: 'tenant' };
      const expires = new Date((exp + dependencies.clockToleranceSeconds) * 1000).toISOString();
      if (!(await isFresh(name, jti, expires))) return { refusal: 'replayed' };
      return { caller: { issuer: name, ...(tenant !== undefined && { tenant }) } };
    } catch (error) {
      return refusedFor(error);
    }
  }

  /** A replay store that cannot answer refuses: a token that may have been used before is not believed. */
  async function isFresh(issuer: string, jti: string, expires: string): Promise<boolean> {
    try {
      return await dependencies.isFirstUse(issuer, jti, expires);
    } catch {
      throw new errors.JWKSTimeout();
    }
  }
}

/** Never follows an address that the token itself names: only the configured one is ever asked. */
export function keysOf(
  source: KeySource,
  { fetch: fenced }: Pick<AuthenticationDependencies, 'fetch'>,
): JWTVerifyGetKey {
  if ('jwks' in source) return createLocalJWKSet(source.jwks);
  return createRemoteJWKSet(new URL(source.jku), {
    timeoutDuration: 3000,
    cooldownDuration: 30_000,
    cacheMaxAge: 600_000,
    [customFetch]: async (url, options) => await fenced(url, { ...options, redirect: 'error' }),
  });
}

/** A `jti` as text, a number included; empty for anything that cannot be told from another. */
const nameIn = (jti: unknown): string => (typeof jti === 'number' ? String(jti) : typeof jti === 'string' ? jti : '');

/** The token of an Authorization header, if it has the form of one and is not too long. */
export function bearer(authorization: string | undefined): string | undefined {
  const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization ?? '')?.[1];
  return token === undefined || token.length > longestToken ? undefined : token;
}

/** Issuer and algorithm as the token states them; needed to choose the key, believed by nobody. */
function unverified(token: string): { readonly issuer: string; readonly algorithm: string } | undefined {
  try {
    const { alg, kid } = decodeProtectedHeader(token);
    const { iss } = decodeJwt(token);
    return alg === undefined || kid === undefined || iss === undefined ? undefined : { issuer: iss, algorithm: alg };
  } catch {
    return undefined;
  }
}
