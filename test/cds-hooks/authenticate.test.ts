import { readFileSync } from 'node:fs';
import { errors, exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JSONWebKeySet } from 'jose';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import {
  authenticator,
  bearer,
  type AuthenticationDependencies,
  type Issuer,
} from '../../src/cds-hooks/authenticate.ts';
import { refusalFor } from '../../src/cds-hooks/refusal.ts';

const url = 'https://cds.example.org/cds-services/lupus-trial-patient-view';
const issuer = 'https://ehr.example.org';
const now = new Date('2026-06-01T08:00:00Z');
const seconds = Math.floor(now.getTime() / 1000);

let key: CryptoKey;
let rsaKey: CryptoKey;
let strangeKey: CryptoKey;
let jwks: JSONWebKeySet;

beforeAll(async () => {
  const ec = await generateKeyPair('ES384', { extractable: true });
  const rsa = await generateKeyPair('RS384', { extractable: true });
  const strange = await generateKeyPair('ES384');
  [key, rsaKey, strangeKey] = [ec.privateKey, rsa.privateKey, strange.privateKey];
  jwks = {
    keys: [
      { ...(await exportJWK(ec.publicKey)), kid: 'k1', alg: 'ES384' },
      { ...(await exportJWK(rsa.publicKey)), kid: 'k2', alg: 'RS384' },
    ],
  };
});

type Token = { header?: object; claims?: object; without?: readonly string[]; with?: CryptoKey | Uint8Array };

async function token({ header = {}, claims = {}, without = [], with: signer = key }: Token = {}): Promise<string> {
  const payload = Object.fromEntries(
    Object.entries({
      iss: issuer,
      aud: url,
      iat: seconds,
      exp: seconds + 300,
      jti: crypto.randomUUID(),
      ...claims,
    }).filter(([name]) => !without.includes(name)),
  );
  return await new SignJWT(payload).setProtectedHeader({ alg: 'ES384', kid: 'k1', typ: 'JWT', ...header }).sign(signer);
}

