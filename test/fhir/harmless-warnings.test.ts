import { describe, expect, it } from 'vitest';
import { withoutHarmless } from '../../src/fhir/harmless-warnings.ts';
import { readBundle } from '../../src/fhir/bundle.ts';
import type { Json } from '../../src/fhir/record.ts';

const system = 'urn:oid:1.2.840.114350.1.13.0.1.7.2.657369';
const stated = [`${system}|4119`];
const coded = (code: string, more: object = {}): Json => ({
  severity: 'warning',
  code: 'suppressed',
  details: { coding: [{ system, code }], text: 'It may not contain the entire record.' },
  ...more,
});
const condition = { resource: { resourceType: 'Condition', id: 'a' } };
const bundle = (...issue: readonly Json[]): Json => ({
  resourceType: 'Bundle',
  type: 'searchset',
  entry: [condition, { search: { mode: 'outcome' }, resource: { resourceType: 'OperationOutcome', issue } }],
});

describe('a warning of which the site has stated that it means nothing', () => {
  const failureOf = (...issues: readonly Json[]): string | undefined => {
    const sent = withoutHarmless(bundle(...issues), stated);
    return readBundle(sent as Json).failure;
  };

  it('leaves a search complete that was partial for ever', () => {
    expect(readBundle(bundle(coded('4119'))).failure).toBe('suppressed');
    expect(withoutHarmless(bundle(coded('4119')), stated)).toEqual({ ...bundle(), entry: [condition] });
  });

  it.each<readonly [string, Json]>([
    ['another code', coded('59204')],
    ['the code under another system', coded('4119', { details: { coding: [{ system: 'urn:x', code: '4119' }] } })],
    ['the code as an error', coded('4119', { severity: 'error' })],
    ['the code without a severity', coded('4119', { severity: undefined })],
    [
      'a second code beside it',
      coded('4119', {
        details: {
          coding: [
            { system, code: '4119' },
            { system, code: '1' },
          ],
        },
      }),
    ],
    ['only the same words', coded('4119', { details: { text: 'It may not contain the entire record.' } })],
  ])('is not %s, alone or beside it', (_what, issue) => {
    expect(failureOf(issue)).toBe('suppressed');
    expect(failureOf(coded('4119'), issue)).toBe('suppressed');
  });

  it('is heeded where it comes in place of the matches, and where nothing was stated', () => {
    const outcome = { resourceType: 'OperationOutcome', issue: [coded('4119')] };
    expect(withoutHarmless(outcome, stated)).toBe(outcome);
    const sent = bundle(coded('4119'));
    expect(withoutHarmless(sent, [])).toBe(sent);
  });

  it('is taken out of a copy: what was sent stays as it is', () => {
    const sent = bundle(coded('4119'), coded('1'));
    const before = structuredClone(sent);
    expect(withoutHarmless(sent, stated)).toEqual(bundle(coded('1')));
    expect(sent).toEqual(before);
  });

  it.each([[null], ['text'], [{ resourceType: 'Bundle' }], [{ resourceType: 'Bundle', entry: 'none' }]])(
    'changes nothing else: %j',
    (sent) => {
      expect(withoutHarmless(sent, stated)).toBe(sent);
    },
  );

  it('leaves entries that are none as they are', () => {
    const sent = { resourceType: 'Bundle', entry: [null, 'x', { resource: 1 }] };
    expect(withoutHarmless(sent, stated)).toEqual(sent);
  });
});
