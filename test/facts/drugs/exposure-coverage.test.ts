// When does an order, statement, dispense or administration end, by what it says and by what follows it?

import { describe, expect, it } from 'vitest';
import { coverageEdges } from '../../../src/facts/drugs/exposure-coverage.ts';
import { endTurns, exposuresOf, type Exposure } from '../../../src/facts/drugs/exposures.ts';
import type { Json } from '../../../src/fhir/record.ts';
import { isoDay, type DayRange } from '../../../src/logic/calendar.ts';
import { recordOf, screeningOn } from '../../builders.ts';
import { timing } from '../glucocorticoids/prednisone.ts';

const drug = { medicationCodeableConcept: { text: 'hydroxychloroquine 200 mg tablet' } };
const order = (more: Json): Json => ({
  resourceType: 'MedicationRequest',
  status: 'active',
  intent: 'order',
  ...drug,
  authoredOn: '2025-01-01',
  ...more,
});
const statement = (more: Json): Json => ({ resourceType: 'MedicationStatement', status: 'active', ...drug, ...more });
const dispense = (more: Json): Json => ({
  resourceType: 'MedicationDispense',
  status: 'completed',
  ...drug,
  whenHandedOver: '2025-01-01',
  ...more,
});
const given = (more: Json): Json => ({
  resourceType: 'MedicationAdministration',
  status: 'completed',
  ...drug,
  ...more,
});
const once = (bounds: Json = {}, more: Json = {}): Json => ({ timing: timing(1, 1, 'd', bounds), ...more });
const bounds = (start: string, end?: string): Json => ({
  boundsPeriod: { start, ...(end !== undefined && { end }) },
});
const lasting = (days: number): Json => ({ boundsDuration: { value: days, unit: 'd' } });
const dosed = (...dosages: readonly Json[]): Json => ({ dosageInstruction: dosages });

const exposures = (...resources: readonly Json[]): readonly Exposure[] =>
  exposuresOf(recordOf(resources), screeningOn('2026-06-01'));
const named = (last: number): string => (Number.isFinite(last) ? isoDay(last) : '∞');
const written = (days: DayRange | undefined): string =>
  days === undefined ? '?' : days.from === days.to ? named(days.from) : `${named(days.from)}~${named(days.to)}`;
/** "2025-01-01 .. 2025-06-30", "~" where an end is a range, and what is planned if that is later than today. */
const brief = ({ start, end, plannedEnd, unbounded, bounded }: Exposure): string =>
  [
    `${written(start)} .. ${written(end)}`,
    ...(written(plannedEnd) === written(end) ? [] : [`planned ${written(plannedEnd)}`]),
    ...(unbounded ? ['unbounded'] : []),
    ...(bounded ? ['bounded'] : []),
  ].join(', ');
const first = (...resources: readonly Json[]): string => exposures(...resources).map(brief)[0] ?? 'none';

