// From which day to which does each dose of an order, a dispense or an administration hold?

import { describe, expect, it } from 'vitest';
import type { DoseStep } from '../../../src/facts/drugs/dose-days.ts';
import { doseSteps } from '../../../src/facts/drugs/dose-steps.ts';
import { exposuresOf } from '../../../src/facts/drugs/exposures.ts';
import type { Json } from '../../../src/fhir/record.ts';
import { isoDay, type DayRange } from '../../../src/logic/calendar.ts';
import { day, recordOf, screeningOn } from '../../builders.ts';
import { mg, timing } from '../glucocorticoids/prednisone.ts';

const read = (resource: Json) => {
  const record = recordOf([{ status: 'completed', medicationCodeableConcept: { text: 'prednisone' }, ...resource }]);
  const [exposure] = exposuresOf(record, screeningOn('2026-06-01'));
  if (exposure === undefined) throw new Error('no exposure');
  return doseSteps(record, exposure);
};
const written = ({ from, to }: DayRange): string => (from === to ? isoDay(from) : `${isoDay(from)}~${isoDay(to)}`);
/** "2026-01-01 .. 2026-01-28: 60", with "~" where an end or the mg are a range. */
const brief = ({ from, to, dose }: DoseStep): string => {
  const [low, high] = [dose?.milligrams.low, dose?.milligrams.high];
  return `${written(from)} .. ${written(to)}: ${low === high ? String(low ?? '?') : `${String(low)}~${String(high)}`}`;
};
const ordered = (dosages: readonly Json[], more: Json = {}) =>
  read({
    resourceType: 'MedicationRequest',
    intent: 'order',
    authoredOn: '2026-01-01',
    dosageInstruction: dosages,
    ...more,
  });
const steps = (dosages: readonly Json[], more: Json = {}): readonly string[] => ordered(dosages, more).steps.map(brief);

/** So many mg a day; `bounds` as in a FHIR Timing. */
const daily = (milligrams: number, bounds: Json = {}, more: Json = {}): Json => ({
  timing: timing(1, 1, 'd', bounds),
  doseAndRate: [mg(milligrams)],
  ...more,
});
const lasting = (days: number): Json => ({ boundsDuration: { value: days, unit: 'd' } });
const within = (start?: string, end?: string): Json => ({
  boundsPeriod: { ...(start !== undefined && { start }), ...(end !== undefined && { end }) },
});
const numbered = (sequence: number, milligrams: number, bounds: Json = {}, more: Json = {}): Json =>
  daily(milligrams, bounds, { sequence, ...more });
const until = (end: string): Json => ({ dispenseRequest: { validityPeriod: { start: '2026-01-01', end } } });

describe('an order', () => {
  it('that has no day has no doses', () => {
    expect(ordered([daily(40)], { authoredOn: undefined })).toEqual({ steps: [], asNeeded: false });
  });

  it.each<[string, readonly Json[], readonly string[]]>([
    ['of one dose', [daily(40, within('2026-01-01', '2026-01-31'))], ['2026-01-01 .. 2026-01-31: 40']],
    ['of one day', [daily(40, within('2026-01-01', '2026-01-01'))], ['2026-01-01 .. 2026-01-01: 40']],
    [
      'of two doses at once',
      [daily(40, within('2026-01-01', '2026-01-31')), daily(10, within('2026-01-11', '2026-01-20'))],
      ['2026-01-01 .. 2026-01-31: 40', '2026-01-11 .. 2026-01-20: 10'],
    ],
    [
      'of 10 to 20 days',
      [daily(40, { boundsRange: { low: { value: 10, unit: 'd' }, high: { value: 20, unit: 'd' } } })],
      ['2026-01-01 .. 2026-01-10~2026-01-20: 40'],
    ],
    [
      'of a dose that can be read and one that cannot',
      [
        daily(40, within('2026-01-01', '2026-01-31')),
        { timing: timing(1, 1, 'd', within('2026-01-11', '2026-01-20')) },
      ],
      ['2026-01-01 .. 2026-01-31: 40', '2026-01-11 .. 2026-01-20: ?'],
    ],
    [
      'of an instruction with two steps',
      [{ text: '40 mg daily for 14 days then 30 mg daily for 7 days', timing: { repeat: lasting(21) } }],
      ['2026-01-01 .. 2026-01-14: 40', '2026-01-15 .. 2026-01-21: 30'],
    ],
    [
      'of an instruction of which nobody knows when the first step ended',
      [{ text: '40 mg daily then 30 mg daily', timing: { repeat: lasting(21) } }],
      ['2026-01-01 .. 2026-01-01~2026-01-21: 40', '2026-01-02~2026-01-22 .. 2026-01-21: 30'],
    ],
  ])('%s has them on their days', (_, dosages, expected) => {
    expect(steps(dosages)).toEqual(expected);
  });

  it('shows nothing of what is taken only when needed, and says so', () => {
    const needed = { asNeededBoolean: true };
    const month = within('2026-01-01', '2026-01-31');
    expect(ordered([daily(40, month, needed)])).toEqual({ steps: [], asNeeded: true });
    const both = ordered([daily(40, month, needed), daily(10, month)]);
    expect([both.asNeeded, both.steps.map(brief)]).toEqual([true, ['2026-01-01 .. 2026-01-31: 10']]);
    expect(ordered([daily(10, month), daily(40, month, needed)])).toEqual(both);
    expect(ordered([daily(40, month)]).asNeeded).toBe(false);
    expect(ordered([{ ...needed, timing: timing(1, 1, 'd', month) }])).toEqual({ steps: [], asNeeded: true });
  });
});

