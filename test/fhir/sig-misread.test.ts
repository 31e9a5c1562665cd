import { describe, expect, test } from 'vitest';
import { endInWords } from '../../src/fhir/dosage/sig-end.ts';
import { readSig } from '../../src/fhir/dosage/sig.ts';
import { strengthOf } from '../../src/terminology/drug-strength.ts';

/** What each step comes to: "50/d", in mg or pieces of a day; "?" where dose or rhythm cannot be read. */
function perDay(text: string): string {
  return readSig(text)
    .map(({ amounts, schedule, unread }) => {
      const [amount, ...more] = amounts;
      if (unread || amount === undefined || more.length > 0 || schedule?.kind !== 'spread') return '?';
      const times = amount.every === 'day' ? 1 : schedule.perDay.low;
      return `${String(amount.value.low * times)}-${String(amount.value.high * times)}/d`;
    })
    .join(' | ');
}

describe('amounts that were read as another amount', () => {
  test.each([
    ['take one-half tablet daily', '0.5-0.5/d'],
    ['take 1-half tablet daily', '0.5-0.5/d'],
    ['take one and one-half tablets daily', '1.5-1.5/d'],
    ['take 1 & 1/2 tablets twice a day', '3-3/d'],
    ['take 1 plus 1/2 tablet daily', '1.5-1.5/d'],
    ['20 mg AM + 20 mg HS', '40-40/d'],
    ['Take two 20 mg tablets daily', '40-40/d'],
    ['Take two (2) 20-mg tablets by mouth once daily', '40-40/d'],
    ['take 2 20mg tabs daily', '40-40/d'],
    ['2 (two) tablets by mouth every 12 (twelve) hours', '4-4/d'],
    ['20 mg bid (40 mg/day)', '40-40/d'],
    ['40 mg po q am', '40-40/d'],
    ['40mg OM', '40-40/d'],
    ['40 mg q other day', '20-20/d'],
    ['increase to 40 mg daily', '40-40/d'],
    ['加量至40mg qd', '40-40/d'],
    ['1-0-1 Tabletten', '2-2/d'],
    ['one and a half tablets in the morning and half a tablet at night', '2-2/d'],
    ['half a tablet in the morning and half a tablet in the evening', '1-1/d'],
    ['two-and-a-half tablets daily', '2.5-2.5/d'],
    ['a tablet and a half daily', '1.5-1.5/d'],
    ['a tablet in the morning and a tablet at night', '2-2/d'],
    ['one quarter of a tablet bid', '0.5-0.5/d'],
    ['three quarters of a tablet daily', '0.75-0.75/d'],
    ['四分之一片 每日一次', '0.25-0.25/d'],
    ['早8片', '8-8/d'],
    ['80 mg alternate mornings', '40-40/d'],
  ])('"%s" is read as it is meant', (text, expected) => {
    expect(perDay(text)).toBe(expected);
  });

  // The list was passed over: the dose was taken every day, or on no day that could be read.
  test.each([
    ['1 tablet Mon, Wed, Fri', [1, 3, 5]],
    ['40 mg Monday Wednesday Friday', [1, 3, 5]],
    ['1 Tbl. Mo, Mi, Fr', [1, 3, 5]],
    ['40 mg daily Mon, Wed, Fri', undefined],
    ['40 mg daily, labs Mon and Thu', undefined],
  ])('days of the week listed without "on": %s', (text, weekdays) => {
    const schedule = readSig(text)[0]?.schedule;
    expect(schedule?.kind === 'weekdays' ? schedule.weekdays : schedule).toEqual(weekdays);
  });

  // Read as one after the other, or one of them alone.
  test.each([
    ['40 mg every morning; 30 mg in the evening', '70-70/d'],
    ['2 tablets in the morning and then one tablet at night', '3-3/d'],
    ['1 tablet in the morning and 1 tablet with dinner', '2-2/d'],
    ['Take 2 tablets (40 mg) AM, 2 tablets (40 mg) every evening', '?'],
    ['40 mg in the morning for 7 days, then 20 mg in the evening', '40-40/d | 20-20/d'],
    ['50 mg daily x7d, 40 mg daily x 2 wk, 30 mg daily', '50-50/d | 40-40/d | 30-30/d'],
    ['40mg qd 2周，之后30mg qd', '40-40/d | 30-30/d'],
    ['一次2片，早晚各一次', '4-4/d'],
    ['40mgQd', '40-40/d'],
    ['每次十二片，每日一次', '12-12/d'],
    ['40 mg daily. Do not skip doses.', '40-40/d'],
    ['20 mg täglich, nicht absetzen', '20-20/d'],
    ['20 mg morgens und abends, Laborkontrolle alle 4 Wochen', '40-40/d'],
  ])('times of one day and steps of a taper: "%s"', (text, expected) => {
    expect(perDay(text)).toBe(expected);
  });

  test.each([
    'Take 1 tablet (5 mg) qAM and one tablet (5 mg) with dinner',
    'Take 1 tablet (5 mg) AM, 1 tablet (5 mg) every evening',
  ])('the same dose at two times of the day is not one of them: %s', (text) => {
    expect(readSig(text)[0]?.amounts).toEqual([
      { of: 'pieces', every: 'day', value: { low: 2, high: 2 } },
      { of: 'milligrams', every: 'day', value: { low: 10, high: 10 } },
    ]);
  });

  // The number of doses was passed over: the dose went on.
  test.each([
    ['1,000 mg, Intravenous, DAILY, For 3 doses', 3],
    ['500 mg IV q12h x 6 doses', 3],
    ['375 mg IV weekly x 4 doses', 22],
    ['0.5g 静滴 每日一次 ×3次', 3],
    ['40mg 共2次/日', undefined],
    ['for 3 doses', undefined],
  ])('so many doses take so many days: %s', (text, days) => {
    expect(readSig(text)[0]?.days).toBe(days);
  });

  // Each was another dose, or none at all.
  test.each([
    ['40 mg daily; may repeat as needed', '40-40/d | ?'],
    ['10 mg po AC & HS', '40-40/d'],
    ['40 mg 口服 每日1次 总量60片', '40-40/d'],
  ])('"%s"', (text, expected) => {
    expect(perDay(text)).toBe(expected);
  });

  test('what goes on until it is discontinued names no end', () => {
    expect(endInWords('40 mg, Oral, DAILY, First dose on Tue 1/20/26 at 0900, Until Discontinued')).toBeUndefined();
    expect(endInWords('40 mg daily until further notice')).toBeUndefined();
  });

  test('a fraction of nothing beside tablets cannot be read', () => {
    expect(perDay('Take 2 tablets in the morning and 1/2 at night')).toBe('?');
  });

  // One of the two numbers was passed over.
  test.each(['2 in the morning and 1 tablet at night', 'in the morning 1, 1 tablet at night', '早1，晚1片'])(
    'a number of nothing beside one of something cannot be read: %s',
    (text) => {
      expect(perDay(text)).toBe('?');
    },
  );

  test('an hour of the day is no number of tablets', () => {
    expect(perDay('1 tablet at 8 in the morning')).toBe('1-1/d');
  });

  test('doses said in tablets and in mg are added up in both', () => {
    const [step] = readSig('Take 2 tablets (40 mg total) every morning and 1 tablet (20 mg total) every evening');
    expect(step?.amounts).toEqual([
      { of: 'pieces', every: 'day', value: { low: 3, high: 3 } },
      { of: 'milligrams', every: 'day', value: { low: 60, high: 60 } },
    ]);
  });

  test.each([
    '40/20 mg alternate days',
    '20/40 mg daily',
    '37,5 mg daily',
    '20 mg bid (50 mg/day)',
    '20 mg am + 20 mg, daily + 5 mg',
    '40 mg daily - HOLD',
    'ON HOLD - 40 mg daily',
    '40 mg daily. Held',
    '40 mg daily, held for surgery',
    '40mg qd 暂停',
    '40mg qd（已停用）',
    '40 mg every morning, skip Sunday',
    '40 mg every weekday',
    '40 mg daily on days 1-5 of each 28 day cycle',
    '40 mg daily (patient not taking)',
    'previously 40 mg daily',
    'used to take 40 mg daily',
    '40 mg daily in case of adrenal crisis',
    '40 mg daily when joint pain',
    'increase by 40 mg daily',
    '既往40mg qd',
    '曾服40mg qd',
    '拟40mg qd',
    '减40mg qd',
    '加量40mg qd',
    '40mg qd 停用',
    '一周5天，每天40mg',
    '每周5天，每天40mg',
  ])('"%s" is no dose of every day', (text) => {
    expect(perDay(text)).toBe('?');
  });

  test.each(['40 mg daily. Do not stop suddenly', '40 mg daily with food, no stopping', '40mg qd 不可自行停用'])(
    '"%s" still is',
    (text) => {
      expect(perDay(text)).toBe('40-40/d');
    },
  );
});

test('"15mg:5ml" is the strength of 1 mL, not that of a piece', () => {
  expect(strengthOf('泼尼松龙口服溶液 15mg:5ml', 0, 4)).toEqual({ milligrams: 3, per: 'mL' });
});
