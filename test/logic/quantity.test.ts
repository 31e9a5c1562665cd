import { describe, expect, test } from 'vitest';
import { parseQuantity } from '../../src/logic/quantity.ts';

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
    ['180↑ IU/mL', { low: 180, high: 180 }, 'IU/mL'],
    ['5.2 10*9/L', { low: 5.2, high: 5.2 }, '10*9/L'],
  ])('%s', (text, interval, unit) => {
    expect(parseQuantity(text)).toEqual({ interval, unit, titre: false });
  });

  test.each([
    ['1:320', { low: 320, high: 320 }],
    ['1：640 (+)', { low: 640, high: 640 }],
    ['<1:80', { low: 0, high: 80, highOpen: true }],
    ['阳性 1:320', { low: 320, high: 320 }],
  ])('%s is a dilution', (text, interval) => {
    expect(parseQuantity(text)).toEqual({ interval, unit: '', titre: true });
  });

  test.each(['阴性', '-5', 'LVEF 60%', '', '60-50', '1e999'])('%s is not a quantity', (text) => {
    expect(parseQuantity(text)).toBeUndefined();
  });
});
