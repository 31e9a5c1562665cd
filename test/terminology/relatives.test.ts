// Whose disease is it where a diagnosis names a relative?

import { describe, expect, it } from 'vitest';
import { mentionsIn } from '../../src/terminology/value-sets.ts';

describe('a relative beside a name', () => {
  it.each([
    ['malignancy', 'father with leukemia'],
    ['malignancy', 'leukaemia of sister'],
    ['malignancy', 'Breast cancer in the patient’s mother'],
    ['malignancy', 'Breast cancer - mother'],
    ['malignancy', 'Lymphoma (maternal aunt)'],
    ['malignancy', '母亲乳腺癌'],
    ['malignancy', '白血病（姐姐）'],
    ['malignancy', '舅舅白血病'],
    ['malignancy', 'Mutter mit Leukämie'],
    ['organ-transplant', '堂兄肾移植'],
    ['malignancy', 'Family history: leukemia'],
    ['malignancy', 'Mother: hypertension, breast cancer'],
    ['malignancy', 'Asthma; FH: leukemia'],
    ['malignancy', 'FH leukemia'],
    ['malignancy', '家族史：白血病'],
    ['malignancy', '母亲：高血压，白血病'],
    ['hiv-infection', 'Child of HIV-positive mother'],
    ['hiv-infection', 'HIV infected mother'],
    ['hiv-infection', 'HIV阳性母亲所生'],
    ['chronic-hepatitis-b', 'Infant of hepatitis B carrier mother'],
  ] as const)('has the disease (%s): %s', (set, text) => {
    expect(mentionsIn(text).get(set)).toBe('no');
  });

  it.each([
    ['organ-transplant', 'Renal transplant status of father'],
    ['organ-transplant', '肾移植（父亲）'],
    ['organ-transplant', '肾移植，父亲'],
    ['organ-transplant', '母亲供肾肾移植术后'],
    ['organ-transplant', 'donor mother, liver transplant'],
    ['organ-transplant', 'Kidney transplant donor'],
    ['organ-transplant', 'Father: kidney transplant donor'],
    ['organ-transplant', '肾移植供者'],
    ['organ-transplant', '父肾移植'],
    ['hsct', 'Matched sibling HSCT'],
    ['hsct', '姐姐供者造血干细胞移植术后'],
  ] as const)('may be who gave or who got the transplant (%s): %s', (set, text) => {
    expect(mentionsIn(text).get(set)).toBe('maybe');
  });

  it.each([
    ['organ-transplant', 'Living related donor renal transplant (father)'],
    ['organ-transplant', 'living related kidney transplant, donor: father'],
    ['organ-transplant', 'Kidney transplant from mother'],
    ['organ-transplant', '亲属活体肾移植(供者：父亲)'],
    ['organ-transplant', '肾移植术后（父亲供肾）'],
    ['hsct', 'Haploidentical HSCT (mother)'],
    ['malignancy', 'lymphoma, mother tongue Mandarin'],
    ['malignancy', 'ALL in remission, mother informed'],
    ['dialysis', 'Peritoneal dialysis by parents'],
    ['dialysis', 'Dialysis training of parents'],
    ['malignancy', 'Mother reports leukemia in 2019'],
    ['malignancy', '母亲代诉白血病病史'],
    ['malignancy', '母亲发现患儿白血病'],
    ['malignancy', 'Family history: none, leukemia in 2019'],
    ['malignancy', 'Mother: asthma. Leukemia in remission'],
    ['malignancy', '母亲：体健，白血病3年'],
    ['malignancy', '家族史：哮喘，患儿白血病'],
    ['malignancy', 'Diagnosis: leukemia'],
    ['hiv-infection', 'HIV positive, mother informed'],
    ['hiv-infection', 'HIV infection, mother to child transmission'],
  ] as const)('only gives an organ, speaks or tells (%s): %s', (set, text) => {
    expect(mentionsIn(text).get(set)).toBe('yes');
  });
});
