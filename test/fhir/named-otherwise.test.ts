// Which names under which a drug is filed speak of something else than taking it?

import { describe, expect, it } from 'vitest';
import { isNamedAsOver, isNamedOtherwise } from '../../src/fhir/named-otherwise.ts';

// Each of these counted as a drug that was taken: a level, an allergy, a plan, a relative's drug.
describe('is no drug that the patient takes', () => {
  it.each([
    'azathioprine level',
    'tacrolimus trough',
    'Tacrolimus-Spiegel',
    '他克莫司血药浓度',
    'TPMT before azathioprine',
    'Hydroxychloroquine retinal screening',
    'prednisone education',
    'belimumab prior authorization',
    'Allergy to hydroxychloroquine',
    'Methotrexate allergy',
    'MTX intolerance',
    '甲氨蝶呤不耐受',
    '羟氯喹过敏',
    'AZA-Unverträglichkeit',
    'adverse reaction to azathioprine',
    'azathioprine contraindicated',
    'MTX toxicity',
    'Consider hydroxychloroquine',
    ' consider hydroxychloroquine',
    'plan: tacrolimus',
    'avoid HCQ (G6PD)',
    'Will start prednisone',
    '考虑羟氯喹',
    '建议加用羟氯喹',
    '拟用泼尼松',
    '无羟氯喹用药史',
    'Hydroxychloroquin geplant',
    'kein Hydroxychloroquin',
    'Not on hydroxychloroquine',
    'no prednisone',
    'hydroxychloroquine: no',
    'tacrolimus not started yet',
    '?prednisone',
    'belimumab approval pending',
    'cyclophosphamide (declined by family)',
    'azathioprine not given',
    'prednisone?',
    'mother takes prednisone 50 mg',
    'given to sibling: prednisone',
    '母亲服用泼尼松',
    'prednisone (dog)',
    'D/C tacrolimus',
    'Hold: prednisone',
    '停用泼尼松',
    'prednisone - not taken',
  ])('%s', (name) => {
    expect(isNamedOtherwise(name)).toBe(true);
  });
});

describe('is a drug all the same', () => {
  it.each([
    'tacrolimus 1 mg capsule, requires monitoring',
    'Hydroxychloroquine, low level dosing',
    'Off-label rituximab',
    'hydroxychloroquine - allergies reviewed',
    'prednisone, no known allergies',
    'Nasacort Allergy 24HR',
    'prednisone given by mother',
    'prednisone 20 mg daily - mother to administer',
    '无糖钙片',
    '地塞米松 抗过敏',
    '停机用药',
    'hydroxychloroquine 200 mg (PLAQUENIL)',
    'Non-formulary: belimumab',
    '?????',
    'Notakehl',
    'dexamethasone 4 mg for allergic reaction',
  ])('%s', (name) => {
    expect(isNamedOtherwise(name)).toBe(false);
  });
});

it.each([
  'prednisone (stopped)',
  'prednisone, discontinued 2024',
  "prednisone DC'd",
  '泼尼松（停）',
  'Urbason abgesetzt',
])('an entry that goes on and is named "%s" contradicts itself; one that is over does not', (name) => {
  expect([isNamedAsOver(name), isNamedOtherwise(name)]).toEqual([true, false]);
});
