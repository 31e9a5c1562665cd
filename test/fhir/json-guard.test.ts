import { describe, expect, it } from 'vitest';
import { guardJson } from '../../src/fhir/json-guard.ts';
import { defaultLimits, type Refusal } from '../../src/fhir/json-scanned.ts';
import { jsonScanner } from '../../src/fhir/json-scanner.ts';

const outcome = { resourceType: 'OperationOutcome', issue: [{ severity: 'error', code: 'structure' }] };

const guard = (text: string) => guardJson(Buffer.from(text));

/** What JSON.parse reads after the guard. */
function read(text: string): unknown {
  const guarded = guard(text);
  if (guarded.state === 'refused') return guarded.problem;
  return JSON.parse(guarded.state === 'repaired' ? Buffer.from(guarded.bytes).toString() : text);
}

describe('a JSON text', () => {
  it.each([
    '{}',
    '[]',
    '"a"',
    '{"a":{"b":[1,-2.5e3,0.001,1e308,true,null,"x"]},"c":"\\"}{[]\\\\"}',
    '{"a":1,"A":2,"中":3,"b":{"a":1},"c":[{"a":1},{"a":1}]}',
    '{"subject":1,"sobject":2,"status":3,"stetus":4}',
    String.raw`{"st\u0061tus":1,"stetus":2}`,
    '{"text":"__proto__","x":"constructor","constructors":1,"Prototype":2}',
    '{"resourceType":"Observation","valueQuantity":{"value":1.7976931348623157e308}}',
  ])('is sound: %s', (text) => {
    expect(guard(text)).toEqual({ state: 'sound' });
  });

  it.each<readonly [string, Refusal]>([
    ['{"a":1,"a":1}', 'ambiguous'],
    ['{"a":1,"\\u0061":1}', 'ambiguous'],
    ['{"\\u0061":1,"b":2,"a":1}', 'ambiguous'],
    ['{"a":{"b":1,"c":2,"b":3}}', 'ambiguous'],
    ['{"a":1e400}', 'ambiguous'],
    ['[-1e999]', 'ambiguous'],
    [`[${'9'.repeat(400)}]`, 'ambiguous'],
    ['{"__proto__":{}}', 'forbidden-key'],
    ['{"a":[{"constructor":1}]}', 'forbidden-key'],
    ['{"\\u005f_proto__":{}}', 'forbidden-key'],
    ['['.repeat(defaultLimits.depth + 1), 'too-deep'],
    ['{"a":'.repeat(defaultLimits.depth + 1), 'too-deep'],
    [
      `{${Array.from({ length: defaultLimits.keys + 1 }, (_, index) => `"k${String(index)}":0`).join()}}`,
      'too-many-keys',
    ],
    [`[${'{"resourceType":"A"},'.repeat(defaultLimits.resources + 1)}0]`, 'too-many-resources'],
  ])('is refused: %.60s', (text, problem) => {
    expect(guard(text)).toEqual({ state: 'refused', problem });
  });

  it.each(['{"a":"', '{"a"', '"\\', '{', ']', '}{', '{"a":1e', 'nul', '"\\u00'])(
    'that is broken is left to JSON.parse: %s',
    (text) => {
      expect(guard(text).state).toBe('sound');
      expect(() => read(text)).toThrow(SyntaxError);
    },
  );
});