describe('an order that does not say when it ends', () => {
  const next = (authoredOn: string, more: Json = {}): Json => order({ authoredOn, ...more });

  it.each<[string, readonly Json[], string]>([
    ['is over after 180 days', [order({})], '2025-01-01 .. 2025-06-30, unbounded'],
    ['and goes on, goes on', [order(dosed(once(bounds('2025-01-01'))))], '2025-01-01 .. 2026-06-01, planned ∞'],
    [
      'and goes on, ends before the next',
      [order(dosed(once(bounds('2025-01-01')))), next('2025-03-01')],
      '2025-01-01 .. 2025-02-28',
    ],
    ['ends before the next', [order({}), next('2025-03-01')], '2025-01-01 .. 2025-02-28'],
    [
      'ends before the first of the next',
      [order({}), next('2025-04-01'), next('2025-03-01')],
      '2025-01-01 .. 2025-02-28',
    ],
    ['ends before one of the 181st day', [order({}), next('2025-07-01')], '2025-01-01 .. 2025-06-30'],
    ['is over before one of the 182nd day', [order({}), next('2025-07-02')], '2025-01-01 .. 2025-06-30, unbounded'],
    ['is not replaced on its own day', [order({}), next('2025-01-01')], '2025-01-01 .. 2025-06-30, unbounded'],
    ['ends before a day that is open', [order({}), next('2025-03')], '2025-01-01 .. 2025-02-28~2025-03-30'],
    [
      'is not replaced by what is taken when needed',
      [order({}), next('2025-03-01', dosed({ asNeededBoolean: true }))],
      '2025-01-01 .. 2025-06-30, unbounded',
    ],
    [
      'is not replaced by what is taken for pain',
      [order({}), next('2025-03-01', dosed({ asNeededCodeableConcept: { text: 'pain' } }))],
      '2025-01-01 .. 2025-06-30, unbounded',
    ],
    [
      'is replaced by what is taken when needed in part',
      [order({}), next('2025-03-01', dosed({ asNeededBoolean: true }, once()))],
      '2025-01-01 .. 2025-02-28',
    ],
    [
      'is not replaced by what is taken another way',
      [order({}), next('2025-03-01', dosed({ route: { text: 'iv' } }))],
      '2025-01-01 .. 2025-06-30, unbounded',
    ],
    [
      'is not replaced by a statement',
      [order({}), statement({ effectivePeriod: { start: '2025-03-01' } })],
      '2025-01-01 .. 2025-06-30, unbounded',
    ],
    [
      'is not replaced by another drug',
      [order({}), next('2025-03-01', { medicationCodeableConcept: { text: 'azathioprine' } })],
      '2025-01-01 .. 2025-06-30, unbounded',
    ],
    [
      'and was stopped, ended nobody knows when',
      [order({ status: 'stopped' })],
      '2025-01-01 .. 2025-01-01~2025-06-30, unbounded',
    ],
    [
      'and was stopped, ended before the next',
      [order({ status: 'stopped' }), next('2025-03-01')],
      '2025-01-01 .. 2025-02-28',
    ],
    [
      'and is completed, ended nobody knows when before the next',
      [order({ status: 'completed' }), next('2025-03-01')],
      '2025-01-01 .. 2025-01-01~2025-02-28',
    ],
  ])('%s', (_, resources, expected) => {
    expect(first(...resources)).toBe(expected);
  });
});

it('an order ends before the first of the next, also where one of them has no day', () => {
  const on = (authoredOn: string | undefined): Json => order({ authoredOn });
  const found = exposures(on('2025-04-01'), on(undefined), on('2025-05-01'), on('2025-03-01'), on('2025-01-01'));
  expect(found.map(brief).slice(0, 3)).toEqual(['? .. ?', '2025-01-01 .. 2025-02-28', '2025-03-01 .. 2025-03-31']);
});

