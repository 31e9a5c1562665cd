// How much is one dose by the fields of a dosage, in which unit, and per what?

import { describe, expect, test } from 'vitest';
import { readDose, readQuantity, readRange } from '../../src/fhir/dosage/dosage-amount.ts';
import type { Amount } from '../../src/fhir/dosage/dosage-unit.ts';
import type { Json } from '../../src/fhir/record.ts';

/** "40 mg", "1-2 mg per kg a day", "50 mL an hour", or "unread". */
function brief(amount: Amount | undefined): string {
  if (amount === undefined) return 'unread';
  const { of, per, every, value } = amount;
  const size = value.low === value.high ? String(value.low) : `${String(value.low)}-${String(value.high)}`;
  const shares = { kilogram: ' per kg', 'square-metre': ' per m2' };
  const times = { dose: '', day: ' a day', hour: ' an hour' };
  return `${size} ${of}${per === undefined ? '' : shares[per]}${times[every]}`;
}

describe('a quantity', () => {
  test.each<[string, unknown, string]>([
    ['nothing at all', 0, '0 milligrams'],
    ['the smallest amount', 0.001, '0.001 milligrams'],
    ['less than nothing', -0.001, 'unread'],
    ['an infinite amount', Infinity, 'unread'],
    ['an amount that is no number', Number.NaN, 'unread'],
  ])('of %s is that or cannot be read', (_, value, expected) => {
    expect(brief(readQuantity({ value, unit: 'mg' }))).toBe(expected);
  });

  test.each<[string, Json, string]>([
    ['code alone', { code: 'mg' }, '2 milligrams'],
    ['unit alone', { unit: 'tablet' }, '2 pieces'],
    ['code and a unit that says the same', { code: 'mg', unit: 'milligram' }, '2 milligrams'],
    ['unit beside a code that means nothing', { code: '258684004', unit: 'mg' }, '2 milligrams'],
    ['code beside a unit that means nothing', { code: 'mg', unit: 'Milligramm (mg)' }, '2 milligrams'],
    ['neither, so that it counts pieces', {}, '2 pieces'],
    ['code of a mass beside tablets', { code: 'mg', unit: 'tablet' }, 'unread'],
    ['code in g beside mg', { code: 'g', unit: 'mg' }, 'unread'],
    ['code per kg beside mg', { code: 'mg/kg', unit: 'mg' }, 'unread'],
    ['code a day beside mg', { code: 'mg/d', unit: 'mg' }, 'unread'],
    ['two that mean nothing', { code: '258684004', unit: 'puffs' }, 'unread'],
  ])('has the unit of its %s', (_, unit, expected) => {
    expect(brief(readQuantity({ value: 2, ...unit }))).toBe(expected);
  });

  test.each([undefined, null, 40, '40 mg', [{ value: 40, unit: 'mg' }]])('cannot be read from %j', (sent) => {
    expect(readQuantity(sent)).toBeUndefined();
  });
});

describe('a range', () => {
  const ends = (low: Json | undefined, high: Json | undefined): unknown => ({ low, high });

  test.each<[string, unknown, string]>([
    ['both ends in one unit', ends({ value: 40, unit: 'mg' }, { value: 60, unit: 'mg' }), '40-60 milligrams'],
    ['both ends in one kind of unit', ends({ value: 500, code: 'mg' }, { value: 1, code: 'g' }), '500-1000 milligrams'],
    ['the ends in the wrong order', ends({ value: 60, unit: 'mg' }, { value: 40, unit: 'mg' }), '40-60 milligrams'],
    ['the unit at the low end', ends({ value: 40, unit: 'mg' }, { value: 60 }), '40-60 milligrams'],
    ['the unit at the high end', ends({ value: 40 }, { value: 60, unit: 'mg' }), '40-60 milligrams'],
    ['the code at the high end', ends({ value: 40 }, { value: 60, code: 'mg' }), '40-60 milligrams'],
    ['no unit', ends({ value: 1 }, { value: 2 }), '1-2 pieces'],
    [
      'a code at one end and a unit at the other',
      ends({ value: 40, code: 'mg' }, { value: 60, unit: 'mg' }),
      '40-60 milligrams',
    ],
    [
      'a unit at one end and another code at the other',
      ends({ value: 1, unit: 'g' }, { value: 1500, code: 'mg' }),
      '1000-1500 milligrams',
    ],
    ['per kg', ends({ value: 1, unit: 'mg/kg' }, { value: 2, unit: 'mg/kg' }), '1-2 milligrams per kg'],
    ['no high end', ends({ value: 40, unit: 'mg' }, undefined), 'unread'],
    ['no low end', ends(undefined, { value: 60, unit: 'mg' }), 'unread'],
    ['mass and pieces', ends({ value: 40, unit: 'mg' }, { value: 2, unit: 'tablet' }), 'unread'],
    ['mass and the same per kg', ends({ value: 40, unit: 'mg' }, { value: 2, unit: 'mg/kg' }), 'unread'],
    ['one dose and a whole day', ends({ value: 40, unit: 'mg' }, { value: 60, unit: 'mg/d' }), 'unread'],
    ['a unit that means nothing at one end', ends({ value: 40, unit: 'mg' }, { value: 60, unit: 'puffs' }), 'unread'],
    ['no object', [{ value: 40, unit: 'mg' }], 'unread'],
  ])('with %s is read, or not at all', (_, range, expected) => {
    expect(brief(readRange(range))).toBe(expected);
  });
});

