// Which measurement, and of which specimen, does a written name mean?

import { describe, expect, it } from 'vitest';
import { inSpecimen, measurementInText, normaliseName, specimenOf } from '../../src/terminology/measurement-text.ts';
import { isBareTotal } from '../../src/terminology/score-parts.ts';

describe('a name as the lists write it', () => {
  it.each([
    ['ＡＬＴ（ＧＰＴ）', 'alt gpt'],
    ['β-HCG, μg', 'β-hcg ug'],
    ['anti‑dsDNA — IgG', 'anti-dsdna - igg'],
    ['尿 蛋白 24h', '尿蛋白24h'],
  ])('%s is %s', (written, plain) => {
    expect(normaliseName(written)).toBe(plain);
  });
});

describe('a name inside a longer one', () => {
  it.each<[string, { name: string } | 'other' | undefined]>([
    ['Basalt', undefined],
    ['Anti-DNase B', undefined],
    ['Complement C3', { name: 'C3' }],
    ['Complement C3d', 'other'],
    ...['0', '9', 'α', 'ω'].map((more): [string, undefined] => [`Complement C3${more}`, undefined]),
    ['体重kg', { name: 'weight' }],
    ['身高(cm)', { name: 'height' }],
    ['预测成年身高', 'other'],
    ['Predicted adult body height', 'other'],
    ['Creatinine, body fluid', 'other'],
    ['AST, dialysate', 'other'],
    ['SLEDAI-2K total', { name: 'SLEDAI-2K' }],
    ['M-SLEDAI', 'other'],
    ['SLEDAI-2KG', 'other'],
    ['SLEDAI-2K (modifiziert)', 'other'],
    ['SLEDAI without serology', 'other'],
    ['无血清学SLEDAI', 'other'],
    ['Max SLEDAI-2K', 'other'],
    ['HIV antibody', { name: 'HIV-Ab' }],
    ...[
      'control',
      '(QC)',
      'cutoff value',
      'consent',
      'screening due',
      'comment',
      'ordered',
      'pending',
      '(partner)',
    ].map((more): [string, 'other'] => [`HIV antibody ${more}`, 'other']),
    ['HIV antibody (reference: negative)', { name: 'HIV-Ab' }],
    ['Creatinine by enzymatic method, QC passed', 'other'],
    ['CMV-DNA定量（检测下限500）', { name: 'CMV-DNA' }],
    ['CMV-DNA检测下限', 'other'],
    ['CMV DNA target', 'other'],
    [
      'Cytomegalovirus DNA [#/volume] (viral load) in Blood by Probe and target amplification method',
      { name: 'CMV-DNA' },
    ],
    ['Hepatitis B virus DNA [Presence] in Serum or Plasma by Probe & target amplification method', { name: 'HBV-DNA' }],
    ['Oxygen saturation in Arterial blood', { name: 'SpO2' }],
    ['检测下限 CMV-DNA', 'other'],
    ['Previous AST', 'other'],
    ['上次CMV-DNA', 'other'],
    ['Prior total bilirubin', 'other'],
    ['AST prior to infusion', { name: 'AST' }],
    ['Previous ANA', { name: 'ANA' }],
    ['Change in creatinine', 'other'],
    ['AST to platelet ratio index', 'other'],
    ['SpO2/FiO2', 'other'],
    ['Lean body weight', 'other'],
    ['Treponema pallidum antibody, confirmatory', { name: 'syphilis-treponemal' }],
  ])('%s names %j', (written, named) => {
    expect(measurementInText(written)).toEqual(named);
  });

  it('is looked for in 200 characters and no more', () => {
    const remark = (length: number): string => `ALT ${'x'.repeat(length - 4)}`;
    expect(measurementInText(remark(200))).toEqual({ name: 'ALT' });
    expect(measurementInText(remark(201))).toBeUndefined();
  });
});

describe('a specimen', () => {
  it.each([
    ['24小时尿', 'urine'],
    ['CMV DNA Ur Ql', 'urine'],
    ['U hCG', 'urine'],
    ['hCG Ser Ql', 'blood'],
    ['CMV PCR Bld', 'blood'],
    ['Serum', 'blood'],
    ['Cerebrospinal fluid', 'elsewhere'],
    ['母亲血清', 'other-person'],
    ['Spenderblut', 'other-person'],
    ['Twin, blood', 'other-person'],
    ['Breast milk', 'elsewhere'],
    ['Mutter, Serum', 'other-person'],
    ['Aszites', 'elsewhere'],
    ['Knochenmarkpunktat', 'elsewhere'],
    ['尿素', undefined],
  ] as const)('%s is %s', (written, specimen) => {
    expect(specimenOf(written)).toBe(specimen);
  });

  it.each([
    ['creatinine', undefined, { name: 'creatinine' }],
    ['creatinine', 'blood', { name: 'creatinine' }],
    ['creatinine', 'elsewhere', 'other'],
    ['creatinine', 'other-person', 'other'],
    ['weight', 'other-person', 'other'],
    ['none of ours', 'urine', { name: 'none of ours' }],
  ] as const)('of %s may be %s: %j', (name, specimen, named) => {
    expect(inSpecimen(name, specimen)).toEqual(named);
  });
});

it('a total beside a score is told by its name in either width, and no item is one', () => {
  expect(['Total score', 'ｔｏｔａｌ', '总分', 'Seizure', 'Total protein'].map(isBareTotal)).toEqual([
    true,
    true,
    true,
    false,
    false,
  ]);
});