describe('by what it says itself', () => {
  const day = '2025-01-01';

  it.each<[string, Json, string]>([
    [
      'a period that ends later',
      order(dosed(once(bounds(day, '2026-12-31')))),
      '2025-01-01 .. 2026-06-01, planned 2026-12-31, bounded',
    ],
    [
      'a period that ends today',
      order({ status: 'stopped', ...dosed(once(bounds(day, '2026-06-01'))) }),
      '2025-01-01 .. 2026-06-01, bounded',
    ],
    [
      'a period that ends later, stopped before',
      order({ status: 'stopped', ...dosed(once(bounds(day, '2026-06-02'))) }),
      '2025-01-01 .. 2025-01-01~2025-06-30, unbounded',
    ],
    [
      'a period that ends before it begins',
      order(dosed(once(bounds(day, '2024-12-01')))),
      '2025-01-01 .. 2025-01-01, bounded',
    ],
    [
      'one dosage with an end and one without',
      order(dosed(once(bounds(day, '2025-01-31')), once())),
      '2025-01-01 .. 2025-06-30, unbounded',
    ],
    [
      'two dosages, from the first to the last day of both',
      order(dosed(once(bounds('2025-02-01', '2025-02-28')), once(bounds(day, '2025-01-31')))),
      '2025-01-01 .. 2025-02-28, bounded',
    ],
    [
      'two dosages at once, for the longer',
      order(dosed(once(lasting(10)), once(lasting(20)))),
      '2025-01-01 .. 2025-01-20, bounded',
    ],
    [
      'steps that follow each other, for all of them together',
      order(
        dosed(
          once(lasting(10), { sequence: 1 }),
          once(lasting(20), { sequence: 2 }),
          once(lasting(5), { sequence: 2 }),
        ),
      ),
      '2025-01-01 .. 2025-01-30, bounded',
    ],
    [
      'steps that follow each other, one with a first day of its own',
      order(dosed(once(lasting(10), { sequence: 1 }), once(bounds('2025-02-01', '2025-02-28'), { sequence: 2 }))),
      '2025-01-01 .. 2025-02-28, bounded',
    ],
    [
      'steps of which the second begins before the order was written',
      order(dosed(once(lasting(10), { sequence: 1 }), once(bounds('2024-12-01', '2025-02-28'), { sequence: 2 }))),
      '2024-12-01 .. 2025-02-28, bounded',
    ],
    [
      'steps of which the first has a day of its own',
      order(dosed(once(bounds('2025-02-01', '2025-02-28'), { sequence: 1 }), once(lasting(10), { sequence: 2 }))),
      '2025-02-01 .. 2025-02-28, bounded',
    ],
    [
      'a duration from 10 to 20 days',
      order(dosed(once({ boundsRange: { low: { value: 10, unit: 'd' }, high: { value: 20, unit: 'd' } } }))),
      '2025-01-01 .. 2025-01-10~2025-01-20, bounded',
    ],
    [
      'steps that follow each other, one with a first day and a number of times',
      order(
        dosed(
          once(lasting(10), { sequence: 1 }),
          once({ boundsPeriod: { start: '2025-02-01' }, count: 28 }, { sequence: 2 }),
        ),
      ),
      '2025-01-01 .. 2025-02-28, bounded',
    ],
    [
      'steps that follow each other, one with only a last day',
      order(dosed(once(lasting(10), { sequence: 1 }), once({ boundsPeriod: { end: '2025-02-28' } }, { sequence: 2 }))),
      '2025-01-01 .. 2025-02-28, bounded',
    ],
    [
      'a first day and a number of times beside a dosage that names neither',
      order(dosed(once({ boundsPeriod: { start: day }, count: 28 }), once())),
      '2025-01-01 .. 2025-06-30, unbounded',
    ],
    [
      'the period of its dosage before its validity',
      order({
        ...dosed(once(bounds('2025-02-01', '2025-02-28'))),
        dispenseRequest: { validityPeriod: { start: day, end: '2025-12-31' } },
      }),
      '2025-02-01 .. 2025-02-28, bounded',
    ],
    ['half a day', order(dosed(once(lasting(0.4)))), '2025-01-01 .. 2025-01-01, bounded'],
    [
      'a statement that goes on, for at least the days of its words',
      statement({ effectivePeriod: { start: day }, dosage: [once({}, { text: '1 tablet daily for 5 days' })] }),
      '2025-01-01 .. 2025-01-05~2026-06-01, planned 2025-01-05~∞, bounded',
    ],
    [
      'a statement of which only the end is known, whatever its words',
      statement({
        effectivePeriod: { end: '2025-03-31' },
        dateAsserted: day,
        dosage: [once({}, { text: '1 tablet daily for 5 days' })],
      }),
      '2025-01-01 .. 2025-03-31, bounded',
    ],
    [
      'a statement that is over by its period, whatever its words',
      statement({
        effectivePeriod: { start: day, end: '2025-02-01' },
        dosage: [once({}, { text: '1 tablet daily for 5 days' })],
      }),
      '2025-01-01 .. 2025-02-01, bounded',
    ],
    [
      'a statement by its period, not by its dosage',
      statement({
        effectivePeriod: { start: day, end: '2025-02-01' },
        dosage: [once(bounds('2024-06-01', '2025-12-31'))],
      }),
      '2025-01-01 .. 2025-02-01, bounded',
    ],
    [
      'a statement of one day by its dosage',
      statement({ effectiveDateTime: '2025-03-01', dosage: [once(bounds(day, '2025-02-01'))] }),
      '2025-01-01 .. 2025-02-01, bounded',
    ],
    [
      'a dispense from the day on which it was handed over, for its supply',
      dispense({ ...dosed(once(bounds('2024-06-01', '2025-12-31'))), daysSupply: { value: 30, unit: 'd' } }),
      '2025-01-01 .. 2025-01-30, bounded',
    ],
    [
      'a dispense without a supply by its dosage',
      dispense(dosed(once(lasting(14)))),
      '2025-01-01 .. 2025-01-14, bounded',
    ],
    [
      'a dispense that is being handed over, for nobody knows how long',
      dispense({ status: 'in-progress', ...dosed(once(bounds(day))) }),
      '2025-01-01 .. 2025-01-01~2025-06-30, unbounded',
    ],
    [
      'an administration under way, for nobody knows how long',
      given({ status: 'in-progress', effectivePeriod: { start: day } }),
      '2025-01-01 .. 2025-01-01~2025-06-30, unbounded, bounded',
    ],
    [
      'an administration with a period',
      given({ effectivePeriod: { start: day, end: '2025-01-03' } }),
      '2025-01-01 .. 2025-01-03, bounded',
    ],
    [
      'an administration with a period upside down',
      given({ effectivePeriod: { start: day, end: '2024-01-03' } }),
      '2025-01-01 .. 2025-01-01, bounded',
    ],
    [
      'an administration that is over and names no end',
      given({ effectivePeriod: { start: day } }),
      '2025-01-01 .. 2025-01-01, bounded',
    ],
    ['an administration without a day', given({}), '? .. ?'],
  ])('%s', (_, resource, expected) => {
    expect(first(resource)).toBe(expected);
  });
});

