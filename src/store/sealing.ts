// How is what names a patient kept so that a stolen data base tells nothing?

import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

export type Sealing = {
  /** Text that only the same key and the same place can open again; different each time. */
  readonly seal: (text: string, place: string) => string;
  /** @throws SealError if it was changed, moved to another place, or sealed with another key. */
  readonly open: (sealed: string, place: string) => string;
};

/** Something in the data base is not what was written there. */
export class SealError extends Error {}

const algorithm = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

/** First character of everything sealed this way, so that a later way can be told from it. */
const way = '1';

/**
 * Prepares sealing with AES-256-GCM.
 * @param secret the key under which patients are named in the store; a key of its own is derived from it (HKDF, RFC 5869).
 */
export function sealing(secret: string): Sealing {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'lupus-trial-cds sealing', 32));
  return {
    seal: (text, place) => {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv(algorithm, key, nonce, { authTagLength: tagBytes }).setAAD(Buffer.from(place));
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return way + Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64');
    },
    open: (sealed, place) => {
      const bytes = Buffer.from(sealed.slice(way.length), 'base64');
      try {
        const decipher = createDecipheriv(algorithm, key, bytes.subarray(0, nonceBytes), { authTagLength: tagBytes });
        decipher.setAAD(Buffer.from(place)).setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
        const text = Buffer.concat([decipher.update(bytes.subarray(nonceBytes + tagBytes)), decipher.final()]);
        return text.toString('utf8');
      } catch {
        throw new SealError('cannot be opened with this key');
      }
    },
  };
}