describe('steps that follow each other', () => {
  it.each<[string, readonly Json[], Json, readonly string[]]>([
    [
      'by their numbers, in whatever order they are sent',
      [numbered(10, 40, lasting(14)), numbered(1, 60, lasting(28)), numbered(2, 50, lasting(14))],
      {},
      ['2026-01-01 .. 2026-01-28: 60', '2026-01-29 .. 2026-02-11: 50', '2026-02-12 .. 2026-02-25: 40'],
    ],
    [
      'two at once, the next one after the longer',
      [numbered(1, 60, lasting(10)), numbered(1, 50, lasting(20)), numbered(2, 40, lasting(5))],
      {},
      ['2026-01-01 .. 2026-01-10: 60', '2026-01-01 .. 2026-01-20: 50', '2026-01-21 .. 2026-01-25: 40'],
    ],
    [
      'the first to the day before the second begins',
      [numbered(1, 60), numbered(2, 40, within('2026-01-15', '2026-01-31'))],
      until('2026-01-31'),
      ['2026-01-01 .. 2026-01-14: 60', '2026-01-15 .. 2026-01-31: 40'],
    ],
    [
      'the first, with how long it lasts, from the day of the order',
      [numbered(1, 60, lasting(14)), numbered(2, 40, within('2026-01-15', '2026-01-31'))],
      until('2026-01-31'),
      ['2026-01-01 .. 2026-01-14: 60', '2026-01-15 .. 2026-01-31: 40'],
    ],
    [
      'two of which nobody knows when they change, before the third begins',
      [numbered(1, 60), numbered(2, 50), numbered(3, 40, within('2026-01-15', '2026-01-31'))],
      until('2026-01-31'),
      [
        '2026-01-01 .. 2026-01-01~2026-01-14: 60',
        '2026-01-02~2026-01-15 .. 2026-01-14: 50',
        '2026-01-15 .. 2026-01-31: 40',
      ],
    ],
    [
      'the first nobody knows how long',
      [numbered(1, 60), numbered(2, 40)],
      until('2026-01-31'),
      ['2026-01-01 .. 2026-01-01~2026-01-31: 60', '2026-01-02~2026-02-01 .. 2026-01-31: 40'],
    ],
  ])('%s', (_, dosages, more, expected) => {
    expect(steps(dosages, more)).toEqual(expected);
  });
});

it('no step goes on after the end of what is taken, and none begins after it', () => {
  const taper = [numbered(1, 60, lasting(20)), numbered(2, 50, lasting(20)), numbered(3, 40, lasting(20))];
  const statement = (end: string) =>
    read({
      resourceType: 'MedicationStatement',
      effectivePeriod: { start: '2026-01-01', end },
      dosage: taper,
    }).steps.map(brief);
  expect(statement('2026-01-20')).toEqual(['2026-01-01 .. 2026-01-20: 60']);
  expect(statement('2026-01-21')).toEqual(['2026-01-01 .. 2026-01-20: 60', '2026-01-21 .. 2026-01-21: 50']);
});

