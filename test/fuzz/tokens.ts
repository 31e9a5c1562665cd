// Tokens near a good one: each with what must become of it.

import type { CallingSystem } from '../cds-hooks/callers.ts';
import { cutBytes, mutated } from './mutate.ts';
import type { Case } from './cases.ts';

/** `false`: must be refused; `undefined`: signed by the right key, so whether it is believed depends on what it says. */
export type Token = { readonly header: string; readonly believed: boolean | undefined };

const part = (value: unknown): string => Buffer.from(JSON.stringify(value) ?? '').toString('base64url');

const read = (text: string): unknown => JSON.parse(Buffer.from(text, 'base64url').toString());

/** A good token, or one that was changed before or after it was signed. */
export async function tokenOf(
  { mutations, cuts, record, value }: Case,
  caller: CallingSystem,
  url: string,
): Promise<Token> {
  const good = await caller.token(url);
  const [header = '', payload = '', signature = ''] = good.split('.');
  const made = (text: string): Token => ({ header: `Bearer ${text}`, believed: text === good });
  switch (record % 7) {
    case 0:
      return made(good);
    case 1:
      return made(`${part(mutated(read(header), mutations))}.${payload}.${signature}`);
    case 2:
      return made(`${header}.${part(mutated(read(payload), mutations))}.${signature}`);
    case 3: {
      const changed = cuts
        .reduce(cutBytes, Buffer.from(good))
        .toString('latin1')
        .replaceAll(/[^\x20-\x7e]/g, '~');
      return { header: `Bearer ${changed}`, believed: changed.trim() === good };
    }
    case 4: {
      const claims = mutated({ tenant: 'a', nbf: 0 }, mutations);
      const more = typeof claims === 'object' && claims !== null && !Array.isArray(claims) ? claims : {};
      // An empty or odd jti, times beyond any calendar, lists for texts: signed, and for the service to judge.
      return {
        header: `Bearer ${await caller.token(url, { ...more, sub: value }).catch(() => good)}`,
        believed: undefined,
      };
    }
    case 5:
      return { header: JSON.stringify(value).replaceAll(/[^\x20-\x7e]/g, '~'), believed: false };
    default:
      return made(`${part({ alg: 'none', typ: 'JWT', kid: 'k1', ...(value as object) })}.${payload}.`);
  }
}
