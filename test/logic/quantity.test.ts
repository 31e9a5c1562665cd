import { describe, expect, test } from 'vitest';
import { comparedTo, parseQuantity } from '../../src/logic/quantity.ts';

describe('A written quantity is read as the numbers it can mean', () => {
  test.each([
    ['62 %', { low: 62, high: 62 }, '%'],
    ['110U/L', { low: 110, high: 110 }, 'U/L'],
    ['＜20 IU/mL', { low: 0, high: 20, highOpen: true }, 'IU/mL'],
    ['≤21.0', { low: 0, high: 21 }, ''],
    ['> 55 %', { low: 55, high: Infinity, lowOpen: true }, '%'],
    ['小于20', { low: 0, high: 20, highOpen: true }, ''],
    ['0～40', { low: 0, high: 40 }, ''],
    ['50%-60%', { low: 50, high: 60 }, '%'],
    ['9--50 U/L', { low: 9, high: 50 }, 'U/L'],
    ['1.2E5 IU/mL', { low: 120000, high: 120000 }, 'IU/mL'],
    ['1.2×10⁵ copies/mL', { low: 120000, high: 120000 }, 'copies/mL'],
    ['1,234 IU/mL', { low: 1234, high: 1234 }, 'IU/mL'],
    ['180↑200', { low: 180, high: 180 }, '200'],
    ['180↑ IU/mL', { low: 180, high: 180 }, 'IU/mL'],
    ['20 to 40 U/L', { low: 20, high: 40 }, 'U/L'],
    ['20  to  40', { low: 20, high: 40 }, ''],
    ['20  至  40 U/L', { low: 20, high: 40 }, 'U/L'],
    ['20至40', { low: 20, high: 40 }, ''],
    ['1,000-2,000 IU/mL', { low: 1000, high: 2000 }, 'IU/mL'],
    ['1E3-2E3', { low: 1000, high: 2000 }, ''],
    ['1×10^3-2×10^3', { low: 1000, high: 2000 }, ''],
    ['7-7', { low: 7, high: 7 }, ''],
    ['less than 20', { low: 0, high: 20, highOpen: true }, ''],
    ['  不足  20 ', { low: 0, high: 20, highOpen: true }, ''],
    ['more than 20', { low: 20, high: Infinity, lowOpen: true }, ''],
    [' 超过20', { low: 20, high: Infinity, lowOpen: true }, ''],
    ['up to 20', { low: 0, high: 20 }, ''],
    [' 不超过20', { low: 0, high: 20 }, ''],
    ['at least 20', { low: 20, high: Infinity }, ''],
    [' 不低于20', { low: 20, high: Infinity }, ''],
    ['>=20', { low: 20, high: Infinity }, ''],
    ['≥20', { low: 20, high: Infinity }, ''],
    ['<=20', { low: 0, high: 20 }, ''],
    ['62%（M型）', { low: 62, high: 62 }, '%'],
    ['130 U/L H', { low: 130, high: 130 }, 'U/L'],
    ['130U/L  HH', { low: 130, high: 130 }, 'U/L'],
    ['130 U/L LL', { low: 130, high: 130 }, 'U/L'],
    ['130 U/L **', { low: 130, high: 130 }, 'U/L'],
    ['62% H', { low: 62, high: 62 }, '%'],
    ['130 g Hb', { low: 130, high: 130 }, 'g Hb'],
    ['*35 U/L', { low: 35, high: 35 }, 'U/L'],
    ['** 35 U/L', { low: 35, high: 35 }, 'U/L'],
    ['35 (U/L)', { low: 35, high: 35 }, 'U/L'],
    ['35(mL/min)', { low: 35, high: 35 }, 'mL/min'],
    ['35 (U/L) fasting', { low: 35, high: 35 }, '(U/L) fasting'],
    ['2 L', { low: 2, high: 2 }, 'L'],
    ['96% on exertion', { low: 96, high: 96 }, '% on exertion'],
    ['98% on 2L NC', { low: 98, high: 98 }, '%'],
    ['98%, on 2L', { low: 98, high: 98 }, '%'],
    ['98% on CPAP', { low: 98, high: 98 }, '%'],
    ['98 % on room air', { low: 98, high: 98 }, '%'],
    ['98% RA', { low: 98, high: 98 }, '%'],
    ['98%room air', { low: 98, high: 98 }, '%'],
    ['62% (M型) 左室', { low: 62, high: 62 }, '% (M型) 左室'],
    ['62%(58%)', { low: 62, high: 62 }, '%(58%)'],
    ['20 (+++)', { low: 20, high: 20 }, ''],
    ['1.2×10¹² /L', { low: 1.2e12, high: 1.2e12 }, '/L'],
    ['.5', { low: 0.5, high: 0.5 }, ''],
    [`20 ${'x'.repeat(57)}`, { low: 20, high: 20 }, 'x'.repeat(57)],
    ['5.2 10*9/L', { low: 5.2, high: 5.2 }, '10*9/L'],
    ['0,55', { low: 0.55, high: 0.55 }, ''],
    ['0,123 g/L', { low: 0.123, high: 0.123 }, 'g/L'],
    ['8,0 - 35,0', { low: 8, high: 35 }, ''],
    ['1,2E3 IU/mL', { low: 1200, high: 1200 }, 'IU/mL'],
    ['12,34', { low: 12.34, high: 12.34 }, ''],
    ['12,34.5', { low: 12, high: 12 }, ',34.5'],
    ['0,1234,5', { low: 123, high: 123 }, '4,5'],
    ['0,1234.5', { low: 123, high: 123 }, '4.5'],
    ['1,20,3', { low: 1, high: 1 }, ',20,3'],
    ['12,345,67', { low: 12345, high: 12345 }, ',67'],
    ['55%以上', { low: 55, high: Infinity }, '%'],
    ['60 及以下', { low: 0, high: 60 }, ''],
    ['55 %以上', { low: 55, high: Infinity }, '%'],
    ['55%以上者', { low: 55, high: 55 }, '%以上者'],
    ['1 55%以上', { low: 1, high: 1 }, '55%以上'],
    ['55x以上', { low: 55, high: 55 }, 'x以上'],
    ['bis 35 U/L', { low: 0, high: 35 }, 'U/L'],
    ['bis zu 35', { low: 0, high: 35 }, ''],
    ['max 35', { low: 0, high: 35 }, ''],
    ['20 max 35', { low: 20, high: 20 }, 'max 35'],
    ['20 mind. 35', { low: 20, high: 20 }, 'mind. 35'],
    ['2±2', { low: 0, high: 4 }, ''],
    ['max. 35', { low: 0, high: 35 }, ''],
    ['höchstens 35', { low: 0, high: 35 }, ''],
    ['unter 35', { low: 0, high: 35, highOpen: true }, ''],
    ['über 35', { low: 35, high: Infinity, lowOpen: true }, ''],
    ['mindestens 35', { low: 35, high: Infinity }, ''],
    ['≦35', { low: 0, high: 35 }, ''],
    ['≧35', { low: 35, high: Infinity }, ''],
    ['58±2 %', { low: 56, high: 60 }, '%'],
    ['58 % +/- 2 %', { low: 56, high: 60 }, '%'],
  ])('%s', (text, interval, unit) => {
    expect(parseQuantity(text)).toEqual({ interval, unit, titre: false });
  });

  test.each([
    ['1:320', { low: 320, high: 320 }],
    ['1：640 (+)', { low: 640, high: 640 }],
    ['<1:80', { low: 0, high: 80, highOpen: true }],
    ['1∶80', { low: 80, high: 80 }],
    ['1/80', { low: 80, high: 80 }],
    ['≥1:80', { low: 80, high: Infinity }],
    ['阳性 1:320', { low: 320, high: 320 }],
  ])('%s is a dilution', (text, interval) => {
    expect(parseQuantity(text)).toEqual({ interval, unit: '', titre: true });
  });

  test.each([
    '阴性',
    '-5',
    'LVEF 60%',
    '',
    '60-50',
    '1e999',
    '1-1e999',
    '1e999-2',
    '58±1e999',
    '5 mg-7 g',
    '2±5',
    '5 mg ± 1 g',
    '1e999±1',
  ])('%s is not a quantity', (text) => {
    expect(parseQuantity(text)).toBeUndefined();
  });

  test.each([
    'value is less than 20',
    'not more than 20',
    'given up to 20',
    'seen at least 20',
    'a to b',
    `20 ${'x'.repeat(58)}`,
  ])('%s is not a quantity, because something stands before it or it is too long', (text) => {
    expect(parseQuantity(text)).toBeUndefined();
  });
});

describe('What a comparator leaves of a number', () => {
  test.each([
    [undefined, { low: 5, high: 5 }],
    ['', { low: 5, high: 5 }],
    ['=', { low: 5, high: 5 }],
    ['<', { low: 0, high: 5, highOpen: true }],
    ['<=', { low: 0, high: 5 }],
    ['≤', { low: 0, high: 5 }],
    ['>', { low: 5, high: Infinity, lowOpen: true }],
    ['>=', { low: 5, high: Infinity }],
    ['≥', { low: 5, high: Infinity }],
    ['ad', undefined],
  ])('%s', (comparator, interval) => {
    expect(comparedTo(comparator, 5)).toEqual(interval);
  });
});