describe('the dose of a Dosage', () => {
  const mg = (value: number): Json => ({ doseQuantity: { value, unit: 'mg' } });
  const tablets: Json = { doseQuantity: { value: 2, unit: 'tablet' } };
  const perKg: Json = { doseQuantity: { value: 1, unit: 'mg/kg' } };
  const puffs: Json = { doseQuantity: { value: 2, unit: 'puffs' } };
  const ordered: Json = { type: { coding: [{ code: 'calculated' }, { code: 'ordered' }] } };
  const calculated: Json = { type: { coding: [{ code: 'calculated' }] } };
  const many = (...doseAndRate: readonly Json[]): Json => ({ doseAndRate });

  test.each<[string, Json, string]>([
    ['its doseAndRate', many(mg(40)), '40 milligrams'],
    ['its doseRange', many({ doseRange: { low: { value: 1 }, high: { value: 2 } } }), '1-2 pieces'],
    ['its own doseQuantity, as STU3 has it', mg(40), '40 milligrams'],
    ['its dose, as an administration has it', { dose: { value: 40, unit: 'mg' } }, '40 milligrams'],
    ['the first of two', many(mg(40), mg(60)), '40 milligrams'],
    ['the one that was ordered', many(mg(40), { ...ordered, ...mg(60) }), '60 milligrams'],
    ['the first where none was ordered', many({ ...calculated, ...mg(40) }, mg(60)), '40 milligrams'],
    ['a mass before tablets', many(tablets, mg(40)), '40 milligrams'],
    ['a mass before tablets that were ordered', many({ ...ordered, ...tablets }, mg(40)), '40 milligrams'],
    ['a mass before the same per kg', many(perKg, mg(40)), '40 milligrams'],
    ['a dose per kg before nothing', many(puffs, perKg), '1 milligrams per kg'],
    ['the one that can be read', many(puffs, tablets), '2 pieces'],
    ['none of an unknown unit', many(puffs), 'unread'],
    ['none where nothing is said', {}, 'unread'],
  ])('is %s', (_, dosage, expected) => {
    expect(brief(readDose(dosage))).toBe(expected);
  });

  const rate = (value: number, unit: string): Json => ({ rateQuantity: { value, unit } });
  const ratio = (numerator: Json, denominator: unknown): Json => ({ rateRatio: { numerator, denominator } });
  const fifty: Json = { value: 50, unit: 'mg' };

  test.each<[string, Json, string]>([
    ['a quantity an hour', rate(50, 'mg/h'), '50 milligrams an hour'],
    ['a quantity per kg and minute', rate(2, 'ug/kg/min'), '0.12 milligrams per kg an hour'],
    ['a quantity a day', rate(50, 'mg/d'), '50 milligrams a day'],
    ['a quantity that is no rate', rate(50, 'mg'), 'unread'],
    [
      'a range of rates',
      { rateRange: { low: { value: 50, unit: 'mg/h' }, high: { value: 60, unit: 'mg/h' } } },
      '50-60 milligrams an hour',
    ],
    ['a ratio in an hour', ratio(fifty, { value: 1, unit: 'h' }), '50 milligrams an hour'],
    ['a ratio in several hours', ratio(fifty, { value: 4, code: 'h' }), '12.5 milligrams an hour'],
    ['a ratio in minutes', ratio(fifty, { value: 30, unit: 'min' }), '100 milligrams an hour'],
    ['a ratio in a day', ratio(fifty, { value: 1, code: 'd', unit: 'Tag' }), '50 milligrams a day'],
    ['a ratio per dose, which is no rate', ratio(fifty, { value: 1, unit: 'dose' }), 'unread'],
    ['a ratio of a unit that means nothing', ratio({ value: 2, unit: 'puffs' }, { value: 1, unit: 'h' }), 'unread'],
    ['a ratio in a time that means nothing', ratio(fifty, { value: 1, unit: 'bag' }), 'unread'],
    ['a ratio in a time without a unit', ratio(fifty, { value: 1 }), 'unread'],
    ['a ratio in a time without a number', ratio(fifty, { unit: 'h' }), 'unread'],
    ['a ratio in no time', ratio(fifty, { value: 0, unit: 'h' }), 'unread'],
    ['a ratio in less than no time', ratio(fifty, { value: -1, unit: 'h' }), 'unread'],
    ['a ratio without a time', ratio(fifty, undefined), 'unread'],
    ['a ratio that is none', { rateRatio: '50 mg/h' }, 'unread'],
    ['the first rate that is one', { doseAndRate: [rate(50, 'mg'), rate(60, 'mg/h')] }, '60 milligrams an hour'],
  ])('is, without a dose, %s', (_, said, expected) => {
    expect(brief(readDose('doseAndRate' in said ? said : many(said)))).toBe(expected);
  });

  test.each<[string, Json, string]>([
    ['that can be read', { ...mg(40), ...rate(50, 'mg/h') }, '40 milligrams'],
    ['in an unknown unit', { ...puffs, ...rate(50, 'mg/h') }, 'unread'],
    [
      'in an unknown unit, as a range',
      { doseRange: { low: { value: 1, unit: 'puffs' }, high: { value: 2, unit: 'puffs' } }, ...rate(50, 'mg/h') },
      'unread',
    ],
    [
      'in an unknown unit, as an administration has it',
      { dose: { value: 1, unit: 'bag' }, ...rate(50, 'mg/h') },
      'unread',
    ],
  ])('is not its rate beside a dose %s', (_, said, expected) => {
    expect(brief(readDose(many(said)))).toBe(expected);
    expect(brief(readDose(said))).toBe(expected);
    expect(brief(readDose(many({ text: 'other' }, said)))).toBe(expected);
  });
});
