import { describe, expect, test } from 'vitest';
import { readDosage } from '../../src/fhir/dosage/dosage.ts';
import { readQuantity } from '../../src/fhir/dosage/dosage-amount.ts';
import { readDays } from '../../src/fhir/dosage/dosage-bounds.ts';
import type { Json } from '../../src/fhir/record.ts';
import { newLexicon } from '../../src/terminology/lexicon.ts';
import { shanghai } from '../builders.ts';

const context = { zone: shanghai, lexicon: newLexicon() };
const tablet20 = { milligrams: 20, per: 'piece' } as const;
const read = (dosage: Json, strength: { milligrams: number; per: 'piece' | 'mL' } | undefined = tablet20) =>
  readDosage(dosage, strength, context);

const once = { timing: { repeat: { frequency: 1, period: 1, periodUnit: 'd' } } };
const quantity = (value: number, unit?: string, code?: string): Json => ({
  value,
  ...(unit !== undefined && { unit }),
  ...(code !== undefined && { code, system: 'http://unitsofmeasure.org' }),
});
const dose = (value: number, unit?: string, code?: string): Json => ({
  doseAndRate: [{ doseQuantity: quantity(value, unit, code) }],
});

describe('the amount of a dose', () => {
  test.each([
    ['mg', dose(40, 'mg', 'mg'), 40],
    ['g', dose(0.5, 'g', 'g'), 500],
    ['µg with the Greek letter', dose(500, 'μg'), 0.5],
    ['tablets by the strength of the product', dose(2, 'tablet', '{tbl}'), 40],
    ['no unit counts tablets', dose(2), 40],
    ['Chinese tablets', dose(3, '片'), 60],
  ])('%s', (_, amount, milligrams) => {
    expect(read({ ...once, ...amount })[0]?.dose?.milligrams).toEqual({ low: milligrams, high: milligrams });
  });

  test.each([
    ['a tonne is still read', 1e9, { low: 1e9, high: 1e9 }],
    ['more than a tonne cannot be read', 1.001e9, undefined],
    ['what becomes infinite cannot be read', 1e308, undefined],
  ])('%s', (_, value, milligrams) => {
    expect(read({ ...once, ...dose(value, 'mg', 'mg') })[0]?.dose?.milligrams).toEqual(milligrams);
  });

  test('tablets of unknown strength cannot be read', () => {
    expect(readDosage({ ...once, ...dose(2, 'tablet') }, undefined, context)[0]?.dose).toBeUndefined();
  });

  test('mL need the concentration', () => {
    expect(read({ ...once, ...dose(5, 'mL', 'mL') })[0]?.dose).toBeUndefined();
    const perMl = read({ ...once, ...dose(5, 'mL', 'mL') }, { milligrams: 3, per: 'mL' });
    expect(perMl[0]?.dose?.milligrams.low).toBe(15);
  });

  test('mg/kg stays per kilogram', () => {
    expect(read({ ...once, ...dose(1.5, 'mg/kg', 'mg/kg') })[0]?.dose).toMatchObject({
      per: 'kilogram',
      every: 'dose',
    });
    expect(read({ ...once, ...dose(1.5, 'mg/kg/d', 'mg/kg/d') })[0]?.dose).toMatchObject({
      per: 'kilogram',
      every: 'day',
    });
  });

  test('one dose repeated by type is never added; mass comes first', () => {
    const typed = (code: string, doseQuantity: Json): Json => ({ type: { coding: [{ code }] }, doseQuantity });
    const epic = {
      ...once,
      doseAndRate: [
        typed('admin-amount', quantity(2, 'tablet', '{tbl}')),
        typed('calculated', quantity(39, 'mg', 'mg')),
        typed('ordered', quantity(40, 'mg', 'mg')),
      ],
    };
    expect(read(epic)[0]?.dose?.milligrams).toEqual({ low: 40, high: 40 });
  });

  test.each<[string, Json, number]>([
    ['of one dose, given twice a day', { maxDosePerAdministration: quantity(30, 'mg', 'mg') }, 60],
    ['of a day', { maxDosePerPeriod: { numerator: quantity(60, 'mg'), denominator: quantity(1, 'd', 'd') } }, 60],
    ['in words', { text: '0.5 mg/kg bid (max 30 mg per dose)' }, 60],
    ['in Chinese words', { text: '0.5mg/kg bid（最大30mg）' }, 60],
  ])('a dose per kg ends at the ceiling %s', (_, ceiling, high) => {
    const twice = { timing: { repeat: { frequency: 2, period: 1, periodUnit: 'd' } } };
    const [step] = read({ ...twice, ...dose(0.5, 'mg/kg', 'mg/kg'), ...ceiling });
    expect(step?.dose).toMatchObject({ per: 'kilogram', most: { high } });
  });

  test('a dose in mg has no ceiling', () => {
    const sent = { ...once, ...dose(40, 'mg', 'mg'), maxDosePerAdministration: quantity(30, 'mg', 'mg') };
    expect(read(sent)[0]?.dose?.most).toBeUndefined();
  });

  test('a ceiling per period is no dose', () => {
    const ceiling = { ...once, maxDosePerPeriod: { numerator: quantity(60, 'mg'), denominator: quantity(1, 'd') } };
    expect(read(ceiling)[0]?.dose).toBeUndefined();
  });

  test.each([
    ['a comparator', { value: 40, unit: 'mg', comparator: '<' }],
    ['an unknown unit', { value: 40, unit: 'puffs' }],
    ['a code and a unit that differ', { value: 40, unit: 'tablet', code: 'mg' }],
    ['a number sent as text', { value: '40', unit: 'mg' }],
    ['a negative number', { value: -40, unit: 'mg' }],
  ])('%s cannot be read', (_, sent) => {
    expect(readQuantity(sent)).toBeUndefined();
  });
});

