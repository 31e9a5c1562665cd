// Which weight, height, dose, route or day would settle an open answer about glucocorticoids?

import { expect, it } from 'vitest';
import type { Json } from '../../../src/fhir/record.ts';
import type { Missing } from '../../../src/logic/finding.ts';
import { print } from '../../../src/eligibility/print.ts';
import { say, verbatim } from '../../../src/logic/message.ts';
import { observation, textObservation } from '../../builders.ts';
import { by, orders, unweighed } from './answers.ts';
import { bodyHeight, bodyWeight, dosage, doubt } from './asked.ts';
import { ago, mg, order, timing, weighing, weight } from './prednisone.ts';

/** What is asked for, whatever the rest of the answer. */
const asks = (resources: readonly Json[], weights: readonly Json[] = weighing(40)): readonly Missing[] => {
  const found = unweighed([...resources, ...weights]);
  expect(found.verdict).toBe('unknown');
  expect(found.reason).toEqual(say('glucocorticoid.undecided', { what: found.missing.map(({ what }) => what) }));
  return found.missing;
};

const perKg = (more: Json = {}): Json => ({ ...dosage([{ doseQuantity: { value: 1, unit: 'mg/kg' } }]), ...more });
const perSquareMetre = (value: number, from = 99, to = 0): Json =>
  order('prednisone tablet', [dosage([{ doseQuantity: { value, unit: 'mg/m2' } }], from, to)]);
const ceiling = { maxDosePerAdministration: { value: 60, unit: 'mg' } };
const ranged = (low: number, high: number, unit = 'mg', from = 99, to = 0): Json =>
  dosage([{ doseRange: { low: { value: low, unit }, high: { value: high, unit } } }], from, to);
const tall = observation('8302-2', 150, 'cm', ago(60));
const some = (start: string, end: string, milligrams = 40): Json =>
  order('prednisone tablet', [
    { timing: timing(1, 1, 'd', { boundsPeriod: { start, end } }), doseAndRate: [mg(milligrams)] },
  ]);

const untaken = (start: string, end: string): Json => ({
  resourceType: 'MedicationStatement',
  status: 'not-taken',
  medicationCodeableConcept: { text: 'prednisone tablet' },
  effectivePeriod: { start, end },
});

