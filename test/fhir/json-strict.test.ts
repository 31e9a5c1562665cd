// Which texts are surely JSON to the letter, told by the same scan that looks for what is unsafe?

import { describe, expect, it } from 'vitest';
import { defaultLimits } from '../../src/fhir/json-scanned.ts';
import { jsonScanner } from '../../src/fhir/json-scanner.ts';
import { isNumber, numberEnd, overflows, plainEnd, stringEnd, textEnd, wordEnd } from '../../src/fhir/json-tokens.ts';

const scan = (text: string | Buffer) => {
  const bytes = Buffer.from(text);
  return jsonScanner(defaultLimits)(bytes, 0, bytes.length);
};
const isSurelyJson = (text: string): boolean => scan(text).isJson;

const parses = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

/** Values inside a list, so that numbers and words stand somewhere. */
const allowed = [
  '{}',
  '[]',
  '{"a":1}',
  ' {\t"a" :\r\n1 } ',
  '{"a b":1}',
  '{"a:" :1}',
  '[1,2]',
  '[[],{}]',
  '[true]',
  '[null,false]',
  '{"a":{"b":[{"c":null}]},"d":[]}',
  ...['0', '-0', '7', '-7', '10', '1.5', '-0.25', '1e3', '1E+3', '1.5e-3', '-12.75E10'].map((each) => `[${each}]`),
  ...['true', 'false', 'null'].map((each) => `{"a":${each}}`),
  ...[
    '""',
    '"a b"',
    '"狼疮"',
    String.raw`"\"\\\/\b\f\n\r\t"`,
    String.raw`"\u00e9\uD83D\uABCDx"`,
    String.raw`"\uFAaf"`,
  ].map((each) => `[${each}]`),
];

const forbidden = [
  '',
  ' ',
  '1',
  '"a"',
  'true',
  '{',
  '[',
  '{"a":1',
  '[1',
  '}',
  ']',
  '{]',
  '[}',
  '[1}',
  '{"a":1]',
  '{"a":1}{}',
  '{}1',
  '{},',
  '{},{}',
  '[],1',
  '[] []',
  ',[]',
  '{"a":1}}',
  ':[]',
  '[]:',
  '{"a"}',
  '{"a":}',
  '{"a" 1}',
  '{"a"::1}',
  '{:1}',
  '{"a":1,}',
  '{,"a":1}',
  '{"a":1,,"b":2}',
  '{"a":1 "b":2}',
  '{"a":1:2}',
  '{1:2}',
  '{true:1}',
  '{a:1}',
  '{"a":[1:2]}',
  '{"a" "b"}',
  '{"a":"b" "c":1}',
  '{"a":{} "b":1}',
  '{"a":[]"b":1}',
  '{[]:1}',
  '{{}:1}',
  '[,]',
  '[1,]',
  '[,1]',
  '[1,,2]',
  '[1 2]',
  '["a" "b"]',
  '[{} {}]',
  '[[] []]',
  '["a":1]',
  '[true false]',
  '[1true]',
  ...['01', '-', '--1', '+1', '1.', '.5', '1.e3', '1e', '1e+', '1-2', '1.2.3', '1e3e4', '-01', '00', '1e1.5', '-a'].map(
    (each) => `[${each}]`,
  ),
  ...['tru', 'True', 'nul', 'nulll', 'truefalse', 'undefined', 'NaN', 'fals e', 't', 'f', 'n'].map(
    (each) => `[${each}]`,
  ),
  ...[
    String.raw`"\x"`,
    String.raw`"\u12"`,
    String.raw`"\u12g4"`,
    String.raw`"\u123g"`,
    String.raw`"\u00/0"`,
    String.raw`"\u00:0"`,
  ].map((each) => `[${each}]`),
  ...[String.raw`"\u@000"`, String.raw`"\uG000"`, '"\\u`000"', String.raw`"\U0041"`, "'a'", '"a', '"a\nb"', '"\t"'].map(
    (each) => `[${each}]`,
  ),
  '{"a\nb":1}',
  '{"a',
  '[1]\u0000',
  '\uFEFF[1]',
  '[1]\u00A0',
  '[\u000B1]',
  '[1]//',
  '/*x*/[1]',
  '[1]\u000C',
];

