import { describe, expect, it } from 'vitest';
import { ConfigError, demoConfig, demoPort, isConfigured, readConfig } from '../../src/config/config.ts';

const least = { CDS_PUBLIC_URL: 'https://cds.example.org/', CDS_CLIENTS: '{"*":{"unauthenticated":true}}' };

const keys = { jku: 'https://ehr.example.org/jwks.json' };
const only = (client: object, issuer = 'https://ehr.example.org') => ({ clients: { [issuer]: client } });

describe('a configuration', () => {
  it('needs only the public address and somebody who may call; everything else has a default', () => {
    expect(readConfig(least)).toMatchObject({
      mode: 'production',
      port: 8080,
      publicUrl: 'https://cds.example.org',
      clients: { '*': { unauthenticated: true, silent: false, cards: { shape: 'any' } } },
      trial: { recruiting: false },
      cards: { nearMisses: false },
      limits: { requestBytes: 10_000_000 },
    });
  });

  it('takes variables before the file', () => {
    const file = { publicUrl: 'https://file.example.org', port: 1, trial: { recruiting: true, contact: 'Dr Li' } };
    expect(
      readConfig({ PORT: '9000', CDS_CARDS: '{"nearMisses":true}', CDS_CLIENTS: least.CDS_CLIENTS }, file),
    ).toMatchObject({
      port: 9000,
      publicUrl: 'https://file.example.org',
      trial: { recruiting: true, contact: 'Dr Li' },
      cards: { nearMisses: true },
    });
  });

  it.each([
    ['nothing at all', {}, undefined],
    ['an unknown variable', { ...least, CDS_PUBLICURL: 'x' }, undefined],
    ['an unknown key in the file', least, { nearMiss: true }],
    ['an unknown key deep in the file', least, { cards: { nearMiss: true } }],
    ['a port that is none', { ...least, PORT: '99999' }, undefined],
    ['an address that is none', { CDS_PUBLIC_URL: 'cds.example.org' }, undefined],
    ['an address with a password', { CDS_PUBLIC_URL: 'https://u:p@cds.example.org' }, undefined],
    [
      'a network that is none',
      { CDS_PUBLIC_URL: least.CDS_PUBLIC_URL },
      only({ keys, fhirServers: [{ base: 'https://e.org', networks: ['10.0.0.0'] }] }),
    ],
    ['a time zone that does not exist', { ...least, CDS_TIME_ZONE: 'Mars/Base' }, undefined],
    ['a file that holds a list', least, []],
  ])('is refused with %s', (_name, environment, file) => {
    expect(() => readConfig(environment, file)).toThrow(ConfigError);
  });

  it('is asked for as soon as anything is configured or production is said', () => {
    expect(isConfigured({ PORT: '80', HOME: '/x' })).toBe(false);
    expect(isConfigured({ NODE_ENV: 'production' })).toBe(true);
    expect(isConfigured(least)).toBe(true);
  });
});

describe('the demo', () => {
  it('listens on loopback and shows near misses', () => {
    expect(demoConfig(8080)).toMatchObject({
      mode: 'demo',
      host: '127.0.0.1',
      clients: {},
      cards: { nearMisses: true },
    });
  });

  it('takes its port from PORT', () => {
    expect([demoPort({}), demoPort({ PORT: '0' }), demoPort({ PORT: '9001' })]).toEqual([8080, 0, 9001]);
    expect(() => demoPort({ PORT: 'x' })).toThrow(ConfigError);
  });
});