it.each<readonly [string, readonly Json[], readonly Json[], readonly Missing[]]>([
  [
    'a weight from the first to the last day without one',
    orders(40, [299, 290], [289, 280], [200, 120]),
    [weight(40, ago(250))],
    [bodyWeight(299, 281)],
  ],
  [
    'a weight for a dose per kg with a ceiling',
    [order('prednisone tablet', [perKg(ceiling)])],
    [],
    [bodyWeight(99, 0)],
  ],
  [
    'no weight for a dose per kg without one, begun nobody knows when',
    [
      order('prednisone tablet', [
        perKg({ timing: timing(1, 1, 'd', { boundsPeriod: { start: '2026-03', end: ago(0) } }) }),
      ]),
    ],
    [],
    [doubt('dates', 1)],
  ],
  [
    'a weight for a dose per kg beside another drug',
    [
      order('prednisone tablet', [dosage([{ doseQuantity: { value: 0.5, unit: 'mg/kg' } }])]),
      order('hydrocortisone tablet', [dosage([mg(80)])]),
    ],
    [],
    [bodyWeight(99, 0)],
  ],
  [
    'a more exact weight for a dose in mg beside a dose per kg',
    [
      order('prednisone tablet', [dosage([{ doseQuantity: { value: 0.5, unit: 'mg/kg' } }])]),
      order('hydrocortisone tablet', [dosage([mg(80)])]),
    ],
    [textObservation('体重', '38-42 kg', ago(100)), textObservation('体重', '38-42 kg', ago(40))],
    [{ what: say('glucocorticoid.exact-weight', { from: ago(99), to: ago(0) }), orders: [] }],
  ],
  [
    'the dose, and no weight, where it cannot be read',
    [order('prednisone tablet', [dosage([])])],
    [],
    [doubt('dose', 1)],
  ],
  [
    'a height for a dose per square metre beside another drug',
    [perSquareMetre(20), order('hydrocortisone tablet', [dosage([mg(40)])])],
    weighing(40),
    [bodyHeight(99, 0)],
  ],
  [
    'no height where it is known, beside a drug whose dose is a range',
    [perSquareMetre(20), order('hydrocortisone tablet', [ranged(20, 120)]), tall],
    weighing(40),
    [doubt('exact-dose', 2)],
  ],
  [
    'no height for days on which it is known',
    [perSquareMetre(40, 40), order('prednisone tablet', [ranged(20, 40, 'mg', 99, 41)]), tall],
    weighing(40),
    [doubt('exact-dose', 2)],
  ],
  [
    'a weight and a height for a dose per square metre',
    [order('prednisone tablet', [dosage([{ doseQuantity: { value: 30, unit: 'mg/m2' } }])])],
    [],
    [bodyWeight(99, 0), bodyHeight(99, 0)],
  ],
  [
    'a weight, and no height that is on record, for a dose per square metre',
    [order('prednisone tablet', [dosage([{ doseQuantity: { value: 30, unit: 'mg/m2' } }])]), tall],
    [],
    [bodyWeight(99, 0)],
  ],
  [
    'the exact dose, and no height, for a range per square metre',
    [order('prednisone tablet', [ranged(20, 40, 'mg/m2')]), tall],
    weighing(40),
    [doubt('exact-dose', 1)],
  ],
  [
    'each doubt with its orders, in the order of their names',
    [
      order('hydrocortisone tablet', [dosage([], 60)]),
      order('cortisone tablet', [dosage([])]),
      order('prednisone tablet', [ranged(20, 40)]),
      by('subcutaneous', 'dexamethasone', dosage([mg(1)])),
      by('subcutaneous', 'betamethasone', dosage([])),
    ],
    weighing(40),
    [doubt('dose', 1, 2, 5), doubt('exact-dose', 3), doubt('route', 4, 5)],
  ],
  ['the day on which an order began', [some('2026-03', ago(0))], weighing(40), [doubt('dates', 1)]],
  ['the day on which an order ended', [some(ago(93), '2026-05')], weighing(40), [doubt('dates', 1)]],
  [
    'the day on which an order began, also where another meets it',
    [some('2026-03', ago(0)), some(ago(50), ago(0))],
    weighing(40),
    [doubt('dates', 1)],
  ],
  [
    'the day on which an order ended, and which of two others holds',
    [some(ago(99), ago(0)), some(ago(50), '2026-05', 20), some(ago(33), ago(0), 20)],
    weighing(40),
    [doubt('dates', 2), doubt('overlap', 1)],
  ],
  [
    'whether an order was taken that a statement denies, and on which day it began',
    [some('2026-03', ago(0)), untaken(ago(3), ago(0))],
    weighing(40),
    [doubt('untaken', 1), doubt('dates', 1)],
  ],
  [
    'whether an order was taken that a statement denies at first, and on which day it ended',
    [some(ago(93), '2026-05'), untaken(ago(93), ago(91))],
    weighing(40),
    [doubt('untaken', 1), doubt('dates', 1)],
  ],
  [
    'whether an order was taken that a statement denies for its first day',
    [some(ago(89), ago(0)), untaken(ago(89), ago(89))],
    weighing(40),
    [doubt('untaken', 1)],
  ],
  [
    'which of two orders holds, and no route of another that meets none',
    [...orders(30, [99, 0], [95, 0]), by('subcutaneous', 'dexamethasone', dosage([mg(0.5)], 95))],
    weighing(40),
    [doubt('route', 3), doubt('overlap', 1)],
  ],
])('%s', (_, resources, weights, missing) => {
  expect(asks(resources, weights)).toEqual(missing);
});

it.each<readonly [string, readonly Json[], readonly Json[], string, object]>([
  [
    'one day',
    [some(ago(89), ago(0)), untaken(ago(89), ago(89))],
    weighing(40),
    'entry-of-day',
    { from: ago(89), to: ago(89), count: 1 },
  ],
  ['some days', [some('2026-03', ago(0))], weighing(40), 'entry', { from: '2026-03-01', to: '2026-03-30', count: 1 }],
  [
    'several entries',
    [some(ago(99), ago(30), 40), some(ago(39), ago(0), 20), some(ago(29), ago(0), 20)],
    weighing(40),
    'entries',
    { from: ago(39), to: ago(0), count: 2 },
  ],
])('of %s the drug, the days and how many entries they are is told', (_, resources, weights, id, values) => {
  const entry = { id: `glucocorticoid.${id}`, values: { drug: verbatim('prednisone'), ...values } };
  expect(asks(resources, weights).map(({ what }) => what.values['entries'])).toEqual([[entry]]);
});

it('the reader is told the drug and its days, no longer the number of a resource', () => {
  const overlapping = [some(ago(99), ago(30), 40), some(ago(39), ago(0), 20), some(ago(39), ago(0), 20)];
  const [missing] = asks(overlapping).map(({ what }) => [print(what, 'en'), print(what, 'zh-CN')]);
  expect(missing).toEqual([
    `whether prednisone (2 entries, ${ago(39)} to ${ago(0)}) went on beside a later order`,
    '泼尼松（2 条，2026年4月23日至2026年6月1日）在后续医嘱开立后是否仍同时使用',
  ]);
});
