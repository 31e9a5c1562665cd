// Which reference ranges came with a result, for whom, and in which unit?

import { describe, expect, test } from 'vitest';
import type { Json } from '../../src/fhir/record.ts';
import { rangeInText, readReferenceRanges, unitsOf, type ToCanonical } from '../../src/fhir/reference-range.ts';

/** Grams are thousands, what has no unit or mg is what it is; anything else cannot be converted. */
const toCanonical: ToCanonical = (value, [unit = 'mg']) =>
  unit === 'g' ? value * 1000 : unit === 'mg' ? value : undefined;
const read = (...referenceRange: readonly Json[]) => readReferenceRanges({ referenceRange }, toCanonical);
const mg = (value: number): Json => ({ value, unit: 'mg' });

test.each<[Json, readonly string[]]>([
  [{}, []],
  [{ unit: 'mg' }, ['mg']],
  [{ code: 'mg' }, ['mg']],
  [{ code: 'mg', unit: 'mg' }, ['mg']],
  [{ code: 'mg', unit: 'Milligramm' }, ['mg', 'Milligramm']],
])('%j has the units %j', (quantity, units) => {
  expect(unitsOf(quantity)).toEqual(units);
});

describe('a range in words', () => {
  test.each<[string, unknown]>([
    ['9-50', { low: 9, high: 50 }],
    ['0-40', { high: 40 }],
    ['0.5-40', { low: 0.5, high: 40 }],
    ['<40', { high: 40 }],
    ['>9', { low: 9 }],
    ['9-50 g', { low: 9000, high: 50_000 }],
    ['9-50 x', {}],
    ['参考值: 9～40', { low: 9, high: 40 }],
    ['生物参考区间：9-40', { low: 9, high: 40 }],
    ['正常范围 9-40', { low: 9, high: 40 }],
    ['Reference range: 9-40', { low: 9, high: 40 }],
    ['Normal <40', { high: 40 }],
    ['Referenzbereich 9-40', { low: 9, high: 40 }],
    ['[9-40]', { low: 9, high: 40 }],
    ['(9-40)', { low: 9, high: 40 }],
    ['(9-40) g', { low: 9000, high: 40_000 }],
    ['9-40 (g)', { low: 9000, high: 40_000 }],
    ['9, 40', { low: 9, high: 40 }],
    ['40以下', { high: 40 }],
    ['40 以内', { high: 40 }],
    ['40', undefined],
    ['1:40', undefined],
    ['9-40; 50-60', {}],
    ['男 9-40', undefined],
    ['see note', undefined],
  ])('"%s" is %j', (text, range) => {
    expect(rangeInText(text, toCanonical)).toStrictEqual(range);
  });
});

describe('the ranges of a result', () => {
  test.each<[string, Json, unknown]>([
    ['both ends', { low: mg(9), high: mg(50) }, [{ lower: 9, upper: 50 }]],
    ['equal ends', { low: mg(9), high: mg(9) }, [{ lower: 9, upper: 9 }]],
    ['a low end', { low: mg(9) }, [{ lower: 9, upper: undefined }]],
    ['a high end', { high: mg(50) }, [{ lower: undefined, upper: 50 }]],
    ['another unit', { low: { value: 1, unit: 'g' } }, [{ lower: 1000, upper: undefined }]],
    ['an unknown unit', { low: { value: 1, unit: 'x' }, high: mg(50) }, [{ lower: undefined, upper: 50 }]],
    ['words', { text: '9-50' }, [{ lower: 9, upper: 50 }]],
    ['ends that the words do not change', { low: mg(9), high: mg(50), text: '1-2' }, [{ lower: 9, upper: 50 }]],
    ['a high end that the words complete', { high: mg(50), text: '9-50' }, [{ lower: 9, upper: 50 }]],
    ['a low end that the words complete', { low: mg(9), text: '9-50' }, [{ lower: 9, upper: 50 }]],
    ['a low end of 0 that the words complete', { low: mg(0), text: '0-50' }, [{ lower: 0, upper: 50 }]],
    ['a high end beside words of another', { high: mg(50), text: '9-40' }, [{ lower: undefined, upper: 50 }]],
    ['a low end beside words of another', { low: mg(9), text: '10-50' }, [{ lower: 9, upper: undefined }]],
    ['a low end beside words that say nothing', { low: mg(9), text: 'see note' }, [{ lower: 9, upper: undefined }]],
    ['ends in the wrong order', { low: mg(50), high: mg(9) }, []],
    ['no number', { low: { value: '9', unit: 'mg' } }, []],
    ['a unit without a number', { low: { unit: 'g' }, high: mg(50) }, [{ lower: undefined, upper: 50 }]],
    ['what is infinite', { high: { value: Infinity, unit: 'mg' } }, []],
    ['what is no quantity', { low: 9 }, []],
    ['nothing', {}, []],
  ])('with %s are those', (_, range, expected) => {
    expect(read(range)).toStrictEqual(expected);
  });

  const typed = (type: Json, high: number): Json => ({ type, high: mg(high) });
  const normal = typed({ coding: [{ code: 'x' }, { code: 'normal' }] }, 50);
  const inWords = typed({ text: 'Normal range' }, 60);
  const therapeutic = typed({ coding: [{ code: 'therapeutic' }], text: 'not normal' }, 70);
  const untyped: Json = { high: mg(80) };

  test.each<[string, readonly Json[], readonly number[]]>([
    ['those called normal', [therapeutic, normal, untyped], [50]],
    ['those called normal in words', [therapeutic, inWords, untyped], [60]],
    [
      'those of which one name is normal',
      [therapeutic, typed({ coding: [{ code: 'x', display: 'Normal' }], text: 'usual' }, 65), untyped],
      [65],
    ],
    ['all that are called normal', [normal, inWords], [50, 60]],
    ['those called nothing', [therapeutic, untyped, { ...untyped, type: {} }], [80, 80]],
    ['none of those called something else', [therapeutic], []],
  ])('are %s', (_, ranges, uppers) => {
    expect(read(...ranges).map(({ upper }) => upper)).toEqual(uppers);
  });
});

