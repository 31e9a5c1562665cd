// Which orders of glucocorticoids are shown, with which doses and flags, and what is shown as not counted?

import { describe, expect, it } from 'vitest';
import type { Json } from '../../../src/fhir/record.ts';
import type { Evidence } from '../../../src/logic/finding.ts';
import { answer, by, ignored, numbers, source, unweighed } from './answers.ts';
import { dosage } from './asked.ts';
import { administration, ago, daily, mg, order, prednisone, timing } from './prednisone.ts';

/** The sources alone, after the numbers of the course. */
const sources = (...resources: readonly Json[]): readonly Evidence[] =>
  answer(resources, { unattested: true }).evidence.filter(({ reference }) => reference !== undefined);

const quantity = (value: number, unit: string): Json => ({ doseQuantity: { value, unit } });
const range = (low: number, high: number): Json => ({
  doseRange: { low: { value: low, unit: 'mg' }, high: { value: high, unit: 'mg' } },
});
const stepped = (...doses: readonly number[]): Json =>
  order(
    'prednisone tablet',
    doses.map((dose, index) => ({ ...daily(dose, 90 - index, 90 - index), sequence: index + 1 })),
  );
const given = (milligrams: number, days: number, drug = 'prednisone'): Json =>
  administration(drug, milligrams, ago(days), 'oral');
const by1 = { type: 'MedicationAdministration', drug: 'prednisone' } as const;

describe('the orders that are shown', () => {
  it.each<readonly [string, readonly Json[], readonly Evidence[]]>([
    ['one with its dose', [prednisone(20, 9, 0)], [source(1, ['20 mg'], 9)]],
    [
      'one in prednisone equivalents, to the third decimal',
      [order('dexamethasone tablet', [daily(0.5, 9, 0)])],
      [source(1, ['3.333 mg'], 9, { drug: 'dexamethasone tablet' })],
    ],
    [
      'a dose per kg',
      [order('prednisone tablet', [dosage([quantity(0.1, 'mg/kg')], 9)])],
      [source(1, ['0.1 mg/kg'], 9)],
    ],
    [
      'a dose per square metre',
      [order('prednisone tablet', [dosage([quantity(2, 'mg/m2')], 9)])],
      [source(1, ['2 mg/m²'], 9)],
    ],
    ['a range', [order('prednisone tablet', [dosage([range(5, 10)], 9)])], [source(1, ['5–10 mg'], 9)]],
    ['a dose that cannot be read', [order('prednisone tablet', [dosage([], 9)])], [source(1, ['?'], 9)]],
    ['each dose of a taper once', [stepped(20, 10, 20, 5)], [source(1, ['20 mg', '10 mg', '5 mg'], 90)]],
    [
      'six doses of a taper',
      [stepped(7, 6, 5, 4, 3, 2, 1)],
      [source(1, ['7 mg', '6 mg', '5 mg', '4 mg', '3 mg', '2 mg'], 90)],
    ],
    [
      'a day that is not exact',
      [
        order('prednisone tablet', [
          { ...daily(5, 9), timing: timing(1, 1, 'd', { boundsPeriod: { start: '2026-05', end: ago(0) } }) },
        ]),
      ],
      [source(1, ['5 mg'], '2026-05')],
    ],
    [
      'two orders of one dose',
      [prednisone(20, 9, 5), prednisone(20, 4, 0)],
      [source(1, ['20 mg'], 9), source(2, ['20 mg'], 4)],
    ],
    [
      'of administrations of one drug in one dose the first, with their number',
      [given(20, 9), given(20, 8), given(10, 7), given(20, 6), given(20, 5, 'prednisolone')],
      [
        source(1, ['20 mg'], 9, { ...by1, count: 3 }),
        source(3, ['10 mg'], 7, by1),
        source(5, ['20 mg'], 5, { ...by1, drug: 'prednisolone' }),
      ],
    ],
    [
      'a statement and a dispense as such',
      [
        {
          resourceType: 'MedicationStatement',
          status: 'active',
          medicationCodeableConcept: { text: '泼尼松片' },
          effectivePeriod: { start: ago(9), end: ago(5) },
          dosage: [{ ...dosage([mg(20)], 9, 5) }],
        },
        {
          resourceType: 'MedicationDispense',
          status: 'completed',
          medicationCodeableConcept: { text: 'prednisone tablet' },
          whenHandedOver: ago(4),
          daysSupply: { value: 5, unit: 'd' },
          dosageInstruction: [{ timing: timing(1, 1, 'd'), doseAndRate: [mg(20)] }],
        },
      ],
      [
        source(1, ['20 mg'], 9, { type: 'MedicationStatement', drug: '泼尼松片' }),
        source(2, ['20 mg'], 4, { type: 'MedicationDispense' }),
      ],
    ],
    [
      'a drug without a name by what is in it',
      [
        order('', [daily(20, 9, 0)], {
          medicationCodeableConcept: { coding: [{ system: 'http://www.whocc.no/atc', code: 'H02AB07' }] },
        }),
      ],
      [source(1, ['20 mg'], 9, { drug: 'H02AB07' })],
    ],
  ])('%s', (_, resources, expected) => {
    expect(sources(...resources)).toEqual(expected);
  });
});

