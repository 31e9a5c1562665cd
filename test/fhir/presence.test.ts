// Does a qualitative answer say positive, negative, weak or below the limit of quantification?

import { describe, expect, test } from 'vitest';
import { presenceInText, presenceOf } from '../../src/fhir/presence.ts';

describe('an answer in words', () => {
  test.each<[string, string | undefined]>([
    [' Positive ', 'positive'],
    ['ＰＯＳＩＴＩＶＥ', 'positive'],
    ['阳性', 'positive'],
    ['(+)', 'positive'],
    [' + ', 'positive'],
    ['3+', 'positive'],
    ['negative', 'negative'],
    [' no ', 'negative'],
    ['not detected +', undefined],
    ['(–)', 'negative'],
    ['−', 'negative'],
    ['≤检出限', 'negative'],
    ['未检出', 'negative'],
    ['not detected', 'negative'],
    ['±', 'weak'],
    ['borderline', 'weak'],
    ['<LLOQ', 'below-limit'],
    ['≤LLOQ', 'below-limit'],
    ['positive, <20', 'below-limit'],
    ['positive and negative', undefined],
    ['not detected, positive', undefined],
    ['invalid', undefined],
    ['hemolyzed, positive', undefined],
    ['not performed, positive', undefined],
    ['previously positive', 'weak'],
    ['previously negative', undefined],
    ['previously positive, now negative', undefined],
    ['previously seen', undefined],
    ['既往阳性', 'weak'],
    ['', undefined],
  ])('"%s" is %s', (text, presence) => {
    expect(presenceInText(text)).toBe(presence);
  });

  test('of more than 80 characters is not short any more', () => {
    expect(presenceInText(`positive${'.'.repeat(72)}`)).toBe('positive');
    expect(presenceInText(`positive${'.'.repeat(73)}`)).toBeUndefined();
  });

  test('that is denied leaves the words around it apart', () => {
    expect(presenceInText('posi未检出tive')).toBe('negative');
  });
});

describe('a coded answer', () => {
  const of = (code: string | undefined, text?: string) =>
    presenceOf({ codings: code === undefined ? [] : [{ system: '', code }], ...(text !== undefined && { text }) });

  test.each<[string | undefined, string | undefined, string | undefined]>([
    ['10828004', undefined, 'positive'],
    [' 10828004 ', undefined, 'positive'],
    ['pos', undefined, 'positive'],
    [' neg ', undefined, 'negative'],
    ['LA6577-6', undefined, 'negative'],
    ['10828004', 'Positive', 'positive'],
    ['10828004', 'see note', 'positive'],
    ['X17', 'Positive', 'positive'],
    ['X17', undefined, undefined],
    [undefined, 'Positive', 'positive'],
    [undefined, 'see note', undefined],
    ['10828004', 'Negative', undefined],
    [undefined, undefined, undefined],
  ])('%j with the text %j is %s', (code, text, presence) => {
    expect(of(code, text)).toBe(presence);
  });
});
