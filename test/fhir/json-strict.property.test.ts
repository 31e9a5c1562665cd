// Is what the scan calls surely JSON parsed, and what JSON.stringify writes surely JSON, whatever it holds?

import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { defaultLimits } from '../../src/fhir/json-scanned.ts';
import { jsonScanner } from '../../src/fhir/json-scanner.ts';

const scan = (text: string) => {
  const bytes = Buffer.from(text);
  return jsonScanner(defaultLimits)(bytes, 0, bytes.length);
};

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
      if (scan(text).isJson) expect(() => void JSON.parse(text)).not.toThrow();
    }),
    { numRuns: runs.numRuns * 10 },
  );
});