describe('by its validity', () => {
  const valid = (end: string, days?: number, refills?: number, dosage: Json = {}): Json =>
    order({
      ...dosed(dosage),
      dispenseRequest: {
        validityPeriod: { start: '2025-01-01', end },
        ...(days !== undefined && { expectedSupplyDuration: { value: days, unit: 'd' } }),
        ...(refills !== undefined && { numberOfRepeatsAllowed: refills }),
      },
    });
  const words = { text: '1 tablet daily for 10 days' };

  it.each<[string, Json, string]>([
    ['where no supply is stated', valid('2025-02-01'), '2025-02-01, bounded'],
    [
      'between a shorter supply and it where nobody speaks of refills',
      valid('2025-02-01', 9),
      '2025-01-09~2025-02-01, bounded',
    ],
    ['for one supply without refills', valid('2025-12-31', 5, 0), '2025-01-05, bounded'],
    ['for one supply up to all its refills', valid('2025-12-31', 30, 2), '2025-01-30~2025-03-31, bounded'],
    ['where all the refills would last until its end', valid('2025-03-31', 30, 2), '2025-03-31, bounded'],
    ['where all the refills would end a day before', valid('2025-04-01', 30, 2), '2025-01-30~2025-03-31, bounded'],
    ['between it and a supply that lasts longer', valid('2025-01-03', 30, 0), '2025-01-03~2025-01-30, bounded'],
    ['where the supply lasts as long', valid('2025-01-30', 30, 0), '2025-01-30, bounded'],
    [
      'between the days of its words and it',
      valid('2025-12-31', undefined, undefined, words),
      '2025-01-10~2025-12-31, bounded',
    ],
    ['for the days of its words without refills', valid('2025-12-31', undefined, 0, words), '2025-01-10, bounded'],
  ])('%s', (_, resource, expected) => {
    expect(first(resource)).toBe(`2025-01-01 .. ${expected}`);
  });

  it('that began some day of a month, between its end and that of a supply which lasts as long at least', () => {
    const ofMonth = { validityPeriod: { start: '2025-01', end: '2025-01-10' } };
    const ten = { expectedSupplyDuration: { value: 10, unit: 'd' } };
    expect(first(order({ dispenseRequest: { ...ofMonth, ...ten } }))).toBe(
      '2025-01-01~2025-01-31 .. 2025-01-10~2025-02-09, bounded',
    );
  });
});

