// Does the scan of bytes find what a slow reading of the same text as a tree finds?

import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { guardJson } from '../../src/fhir/json-guard.ts';
import { defaultLimits } from '../../src/fhir/json-scanned.ts';

/** A JSON text as a tree that keeps how numbers and keys are written. */
type Tree =
  | { readonly text: string }
  | { readonly items: readonly Tree[] }
  | { readonly members: readonly (readonly [key: string, value: Tree])[] };

const outcome = '{"resourceType":"OperationOutcome","issue":[{"severity":"error","code":"structure"}]}';

const numbers = [
  '0',
  '7',
  '-2.5',
  '90e-1',
  '1E3',
  '1e+3',
  '1e308',
  '1e400',
  '-1E400',
  '1e-400',
  '9'.repeat(300),
  '9'.repeat(310),
];
const texts = [
  ...numbers,
  'true',
  'null',
  '"x"',
  '"Bundle"',
  '"Bunxyz"',
  '"xundle"',
  '"Buy"',
  String.raw`"a\"}]{[\\"`,
  '"resourceType"',
];
const keys = [
  'a',
  'b',
  'ab',
  'aab',
  'abb',
  'acb',
  '',
  String.raw`\u0061`,
  String.raw`a\u0062`,
  String.raw`\"`,
  '中',
  'Prototype',
];
const kinds = ['"A"', '"Bundle"', '"Buxdle"', '"Bundles"', '"xuNdle"', '3', '{}'];

const members = (value: fc.Arbitrary<Tree>): fc.Arbitrary<readonly (readonly [string, Tree])[]> =>
  fc.array(fc.tuple(fc.constantFrom(...keys), value), { maxLength: 4 });

const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    fc.constantFrom(...texts).map((text) => ({ text })),
    fc.array(tie('tree'), { maxLength: 4 }).map((items) => ({ items })),
    members(tie('tree')).map((all) => ({ members: all })),
    fc
      .tuple(members(tie('tree')), fc.constantFrom(...kinds), members(tie('tree')))
      .map(([before, kind, after]) => ({ members: [...before, ['resourceType', { text: kind }] as const, ...after] })),
  ),
}));

function written(node: Tree, space: string): string {
  if ('text' in node) return `${space}${node.text}${space}`;
  if ('items' in node) return `${space}[${node.items.map((each) => written(each, space)).join(',')}]`;
  return `{${node.members.map(([key, value]) => `${space}"${key}"${space}:${written(value, space)}`).join(',')}${space}}`;
}

/** What is wrong with a node for those around it: nothing, something in a resource already set apart, or something of its own. */
type Stain = 0 | 1 | 2;

/** The text with what cannot be trusted replaced, and what that means for the node around it. */
function judged(node: Tree): { readonly text: string; readonly stain: Stain } {
  if ('text' in node)
    return { text: node.text, stain: /^[-\d]/.test(node.text) && !Number.isFinite(Number(node.text)) ? 2 : 0 };
  const worst = (all: readonly { readonly stain: Stain }[]): Stain =>
    all.some(({ stain }) => stain === 2) ? 2 : all.some(({ stain }) => stain === 1) ? 1 : 0;
  if ('items' in node) {
    const items = node.items.map((each) => judged(each));
    return { text: `[${items.map(({ text }) => text).join(',')}]`, stain: worst(items) };
  }
  const read = node.members.map(([key]) => String(JSON.parse(`"${key}"`)));
  const own = node.members.map(([, value]) => judged(value));
  const stain = new Set(read).size < read.length ? 2 : worst(own);
  const type = node.members.findLast(([key]) => key === 'resourceType')?.[1];
  const isBundle = node.members.some(
    ([key, value]) => key === 'resourceType' && 'text' in value && /^"Bu.{4}"$/.test(value.text),
  );
  if (type !== undefined && (stain === 2 || (stain === 1 && !isBundle))) return { text: outcome, stain: 1 };
  const text = `{${node.members.map(([key], index) => `"${key}":${own[index]?.text ?? ''}`).join(',')}}`;
  return { text, stain: isBundle ? 0 : stain };
}

it('sets the same resources apart, refuses the same texts and leaves the same ones alone', () => {
  fc.assert(
    fc.property(tree, fc.constantFrom('', ' ', '\n\t '), (node, space) => {
      const text = written(node, space);
      const guarded = guardJson(Buffer.from(text));
      const { text: expected, stain } = judged(node);
      if (stain === 2) expect(guarded).toEqual({ state: 'refused', problem: 'ambiguous' });
      else if (expected.includes('OperationOutcome')) {
        expect(guarded.state).toBe('repaired');
        const bytes = guarded.state === 'repaired' ? guarded.bytes : Buffer.from('');
        expect(JSON.parse(Buffer.from(bytes).toString())).toEqual(JSON.parse(expected));
      } else expect(guarded).toEqual({ state: 'sound' });
    }),
    { numRuns: 600 },
  );
});

it('takes as many levels, keys and resources as it may, and not one more', () => {
  const { depth, keys: most, resources } = defaultLimits;
  const object = (count: number): string =>
    `{${Array.from({ length: count }, (_, index) => `"k${String(index)}":0`).join()}}`;
  const list = (count: number): string => `[${Array.from({ length: count }, () => '{"resourceType":"A"}').join()}]`;
  const nested = (levels: number): string => `${'['.repeat(levels)}${']'.repeat(levels)}`;
  const state = (text: string): string => {
    const guarded = guardJson(Buffer.from(text));
    return guarded.state === 'refused' ? guarded.problem : guarded.state;
  };
  expect([state(nested(depth)), state(nested(depth + 1))]).toEqual(['sound', 'too-deep']);
  expect([state(object(most)), state(object(most + 1))]).toEqual(['sound', 'too-many-keys']);
  expect([state(list(resources)), state(list(resources + 1))]).toEqual(['sound', 'too-many-resources']);
});

it('finds a key that comes twice however many keys of other objects are still open', () => {
  const level = (inner: string): string =>
    `{${Array.from({ length: 200 }, (_, index) => `"k${String(index)}":0`).join()},"in":${inner}}`;
  const nested = level(level(level(level('{"x":1}'))));
  expect(guardJson(Buffer.from(nested))).toEqual({ state: 'sound' });
  expect(guardJson(Buffer.from(nested.replace('"x":1', '"x":1,"x":2')))).toMatchObject({ problem: 'ambiguous' });
  expect(guardJson(Buffer.from(`${nested.slice(0, -1)},"k7":1}`))).toMatchObject({ problem: 'ambiguous' });
});

it.each(['__proto__', 'constructor', 'prototype', String.raw`proto\u0074ype`])('refuses the key %s', (key) => {
  expect(guardJson(Buffer.from(`{"a":[{"${key}":1}]}`))).toEqual({ state: 'refused', problem: 'forbidden-key' });
});

it('tells a forbidden key from one of the same length and ends', () => {
  expect(guardJson(Buffer.from('{"pxxxoxxxe":1,"cxxxxuxxxxr":1,"p-------e":1,"__pxxto__":1}'))).toEqual({
    state: 'sound',
  });
});
