// Is an abbreviation with several meanings a question, and never silence or a diagnosis?

import { describe, expect, it } from 'vitest';
import type { Coding } from '../../src/terminology/concept.ts';
import { shortFormsIn } from '../../src/terminology/short-forms.ts';
import { meaningOf, mentionsIn } from '../../src/terminology/value-sets.ts';
import { chinese, english } from './ordinary-names.ts';

const icd10 = 'http://hl7.org/fhir/sid/icd-10';
const of = (text: string, ...codings: readonly Coding[]) => meaningOf({ codings, text });

describe('an abbreviation was passed over in silence', () => {
  it.each([
    ['chd', 'CHD'],
    ['chd', 'TOF s/p repair'],
    ['chd', 'TGA s/p switch'],
    ['malignancy', 'ALL'],
    ['malignancy', 'Relapsed ALL'],
    ['malignancy', 'ALL S/P CHEMO'],
    ['malignancy', 'HL, stage II'],
    ['organ-transplant', 's/p LDKT'],
    ['hsct', 'Haplo SCT'],
    ['active-tuberculosis', 'PTB'],
    ['infection', 'CLABSI'],
    ['myocardial-infarction', 'Rule out MI'],
    ['myocardial-infarction', 'Fever, MI'],
    ['other-arrhythmia', 'PACs'],
    ['ventricular-tachycardia', 'TdP'],
    ['dialysis', 'HD MWF'],
    ['pulmonary-embolism', 'PE'],
    ['other-glucocorticoid-disease', 'UC flare'],
    ['car-t-procedure', 'CART'],
    ['malignancy', 'ALL induction'],
    ['malignancy', 'REFRACTORY ALL'],
    ['chd', 'TOF PHYSIOLOGY'],
    ['chd', 'Follow-up (TOF repaired)'],
    ['chd', '(TOF)'],
    ['chd', 'TOF (repaired)'],
    ['chd', 'TOF, seen (by clinic)'],
  ] as const)('and is a suspicion (%s): %s', (set, text) => {
    expect([...of(text).suspected]).toContain(set);
    expect(of(text).sets.has(set)).toBe(false);
  });

  it.each([
    '先心',
    '肾母',
    '暴心',
    '肺栓',
    '呼衰',
    '溃结',
    '上感',
    'Ewing',
    'C diff colitis',
    'CKD 5D',
    'LV dysfunction',
  ])('and a short name is read: %s', (text) => {
    expect([...mentionsIn(text).values()]).toContain('yes');
  });

  it.each(['Transplant', 'Transplanted 2019', '移植史', 'Kidney recipient'])(
    'and so was a transplant of nobody says what: %s',
    (text) => {
      expect(mentionsIn(text).get('transplant-unclear')).toBe('yes');
    },
  );
});

describe('an abbreviation means nothing', () => {
  it.each([
    ...english,
    ...chinese,
    'No CHD',
    'Mother with ALL',
    'FH of MI',
    'Multiple sclerosis (MS)',
    'AI (aortic insufficiency)',
    'Congenital heart disease (CHD), repaired',
    'CHD(congenital heart disease)',
    'CHD ( congenital heart disease )',
    'TOF ruled out',
    'Scheduled TOF MRA brain',
    'PAIN IN ALL JOINTS OF HANDS',
    'All findings normal',
    'S/P PE TUBES',
    'NB hearing screening',
    'Cataract OS',
    'CA 125 elevated',
    'Nodule 5 MM',
    'BD dosing',
    'TOF MRA brain',
    'APL antibodies',
    'HLA',
  ])('where it is denied, a relative’s, spelt out, a word or a unit: %s', (text) => {
    expect([...shortFormsIn(text)]).toEqual([]);
  });

  it('where a code of a classification says what it is', () => {
    expect([...of('CHD', { system: icd10, code: 'I25.1' }).suspected]).toEqual([]);
  });

  it('against a code that says the same', () => {
    expect(of('TOF', { system: 'http://snomed.info/sct', code: '86299006' }).sets.get('chd')).toBe('in');
  });
});

it.each([
  ['chd', 'HLH'],
  ['hiv-infection', 'First aid training'],
  ['respiratory-failure', 'ARD'],
] as const)('an abbreviation that ends in s was cut to another one (%s): %s', (set, text) => {
  expect(mentionsIn(text).has(set)).toBe(false);
});
