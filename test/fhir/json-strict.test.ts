// Which texts are surely JSON to the letter, told by the same scan that looks for what is unsafe?

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultLimits, jsonScanner } from '../../src/fhir/json-scanner.ts';

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
  '[1,2]',
  '[[],{}]',
  '{"a":{"b":[{"c":null}]},"d":[]}',
  ...['0', '-0', '7', '-7', '10', '1.5', '-0.25', '1e3', '1E+3', '1.5e-3', '-12.75E10'].map((each) => `[${each}]`),
  ...['true', 'false', 'null'].map((each) => `{"a":${each}}`),
  ...['""', '"a b"', '"狼疮"', String.raw`"\"\\\/\b\f\n\r\t"`, String.raw`"\u00e9\uD83D\uABCDx"`].map(
    (each) => `[${each}]`,
  ),
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
  ...[String.raw`"\x"`, String.raw`"\u12"`, String.raw`"\u12g4"`, String.raw`"\u00/0"`, String.raw`"\u00:0"`].map(
    (each) => `[${each}]`,
  ),
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

const runs = { numRuns: Number(process.env['LAW_RUNS'] ?? 2_000) };

it('what JSON.stringify writes is surely JSON, unless a key needs an escape', () => {
  const container = fc.oneof(
    fc.dictionary(fc.stringMatching(/^[a-zé中]{0,8}$/), fc.jsonValue()),
    fc.array(fc.jsonValue()),
  );
  fc.assert(
    fc.property(container, fc.constantFrom(undefined, 1, '\t'), (value, space) => {
      const text = JSON.stringify(value, null, space);
      const scanned = scan(text);
      expect(scanned.isJson || scanned.escapedKeys || scanned.problem !== undefined).toBe(true);
    }),
    runs,
  );
});

it('what is surely JSON can be parsed, whatever was changed in it', () => {
  const piece = fc.constantFrom(
    ...'{}[]:,"\\ \t0123456789.-+eEtrufalsn/b中'.split(''),
    '\u0000',
    'true',
    'null',
    '"a":',
  );
  const change = fc.record({ at: fc.nat(400), drop: fc.nat(3), put: fc.array(piece, { maxLength: 3 }) });
  const seeds = fc.constantFrom(
    '{"resourceType":"Observation","id":"o","code":{"coding":[{"code":"1-8","display":"x \\"y\\" \\u00e9"}]},"valueQuantity":{"value":-1.25e3}}',
    '[{"a":[1,2.5,{"b":null}]},true,false,"",[],{}]',
    '{"a":{"b":{"c":[[],[0]]}},"d":-0.5}',
  );
  fc.assert(
    fc.property(seeds, fc.array(change, { minLength: 1, maxLength: 3 }), (seed, changes) => {
      let text = seed;
      for (const { at, drop, put } of changes) {
        const place = at % (text.length + 1);
        text = text.slice(0, place) + put.join('') + text.slice(place + drop);
      }
      if (isSurelyJson(text)) expect(parses(text)).toBe(true);
    }),
    { numRuns: runs.numRuns * 10 },
  );
});