describe('the rhythm of a dose', () => {
  const rhythm = (timing: Json) => read({ timing, ...dose(40, 'mg') })[0]?.schedule;
  const spread = (perDay: number, averaged = false) => ({
    kind: 'spread',
    perDay: { low: perDay, high: perDay },
    averaged,
  });

  test.each([
    ['twice a day', { repeat: { frequency: 2, period: 1, periodUnit: 'd' } }, spread(2)],
    ['every 8 hours', { repeat: { frequency: 1, period: 8, periodUnit: 'h' } }, spread(3)],
    ['every other day', { repeat: { frequency: 1, period: 2, periodUnit: 'd' } }, spread(0.5, true)],
    ['three times of day', { repeat: { timeOfDay: ['08:00:00', '14:00:00', '20:00:00'] } }, spread(3)],
    ['morning and evening', { repeat: { when: ['MORN', 'EVE'] } }, spread(2)],
    ['a standard code', { code: { coding: [{ code: 'BID' }] } }, spread(2)],
    ['a text', { code: { text: '每日1次' } }, spread(1)],
    [
      'a SNOMED CT code alone',
      { code: { coding: [{ system: 'http://snomed.info/sct', code: '229799001' }] } },
      spread(2),
    ],
    ['twice a day, in the morning', { repeat: { frequency: 2, period: 1, periodUnit: 'd', when: ['PC'] } }, spread(2)],
    ['a clock time', { code: { text: '0900' } }, spread(1)],
    ['seven times a week', { repeat: { frequency: 7, period: 1, periodUnit: 'wk' } }, spread(1)],
    ['weekly', { repeat: { frequency: 1, period: 1, periodUnit: 'wk' } }, { kind: 'cycle', days: 7, times: 1 }],
    [
      'Mondays',
      { repeat: { frequency: 1, period: 1, periodUnit: 'wk', dayOfWeek: ['mon'] } },
      { kind: 'weekdays', weekdays: [1], times: 1 },
    ],
    [
      'once to three times a week',
      { repeat: { frequency: 1, frequencyMax: 3, period: 1, periodUnit: 'wk' } },
      { kind: 'cycle', days: 7, times: 1, most: 3 },
    ],
    [
      'once or twice on Mondays',
      { repeat: { frequency: 1, frequencyMax: 2, period: 1, periodUnit: 'd', dayOfWeek: ['mon'] } },
      { kind: 'weekdays', weekdays: [1], times: 1, most: 2 },
    ],
    [
      'at most twice on Mondays',
      { repeat: { frequencyMax: 2, period: 1, periodUnit: 'd', dayOfWeek: ['mon'] } },
      { kind: 'weekdays', weekdays: [1], times: 1, most: 2 },
    ],
    [
      'at the clock times on Mondays',
      { repeat: { frequencyMax: 5, dayOfWeek: ['mon'], timeOfDay: ['08:00:00', '20:00:00'] } },
      { kind: 'weekdays', weekdays: [1], times: 2 },
    ],
    [
      'once or twice on each day of the week',
      {
        repeat: {
          frequency: 1,
          frequencyMax: 2,
          period: 1,
          periodUnit: 'd',
          dayOfWeek: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'],
        },
      },
      { kind: 'spread', perDay: { low: 1, high: 2 }, averaged: false },
    ],
  ])('%s', (_, timing, schedule) => {
    expect(rhythm(timing)).toEqual(schedule);
  });

  test('a count of doses once or twice a week lasts a range of days', () => {
    const timing = { repeat: { count: 6, frequency: 1, frequencyMax: 2, period: 1, periodUnit: 'wk' } };
    expect(read({ ...dose(40, 'mg'), timing })[0]?.bounds.days).toEqual({ low: 15, high: 36 });
  });

  test('a highest frequency makes an interval', () => {
    const timing = { repeat: { frequency: 1, frequencyMax: 2, period: 1, periodUnit: 'd' } };
    expect(rhythm(timing)).toMatchObject({ perDay: { low: 1, high: 2 } });
  });

  test('once a day at two named times may be one dose or two', () => {
    const timing = { repeat: { frequency: 1, period: 1, periodUnit: 'd', timeOfDay: ['08:00:00', '20:00:00'] } };
    expect(rhythm(timing)).toMatchObject({ perDay: { low: 1, high: 2 } });
  });

  test('without timing and text there is none', () => {
    expect(read(dose(40, 'mg'))[0]?.schedule).toBeUndefined();
  });

  test('a text completes what the fields leave out', () => {
    expect(read({ text: '每次2片 qd' })[0]).toMatchObject({
      dose: { milligrams: { low: 40, high: 40 } },
      fromText: true,
    });
    expect(read({ ...dose(40, 'mg'), text: '40mg qd' })[0]?.schedule).toEqual(spread(1));
  });

  test.each([
    ['tablets and the mass of all of them', 'Take 3 tablets (60 mg total) daily', 60, 60],
    ['tablets and the mass of one', 'Take 3 tablets (20 mg) daily', 60, 60],
    ['tablets and a mass that fits neither: both', 'Take 3 tablets (15 mg) daily', 15, 60],
    ['a mass and the same per kg', '40 mg daily (1 mg/kg/day)', 40, 40],
  ])('%s', (_, text, low, high) => {
    expect(read({ text })[0]?.dose).toMatchObject({ milligrams: { low, high } });
    expect(read({ text })[0]?.dose?.per).toBeUndefined();
  });

  test('two different numbers of tablets in one text cannot be read', () => {
    expect(read({ text: '1 tablet = 20 mg, take 3 tablets daily' })[0]?.dose).toBeUndefined();
  });

  test('a range whose unit stands at one end only has that unit', () => {
    const doseRange = { low: quantity(40), high: quantity(60, 'mg', 'mg') };
    expect(read({ ...once, doseAndRate: [{ doseRange }] })[0]?.dose?.milligrams).toEqual({ low: 40, high: 60 });
  });

  test('the strength of the product written as text is no dose', () => {
    expect(read({ text: '20mg Tablet', timing: { code: { text: 'DAILY' } } })[0]?.dose).toBeUndefined();
  });
});

test('durations are read in days, with units or without', () => {
  expect(readDays({ value: 4, unit: 'wk', code: 'wk' })).toBe(28);
  expect(readDays({ value: 30, unit: 'days' })).toBe(30);
  expect(readDays({ value: 2, unit: '周' })).toBe(14);
  expect(readDays({ value: 30 })).toBe(30);
  expect(readDays({ value: 30, unit: 'tablets' })).toBeUndefined();
});
