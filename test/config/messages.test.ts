// What does whoever writes a configuration read about a mistake: which setting, what is wrong, and what it should be?

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config/config.ts';
import { configurationFile, keyIn, pseudonymKeyOf } from '../../src/config/files.ts';
import { readSite } from '../../src/config/site.ts';
import { sourceOf } from '../../src/service/client-keys.ts';

const folder = mkdtempSync(join(tmpdir(), 'lupus-messages-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const issuer = 'https://ehr.example.org';
const keys = { jku: `${issuer}/jwks.json` };
const server = { base: 'https://fhir.example.org/r4' };
const client = (of: object): object => ({ clients: { [issuer]: of } });
const pinned = (key: object): object => client({ keys: { jwks: { keys: [key] } } });

describe('a mistake in a configuration', () => {
  it.each<readonly [string, object, string]>([
    ['an address without a scheme', { publicUrl: 'cds.example.org' }, 'must be an address that begins with https://'],
    [
      'an address that was forgotten, and was called a wrong one',
      { publicUrl: undefined },
      'is missing\n  → at publicUrl',
    ],
    ['a warning without its system', client({ keys, harmlessWarnings: ['4119'] }), 'a code with its system'],
    ['a protocol that does not exist', { protocol: 'NCT06222853' }, '"NCT06222853@5to18"|"NCT06222853@from5"'],
    ['no source of keys', client({ keys: {} }), 'exactly one of jwks, jwksFile and jku'],
    ['two sources of keys', client({ keys: { ...keys, jwksFile: 'k' } }), 'exactly one of jwks, jwksFile and jku'],
    ['a source of keys that is misspelt', client({ keys: { jwk: 'k' } }), 'Unrecognized key: "jwk"'],
    ['a pinned key without a name', pinned({ kty: 'EC' }), 'jwks.keys[0].kid'],
    ['a pinned key of half a point', pinned({ kty: 'EC', kid: '1', crv: 'P-384', x: 'AA' }), 'is no key'],
    ['a shared secret as a key', pinned({ kty: 'oct', kid: '1', k: 'AA' }), '"EC"|"RSA"|"OKP"'],
    ['a network of keys without its bits', client({ keys: { ...keys, networks: ['10.0.0.7'] } }), '"10.20.0.7/32"'],
    [
      'a network of a server without its bits',
      client({ keys, fhirServers: [{ ...server, networks: ['10.0.0.7'] }] }),
      '/32',
    ],
    [
      'a server twice',
      client({ keys, fhirServers: [server, { base: 'https://FHIR.example.org/r4/' }] }),
      'the same base',
    ],
    ['an origin with a path', { allowedOrigins: [`${issuer}/`] }, 'without path or slash'],
    ['half of an object', { trial: { contact: 'Dr Li' } }, 'is missing\n  → at trial.recruiting'],
  ])('says of %s what it should be', (_what, more, message) => {
    const file = { publicUrl: 'https://cds.example.org', ...client({ keys }), ...more };
    expect(() => readConfig({}, file)).toThrow(message);
  });
});

describe('a file that cannot be used', () => {
  const configuration = async (path: string): Promise<unknown> => await configurationFile({ CDS_CONFIG: path });

  it.each([
    ['is not there', join(folder, 'none'), 'CDS_CONFIG: ', 'there is no such file or folder (ENOENT)'],
    ['is a folder', folder, 'CDS_CONFIG: ', 'it is a folder (EISDIR)'],
    ['is empty', file('empty', ' \n'), 'CDS_CONFIG: ', 'it is empty'],
    ['has a comma too many', file('comma', '{\n  "port": 1,\n}'), 'CDS_CONFIG: ', 'it is no JSON: see line 3 column 1'],
    [
      'has a key twice, of which only the last would count',
      file('twice', '{"port":1,"port":2}'),
      'CDS_CONFIG: ',
      'twice',
    ],
    ['is in another encoding', file('gbk', Buffer.from('7b2261223a22cad4227d', 'hex')), 'CDS_CONFIG: ', 'not in UTF-8'],
  ])('because it %s is named with its setting and the reason', async (_why, path, setting, reason) => {
    await expect(configuration(path)).rejects.toThrow(`${setting}${path}: `);
    await expect(configuration(path)).rejects.toThrow(reason);
  });

  it('is named with its own setting wherever it stands, and never with what is in it', async () => {
    const secret = file('short', 'hunter2-hunter2');
    const named = [
      [async () => await sourceOf('worklist.access', { jwksFile: secret }), 'worklist.access.keys.jwksFile: '],
      [async () => await pseudonymKeyOf({ pseudonymKeyFile: secret }), 'pseudonymKeyFile: '],
      [async () => await keyIn('--key-file', secret), '--key-file: '],
      [async () => await readSite(secret), 'site: '],
    ] as const;
    for (const [read, setting] of named) {
      await expect(read()).rejects.toThrow(setting);
      await expect(read()).rejects.not.toThrow('hunter2');
    }
  });

  it('because the secret of the example was left in it, is refused', async () => {
    const path = file('example', 'REPLACE-ME-with-the-output-of-openssl-rand-base64-48\n');
    await expect(pseudonymKeyOf({ pseudonymKeyFile: path })).rejects.toThrow('known to everybody');
  });
});
