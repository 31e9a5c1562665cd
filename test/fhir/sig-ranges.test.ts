// How often is a dose given where an instruction in words leaves it open, and is the fluid of an infusion kept apart from the dose?

import { describe, expect, test } from 'vitest';
import { openRhythm } from '../../src/fhir/dosage/sig-ranges.ts';
import { plainSig, sigSchedule } from '../../src/fhir/dosage/sig-schedule.ts';
import { readSig } from '../../src/fhir/dosage/sig.ts';

describe('an open rhythm', () => {
  test.each([
    ['1-2 times a day', 1, 2],
    ['two to three times daily', 2, 3],
    ['once or twice daily', 1, 2],
    ['qd-bid', 1, 2],
    ['TID to QID', 3, 4],
    ['b.i.d-t.i.d', 2, 3],
    ['每日2-3次', 2, 3],
    ['一日两至三次', 2, 3],
    ['2～3次/日', 2, 3],
    ['every 4 to 6 hours', 4, 6],
    ['q6-8h', 3, 4],
    ['每6-8小时', 3, 4],
  ])('%s', (text, low, high) => {
    expect(sigSchedule(text)).toEqual({ kind: 'spread', perDay: { low, high }, averaged: false });
  });

  test.each([
    '0-1 times a day',
    '1-0 times a day',
    'every 0 to 6 hours',
    'twice daily',
    '1-2 tablets daily',
    '每次1-2片 每日2次',
    '2-3 times a week',
    '每2-3周一次',
    'q12h',
  ])('is none of %s', (text) => {
    expect(openRhythm(plainSig(text))).toBeUndefined();
  });
});

test.each([
  ['NS 100ml + 甲强龙 40mg ivgtt qd', 40],
  ['5%葡萄糖注射液 250ml+甲泼尼龙 500mg 静滴 qd', 500],
  ['40mg 加入0.9%氯化钠100ml 静脉滴注 每日一次', 40],
  ['40 mg IV q24h in 50 mL NS over 30 min', 40],
  ['40 mg in sodium chloride 0.9% 50 mL IVPB, 100 mL/hr, daily', 40],
])('the fluid of an infusion is no dose: %s', (text, milligrams) => {
  expect(readSig(text).flatMap(({ amounts }) => amounts.map(({ of, value }) => [of, value.low]))).toEqual([
    ['milligrams', milligrams],
  ]);
});

test('a dose in mL stays a dose', () => {
  const amounts = readSig('13 mL by mouth daily').flatMap((step) => step.amounts);
  expect(amounts.map(({ of, value }) => [of, value.low])).toEqual([['millilitres', 13]]);
});

test('what goes on until a visit keeps its rhythm', () => {
  expect(sigSchedule('8 tabs daily until follow up')).toEqual({
    kind: 'spread',
    perDay: { low: 1, high: 1 },
    averaged: false,
  });
});