describe('a text with a range for each sex', () => {
  test.each<[string, unknown]>([
    [
      '男 9-50; 女 7-40',
      [
        { sex: 'male', lower: 9, upper: 50 },
        { sex: 'female', lower: 7, upper: 40 },
      ],
    ],
    [
      'M: <50, F: <35',
      [
        { sex: 'male', upper: 50 },
        { sex: 'female', upper: 35 },
      ],
    ],
    [
      'Männer bis 50, Frauen bis 35',
      [
        { sex: 'male', upper: 50 },
        { sex: 'female', upper: 35 },
      ],
    ],
    [
      '男 >9; 女 >7',
      [
        { sex: 'male', lower: 9 },
        { sex: 'female', lower: 7 },
      ],
    ],
    ['男 9-50', []],
    ['男 9-50; 男 7-40', []],
    ['男 9-50; 女 7-40; 女 8-41', []],
    ['男 9-50; 女 7', []],
    ['男童(<14岁) 9-50; 女 7-40', []],
    ['成人 男 9-50; 女 7-40 岁', []],
  ])('"%s" is %j', (text, ranges) => {
    expect(read({ text })).toStrictEqual(ranges);
  });
});

test('a text with a range for each sex may be written with any dash', () => {
  expect(read({ text: '男 9～50；女 7至40' })).toStrictEqual(read({ text: '男 9-50; 女 7-40' }));
});

describe('whom a range is for', () => {
  const of = (fields: Json): unknown => {
    const [{ lower, upper, ...group } = { lower: undefined, upper: undefined }] = read({ high: mg(50), ...fields });
    return upper === 50 && lower === undefined ? group : 'no range';
  };
  const group = (...texts: readonly string[]): Json => ({ appliesTo: texts.map((text) => ({ text })) });
  const coded = (code: string): Json => ({ appliesTo: [{ coding: [{ code }] }] });
  const years = (value: number, unit?: string): Json => ({ value, ...(unit !== undefined && { unit }) });

  test.each<[string, Json, unknown]>([
    ['nobody in particular', {}, {}],
    ['girls', group('Female'), { sex: 'female' }],
    ['girls, by a code', coded('248152002'), { sex: 'female' }],
    ['boys', group('male'), { sex: 'male' }],
    ['boys, by a code', coded('248153007'), { sex: 'male' }],
    ['boys, by a letter', coded('M'), { sex: 'male' }],
    ['girls and boys', group('female', 'male'), {}],
    ['children', group('Children'), {}],
    ['everybody', group('All'), {}],
    ['the pregnant', group('pregnant'), { otherGroup: true }],
    ['children who are pregnant', group('Children', 'pregnant'), { otherGroup: true }],
    ['those of an age', { age: { low: years(5), high: years(18, 'a') } }, { fromAge: 5, toAge: 18 }],
    ['those from an age on', { age: { low: years(5, 'Years') } }, { fromAge: 5 }],
    ['those up to an age', { age: { high: years(18, '岁') } }, { toAge: 18 }],
    ['those up to an age in months', { age: { high: years(24, 'mo') } }, { toAge: 2 }],
    ['those up to an age in weeks', { age: { high: years(52.18, 'wk') } }, { toAge: 1 }],
    ['those up to an age in days', { age: { high: years(365.25, '天') } }, { toAge: 1 }],
    ['those up to an age in 周岁, which are years', { age: { high: years(18, '周岁') } }, { toAge: 18 }],
    ['those up to an age in a unit that nobody knows', { age: { high: years(48, 'h') } }, { otherGroup: true }],
    [
      'those from an age in a unit that nobody knows',
      { age: { low: years(48, 'h'), high: years(1) } },
      { otherGroup: true, toAge: 1 },
    ],
    ['those of an age without a number', { age: { low: { unit: 'a' } } }, { otherGroup: true }],
    ['girls of an age', { ...group('女'), age: { low: years(5) } }, { sex: 'female', fromAge: 5 }],
  ])('is %s', (_, fields, expected) => {
    expect(of(fields)).toStrictEqual(expected);
  });
});
