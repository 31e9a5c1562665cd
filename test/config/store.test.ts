// The part of the configuration that names the store and the key for pseudonyms.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { configurationFile, keyIn, pseudonymKeyOf } from '../../src/config/files.ts';
import { ConfigError, demoConfig, readStoreConfig } from '../../src/config/config.ts';

const folder = mkdtempSync(join(tmpdir(), 'lupus-config-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const key = 'a key of at least thirty-two characters';

describe('the store', () => {
  it.each([
    ['a file below the working folder, if nothing is said', {}, undefined, './data/lupus-trial-cds.sqlite'],
    ['what the file says', {}, { store: 'a.sqlite' }, 'a.sqlite'],
    ['what CDS_STORE says, before the file', { CDS_STORE: 'b.sqlite' }, { store: 'a.sqlite' }, 'b.sqlite'],
    [
      'what DATABASE_URL says, before all',
      { CDS_STORE: 'b', DATABASE_URL: 'postgres://h/d' },
      { store: 'a' },
      'postgres://h/d',
    ],
    ['not an empty DATABASE_URL', { CDS_STORE: 'b', DATABASE_URL: '' }, undefined, 'b'],
  ])('is %s', (_what, environment, content, store) => {
    expect(readStoreConfig(environment, content).store).toBe(store);
  });

  it.each(['mysql://h/d', 'file://store.sqlite', 'sqlite://store'])(
    'is refused where it names a data base of another kind, which would become a file of that name: %s',
    (store) => {
      expect(() => readStoreConfig({ DATABASE_URL: store })).toThrow(ConfigError);
      expect(() => readStoreConfig({ DATABASE_URL: store })).toThrow('neither a file nor a postgres:// URL');
    },
  );

  it('of the demo is in memory', () => {
    expect(demoConfig(0).store).toBe(':memory:');
  });

  it('can be worked on while the rest of the configuration is incomplete, but not with unknown variables', () => {
    expect(readStoreConfig({}, { trial: { recruiting: true } })).toMatchObject({ clients: {} });
    expect(() => readStoreConfig({ CDS_STROE: 'x' })).toThrow(ConfigError);
    expect(() => readStoreConfig({}, [])).toThrow(ConfigError);
  });
});

describe('the key for pseudonyms', () => {
  it('comes from its file, without the white space around it, or from the configuration', async () => {
    expect(await pseudonymKeyOf({ pseudonymKeyFile: file('key', `${key}\n`), pseudonymKey: `other ${key}` })).toBe(key);
    expect(await pseudonymKeyOf({ pseudonymKey: key })).toBe(key);
  });

  it('is asked for where there is none', async () => {
    await expect(pseudonymKeyOf({})).rejects.toThrow(ConfigError);
  });

  it('is refused below 32 characters and where its file is not there, and never repeated', async () => {
    const short = file('short', 'short-secret\n');
    await expect(keyIn('k', short)).rejects.toThrow(ConfigError);
    await expect(keyIn('k', short)).rejects.not.toThrow(/short-secret/);
    await expect(keyIn('k', join(folder, 'none'))).rejects.toThrow(ConfigError);
    expect(() => readStoreConfig({ CDS_PSEUDONYM_KEY: 'short-secret' })).toThrow(/^(?!.*short-secret)/s);
  });
});

describe('the configuration file', () => {
  it('is nothing if no variable names it, and refused if it is not JSON', async () => {
    expect(await configurationFile({})).toBeUndefined();
    expect(await configurationFile({ CDS_CONFIG: file('c.json', '{"port":1}') })).toEqual({ port: 1 });
    expect(await configurationFile({ CDS_CONFIG: file('marked.json', '\u{feff}{"port":1}') })).toEqual({ port: 1 });
    await expect(configurationFile({ CDS_CONFIG: file('bad.json', '{') })).rejects.toThrow(ConfigError);
    await expect(configurationFile({ CDS_CONFIG: join(folder, 'none.json') })).rejects.toThrow(ConfigError);
    await expect(configurationFile({ CDS_CONFIG: join(folder, 'none.json') })).rejects.toThrow('ENOENT');
  });
});
