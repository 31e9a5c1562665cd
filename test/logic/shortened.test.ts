import { expect, it } from 'vitest';
import { shortened } from '../../src/logic/shortened.ts';

it('a text that has room stays as it is, and one character more is cut', () => {
  expect(shortened('creatinine', 10)).toBe('creatinine');
  expect(shortened('creatinine!', 10)).toBe('creatinin…');
});

it.each([
  ['creatinine 0.58 mg/dL', 14, 'creatinine…'], // inside "0.58"
  ['creatinine 0.58 mg/dL', 13, 'creatinine…'], // after "0"
  ['creatinine 0.58 mg/dL', 15, 'creatinine…'], // after "0.5"
  ['creatinine 0.58 mg/dL', 16, 'creatinine 0.58…'], // after the whole number
  ['seen 2026-05-28 again', 12, 'seen…'],
  ['blood pressure 110/70', 20, 'blood pressure…'],
  ['at 1,250 cells', 6, 'at…'],
])('a number is left out rather than cut: "%s" in %i characters is "%s"', (text, most, shown) => {
  expect(shortened(text, most)).toBe(shown);
});

it('a word that ends where the text is cut keeps its digits', () => {
  expect(shortened('SLEDAI-2K total', 10)).toBe('SLEDAI-2K…');
});

it('a character of two places is left out rather than cut, and changes nothing elsewhere', () => {
  expect(shortened('日期𠀀𠀀', 4)).toBe('日期…');
  expect(shortened('日期𠀀 again', 4)).toBe('日期…');
  expect(shortened('grade 4 tumour 𠀀', 8)).toBe('grade 4…');
});

it('nothing is longer than its place, wherever it is cut', () => {
  const text = 'eGFR by CKiD U25 from creatinine 0.58 mg/dL and height 149.2 cm (2026-05-28)';
  for (let most = 1; most < 90; most += 1) expect(shortened(text, most).length).toBeLessThanOrEqual(most);
});