const unsigned = (header: object, payload: object): string => {
  const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${encode(header)}.${encode(payload)}.`;
};

function set(more: Partial<AuthenticationDependencies> = {}, own: Partial<Issuer> = {}) {
  const seen = new Set<string>();
  return authenticator({
    issuers: new Map([[issuer, { keys: { jwks }, audiences: [], tenants: [], ...own }]]),
    clockToleranceSeconds: 30,
    now: () => now,
    isFirstUse: async (iss, jti) => {
      const id = `${iss} ${jti}`;
      const first = !seen.has(id);
      seen.add(id);
      return await Promise.resolve(first);
    },
    fetch: async () => await Promise.reject(new Error('no network in this test')),
    ...more,
  });
}

const ask = async (text: string | undefined, to = url, authenticate = set()) =>
  await authenticate(text === undefined ? undefined : `Bearer ${text}`, to);

describe('a token that is believed', () => {
  it('is signed with ES384 and names this service', async () => {
    expect(await ask(await token())).toEqual({ caller: { issuer } });
  });

  it('may be signed with RS384', async () => {
    const signed = await token({ header: { alg: 'RS384', kid: 'k2' }, with: rsaKey });
    expect(await ask(signed)).toEqual({ caller: { issuer } });
  });

  it('may list this service among several audiences', async () => {
    expect(await ask(await token({ claims: { aud: ['https://elsewhere.example.org', url] } }))).toEqual({
      caller: { issuer },
    });
  });

  it('may carry an audience that was agreed with this client', async () => {
    const authenticate = set({}, { audiences: ['sand_man'] });
    expect(await ask(await token({ claims: { aud: 'sand_man' } }), url, authenticate)).toEqual({ caller: { issuer } });
  });

  it('may come from a clock 29 seconds ahead, and may have expired 29 seconds ago', async () => {
    expect(await ask(await token({ claims: { iat: seconds + 29, exp: seconds + 300 } }))).toHaveProperty('caller');
    expect(await ask(await token({ claims: { iat: seconds - 300, exp: seconds - 29 } }))).toHaveProperty('caller');
  });

  it('may live an hour, as some EHRs send 15 minutes', async () => {
    expect(await ask(await token({ claims: { exp: seconds + 3600, nbf: seconds - 300 } }))).toHaveProperty('caller');
  });

  it('names its tenant', async () => {
    const authenticate = set({}, { tenants: ['ward-7'] });
    const answer = await ask(await token({ claims: { tenant: 'ward-7' } }), url, authenticate);
    expect(answer).toEqual({ caller: { issuer, tenant: 'ward-7' } });
  });

  it('names no tenant where its tenant is no text', async () => {
    const answer = await ask(await token({ claims: { tenant: 7 } }));
    expect(answer).toStrictEqual({ caller: { issuer } });
  });

  it('is remembered until it has expired on a clock that is behind by the tolerance', async () => {
    const remembered: string[][] = [];
    const isFirstUse = async (...use: string[]) => await Promise.resolve(remembered.push(use) > 0);
    await ask(await token({ claims: { jti: 'j1', exp: seconds + 300 } }), url, set({ isFirstUse }));
    expect(remembered).toEqual([[issuer, 'j1', '2026-06-01T08:05:30.000Z']]);
  });
});

it('a token whose jti is a number is believed once', async () => {
  const authenticate = set();
  const numbered = async (jti: number) => await ask(await token({ claims: { jti } }), url, authenticate);
  expect(await numbered(7)).toEqual({ caller: { issuer } });
  expect(await numbered(8)).toEqual({ caller: { issuer } });
  expect(await numbered(7)).toMatchObject({ refusal: 'replayed' });
});

describe('a token that is refused', () => {
  it.each<[string, Token, string]>([
    ['of an unknown issuer', { claims: { iss: 'https://evil.example.org' } }, 'unknown-issuer'],
    ['without issuer', { without: ['iss'] }, 'malformed'],
    ['without key id', { header: { kid: undefined } }, 'malformed'],
    ['for another service', { claims: { aud: `${url}-other` } }, 'audience'],
    ['for this service with a slash more', { claims: { aud: `${url}/` } }, 'audience'],
    ['for the feedback of this service', { claims: { aud: `${url}/feedback` } }, 'audience'],
    ['without audience', { without: ['aud'] }, 'audience'],
    ['without expiry', { without: ['exp'] }, 'claims exp'],
    ['without time of issue', { without: ['iat'] }, 'claims iat'],
    ['without jti', { without: ['jti'] }, 'claims jti'],
    ['with an empty jti', { claims: { jti: '' } }, 'claims jti'],
    ['expired 31 seconds ago', { claims: { iat: seconds - 300, exp: seconds - 31 } }, 'expired'],
    ['issued more than half a minute in the future', { claims: { iat: seconds + 90 } }, 'claims iat'],
    ['issued more than an hour ago', { claims: { iat: seconds - 3700 } }, 'expired'],
    ['living more than an hour', { claims: { exp: seconds + 3601 } }, 'claims exp'],
    ['not yet valid', { claims: { nbf: seconds + 90 } }, 'claims nbf'],
    ['with a jti that is an object, for which the store was blamed', { claims: { jti: { a: 1 } } }, 'claims jti'],
    ['of another type', { header: { typ: 'at+jwt' } }, 'claims typ'],
    ['without type', { header: { typ: undefined } }, 'claims typ'],
    ['with an unknown key id', { header: { kid: '../../etc/passwd' } }, 'signature'],
  ])('is one %s', async (_, given, why) => {
    const [refusal, claim] = why.split(' ');
    const isNamed = refusal !== 'unknown-issuer' && refusal !== 'malformed';
    expect(await ask(await token(given))).toEqual({
      refusal,
      ...(isNamed && { client: issuer }),
      ...(claim !== undefined && { claim }),
    });
  });

  it('has a reason that the documents explain, whichever it is', () => {
    const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
    const union = /export type Refusal =([^;]+);/.exec(read('src/cds-hooks/refusal.ts'))?.[1] ?? '';
    const reasons = [...union.matchAll(/'([a-z-]+)'/g)].map(([, reason]) => reason);
    const explained = [...read('docs/configuration.md').matchAll(/^\| `([a-z-]+)` +\|/gm)].map(([, reason]) => reason);
    expect(reasons.length).toBeGreaterThan(10);
    expect(explained).toEqual(expect.arrayContaining(reasons));
  });

  it('is one signed with a strange key under a known id', async () => {
    expect(await ask(await token({ with: strangeKey }))).toEqual({ refusal: 'signature', client: issuer });
  });

  it('is one that names an unknown critical extension', async () => {
    const good = await token();
    const [, payload = '', signature = ''] = good.split('.');
    const header = Buffer.from(JSON.stringify({ alg: 'ES384', kid: 'k1', typ: 'JWT', crit: ['x'], x: 1 })).toString(
      'base64url',
    );
    expect(await ask(`${header}.${payload}.${signature}`)).toHaveProperty('refusal');
  });

  it('is one with algorithm none', async () => {
    const text = unsigned(
      { alg: 'none', kid: 'k1', typ: 'JWT' },
      { iss: issuer, aud: url, iat: seconds, exp: seconds + 60, jti: 'x' },
    );
    expect(await ask(text)).toHaveProperty('refusal');
    expect(await ask(`${text}AAAA`)).toEqual({ refusal: 'algorithm', client: issuer });
  });

  it('is one signed symmetrically with the public key as secret', async () => {
    const secret = new TextEncoder().encode(JSON.stringify(jwks.keys[0]));
    expect(await ask(await token({ header: { alg: 'HS256' }, with: secret }))).toEqual({
      refusal: 'algorithm',
      client: issuer,
    });
  });

  it('is one whose signature or payload was changed by one letter', async () => {
    const [header = '', payload = '', signature = ''] = (await token()).split('.');
    const changed = Buffer.from(
      Buffer.from(payload, 'base64url').toString().replace('2026', '2027').replace('"iat":1', '"iat":2'),
    );
    expect(await ask(`${header}.${changed.toString('base64url')}.${signature}`)).toHaveProperty('refusal');
    expect(await ask(`${header}.${payload}.${signature.slice(0, -2)}AA`)).toEqual({
      refusal: 'signature',
      client: issuer,
    });
    expect(await ask(`${header}.${payload}.${Buffer.alloc(96).toString('base64url')}`)).toEqual({
      refusal: 'signature',
      client: issuer,
    });
  });

  it.each([undefined, '', 'a.b', 'a.b.c.d', `${'a'.repeat(9000)}.b.c`, 'not a token'])('is %s', async (text) => {
    expect(await ask(text)).toHaveProperty('refusal');
  });

  it('is one of a tenant that was not agreed, or of none', async () => {
    const authenticate = set({}, { tenants: ['ward-7'] });
    expect(await ask(await token({ claims: { tenant: 'ward-8' } }), url, authenticate)).toEqual({
      refusal: 'tenant',
      client: issuer,
    });
    expect(await ask(await token(), url, authenticate)).toEqual({ refusal: 'tenant', client: issuer });
    expect(await ask(await token({ claims: { tenant: 7 } }), url, authenticate)).toEqual({
      refusal: 'tenant',
      client: issuer,
    });
  });

  it('is one that has no key id or no algorithm in its header, whatever else is right', async () => {
    const [, payload = '', signature = ''] = (await token()).split('.');
    for (const header of [
      { alg: 'ES384', typ: 'JWT' },
      { kid: 'k1', typ: 'JWT' },
    ]) {
      const encoded = Buffer.from(JSON.stringify(header)).toString('base64url');
      expect(await ask(`${encoded}.${payload}.${signature}`)).toEqual({ refusal: 'malformed' });
    }
  });

  it('is one that was used before: of many callers at once exactly one is believed', async () => {
    const authenticate = set();
    const text = await token();
    const answers = await Promise.all(Array.from({ length: 20 }, async () => await ask(text, url, authenticate)));
    expect(answers.filter((answer) => 'caller' in answer)).toHaveLength(1);
    expect(answers.filter((answer) => 'refusal' in answer && answer.refusal === 'replayed')).toHaveLength(19);
  });

  it('is every one while the replay store cannot answer', async () => {
    const authenticate = set({ isFirstUse: async () => await Promise.reject(new Error('down')) });
    expect(await ask(await token(), url, authenticate)).toEqual({ refusal: 'unavailable', client: issuer });
  });
});

describe('an Authorization header', () => {
  const short = 'aaa.bbb.c-_';

  it.each([
    [`Bearer ${short}`, short],
    [`bearer ${short}`, short],
    [`Bearer ${'a'.repeat(8188)}.b.c`, `${'a'.repeat(8188)}.b.c`],
    [`Bearer ${'a'.repeat(8189)}.b.c`, undefined],
    [`Bearer ${short} and more`, undefined],
    [`Basic Bearer ${short}`, undefined],
    [`Bearer ${short}.d`, undefined],
    ['Bearer a.b', undefined],
    [short, undefined],
    ['', undefined],
    [undefined, undefined],
  ])('%.30s', (header, text) => {
    expect(bearer(header)).toBe(text);
  });

  it('that is missing is told from one that cannot be read', async () => {
    expect(await set()(undefined, url)).toEqual({ refusal: 'no-token' });
    expect(await ask('a.b.c')).toEqual({ refusal: 'malformed' });
  });
});

describe('the reason of a refusal', () => {
  it.each([
    [new errors.JWTExpired('late', {}), 'expired'],
    [new errors.JWTClaimValidationFailed('no', {}, 'aud'), 'audience'],
    [new errors.JWTClaimValidationFailed('no', {}, 'iat'), 'claims'],
    [new errors.JOSEAlgNotAllowed('no'), 'algorithm'],
    [new errors.JWKSTimeout(), 'unavailable'],
    [new errors.JWKSInvalid(), 'unavailable'],
    [new errors.JWKSNoMatchingKey(), 'signature'],
    [new errors.JWSSignatureVerificationFailed(), 'signature'],
    [new Error('the network is down'), 'unavailable'],
  ])('%s', (error, refusal) => {
    expect(refusalFor(error)).toBe(refusal);
  });
});

describe('keys behind an address', () => {
  const jku = 'https://ehr.example.org/.well-known/jwks.json';
  const fetched: string[] = [];
  const remote = () =>
    set(
      {
        fetch: async (address) => {
          fetched.push(address instanceof Request ? address.url : address.toString());
          return await Promise.resolve(Response.json(jwks));
        },
      },
      { keys: { jku } },
    );

  it('are fetched once from the configured address, whatever address the token names', async () => {
    fetched.length = 0;
    const authenticate = remote();
    expect(
      await ask(await token({ header: { jku: 'https://evil.example.org/keys' } }), url, authenticate),
    ).toHaveProperty('caller');
    expect(await ask(await token(), url, authenticate)).toHaveProperty('caller');
    expect(fetched).toEqual([jku]);
  });

  it('are not fetched again and again for tokens with unknown key ids', async () => {
    fetched.length = 0;
    const authenticate = remote();
    for (let time = 0; time < 20; time += 1)
      await ask(await token({ header: { kid: `none-${String(time)}` } }), url, authenticate);
    expect(fetched.length).toBeLessThanOrEqual(2);
  });

  it('are fetched through the fence, and no redirect is followed', async () => {
    const asked: unknown[] = [];
    const authenticate = set(
      {
        fetch: async (_address, options) => {
          asked.push(options?.redirect, options?.method, options?.signal instanceof AbortSignal);
          return await Promise.resolve(Response.json(jwks));
        },
      },
      { keys: { jku } },
    );
    expect(await ask(await token(), url, authenticate)).toHaveProperty('caller');
    expect(asked).toEqual(['error', 'GET', true]);
  });

  it.each([
    ['an error', () => new Response('{}', { status: 500 })],
    ['a page of a sign-in', () => new Response('<html></html>')],
    ['something else', () => Response.json({ resourceType: 'OperationOutcome' })],
  ])('in place of which comes %s could not be had: the token was called badly signed', async (_what, answer) => {
    const authenticate = set({ fetch: async () => await Promise.resolve(answer()) }, { keys: { jku } });
    expect(await ask(await token(), url, authenticate)).toEqual({ refusal: 'unavailable', client: issuer });
  });

  it('are used for ten minutes while their address is down, since it could say that one was withdrawn, and again when it answers', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now });
    try {
      let up = true;
      const answer = () => (up ? Promise.resolve(Response.json(jwks)) : Promise.reject(new Error('down')));
      const authenticate = set({ fetch: async () => await answer() }, { keys: { jku } });
      const outcome = async () => Object.keys(await ask(await token(), url, authenticate));
      expect(await outcome()).toEqual(['caller']);
      up = false;
      vi.setSystemTime(now.getTime() + 599_000);
      expect(await outcome()).toEqual(['caller']);
      vi.setSystemTime(now.getTime() + 601_000);
      expect(await outcome()).toEqual(['refusal', 'client']);
      up = true;
      expect(await outcome()).toEqual(['caller']);
    } finally {
      vi.useRealTimers();
    }
  });

  it('that cannot be fetched refuse every token', async () => {
    expect(await ask(await token(), url, set({}, { keys: { jku } }))).toEqual({
      refusal: 'unavailable',
      client: issuer,
    });
  });
});
