// Do the words of a urine culture say that something grew?

import { expect, it } from 'vitest';
import { growthIn } from '../../../src/facts/sledai-2k/urine-culture.ts';

it.each([
  'No fungal growth; E. coli >100,000 CFU/mL',
  'growth, 无真菌生长',
  '无真菌生长，大肠埃希菌10^5CFU/ml',
  '大肠埃希菌，未见真菌生长',
  'No fungi but E. coli growth',
  'No other growth; Klebsiella pneumoniae',
  'Klebsiella pneumoniae 10^5 CFU/mL',
  'K. pneumoniae',
  'Enterococcus faecalis',
  'Candida albicans',
  '白色念珠菌',
  'mixed growth',
  'Keimzahl 10^5 KBE/ml',
  'growth of 50000 colonies',
  '无厌氧菌生长；粪肠球菌',
  '除大肠埃希菌外无其他细菌生长',
])('yes: %s', (text) => {
  expect(growthIn(text)).toBe('yes');
});

it.each([
  'No growth',
  'No significant growth',
  'no bacterial growth after 48 hours',
  'No growth (<1000 CFU/mL)',
  'No bacterial or fungal growth',
  'No pathogens isolated',
  'Sterile',
  'Kein Wachstum',
  'keine Bakterien nachgewiesen',
  'steril',
  'urine remained sterile',
  '无菌生长',
  '未见细菌生长',
  '未检出致病菌',
  '无细菌及真菌生长',
  '培养48小时无细菌生长，无真菌生长',
])('no: %s', (text) => {
  expect(growthIn(text)).toBe('no');
});

it.each(['阴性', 'No fungal growth', '无真菌生长', 'mixed flora', 'pending', ''])('not said: "%s"', (text) => {
  expect(growthIn(text)).toBe('not-said');
});
