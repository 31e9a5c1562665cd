// How is JSON changed so that it stays close to what a reader expects, and JSON text so that it does not?

import * as fc from 'fast-check';

/** Where: one number per level, each choosing a child; what is done there, and with which value or other place. */
export type Mutation = {
  readonly place: readonly number[];
  readonly kind: (typeof kinds)[number];
  readonly value: unknown;
  readonly from: readonly number[];
};

const kinds = ['replace', 'remove', 'repeat', 'wrap', 'unwrap', 'rename', 'graft', 'add', 'scale', 'garble'] as const;

type Members = Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Members | readonly unknown[] => typeof value === 'object' && value !== null;
const isObject = (value: unknown): value is Members => isNode(value) && !Array.isArray(value);

/** Values that readers of FHIR stumble over. */
const odd = [
  null,
  '',
  ' ',
  0,
  -0,
  -1,
  1e-300,
  1e300,
  0.1 + 0.2,
  true,
  [],
  {},
  [[]],
  [null],
  [{}],
  { resourceType: 'Bundle', entry: [] },
  { resourceType: 'Patient', id: 'q' },
  { resourceType: 'OperationOutcome', issue: [{ severity: 'fatal' }] },
  { reference: 'Patient/q' },
  { reference: '#' },
  { value: '5', unit: 'mg' },
  { coding: [{}] },
  'unknown',
  '2026',
  '2026-02-30',
  '0000-00-00',
  '9999-12-31T23:59:60+14:00',
  '2026-06-01T00:00:00',
  'Patient/q',
  '../../admin?x=',
  'http://127.0.0.1:9/',
  'constructor',
  'NaN',
  '<img src=x onerror=alert(1)>',
  '[x](javascript:alert(1))',
  '| a | b |\n|---|---|',
  '\u202Egnp.exe',
  '\uD800',
  '红斑狼疮',
  'x'.repeat(3_000),
] as const;

const keys =
  'id resourceType status code coding system value unit subject reference dosageInstruction entry resource link contained extension effectiveDateTime period start end'.split(
    ' ',
  );

/** Mostly deep: a change near the root leaves little to read. */
const path = fc.oneof(
  { weight: 1, arbitrary: fc.array(fc.nat(999), { maxLength: 4 }) },
  { weight: 6, arbitrary: fc.array(fc.nat(999), { minLength: 5, maxLength: 14 }) },
);

/** One change of a tree. */
export const mutation: fc.Arbitrary<Mutation> = fc.record({
  place: path,
  kind: fc.constantFrom(...kinds),
  value: fc.oneof({ arbitrary: fc.constantFrom<unknown>(...odd), weight: 4 }, fc.jsonValue({ maxDepth: 3 })),
  from: path,
});

/** The tree with the changes made one after the other; what was given stays as it is. */
export const mutated = (tree: unknown, mutations: readonly Mutation[]): unknown =>
  mutations.reduce<unknown>((now, each) => changed(now, each.place, each, now), tree);

function changed(node: unknown, [choice, ...rest]: readonly number[], mutation: Mutation, tree: unknown): unknown {
  if (choice === undefined || !isNode(node) || Object.keys(node).length === 0) return done(node, mutation, tree);
  const names = Object.keys(node);
  const at = choice % names.length;
  const name = names[at] ?? '';
  const child: unknown = Object.values(node)[at];
  const isHere = rest.length === 0 || !isNode(child);
  if (isObject(node)) {
    const members = Object.entries(node);
    if (isHere && mutation.kind === 'remove') return Object.fromEntries(members.filter(([key]) => key !== name));
    if (isHere && mutation.kind === 'rename') {
      const to = keys[choice % keys.length] ?? name;
      return Object.fromEntries(members.map(([key, value]) => [key === name ? to : key, value]));
    }
    return { ...node, [name]: changed(child, rest, mutation, tree) };
  }
  if (isHere && mutation.kind === 'remove') return node.filter((_each, index) => index !== at);
  return node.map((each, index) => (index === at ? changed(child, rest, mutation, tree) : each));
}

function done(node: unknown, { kind, value, from }: Mutation, tree: unknown): unknown {
  if (kind === 'wrap') return [node];
  if (kind === 'unwrap') return Array.isArray(node) ? node[0] : isNode(node) ? Object.values(node)[0] : node;
  if (kind === 'repeat') return Array.isArray(node) ? [...node, ...node] : [node, node];
  if (kind === 'graft') return valueAt(tree, from);
  if (kind === 'add') return isObject(node) ? { ...node, extension: value } : value;
  if (kind === 'scale' && typeof node === 'number') return node * (typeof value === 'number' ? value : -1000);
  if (kind === 'garble' && typeof node === 'string')
    return node.slice(0, (from[0] ?? 0) % (node.length + 1)) + (isNode(value) ? JSON.stringify(value) : String(value));
  return value;
}

function valueAt(node: unknown, [choice, ...rest]: readonly number[]): unknown {
  if (choice === undefined || !isNode(node)) return node;
  const values = Object.values(node);
  return values.length === 0 ? node : valueAt(values[choice % values.length], rest);
}

/** One change of a text: it may be no JSON any more. */
export type Cut = { readonly at: number; readonly kind: (typeof cuts)[number]; readonly length: number };

const cuts = ['truncate', 'delete', 'repeat', 'flip', 'proto', 'twice', 'deep', 'huge', 'control'] as const;

export const cut: fc.Arbitrary<Cut> = fc.record({
  at: fc.nat(1_000_000),
  kind: fc.constantFrom(...cuts),
  length: fc.integer({ min: 1, max: 200 }),
});

const inserted: Readonly<Partial<Record<Cut['kind'], string>>> = {
  proto: '"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},',
  twice: '"status":"final","status":"entered-in-error",',
  deep: '['.repeat(200),
  huge: '1e999',
  control: '\u0000\u000B',
};

/** The bytes with the change made. Insertions of keys go where an object opens, so that many stay valid JSON. */
export function cutBytes(bytes: Buffer, { at, kind, length }: Cut): Buffer {
  const place = bytes.length === 0 ? 0 : at % bytes.length;
  if (kind === 'truncate') return bytes.subarray(0, place);
  if (kind === 'delete') return Buffer.concat([bytes.subarray(0, place), bytes.subarray(place + length)]);
  if (kind === 'repeat') return Buffer.concat([bytes.subarray(0, place + length), bytes.subarray(place)]);
  if (kind === 'flip') {
    const copy = Buffer.from(bytes);
    if (copy.length > 0) copy[place] = (copy[place] ?? 0) ^ (1 << (length % 8));
    return copy;
  }
  const open = kind === 'proto' || kind === 'twice' ? bytes.indexOf('{', place) + 1 : place;
  return Buffer.concat([bytes.subarray(0, open), Buffer.from(inserted[kind] ?? ''), bytes.subarray(open)]);
}
