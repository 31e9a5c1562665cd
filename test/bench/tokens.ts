// Tokens for the benchmark: signed beforehand, each good for one call.

import { exportJWK, generateKeyPair, SignJWT } from 'jose';

const day = Date.UTC(2026, 5, 1, 4) / 1000;

export type Tokens = { readonly jwks: object; readonly tokens: readonly string[] };

/** @param algorithm ES384 or RS384, the two that CDS Hooks recommends. */
export async function tokensFor(url: string, algorithm: string, count: number): Promise<Tokens> {
  const { privateKey, publicKey } = await generateKeyPair(algorithm, { extractable: true });
  const tokens: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const claims = { iss: 'bench', aud: url, iat: day, exp: day + 3_000, jti: String(index) };
    tokens.push(
      await new SignJWT(claims).setProtectedHeader({ alg: algorithm, kid: 'k', typ: 'JWT' }).sign(privateKey),
    );
  }
  return { jwks: { keys: [{ ...(await exportJWK(publicKey)), kid: 'k', alg: algorithm }] }, tokens };
}
