// Which numbers does an instruction name, in whatever way it writes them?

import { expect, test } from 'vitest';
import { multiplied, numeral, plainNumbers, withoutVulgarFractions } from '../../src/fhir/dosage/sig-numbers.ts';

test.each([
  ['1', 1],
  ['0.5', 0.5],
  ['one', 1],
  ['twice', 2],
  ['十二', 12],
  ['0', undefined],
  ['-1', undefined],
  ['', undefined],
  ['1e999', undefined],
  ['many', undefined],
  [undefined, undefined],
])('%j is the number %s', (text, value) => {
  expect(numeral(text)).toBe(value);
});

test.each([
  ['2½ tablets', '2.5 tablets'],
  ['2⅔ tablets', '2.6666666666666665 tablets'],
  ['2 and 1/2 tablets', '2.5 tablets'],
  ['2 1/2 tablets', '2.5 tablets'],
  ['one-half tablet', '1/2 tablet'],
  ['.5 tablet', '0.5 tablet'],
  ['1,000 mg', '1000 mg'],
  ['3 (three) tablets', '3 tablets'],
  ['3 (two) tablets', '3 (two) tablets'],
  ['0 1/2 tablet', '0 1/2 tablet'],
  ['两片半', '2.5片'],
  ['0片半', '0片半'],
  ['0 and a half', '0 and a half'],
])('the numbers of "%s" are those of "%s"', (text, plain) => {
  expect(plainNumbers(withoutVulgarFractions(text))).toBe(plain);
});

test.each([
  ['10 x 5 mg tablets', '50mg'],
  ['3×20毫克片', '60毫克'],
  ['two 20 mg tablets', '40mg'],
  ['8 (5 mg) tablets', '5-40mg'],
  ['2 x 25 mg daily', '25-50mg daily'],
  ['25 mg x 2, daily', '25-50mg, daily'],
  ['25 mg x 2 days', '25 mg x 2 days'],
  ['1 tablet', '1 tablet'],
])('"%s" comes to "%s"', (text, product) => {
  expect(multiplied(text)).toBe(product);
});
