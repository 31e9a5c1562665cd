// Can a long text from outside keep any pattern of the program busy for ever? A pattern that backtracks without end does not finish.

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const root = new URL('../../src/', import.meta.url);
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(?:ts|mjs)$/.test(name));

/** A regular expression literal: after an operator, a bracket or a comma, and before what can follow a value. */
const literal =
  /(?<=[=(,:?&|![{}>]\s*|return )\/((?![*/])(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)\/([dgimsuvy]*)(?=[\s.,;)\]}:])/g;

const patterns = files.flatMap((file) =>
  [...readFileSync(new URL(file, root), 'utf8').matchAll(literal)].flatMap(([, source = '', flags = '']) => {
    try {
      return [{ file, source, pattern: new RegExp(source, flags.replaceAll(/[gy]/g, '')) }];
    } catch {
      return [];
    }
  }),
);

/** Long enough that work with the third power of the length outlasts the test; with the square it is done in seconds. */
const length = 6_000;

/** Files that cut what they look at: no more than this many letters ever meet their patterns. */
const cutTo: ReadonlyMap<string, number> = new Map([['terminology/polarity.ts', 80]]);

/** Each ends in a letter that nothing expects, so that every way to match is tried. */
const units = [
  'a',
  '0',
  ' ',
  '.',
  '-',
  ',',
  '/',
  '(',
  '[',
  '<',
  '=',
  'a ',
  '0 ',
  '0.',
  '1-',
  'a,',
  '10 mg ',
  '2026-01-01 ',
  '狼',
  '每日',
];
const attacks = units.flatMap((unit) => ['\u0007', '!', 'x'].map((end) => unit.repeat(length / unit.length) + end));

it('finds the patterns of the program', () => {
  expect(patterns.length).toBeGreaterThan(150);
});

describe.each([...Map.groupBy(patterns, ({ file }) => file)])('%s', (file, own) => {
  it('has patterns that come to an end on long texts made against them', () => {
    const texts = attacks.map((attack) => attack.slice(-(cutTo.get(file) ?? length)));
    for (const { pattern } of own) for (const text of texts) expect(typeof pattern.test(text)).toBe('boolean');
  });
});