describe('steps with different numbers and the same days', () => {
  const two = (first: Json, second: Json, times: readonly (readonly string[])[] = [[], []]) =>
    steps(
      [first, second].map((bounds, index) => numbered(index + 1, 60 - 20 * index, { ...bounds, when: times[index] })),
      until('2026-03-31'),
    );
  const january = within('2026-01-01', '2026-01-31');

  it.each<[string, Json, Json, readonly (readonly string[])[] | undefined]>([
    ['from day to day', january, january, undefined],
    ['on one day', january, within('2026-01-31', '2026-02-10'), undefined],
    [
      'where the first names only its last day',
      within(undefined, '2026-01-31'),
      within('2026-01-31', '2026-02-10'),
      undefined,
    ],
    ['where the second names only its first day', january, within('2026-01-31'), undefined],
    [
      'at a time that both name',
      january,
      january,
      [
        ['MORN', 'EVE'],
        ['EVE', 'NOON'],
      ],
    ],
    ['where only the first names a time', january, january, [['MORN'], []]],
    ['where only the second names a time', january, january, [[], ['MORN']]],
  ])('%s: each is given, if at all', (_, first, second, times) => {
    for (const step of two(first, second, times)) expect(step).toMatch(/^\S+~\S+ /);
  });

  it.each<[string, Json, Json, readonly (readonly string[])[] | undefined]>([
    ['at different times', january, january, [['MORN'], ['EVE']]],
    ['the second from the day after the first', january, within('2026-02-01', '2026-02-10'), undefined],
    ['the second until a day', january, within(undefined, '2026-02-10'), undefined],
    ['the second before the first', within('2026-02-01', '2026-02-10'), january, undefined],
  ])('%s: both are given', (_, first, second, times) => {
    for (const step of two(first, second, times)) expect(step).toMatch(/^[\d-]+ \.\. [\d-]+: /);
  });

  it.each<[string, Json, Json]>([
    ['the second without an end from the day after the first', january, within('2026-02-01')],
    ['the first from a day on', within('2026-01-01'), within('2026-01-15', '2026-02-10')],
  ])('%s: both are given from their days on', (_, first, second) => {
    for (const step of two(first, second)) expect(step).toMatch(/^[\d-]+ \.\. /);
  });

  it('is enough if one of several meets', () => {
    const first = numbered(1, 60, january);
    const both = [numbered(2, 40, within('2026-03-01', '2026-03-10')), numbered(2, 20, january)];
    for (const step of steps([first, ...both])) expect(step).toMatch(/^\S+~\S+ /);
    const earlier = numbered(1, 20, within('2026-02-01', '2026-02-10'));
    for (const step of steps([earlier, first, numbered(2, 20, january)])) expect(step).toMatch(/^\S+~\S+ /);
  });

  it('means that its latest first day is after its last', () => {
    expect(two(january, within('2026-01-31', '2026-02-10'))).toEqual([
      '2026-01-01~2026-02-01 .. 2026-01-31: 60',
      '2026-01-31~2026-02-11 .. 2026-02-10: 40',
    ]);
  });
});

describe('of an entry without a readable dose', () => {
  const dispensed = (more: Json) =>
    read({ resourceType: 'MedicationDispense', whenHandedOver: '2026-01-01', ...more }).steps;
  const tablets = { quantity: { value: 60, unit: 'tablet' } };
  const thirty = { daysSupply: { value: 30, unit: 'd' } };
  const five = { medicationCodeableConcept: { text: 'prednisone 5 mg tablet' } };
  const first = { from: day('2026-01-01'), to: day('2026-01-01') };
  const thirtieth = { from: day('2026-01-30'), to: day('2026-01-30') };

  it('what was dispensed is divided by its days', () => {
    const asDirected = { dosageInstruction: [{ text: 'as directed' }] };
    expect(dispensed({ ...tablets, ...thirty, ...five, ...asDirected }).map(brief)).toEqual([
      '2026-01-01 .. 2026-01-30: 10',
    ]);
    expect(dispensed({ ...tablets, ...thirty, ...five })).toEqual([
      {
        from: first,
        to: thirtieth,
        dose: { milligrams: { low: 10, high: 10 }, averaged: false },
        timesOfDay: [],
        fromText: false,
      },
    ]);
  });

  it.each<[string, Json]>([
    ['a strength', { ...tablets, ...thirty }],
    ['a quantity', { ...thirty, ...five }],
    ['a quantity that is not for each kg', { ...thirty, quantity: { value: 60, unit: 'mg/kg' } }],
  ])('without %s nothing is known of the dose', (_, more) => {
    expect(dispensed(more)).toEqual([{ from: first, to: thirtieth, dose: undefined, timesOfDay: [], fromText: false }]);
  });

  it('without days nothing is known of the dose', () => {
    expect(dispensed({ ...tablets, ...five }).map(({ dose }) => dose)).toEqual([undefined]);
  });

  it('an order is not what was dispensed', () => {
    const supply = { dispenseRequest: { ...tablets, expectedSupplyDuration: thirty.daysSupply } };
    expect(steps([], { ...supply, ...five })).toEqual(['2026-01-01 .. 2026-01-30: ?']);
  });
});

it('an administration is given, whether or not it was asked for when needed', () => {
  const { steps: given, asNeeded } = read({
    resourceType: 'MedicationAdministration',
    effectiveDateTime: '2026-01-01',
    dosage: { dose: { value: 40, unit: 'mg' }, text: '40 mg as needed' },
  });
  expect([given.map(brief), asNeeded]).toEqual([['2026-01-01 .. 2026-01-01: 40'], false]);
});
