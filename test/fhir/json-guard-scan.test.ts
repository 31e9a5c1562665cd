// What does one scan of a text, or of a part of it, find: keys, ends, resources and what cannot be trusted?

import { describe, expect, it } from 'vitest';
import { guardJson } from '../../src/fhir/json-guard.ts';
import type { JsonLimits } from '../../src/fhir/json-scanned.ts';
import { jsonScanner } from '../../src/fhir/json-scanner.ts';
import { sameKey } from '../../src/fhir/json-tokens.ts';

const small: JsonLimits = { depth: 4, keys: 4, resources: 4 };

/** What is found in a text, or in its part between two positions. */
function scan(text: string, { limits = small, from = 0, to = text.length } = {}) {
  const bytes = Buffer.from(text);
  const { bad, topKeys, topKeyCount, problem, resources, end, escapedKeys } = jsonScanner(limits)(bytes, from, to);
  return {
    problem,
    resources,
    end,
    escapedKeys,
    bad: bad.map((range) => text.slice(range.from, range.to)),
    keys: Array.from({ length: topKeyCount }, (_, index) =>
      text.slice(topKeys[index * 3 + 1] ?? 0, topKeys[index * 3 + 2] ?? 0),
    ),
  };
}
const nothing = { problem: undefined, bad: [], resources: 0, end: -1, keys: [], escapedKeys: false };
const twice = '{"resourceType":"A","x":1,"x":2}';

describe('a scan finds', () => {
  it.each([
    ['{"a":{"resourceType":"A","b":1},"c":[{"resourceType":"B"}]}', { resources: 2, end: 59, keys: ['a', 'c'] }],
    [' {"a" : 1 , "b":[2]} ', { end: 20, keys: ['a', 'b'] }],
    ['[{"a":1}]', { end: 9 }],
    ['{"a":1', {}],
    ['{"a":{"b":1}', {}],
    [String.raw`{"\u0061":1}`, { end: 12, keys: [String.raw`\u0061`], escapedKeys: true }],
    [String.raw`{"a":"\u0061"}`, { end: 14, keys: ['a'] }],
    [String.raw`{"\u0061":1,"b":2}`, { end: 18, keys: [String.raw`\u0061`, 'b'], escapedKeys: true }],
    ['{"a\tb":1}', { end: 9, keys: ['a\tb'] }],
    ['"resourceType"', {}],
    ['["resourceType"]', { end: 16 }],
    ['["a","resourceType"]', { end: 20 }],
    [']{"resourceType":"A"}', {}],
  ])('in %s: %j', (text, found) => {
    expect(scan(text)).toEqual({ ...nothing, ...found });
  });

  it('the end and the number of keys of the first of two texts', () => {
    const { end, keys } = scan('{"a":1}{"b":2,"c":3}');
    expect([end, keys.length]).toEqual([7, 1]);
  });

  it('nothing to read in what ends before it begins, and keeps what was wrong before', () => {
    expect(scan('{"a":1}]')).toMatchObject({ end: -1, bad: [], problem: undefined });
    expect(scan('{"__proto__":1}]')).toMatchObject({ end: -1, bad: [], problem: 'forbidden-key' });
    expect(scan(`[${twice}]]`)).toMatchObject({ end: -1, bad: [] });
  });

  it('nothing of what stands before or after the part that is asked for', () => {
    const text = '}{"a":1}}';
    expect(scan(text, { from: 1, to: 8 })).toEqual({ ...nothing, end: 8, keys: ['a'] });
    expect(scan('1e309', { to: 4 })).toEqual(nothing);
    expect(scan('1e309')).toMatchObject({ problem: 'ambiguous' });
  });
});

describe('at the last level that is allowed', () => {
  it('a resource that cannot be trusted is found where it stands', () => {
    expect(scan(`[[[${twice}]]]`)).toEqual({ ...nothing, bad: [twice], resources: 1, end: 38 });
  });

  it('a key is told apart from those of the objects around it', () => {
    const nested = '{"a":{"b":{"c":{"resourceType":"A","a":1}}}}';
    expect(scan(nested)).toEqual({ ...nothing, resources: 1, end: nested.length, keys: ['a'] });
  });

  it('a further level refuses the text, and the levels around it still end where they end', () => {
    const text = '[[[]],{"resourceType":"A"}]';
    expect(scan(text, { limits: { ...small, depth: 2 } })).toEqual({
      ...nothing,
      problem: 'too-deep',
      resources: 1,
      end: text.length,
    });
  });
});

describe('what cannot be trusted', () => {
  const within = (type: string): string => `{"resourceType":"${type}","entry":[${twice}]}`;

  it.each([
    ['Bundle', twice],
    ['Binary', within('Binary')],
    ['Bxndle', within('Bxndle')],
    ['Basic', within('Basic')],
  ])('inside a %s takes with it %s', (type, bad) => {
    expect(scan(within(type)).bad).toEqual([bad]);
  });

  it('inside a Bundle leaves what is around the Bundle alone', () => {
    const around = `{"resourceType":"Parameters","resource":${within('Bundle')}}`;
    expect(scan(around)).toMatchObject({ problem: undefined, bad: [twice] });
  });

  it.each([
    ['{"a":1e+400}', 'ambiguous'],
    ['{"a":-1e400}', 'ambiguous'],
    ['{"a":0.0001e310}', undefined],
    ['{"a":0.01e311}', 'ambiguous'],
    [`{"a":1e-${'9'.repeat(400)}}`, undefined],
    [`{"a":${'9'.repeat(308)}}`, undefined],
    [`{"a":${'9'.repeat(309)}}`, 'ambiguous'],
  ])('as a number is one beyond any double: %.20s', (text, problem) => {
    expect(scan(text).problem).toBe(problem);
  });

  it('is a key that comes twice, also where the room for keys has just ended', () => {
    const limits = { ...small, keys: 2000 };
    const object = (count: number, last: number): string =>
      `{${[...Array(count).keys(), last].map((index) => `"k${String(index)}":0`).join()}}`;
    for (const count of [510, 511, 512, 513, 514, 1024, 1025]) {
      expect(scan(object(count, count - 1), { limits }).problem).toBe('ambiguous');
      expect(scan(object(count, count), { limits }).problem).toBeUndefined();
    }
  });

  it('is no key with an escape that does not exist: that text is broken', () => {
    const text = String.raw`{"\x":1,"\y":2}`;
    expect(guardJson(Buffer.from(text))).toEqual({ state: 'sound' });
    expect(() => JSON.parse(text)).toThrow(SyntaxError);
  });
});

it.each([
  ['', '', true],
  ['a', 'a', true],
  ['', 'a', false],
  ['a', '', false],
  ['a', 'b', false],
  ['a', 'ab', false],
  ['ab', 'a', false],
  ['abc', 'abd', false],
  ['中', '中', true],
  [String.raw`\u0061`, 'a', true],
  ['a', String.raw`\u0061`, true],
  [String.raw`\u0061`, 'b', false],
  ['b', String.raw`\u0061`, false],
  [String.raw`\u0061`, String.raw`\u0062`, false],
])('whether "%s" and "%s" are the same key: %s', (a, b, same) => {
  const bytes = Buffer.from(`"${a}","${b}"`);
  const [endA, startB] = [1 + Buffer.byteLength(a), 4 + Buffer.byteLength(a)];
  expect(sameKey(bytes, 1, endA, startB, startB + Buffer.byteLength(b))).toBe(same);
});
