// How is a field of untrusted JSON read without trusting its shape?

import { expect, test } from 'vitest';
import { asObjects, asText, booleanAt, numberAt, objectAt, textArrayAt } from '../../src/fhir/json.ts';

test.each<[unknown, string | undefined]>([
  ['mg', 'mg'],
  ['a', 'a'],
  [' mg', 'mg'],
  ['mg ', 'mg'],
  ['\u3000mg', 'mg'],
  ['mg\u00a0', 'mg'],
  ['', undefined],
  [' ', undefined],
  [5, undefined],
  [undefined, undefined],
])('%j is the text %j', (value, text) => {
  expect(asText(value)).toBe(text);
});

test.each<[unknown, readonly unknown[]]>([
  [
    [{ a: 1 }, { b: 2 }],
    [{ a: 1 }, { b: 2 }],
  ],
  [[{ a: 1 }, 'x', null, ['y']], [{ a: 1 }]],
  [{ a: 1 }, [{ a: 1 }]],
  ['x', []],
  [null, []],
  [undefined, []],
])('%j holds the objects %j', (value, objects) => {
  expect(asObjects(value)).toEqual(objects);
});

test('a value is of its kind, or none', () => {
  expect([objectAt({ a: {} }, 'a'), objectAt({ a: [] }, 'a'), objectAt({}, 'a')]).toEqual([{}, undefined, undefined]);
  expect([textArrayAt({ a: ['x', 1] }, 'a'), textArrayAt({ a: 'x' }, 'a')]).toEqual([['x'], []]);
  expect([5, '5', Infinity].map((a) => numberAt({ a }, 'a'))).toEqual([5, undefined, undefined]);
  expect([true, false, 'true'].map((a) => booleanAt({ a }, 'a'))).toEqual([true, false, undefined]);
});
