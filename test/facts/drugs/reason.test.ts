// For what was a drug given, where its reasons name one thing, several, or nothing that is understood?

import { expect, it } from 'vitest';
import { drugReason, type DrugReason } from '../../../src/facts/drugs/reason.ts';
import { readConcept } from '../../../src/fhir/concept-reader.ts';
import { recordOf } from '../../builders.ts';
import { concept } from '../history-entries.ts';

const record = recordOf([]);
const askOf = (...written: readonly string[]): DrugReason =>
  drugReason(
    record,
    written.flatMap((each) => readConcept(concept(each)) ?? []),
  );

const contradictory = 'cm K50.90 Ventricular septal defect';

it.each<[string, readonly string[], DrugReason['of'], string]>([
  ['no reason', [], 'none', ''],
  ['lupus by its code', ['cm M32.9'], 'lupus', 'M32.9'],
  ['lupus beside another disease', ['Asthma', 'Systemic lupus erythematosus'], 'shared', 'Asthma'],
  ['possible lupus beside another disease', ['Asthma', '可能系统性红斑狼疮'], 'unclear', '可能系统性红斑狼疮'],
  ['possible lupus beside an organ of it', ['可能系统性红斑狼疮', '狼疮性肾炎'], 'lupus', '狼疮性肾炎'],
  ['an organ of lupus', ['胸膜炎'], 'lupus', '胸膜炎'],
  ['another disease beside an organ that lupus may have', ['胸膜炎', '克罗恩病'], 'other-disease', '克罗恩病'],
  ['an organ of lupus beside a transplant', ['Kidney transplant', '狼疮性肾炎'], 'lupus', '狼疮性肾炎'],
  ['a transplant beside an infection', ['Pneumonia', 'Kidney transplant'], 'transplant', 'Kidney transplant'],
  ['prophylaxis beside an infection', ['Pneumonia', 'Prophylaxis'], 'none', 'Prophylaxis'],
  ['an organ of lupus beside an infection', ['Pneumonia', '胸膜炎'], 'lupus', '胸膜炎'],
  // Two reasons written as one passed as lupus alone, and the asthma as nothing on record.
  ['lupus and another disease in the words of one reason', ['SLE with asthma'], 'shared', 'SLE with asthma'],
  ['the same in Chinese', ['系统性红斑狼疮合并哮喘'], 'shared', '系统性红斑狼疮合并哮喘'],
  ['an organ of lupus in the words of one reason', ['SLE with vasculitis'], 'lupus', 'SLE with vasculitis'],
  [
    'a nephrotic syndrome of no cause of its own',
    ['SLE with nephrotic syndrome'],
    'lupus',
    'SLE with nephrotic syndrome',
  ],
  // A vasculitis that is a disease of its own passed as one of lupus.
  ['an IgA vasculitis', ['IgA vasculitis'], 'other-disease', 'IgA vasculitis'],
  ['an ANCA vasculitis', ['ANCA vasculitis'], 'other-disease', 'ANCA vasculitis'],
  ['an infection', ['Pneumonia'], 'other-disease', 'Pneumonia'],
  ['eczema', ['特应性皮炎'], 'other-disease', '特应性皮炎'],
  ['what nobody understands', ['Coeliac disease'], 'unclear', 'Coeliac disease'],
  ['another disease that is only suspected', ['疑似克罗恩病'], 'unclear', '疑似克罗恩病'],
  ['a code that its own name contradicts', [contradictory], 'unclear', 'Ventricular septal defect'],
  [
    'the same beside what nobody understands',
    ['Coeliac disease', contradictory],
    'unclear',
    'Ventricular septal defect',
  ],
  ['several that nobody understands', ['Coeliac disease', 'xyz'], 'unclear', 'Coeliac disease'],
])('%s: %j', (_, written, of, name) => {
  expect(askOf(...written)).toEqual({ of, name });
});