describe('by its supply', () => {
  const tablets = (value: number, unit = 'tablet') => ({ dispenseRequest: { quantity: { value, unit } } });
  const each = (dose: Json, rhythm = timing(2, 1, 'd')) => dosed({ timing: rhythm, doseAndRate: [dose] });
  const one = { doseQuantity: { value: 1, unit: 'tablet' } };

  it.each<[string, Json, string]>([
    ['tablets by tablets, whole days only', { ...tablets(61), ...each(one) }, '2025-01-30, bounded'],
    ['tablets for less than a day', { ...tablets(1), ...each(one) }, '2025-06-30, unbounded'],
    ['tablets for one day', { ...tablets(2), ...each(one) }, '2025-01-01, bounded'],
    [
      'tablets by the higher dose of a range',
      {
        ...tablets(60),
        ...each({ doseRange: { low: { value: 1, unit: 'tablet' }, high: { value: 2, unit: 'tablet' } } }),
      },
      '2025-01-15, bounded',
    ],
    [
      'tablets by mg, with the strength of the product',
      { ...tablets(60), ...each({ doseQuantity: { value: 200, unit: 'mg' } }) },
      '2025-01-30, bounded',
    ],
    [
      'mL by mL',
      {
        medicationCodeableConcept: { text: 'hydroxychloroquine' },
        ...tablets(60, 'mL'),
        ...each({ doseQuantity: { value: 1, unit: 'mL' } }),
      },
      '2025-01-30, bounded',
    ],
    [
      'tablets by mL',
      {
        medicationCodeableConcept: { text: 'hydroxychloroquine' },
        ...tablets(60),
        ...each({ doseQuantity: { value: 1, unit: 'mL' } }),
      },
      '2025-06-30, unbounded',
    ],
    [
      'tablets by mg for each kg',
      { ...tablets(60), ...each({ doseQuantity: { value: 5, unit: 'mg/kg' } }) },
      '2025-06-30, unbounded',
    ],
    ['tablets of one day in a week', { ...tablets(60), ...each(one, timing(1, 1, 'wk')) }, '2025-06-30, unbounded'],
    [
      'tablets of two dosages',
      { ...tablets(60), ...dosed({ timing: timing(1, 1, 'd'), doseAndRate: [one] }, once()) },
      '2025-06-30, unbounded',
    ],
    [
      'tablets by tablets of nobody knows what strength',
      { medicationCodeableConcept: { text: 'hydroxychloroquine' }, ...tablets(60), ...each(one) },
      '2025-01-30, bounded',
    ],
    [
      'tablets by the mg of a whole day',
      { ...tablets(60), ...each({ doseQuantity: { value: 400, unit: 'mg/d' } }) },
      '2025-01-30, bounded',
    ],
    ['a supply in a unit that nobody knows', { ...tablets(60, 'foo'), ...each(one) }, '2025-06-30, unbounded'],
    [
      'the same, of nobody knows what strength',
      { medicationCodeableConcept: { text: 'hydroxychloroquine' }, ...tablets(60, 'foo'), ...each(one) },
      '2025-06-30, unbounded',
    ],
    ['a supply for each kg', { ...tablets(60_000, 'mg/kg'), ...each(one) }, '2025-06-30, unbounded'],
    [
      'mg by mL of nobody knows what strength',
      {
        medicationCodeableConcept: { text: 'hydroxychloroquine' },
        ...tablets(60, 'mg'),
        ...each({ doseQuantity: { value: 1, unit: 'mL' } }),
      },
      '2025-06-30, unbounded',
    ],
    ['a dose without a rhythm', { ...tablets(60), ...dosed({ doseAndRate: [one] }) }, '2025-06-30, unbounded'],
    ['tablets without a dosage', tablets(60), '2025-06-30, unbounded'],
    ['a dosage without a dose', { ...tablets(60), ...dosed(once()) }, '2025-06-30, unbounded'],
    [
      'the days of every step in words',
      dosed({ text: '200 mg bid x 14 days then 200 mg qd x 7 days' }),
      '2025-01-21, bounded',
    ],
    [
      'steps in words of which one names no days',
      dosed({ text: '200 mg bid x 14 days then 200 mg qd' }),
      '2025-06-30, unbounded',
    ],
    ['words without days', dosed({ text: 'as directed' }), '2025-06-30, unbounded'],
  ])('%s', (_, more, end) => {
    expect(first(order(more))).toBe(`2025-01-01 .. ${end}`);
  });
});

it('what was handed over lasts as long as its own quantity', () => {
  const tablet = (value: number) => ({ value, unit: 'tablet' });
  const twice = { timing: timing(2, 1, 'd'), doseAndRate: [{ doseQuantity: tablet(1) }] };
  expect(first(dispense({ ...dosed(twice), quantity: tablet(60) }))).toBe('2025-01-01 .. 2025-01-30, bounded');
});

