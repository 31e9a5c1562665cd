// Does a text speak of a transplantation that is only to come?

import { describe, expect, it } from 'vitest';
import { isTransplantAhead } from '../../src/terminology/transplant-text.ts';

describe('a transplantation to come', () => {
  it.each([
    '造血干细胞移植前预处理',
    '预处理方案(造血干细胞移植)',
    'conditioning before HSCT',
    'HSCT conditioning',
    'HSCT前',
    'pre-transplant evaluation',
    'pretransplant workup',
    '移植前评估',
    '肾移植术前检查',
    'work-up for renal transplant',
    'awaiting kidney transplant',
    'kidney transplant candidate',
    'autologous stem cell transplant candidate',
    'Stem cell transplant planned',
    '等待肾移植',
  ])('is all that is said: %s', (text) => {
    expect(isTransplantAhead(text)).toBe(true);
  });

  it.each([
    'Kidney transplant',
    '肾移植术后5年，等待二次移植',
    'Status post kidney transplant, candidate for retransplant',
    's/p renal transplant evaluation',
    'post-transplant evaluation',
    'after HSCT conditioning',
    '肾移植术后评估',
    '按计划行肾移植术',
    'Kidney transplant 2019, planned biopsy',
  ])('is not all where one was done: %s', (text) => {
    expect(isTransplantAhead(text)).toBe(false);
  });

  it.each([
    'father awaiting kidney transplant',
    'not a kidney transplant candidate',
    'HLA typing for kidney transplant',
    'fecal microbiota transplant planned',
    'conditioning of hair',
  ])('is not that of the patient, or none: %s', (text) => {
    expect(isTransplantAhead(text)).toBe(false);
  });
});
