// In which unit is a dose written?

import { expect, test } from 'vitest';
import { readUnit } from '../../src/fhir/dosage/dosage-unit.ts';

const mass = (factor: number, every = 'dose') => ({ of: 'milligrams', every, factor });
const perKilogram = (factor: number, every = 'dose') => ({ ...mass(factor, every), per: 'kilogram' });
const perSquareMetre = (factor: number, every = 'dose') => ({ ...mass(factor, every), per: 'square-metre' });
const pieces = { of: 'pieces', every: 'dose', factor: 1 };
const millilitres = (factor: number, every = 'dose') => ({ of: 'millilitres', every, factor });

test.each([
  ['mg', mass(1)],
  [' mg ', mass(1)],
  ['ＭＧ', mass(1)],
  ['µg', mass(0.001)],
  ['μg', mass(0.001)],
  ['g/d', mass(1000, 'day')],
  ['mg/d', mass(1, 'day')],
  ['mg/h', mass(1, 'hour')],
  ['mg/min', mass(60, 'hour')],
  ['ug/s', mass(0.001 * 3600, 'hour')],
  ['mg/次', mass(1)],
  ['mg/kg', perKilogram(1)],
  ['mg/公斤', perKilogram(1)],
  ['毫克/千克', perKilogram(1)],
  ['mg / kg / d', perKilogram(1, 'day')],
  ['mg/kg.d', perKilogram(1, 'day')],
  ['mg/(kg.d)', perKilogram(1, 'day')],
  ['ug/kg/min', perKilogram(0.001 * 60, 'hour')],
  ['mg/m2', perSquareMetre(1)],
  ['g/m²', perSquareMetre(1000)],
  ['mg/㎡', perSquareMetre(1)],
  ['mg/m^2/d', perSquareMetre(1, 'day')],
  ['{tbl}', pieces],
  ['unit  dose', pieces],
  ['片', pieces],
  ['1', pieces],
  ['mL', millilitres(1)],
  ['dL', millilitres(100)],
  ['mL/h', millilitres(1, 'hour')],
])('"%s" is a unit', (text, unit) => {
  expect(readUnit(text)).toStrictEqual(unit);
});

test.each(['', 'puffs', 'mg/', 'mg/bag', 'mg/kg/month', 'kg', '/d', 'mg.tab', 'tablet 20 mg', 'mmol'])(
  '"%s" is none, or one nobody can tell',
  (text) => {
    expect(readUnit(text)).toBeUndefined();
  },
);