describe('a text is surely JSON', () => {
  it.each(allowed)('%s', (text) => {
    expect([isSurelyJson(text), parses(text)]).toEqual([true, true]);
  });

  it('in its part between two positions', () => {
    const bytes = Buffer.from('}{"a":1}"');
    const of = (from: number, to: number) => jsonScanner(defaultLimits)(bytes, from, to).isJson;
    expect([of(1, 8), of(0, 8), of(1, 9), of(1, 7)]).toEqual([true, false, false, false]);
  });

  it('again after a text that was none', () => {
    const scanner = jsonScanner(defaultLimits);
    const of = (text: string) => scanner(Buffer.from(text), 0, text.length).isJson;
    expect([of('{"a":1'), of('{"a":1}'), of('}'), of('[1]')]).toEqual([false, true, false, true]);
  });
});

describe('a text is not surely JSON', () => {
  it.each(forbidden)('%j', (text) => {
    expect(isSurelyJson(text)).toBe(false);
  });

  it.each([String.raw`{"\u0061":1}`, String.raw`{"a\"":1}`])('%s, since a key has an escape', (text) => {
    expect([isSurelyJson(text), parses(text)]).toEqual([false, true]);
  });
});

describe('a part of it may be modified', () => {
  it.each([
    ['{"modifierExtension":[]}', true],
    ['{"a":[{"b":{"modifierExtension":[{"url":"u"}]}}]}', true],
    ['{"a":"modifierExtension"}', false],
    ['{"extension":[{"url":"u"}]}', false],
    ['{}', false],
  ])('%s: %s', (text, modified) => {
    expect(scan(text).mayBeModified).toBe(modified);
  });
});

describe('a string that begins here', () => {
  const ends = (text: string, size = text.length) => {
    const bytes = Buffer.from(text);
    return [stringEnd(bytes, 1, size), textEnd(bytes, 1, size)];
  };

  it.each([
    ['""', 1],
    ['"a"', 2],
    ['"a b",""', 4],
    [String.raw`"\\"`, 3],
    [String.raw`"\"",`, 3],
    [String.raw`"\"a",`, 4],
    [String.raw`"a\\",""`, 4],
  ])('%s ends at %s', (text, end) => {
    expect(ends(text)).toEqual([end, end]);
  });

  it('ends not before the end of the text where no quote ends it, whatever stands after that', () => {
    expect(ends('"ab"', 3)).toEqual([3, -3]);
    expect(ends(String.raw`"a\"`, 3)).toEqual([4, -4]);
  });

  it('ends at its quote where JSON forbids something in it', () => {
    expect(ends('"a\nb"')).toEqual([4, -4]);
    expect(ends(String.raw`"\x"`)).toEqual([3, -3]);
  });
});

describe('in the part that is asked for', () => {
  it('letters that stand for themselves end before the first that does not, wherever that is', () => {
    const letters = 'abcdefghijklm狼疮';
    for (const special of ['"', '\\', '\n', '\u001f', '\u0000'])
      for (let place = 0; place <= letters.length; place += 1) {
        const bytes = Buffer.from(`${letters.slice(0, place)}${special}${letters.slice(place)}`);
        const first = bytes.indexOf(special);
        for (let from = 0; from <= first; from += 1)
          for (let size = from; size <= bytes.length; size += 1)
            expect(plainEnd(bytes, from, size)).toBe(Math.min(first, size));
      }
  });

  it('a word ends where it ends, and only if all of it is there', () => {
    const bytes = Buffer.from('[true]');
    expect([5, 6, 4].map((size) => wordEnd(bytes, 1, size))).toEqual([5, 5, 1]);
  });

  it('a number is one up to the end, whatever stands after that', () => {
    const bytes = Buffer.from('-12.5e7');
    const isOne = [1, 2, 3, 4, 5, 6, 7].map((to) => isNumber(bytes, 0, to));
    expect(isOne).toEqual([false, true, true, false, true, false, true]);
    expect([3, 7, 9].map((size) => numberEnd(bytes, 0, size))).toEqual([3, 7, 7]);
  });

  it('a number is beyond any double only with all of its digits', () => {
    const bytes = Buffer.from('1e309');
    expect([5, 4].map((to) => overflows(bytes, 0, to))).toEqual([true, false]);
  });
});
