// With which private key does the service prove who it is, and which public keys does it publish?

import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { calculateJwkThumbprint, exportJWK, type JWK } from 'jose';
import { textIn } from '../byte-order-mark.ts';
import { whyUnreadable } from '../config/json-file.ts';
import { isJson, textAt } from '../fhir/json.ts';

/** The two algorithms that SMART requires of a server to support. @source SMART App Launch 2.2, private_key_jwt */
export type ClientKey = { readonly key: KeyObject; readonly kid: string; readonly algorithm: 'RS384' | 'ES384' };

/** A key file that cannot be used; the message never holds anything of its content. */
export class KeyError extends Error {}

/**
 * Reads a private key: PEM (PKCS #8) or a JWK, RSA of at least 2048 bits or EC on P-384.
 * @param kid name of the key; a JWK's own, otherwise its RFC 7638 thumbprint.
 * @throws KeyError
 */
export async function readClientKey(path: string, kid?: string): Promise<ClientKey> {
  const text = await textIn(path).catch((error: unknown) => {
    throw new KeyError(`the key file cannot be read: ${whyUnreadable(error)}`);
  });
  const { key, named } = parse(text);
  const algorithm = algorithmOf(key);
  return { key, algorithm, kid: kid ?? named ?? (await calculateJwkThumbprint(await publicJwk(key))) };
}

function parse(text: string): { readonly key: KeyObject; readonly named: string | undefined } {
  try {
    if (!text.trimStart().startsWith('{')) return { key: createPrivateKey(text), named: undefined };
    const jwk: unknown = JSON.parse(text);
    if (!isJson(jwk)) throw new KeyError('the key file holds no key');
    return { key: createPrivateKey({ key: { ...jwk }, format: 'jwk' }), named: textAt(jwk, 'kid') };
  } catch {
    throw new KeyError('the key file holds no private key in PEM or JWK form');
  }
}

function algorithmOf({ asymmetricKeyType: type, asymmetricKeyDetails: details }: KeyObject): ClientKey['algorithm'] {
  if (type === 'rsa' && (details?.modulusLength ?? 0) >= 2048) return 'RS384';
  if (type === 'ec' && details?.namedCurve === 'secp384r1') return 'ES384';
  throw new KeyError('the key must be RSA with at least 2048 bits, or EC on P-384');
}

const publicJwk = async (key: KeyObject): Promise<JWK> => await exportJWK(createPublicKey(key));

/** The document to publish: the public halves only; two keys while one replaces the other. */
export async function publicJwks(keys: readonly ClientKey[]): Promise<{ readonly keys: readonly JWK[] }> {
  return {
    keys: await Promise.all(
      keys.map(async ({ key, kid, algorithm }) => ({
        ...(await publicJwk(key)),
        kid,
        alg: algorithm,
        use: 'sig',
        key_ops: ['verify'],
      })),
    ),
  };
}
