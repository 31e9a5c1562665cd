import { expect, it } from 'vitest';
import { eachOnce } from '../../src/logic/each-once.ts';

it('keeps each value that says the same once, where the first of them stands', () => {
  expect(eachOnce([{ a: 1 }, { a: 2 }, { a: 1 }, { a: 3 }])).toEqual([{ a: 1 }, { a: 2 }, { a: 3 }]);
});

it('keeps one of two that say the same', () => {
  expect(eachOnce([{ a: 1 }, { a: 1 }])).toEqual([{ a: 1 }]);
});

it('gives back none and one as they are', () => {
  const one = [{ a: 1 }];
  expect(eachOnce([])).toEqual([]);
  expect(eachOnce(one)).toBe(one);
});

it('tells values apart that differ only in what they lack', () => {
  expect(eachOnce<{ a: number; b?: number }>([{ a: 1 }, { a: 1, b: 2 }])).toHaveLength(2);
});