describe('a resource that cannot be trusted', () => {
  it('is replaced in its Bundle, and its neighbours stay', () => {
    const bundle = (middle: string): string =>
      `{"prefetch":{"conditions":{"resourceType":"Bundle","entry":[{"resource":{"resourceType":"A","id":"1"}},{"resource":${middle}},{"resource":{"resourceType":"C","id":"3"}}]}}}`;
    for (const middle of [
      '{"resourceType":"B","status":"final","status":"entered-in-error"}',
      '{"valueQuantity":{"value":1e400},"resourceType":"B"}',
      '{"contained":[{"resourceType":"M","code":{"text":"a","text":"b"}}],"resourceType":"B"}',
    ]) {
      expect(read(bundle(middle))).toEqual({
        prefetch: {
          conditions: {
            resourceType: 'Bundle',
            entry: [
              { resource: { resourceType: 'A', id: '1' } },
              { resource: outcome },
              { resource: { resourceType: 'C', id: '3' } },
            ],
          },
        },
      });
    }
  });

  it('takes the whole Bundle with it when the Bundle itself is ambiguous', () => {
    const text =
      '{"prefetch":{"c":{"resourceType":"Bundle","entry":[],"entry":[{"resource":{"resourceType":"A","v":1e400}}]},"d":null}}';
    expect(read(text)).toEqual({ prefetch: { c: outcome, d: null } });
  });

  it('is replaced as a prefetch value of its own', () => {
    expect(read('{"prefetch":{"patient":{"resourceType":"Patient","id":"p","id":"q"}}}')).toEqual({
      prefetch: { patient: outcome },
    });
  });
});

describe('a text in another encoding than UTF-8', () => {
  /** "活动性肺结核" (active tuberculosis of the lung) as GBK writes it. */
  const gbk = Buffer.from('bbeeb6afd0d4b7cebde1bacb', 'hex');
  const withGbk = (before: string, after: string): Buffer =>
    Buffer.concat([Buffer.from(before), gbk, Buffer.from(after)]);

  it.each([
    ['in a field of its own', '{"id":"1","resourceType":"Condition","code":{"text":"', '"}}'],
    ['in a contained one', '{"contained":[{"resourceType":"M","text":"', '"}],"resourceType":"Condition"}'],
  ])('takes only its resource out of a Bundle: %s', (_where, before, after) => {
    const neighbour = { resource: { resourceType: 'Condition', id: '2', code: { text: '湿疹' } } };
    const guarded = guardJson(
      withGbk(
        `{"resourceType":"Bundle","entry":[${JSON.stringify(neighbour)},{"resource":${before}`,
        `${after}},${JSON.stringify(neighbour)}]}`,
      ),
    );
    expect(guarded).toMatchObject({ state: 'repaired', replaced: 1 });
    expect(JSON.parse(Buffer.from('bytes' in guarded ? guarded.bytes : []).toString())).toEqual({
      resourceType: 'Bundle',
      entry: [neighbour, { resource: outcome }, neighbour],
    });
  });

  it.each([
    ['outside every resource', '{"resourceType":"Bundle","x":"', '","entry":[{"resource":{"resourceType":"A"}}]}'],
    ['without any resource', '{"context":{"userId":"', '"}}'],
    ['as a key', '{"', '":1}'],
  ])('is refused where no resource holds it: %s', (_where, before, after) => {
    expect(guardJson(withGbk(before, after))).toEqual({ state: 'refused', problem: 'not-utf8' });
  });

  it('is judged alike in a part of a text, wherever that begins', () => {
    const ahead = ' '.repeat(200);
    const scan = (bytes: Buffer) => jsonScanner(defaultLimits)(bytes, ahead.length, bytes.length);
    const resource = withGbk(`${ahead}[{"resourceType":"Condition","x":"`, '"},"');
    const [sound, foreign] = ['"]', withGbk('', '"]')].map((end) => scan(Buffer.concat([resource, Buffer.from(end)])));
    expect([sound?.problem, sound?.bad.length]).toEqual([undefined, 1]);
    expect([foreign?.problem, foreign?.bad.length]).toEqual(['not-utf8', 1]);
  });

  it.each(['ff', 'c0af', 'eda080', 'f4908080', 'e6b4'])('is told by bytes that UTF-8 does not know: %s', (hex) => {
    const bytes = Buffer.concat([Buffer.from('["'), Buffer.from(hex, 'hex'), Buffer.from('"]')]);
    expect(guardJson(bytes)).toEqual({ state: 'refused', problem: 'not-utf8' });
  });
});