it('the days on which it may have ended and has ended are announced, unless it goes on', () => {
  const turns = (...resources: readonly Json[]) =>
    exposures(...resources)
      .slice(0, 1)
      .flatMap((each) => endTurns(each).map(({ on }) => isoDay(on)));
  expect(turns(order({}))).toEqual(['2025-07-01', '2025-07-01']);
  expect(turns(order({ status: 'completed' }))).toEqual(['2025-01-02', '2025-07-01']);
  expect(turns(order(dosed(once(bounds('2025-01-01')))))).toEqual([]);
  expect(turns(order({ authoredOn: undefined }))).toEqual([]);
});

it('its first day is an edge, and of what was stopped the last day that it once had', () => {
  const edges = (resource: Json): readonly string[] => {
    const record = recordOf([resource]);
    return record.medications.flatMap((entry) => coverageEdges(record, entry).map(isoDay));
  };
  const planned = dosed(once(bounds('2025-01-01', '2026-12-31')));
  expect(edges(order(planned))).toEqual(['2025-01-01']);
  expect(edges(order({ ...planned, status: 'stopped' }))).toEqual(['2025-01-01', '2026-12-31']);
  expect(edges(order({ status: 'stopped' }))).toEqual(['2025-01-01']);
  expect(edges(order({ authoredOn: undefined }))).toEqual([]);
  const supply = { dispenseRequest: { quantity: { value: 60, unit: 'tablet' } } };
  const unread = { medicationCodeableConcept: { text: 'little pink pill' } };
  expect(edges(order({ ...unread, ...supply, ...dosed(once()) }))).toEqual(['2025-01-01']);
});

it('what is known of an exposure is carried with it, earliest first', () => {
  const reason = { text: '系统性红斑狼疮' };
  const stop = { text: '皮疹' };
  const dosages = [once(bounds('2025-02-01', '2025-02-28'), { asNeededBoolean: true, route: { text: '口服' } })];
  const found = exposures(
    order({ id: 'b', authoredOn: '2025-02-01', dosageInstruction: dosages, reasonCode: [reason], statusReason: stop }),
    order({ id: 'c' }),
    order({ id: 'a' }),
    order({ id: 'later', authoredOn: '2026-06-02' }),
    order({ id: 'today', authoredOn: '2026-06-01', medicationCodeableConcept: { text: 'azathioprine' } }),
    order({ id: 'unread', medicationCodeableConcept: { text: 'little pink pill' } }),
  );
  expect(found.map(({ reference }) => reference.split('/')[1])).toEqual(['a', 'c', 'b', 'today']);
  expect(found[2]).toMatchObject({
    reference: 'MedicationRequest/b',
    source: 'request',
    ingredient: 'hydroxychloroquine',
    systemic: 'systemic',
    route: 'oral',
    point: false,
    unbounded: false,
    bounded: true,
    asNeeded: true,
    reasons: [reason],
    statusReasons: [stop],
    dosages,
  });
  expect(found[0]?.asNeeded).toBe(false);
});

it('exposures stand by their first day, undated ones first, and of one day by their references', () => {
  const other = (more: Json): Json => order({ ...more, medicationCodeableConcept: { text: 'azathioprine' } });
  const inOrder = (...resources: readonly Json[]) =>
    exposures(...resources).map(({ reference, ingredient }) => `${reference.split('/')[1] ?? ''} ${ingredient}`);
  expect(inOrder(order({ id: 'a' }), other({ id: 'b' }), order({ id: 'c' }))).toEqual([
    'a hydroxychloroquine',
    'b azathioprine',
    'c hydroxychloroquine',
  ]);
  expect(inOrder(order({ id: 'a' }), other({ id: 'b', authoredOn: undefined }), other({ id: 'c' }))).toEqual([
    'b azathioprine',
    'a hydroxychloroquine',
    'c azathioprine',
  ]);
  expect(inOrder(order({ id: 'a', medicationCodeableConcept: { text: 'hydroxychloroquine + azathioprine' } }))).toEqual(
    ['a azathioprine', 'a hydroxychloroquine'],
  );
});
