import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { configSchema, readConfig } from '../../src/config/config.ts';

const page = readFileSync(new URL('../../docs/configuration.md', import.meta.url), 'utf8');

type Row = { readonly key: string; readonly fallback: string; readonly example: string };

const rows: readonly Row[] = [...page.matchAll(/^\| `([\w.[\]]+)` +\| .+ \| (.+?) +\| `(.+)` +\|$/gm)].map(
  ([, key = '', fallback = '', example = '']) => ({ key, fallback, example }),
);

type Node = {
  readonly properties?: Readonly<Record<string, Node>>;
  readonly additionalProperties?: Node | boolean;
  readonly items?: Node;
  readonly anyOf?: readonly Node[];
  readonly default?: unknown;
};

/** Every leaf of the schema as the document writes it, with its default. */
function leaves(node: Node, path = ''): readonly (readonly [key: string, fallback: unknown])[] {
  const under = (name: string): string => (path === '' ? name : `${path}.${name}`);
  if (path.endsWith('jwks')) return [[path, undefined]];
  if (node.properties !== undefined)
    return Object.entries(node.properties).flatMap(([name, each]) => leaves(each, under(name)));
  if (typeof node.additionalProperties === 'object')
    return leaves(node.additionalProperties, under(path === 'clients' ? 'ISSUER' : 'TRIAL'));
  if (node.items?.properties !== undefined) return leaves(node.items, `${path}[]`);
  if (node.anyOf?.some(({ properties }) => properties !== undefined) === true)
    return node.anyOf.flatMap((each) => leaves(each, path));
  return [[path, node.default]];
}

const known = new Map(leaves(z.toJSONSchema(configSchema, { io: 'input', unrepresentable: 'any' }) as Node));

const issuer = 'https://ehr.example.org';
const least = {
  publicUrl: 'https://cds.example.org',
  clients: { [issuer]: { keys: { jku: 'https://ehr.example.org/jwks.json' } } },
};

const screeningServer = { base: 'https://fhir.hospital.example.org/r4', clientId: 'c', keyFile: 'k' };

type Json = Record<string, unknown>;

/** What an object must have besides the value in question. */
const neededBeside: Readonly<Record<string, Json>> = {
  systemActions: { signedBy: 'Dr Li', signedOn: '2026-05-01' },
  trial: { recruiting: false },
  access: {
    issuer: 'https://login.example.org',
    audience: 'list',
    keys: { jku: 'https://login.example.org/k' },
    trials: {},
  },
  signIn: {
    clientId: 'page',
    authorizationEndpoint: 'https://login.example.org/authorize',
    tokenEndpoint: 'https://login.example.org/token',
  },
  writeBack: { server: screeningServer.base, kinds: ['Task'] },
  events: { name: 'ehr', secretFile: 'k' },
  digest: { smtpFile: '/run/secrets/smtp', from: 'list@example.org', to: ['office@example.org'] },
};

/** The same of an entry in a list; most lists are of FHIR servers. */
const neededInList: Readonly<Record<string, Json>> = {
  refusalCodes: { system: 's', code: 'c' },
  nextKeys: { keyFile: 'k' },
};
const fhirServer: Json = { base: 'https://fhir.example.org' };

/** The smallest configuration with one more value in its place. */
function withValue(key: string, value: unknown): Json {
  const config = structuredClone(least) as Json;
  const path = key.replace('ISSUER', '\0').replace('[]', '.0').split('.');
  let at = config;
  for (const [index, part] of path.entries()) {
    const name = part === '\0' ? issuer : part;
    if (index === path.length - 1) at[name] = value;
    else {
      const isOneOfThree = part === 'keys' && path.at(-1) !== 'networks';
      at[name] = isOneOfThree ? {} : (at[name] ?? (path[index + 1] === '0' ? [{}] : {}));
      at = at[name] as Json;
      if (name === '0')
        for (const [needed, one] of Object.entries(neededInList[path[index - 1] ?? ''] ?? fhirServer))
          at[needed] ??= one;
      const { base } = screeningServer;
      if (name === 'screening') at['servers'] = [path.at(-1) === 'openAccess' ? { base } : { ...screeningServer }];
      for (const [needed, one] of Object.entries(neededBeside[name] ?? {})) at[needed] ??= one;
    }
  }
  return config;
}

describe('docs/configuration.md', () => {
  it('names every key there is, once, and no other', () => {
    expect(rows.map(({ key }) => key).toSorted()).toEqual([...known.keys()].toSorted());
  });

  it.each(rows.filter(({ fallback }) => fallback.startsWith('`')))('gives the true default of $key', (row) => {
    const [first = '', ...rest] = row.key.split('.');
    const outer = configSchema.shape[first as keyof typeof configSchema.shape];
    const parsed =
      rest.length === 1 && first !== 'clients'
        ? (outer.safeParse(undefined).data as Json | undefined)?.[rest[0] ?? '']
        : undefined;
    expect(parsed ?? known.get(row.key)).toEqual(JSON.parse(row.fallback.slice(1, -1)));
  });

  it.each(rows)('has an example of $key that is accepted', ({ key, example }) => {
    expect(() => readConfig({}, withValue(key, JSON.parse(example.replaceAll('\\|', '|'))))).not.toThrow();
  });

  it('shows a smallest file that is complete', () => {
    const file = /## The smallest useful file\n\n((?: {4}.*\n)+)/.exec(page)?.[1] ?? '';
    expect(readConfig({}, JSON.parse(file))).toMatchObject({ trial: { recruiting: true } });
  });
});
