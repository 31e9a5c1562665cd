// A calling system with a key of its own, and the tokens it signs.

import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { Issuer } from '../../src/cds-hooks/authenticate.ts';

/** The day on which the applications of the tests live. */
export const testNow = Date.UTC(2026, 5, 1, 4);

export type CallingSystem = {
  readonly issuer: string;
  readonly configured: Issuer;
  /** The key set as a configuration takes it. */
  readonly keys: { readonly jwks: { readonly keys: object[] } };
  /** A fresh token for an address; `claims` replace or add. */
  readonly token: (url: string, claims?: object, header?: object) => Promise<string>;
};

export async function callingSystem(issuer: string, at = testNow): Promise<CallingSystem> {
  const { privateKey, publicKey } = await generateKeyPair('ES384', { extractable: true });
  const jwks = { keys: [{ ...(await exportJWK(publicKey)), kid: 'k1', alg: 'ES384' }] };
  const iat = Math.floor(at / 1000);
  return {
    issuer,
    configured: { keys: { jwks }, audiences: [], tenants: [] },
    keys: { jwks },
    token: async (url, claims = {}, header = {}) =>
      await new SignJWT({ iss: issuer, aud: url, iat, exp: iat + 300, jti: crypto.randomUUID(), ...claims })
        .setProtectedHeader({ alg: 'ES384', kid: 'k1', typ: 'JWT', ...header })
        .sign(privateKey),
  };
}
