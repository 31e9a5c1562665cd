import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importJWK, SignJWT, createLocalJWKSet, jwtVerify, type JSONWebKeySet } from 'jose';
import request from 'supertest';
import { afterAll, describe, expect, it } from 'vitest';
import { demoConfig, readConfig } from '../../src/config/config.ts';
import { keysPath, publishedKeys } from '../../src/service/published-keys.ts';
import { appUnderTest } from '../app-under-test.ts';

const folder = mkdtempSync(join(tmpdir(), 'lupus-published-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const [first, second] = [0, 1].map(() => generateKeyPairSync('ec', { namedCurve: 'P-384' }).privateKey) as [
  KeyObject,
  KeyObject,
];
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;

const file = (name: string, content: string): string => {
  writeFileSync(join(folder, name), content, { mode: 0o600 });
  return join(folder, name);
};
const pem = (name: string, key: KeyObject): string => file(name, String(key.export({ type: 'pkcs8', format: 'pem' })));
const firstFile = pem('first.pem', first);
const secondFile = pem('second.pem', second);
const rsaFile = file('rsa.jwk', JSON.stringify({ ...rsa.export({ format: 'jwk' }), kid: 'our-rsa' }));

type Key = { readonly keyFile: string; readonly keyId?: string };

/** The service with a server for each key, and keys to come. */
async function served(inUse: readonly Key[], nextKeys: readonly Key[] = []) {
  const servers = inUse.map((key, index) => ({
    base: `https://fhir${String(index)}.example.org`,
    clientId: 'c',
    ...key,
  }));
  const { screening } = readConfig(
    {},
    {
      publicUrl: 'https://cds.example.org',
      clients: { '*': { unauthenticated: true } },
      screening: { servers, nextKeys },
    },
  );
  const published = await publishedKeys(screening);
  return {
    ...published,
    ask: () => request(appUnderTest({}, { publishedKeys: published }).app).get(keysPath),
  };
}

const kidsIn = (body: unknown): readonly unknown[] => (body as { keys: { kid: unknown }[] }).keys.map(({ kid }) => kid);

describe('the published key set', () => {
  it('lets anybody check what the service signs, and may be kept for ten minutes', async () => {
    const { ask } = await served([{ keyFile: firstFile, keyId: 'one' }]);
    const { body, headers } = await ask().expect(200);
    const assertion = await new SignJWT({ iss: 'c' }).setProtectedHeader({ alg: 'ES384', kid: 'one' }).sign(first);
    const { payload } = await jwtVerify(assertion, createLocalJWKSet(body as JSONWebKeySet));
    expect(payload.iss).toBe('c');
    expect(headers['content-type']).toMatch(/^application\/json\b/);
    expect(headers['cache-control']).toBe('public, max-age=600');
  });

  it('holds the public half of every key and nothing of a private one', async () => {
    const { ask, problems } = await served([{ keyFile: firstFile }, { keyFile: rsaFile }], [{ keyFile: secondFile }]);
    const { body, text } = await ask().expect(200);
    expect(problems).toEqual([]);
    expect(kidsIn(body)).toHaveLength(3);
    for (const each of (body as JSONWebKeySet).keys) {
      const key = await importJWK(each, each.alg);
      expect(key).toMatchObject({ type: 'public' });
      expect(Object.keys(each).filter((member) => /^(?:d|p|q|dp|dq|qi|oth|k)$/.test(member))).toEqual([]);
    }
    for (const { d = '' } of [first, second, rsa].map((key) => key.export({ format: 'jwk' }))) {
      expect(d.length).toBeGreaterThan(40);
      expect(text).not.toContain(d);
    }
  });

  it('holds the key in use and the one that will take its place, under the names under which they sign', async () => {
    const before = await served([{ keyFile: firstFile, keyId: '2026' }], [{ keyFile: secondFile, keyId: '2027' }]);
    expect(kidsIn((await before.ask()).body)).toEqual(['2026', '2027']);
    const after = await served([{ keyFile: secondFile, keyId: '2027' }], [{ keyFile: firstFile, keyId: '2026' }]);
    expect(kidsIn((await after.ask()).body)).toEqual(['2027', '2026']);
  });

  it('holds a key once, however many servers are asked with it', async () => {
    const { ask, problems } = await served([
      { keyFile: firstFile, keyId: 'one' },
      { keyFile: firstFile, keyId: 'one' },
    ]);
    expect(kidsIn((await ask()).body)).toEqual(['one']);
    expect(problems).toEqual([]);
  });

  it('says which name two different keys have', async () => {
    const { problems } = await served([
      { keyFile: firstFile, keyId: 'one' },
      { keyFile: secondFile, keyId: 'one' },
    ]);
    expect(problems).toEqual([expect.stringContaining('two different keys are named one')]);
  });

  it('leaves out a key that cannot be read, and names its file', async () => {
    const none = join(folder, 'none.pem');
    const { ask, problems } = await served([{ keyFile: firstFile, keyId: 'one' }, { keyFile: none }]);
    expect(kidsIn((await ask()).body)).toEqual(['one']);
    expect(problems).toEqual([
      `the public half of ${none} is not published: the key file cannot be read: there is no such file or folder (ENOENT)`,
    ]);
  });

  it.each([
    ['without a key of its own, such as the demo', async () => await publishedKeys(demoConfig(0).screening)],
    ['whose only key cannot be read', async () => await served([{ keyFile: join(folder, 'none.pem') }])],
  ])('is not there in a service %s', async (_name, published) => {
    const { app } = appUnderTest({}, { publishedKeys: await published() });
    const { body, headers } = await request(app).get(keysPath).expect(404);
    expect(body).toMatchObject({ resourceType: 'OperationOutcome', issue: [{ diagnostics: 'no-keys' }] });
    expect(headers['cache-control']).toBeUndefined();
  });
});