it('the numbers are those of both readings; the highest dose was that of the least, so that one nobody knows was 0 mg/kg', () => {
  const found = unweighed([prednisone(40, 99, 50), prednisone(20, 39, 20)], { unattested: true });
  expect(found.evidence.slice(0, 5)).toEqual(numbers('70', '0–70', '0–50', [99, 20], '0.2–5'));
  expect(answer([by('injection', 'dexamethasone injection', dosage([mg(6)], 9, 5))]).evidence.slice(1, 6)).toEqual(
    numbers('0–5', '0–5', '0–5', [9, 5], '0–1'),
  );
  const unreadable = order('prednisone tablet', [dosage([], 9)]);
  expect(answer([unreadable], { unattested: true }).evidence).toEqual([
    ...numbers('10', '0–10', '0–10', [9, 0]),
    source(1, ['?'], 9),
  ]);
  expect(answer([prednisone(20, 99, 10), unreadable]).evidence.map(({ value }) => value)).toContain('≥ 0.5 mg/kg');
});

it('what is not counted is shown with why', () => {
  const found = answer([
    order('prednisone tablet', [{ ...daily(40, 9, 0), asNeededBoolean: true }]),
    order('dexamethasone eye drops', [{ ...daily(1, 8, 0), route: undefined }]),
    order('budesonide capsule', [daily(9, 7, 0)]),
    order('hydrocortisone tablet', []),
  ]);
  expect(found.ignored).toEqual([
    ignored(4, 'undated', 'hydrocortisone tablet'),
    ignored(1, 'as-needed', 'prednisone tablet', 9),
    ignored(2, 'not-systemic', 'dexamethasone eye drops', 8),
    ignored(3, 'not-systemic', 'budesonide capsule', 7),
  ]);
  expect(found.flags).toEqual(['GC_PRN_IGNORED', 'GC_NON_SYSTEMIC_IGNORED']);
});

describe('the flags', () => {
  const text = (words: string): Json =>
    order('prednisone tablet', [{ text: words, timing: { repeat: { boundsPeriod: { start: ago(9), end: ago(0) } } } }]);

  it.each<readonly [string, readonly Json[], readonly string[]]>([
    ['none of a plain order', [prednisone(20, 9, 0)], []],
    [
      'of what is taken only when needed',
      [order('prednisone tablet', [{ ...daily(40, 9, 0), asNeededBoolean: true }])],
      ['GC_PRN_IGNORED'],
    ],
    [
      'of what is local',
      [order('dexamethasone eye drops', [{ ...daily(1, 8, 0), route: undefined }])],
      ['GC_NON_SYSTEMIC_IGNORED'],
    ],
    [
      'of an order that nothing ends',
      [order('prednisone tablet', [{ timing: timing(1, 1, 'd'), doseAndRate: [mg(5)] }], { authoredOn: ago(300) })],
      ['UNBOUNDED_ORDER'],
    ],
    ['of orders that overlap', [prednisone(5, 9, 0), prednisone(10, 5, 0)], ['GC_ORDERS_OVERLAP']],
    ['of a depot', [by('intramuscular', 'Kenalog injection', dosage([mg(40)], 9))], ['GC_DEPOT']],
    ['of a dose that cannot be read', [order('prednisone tablet', [dosage([], 9)])], ['GC_DOSE_UNREADABLE']],
    ['of a dose that is read from words', [text('5mg qd')], ['GC_DOSE_FROM_TEXT']],
    ['of words that say how often and not how much', [text('once daily')], ['GC_DOSE_UNREADABLE']],
    [
      'of a readable step, and of one whose words say how often and not how much',
      [
        order('prednisone tablet', [
          { ...daily(5, 9, 6), sequence: 1 },
          { sequence: 2, text: 'once daily', timing: { repeat: { boundsPeriod: { start: ago(5), end: ago(0) } } } },
        ]),
      ],
      ['GC_DOSE_UNREADABLE'],
    ],
    ['of words that cannot be read', [text('as directed')], ['GC_DOSE_UNREADABLE']],
    [
      'of doses of which one is read from words',
      [
        order('prednisone tablet', [
          { ...daily(5, 9, 6), sequence: 1 },
          { sequence: 2, text: '10mg qd', timing: { repeat: { boundsPeriod: { start: ago(5), end: ago(0) } } } },
        ]),
      ],
      ['GC_DOSE_FROM_TEXT'],
    ],
    ['of full doses and near days among high ones', [prednisone(38, 99, 50), prednisone(40, 49, 0)], ['GC_NEAR_DAYS']],
    ['none of near days where the course alone is enough', [prednisone(38, 199, 150), prednisone(40, 149, 0)], []],
    ['none of near days that are too few', [prednisone(38, 50, 0)], []],
    [
      'none of a regimen alone where something else holds too',
      [prednisone(40, 99, 60), prednisone(38, 59, 0)],
      ['GC_NEAR_DAYS'],
    ],
  ])('%s', (_, resources, flags) => {
    expect(answer(resources).flags).toEqual(flags);
  });
});
