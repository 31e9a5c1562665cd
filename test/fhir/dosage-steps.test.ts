// What does a Dosage come to whose fields and words say different parts of it: a step for each dose that follows another?

import { describe, expect, test } from 'vitest';
import { readDosage, type DosageStep } from '../../src/fhir/dosage/dosage.ts';
import type { Json } from '../../src/fhir/record.ts';
import { newLexicon } from '../../src/terminology/lexicon.ts';
import { day, shanghai } from '../builders.ts';

const context = { zone: shanghai, lexicon: newLexicon() };
const tablet20 = { milligrams: 20, per: 'piece' } as const;
const read = (dosage: Json, strength: Parameters<typeof readDosage>[1] = tablet20) =>
  readDosage(dosage, strength, context);

const span = ({ low, high }: { readonly low: number; readonly high: number }): string =>
  low === high ? String(low) : `${String(low)}-${String(high)}`;

/** "40 mg 1/d 14d (words)" of every step; "?" where dose or rhythm cannot be read. */
function briefStep({ dose, schedule, bounds, asNeeded, fromText }: DosageStep): string {
  const shares = { kilogram: '/kg', 'square-metre': '/m2' };
  const amount =
    dose === undefined ? '?' : `${span(dose.milligrams)} mg${dose.per === undefined ? '' : shares[dose.per]}`;
  const rhythm = schedule?.kind === 'spread' ? `${span(schedule.perDay)}/d` : (schedule?.kind ?? '?');
  return [
    amount,
    dose?.every === undefined || dose.every === 'dose' ? rhythm : `a ${dose.every}`,
    ...(bounds.days === undefined ? [] : [`${span(bounds.days)}d`]),
    ...(asNeeded ? ['prn'] : []),
    ...(fromText ? ['(words)'] : []),
  ].join(' ');
}

const brief = (dosage: Json, strength?: Parameters<typeof readDosage>[1]): string =>
  read(dosage, strength).map(briefStep).join(' | ');

const timing = (frequency: number, more: Json = {}): Json => ({
  timing: { repeat: { frequency, period: 1, periodUnit: 'd', ...more } },
});
const dose = (value: number, unit = 'mg'): Json => ({ doseAndRate: [{ doseQuantity: { value, unit } }] });
const puffs: Json = { value: 2, unit: 'puffs' };

describe('the fields', () => {
  test.each<[string, Json, string]>([
    ['both', { ...dose(40), ...timing(2) }, '40 mg 2/d'],
    ['a dose', dose(40), '40 mg ?'],
    ['a rhythm', timing(2), '? 2/d'],
    ['nothing', {}, '? ?'],
  ])('alone say %s', (_, dosage, expected) => {
    expect(brief(dosage)).toBe(expected);
  });

  test.each<[string, Json, number | undefined]>([
    ['in hours', { duration: 2, durationUnit: 'h' }, 2],
    ['in minutes', { duration: 30, durationUnit: 'min' }, 0.5],
    ['in hours where no unit is said', { duration: 2 }, 2],
    ['in an unknown unit', { duration: 2, durationUnit: 'shift' }, undefined],
    ['that is none', { duration: 0, durationUnit: 'h' }, undefined],
    ['that is less than none', { duration: -1, durationUnit: 'h' }, undefined],
    ['nobody says', {}, undefined],
  ])('name how long an infusion lasts %s', (_, more, hours) => {
    const [step] = read({ ...dose(40), ...timing(1, more) });
    if (hours === undefined) expect(step?.hours).toBeUndefined();
    else expect(step?.hours).toBeCloseTo(hours, 9);
  });

  test('name the number of the step, the clock times and the events of the day', () => {
    const dosage = { sequence: 3, ...dose(40), ...timing(1, { timeOfDay: ['08:00:00'], when: ['HS'] }) };
    expect(read(dosage)).toMatchObject([{ sequence: 3, timesOfDay: ['08:00:00', 'HS'] }]);
  });

  test('of a dose in mg, and of one per kg without a ceiling, name no ceiling', () => {
    expect(read(dose(40))[0]?.dose).toStrictEqual({ every: 'dose', milligrams: { low: 40, high: 40 } });
    expect(read(dose(1, 'mg/kg'))[0]?.dose).toStrictEqual({
      per: 'kilogram',
      every: 'dose',
      milligrams: { low: 1, high: 1 },
    });
  });
});

describe('fields beside words', () => {
  test.each<[string, Json, string]>([
    ['the rhythm comes from the words', { ...dose(40), text: 'twice daily' }, '40 mg 2/d (words)'],
    ['the rhythm of the fields comes before that of the words', { ...dose(40), ...timing(1), text: 'qd' }, '40 mg 1/d'],
    ['no rhythm comes from words without one', { ...dose(40), text: 'with food' }, '40 mg ?'],
    [
      'the words say that it is taken only when needed',
      { ...dose(40), ...timing(1), text: '40 mg daily prn' },
      '40 mg 1/d prn',
    ],
    [
      'the fields say that it is taken only when needed',
      { ...dose(40), ...timing(1), asNeededBoolean: true, text: '40 mg daily' },
      '40 mg 1/d prn',
    ],
    ['neither says so', { ...dose(40), ...timing(1), text: '40 mg daily' }, '40 mg 1/d'],
    [
      'the words say another rhythm, so that it may be either',
      { ...timing(2), text: '40 mg daily' },
      '40-80 mg a day (words)',
    ],
    ['the words say two doses', { ...dose(40), ...timing(2), text: '1 tablet or 2 tablets daily' }, '40 mg 2/d'],
    [
      'the words say another dose of a while, without a rhythm',
      { ...dose(30), ...timing(1), text: '40 mg for 14 days, then taper' },
      '? 1/d',
    ],
    ['the words for the patient say the dose', { patientInstruction: '40 mg daily' }, '40 mg 1/d (words)'],
    [
      'the text comes before the words for the patient',
      { text: '40 mg daily', patientInstruction: '20 mg bid' },
      '40 mg 1/d (words)',
    ],
  ])('%s', (_, dosage, expected) => {
    expect(brief(dosage)).toBe(expected);
  });

  test.each<[string, Json]>([
    ['as a part of doseAndRate', { doseAndRate: [{ doseQuantity: puffs }] }],
    ['as a rate', { doseAndRate: [{ rateQuantity: puffs }] }],
    ['as STU3 has it', { doseQuantity: puffs }],
    ['as a range', { doseRange: { low: puffs, high: puffs } }],
    ['as an administration has it', { dose: puffs }],
  ])('a dose in an unknown unit is not replaced by that of the words: %s', (_, fields) => {
    expect(brief({ ...fields, text: '40 mg daily' })).toBe('? 1/d (words)');
  });

  test('a dose of unknown strength is told by the words', () => {
    expect(readDosage({ ...dose(2, 'tablet'), text: '40 mg daily' }, undefined, context)).toMatchObject([
      { dose: { milligrams: { low: 40, high: 40 } } },
    ]);
  });
});

describe('a taper in words', () => {
  const taper = '40 mg daily for 14 days, then 20 mg daily for 7 days';
  const both = '40 mg 1/d 14d (words) | 20 mg 1/d 7d (words)';

  test.each<[string, Json, string]>([
    ['alone', {}, both],
    ['whose first dose the fields have', { ...dose(40), ...timing(1) }, both],
    ['whose first dose the fields have without a rhythm', dose(40), both],
    ['whose first dose the fields have in tablets', { ...dose(2, 'tablet'), ...timing(1) }, both],
    ['beside a rhythm alone', timing(1), both],
    ['beside another rhythm alone', timing(2), '40-80 mg a day 14d (words) | 20 mg 1/d 7d (words)'],
    ['beside another dose', { ...dose(30), ...timing(1) }, '20-40 mg a day'],
    ['beside the same number per kg', { ...dose(40, 'mg/kg'), ...timing(1) }, '40 mg/kg 1/d'],
    [
      'beside its first dose twice as often, which is another dose a day',
      { ...dose(40), ...timing(2) },
      '20-80 mg a day',
    ],
    [
      'beside a range that begins with its first dose',
      {
        doseAndRate: [{ doseRange: { low: { value: 40, unit: 'mg' }, high: { value: 60, unit: 'mg' } } }],
        ...timing(1),
      },
      '20-60 mg a day',
    ],
    [
      'beside a range that ends with its first dose',
      {
        doseAndRate: [{ doseRange: { low: { value: 30, unit: 'mg' }, high: { value: 40, unit: 'mg' } } }],
        ...timing(1),
      },
      '20-40 mg a day',
    ],
    [
      'of what is taken only when needed',
      { asNeededBoolean: true },
      '40 mg 1/d 14d prn (words) | 20 mg 1/d 7d prn (words)',
    ],
  ])('%s, has its steps or leaves open which dose it is', (_, fields, expected) => {
    expect(brief({ ...fields, text: taper })).toBe(expected);
  });

  test.each<[string, Json, string, string]>([
    [
      'the first step has the rhythm of the fields, the next its own',
      timing(2),
      '20 mg for 14 days, then 20 mg daily',
      '20 mg 2/d 14d (words) | 20 mg 1/d (words)',
    ],
    [
      'a first step without a rhythm may be the dose of the fields',
      { ...dose(40), ...timing(1) },
      '40 mg for 14 days, then 20 mg daily for 7 days',
      '40 mg 1/d 14d (words) | 20 mg 1/d 7d (words)',
    ],
    [
      'steps without a rhythm have that of the fields',
      timing(2),
      '20 mg for 14 days, then 10 mg for 7 days',
      '20 mg 2/d 14d (words) | 10 mg 2/d 7d (words)',
    ],
    [
      'what cannot be read follows',
      dose(40),
      '40 mg daily for 14 days, then taper',
      '40 mg 1/d 14d (words) | ? ? (words)',
    ],
    [
      'a first step that cannot be read stays open, with the rhythm of the fields',
      { ...dose(40), ...timing(1) },
      'taper; 20 mg daily for 7 days',
      '? 1/d (words) | 20 mg 1/d 7d (words)',
    ],
    ['one step is taken only when needed', {}, '40 mg daily; 20 mg prn', '40 mg 1/d (words) | 20 mg 1/d prn (words)'],
  ])('%s', (_, fields, text, expected) => {
    expect(brief({ ...fields, text })).toBe(expected);
  });

  test('ends at the ceiling of its own step', () => {
    const steps = read({ text: '1 mg/kg daily, max 60 mg, for 14 days; then 0.5 mg/kg daily, max 30 mg' });
    expect(steps.map((step) => step.dose?.most?.high)).toEqual([60, 30]);
  });

  test('forgets the bounds of the fields, which are those of the whole', () => {
    const bounds = { boundsPeriod: { start: '2026-01-05', end: '2026-03-01' } };
    const steps = read({ ...timing(1, bounds), text: '40 mg daily, then 20 mg daily for 7 days' });
    expect(steps.map((step) => step.bounds)).toStrictEqual([
      { start: undefined, end: undefined, days: undefined },
      { start: undefined, end: undefined, days: { low: 7, high: 7 } },
    ]);
  });
});

describe('a single dose in words', () => {
  const start = { from: day('2026-01-05'), to: day('2026-01-05') };
  const end = { from: day('2026-03-01'), to: day('2026-03-01') };
  const fromStart = { boundsPeriod: { start: '2026-01-05' } };
  const toEnd = { boundsPeriod: { start: '2026-01-05', end: '2026-03-01' } };
  const noDays = { start: undefined, end: undefined, days: undefined };

  test.each<[string, Json, string, unknown]>([
    ['lasts as long as they say', {}, '40 mg daily for 14 days', { ...noDays, days: { low: 14, high: 14 } }],
    [
      'lasts as long from its start',
      fromStart,
      '40 mg daily for 14 days',
      { ...noDays, start, days: { low: 14, high: 14 } },
    ],
    ['lasts nobody knows how long from its start', fromStart, '40 mg daily', { ...noDays, start }],
    ['lasts to the end of the fields', toEnd, '40 mg daily for 14 days', { start, end, days: undefined }],
    [
      'lasts as long as the fields say',
      { boundsDuration: { value: 7 } },
      '40 mg daily for 14 days',
      { ...noDays, days: { low: 7, high: 7 } },
    ],
    [
      'lasts as long as they say where the fields say at least how long',
      { boundsDuration: { value: 7, comparator: '>=' } },
      '40 mg daily for 14 days',
      { ...noDays, days: { low: 14, high: 14 } },
    ],
    [
      'lasts at least as long as the fields say where they do not say',
      { boundsDuration: { value: 7, comparator: '>=' } },
      '40 mg daily',
      { ...noDays, days: { low: 7, high: Infinity } },
    ],
  ])('%s', (_, repeat, text, bounds) => {
    expect(read({ ...timing(1, repeat), text })[0]?.bounds).toStrictEqual(bounds);
  });
});

describe('pieces and mass said together', () => {
  const perMl = { milligrams: 3, per: 'mL' } as const;

  test.each<[string, string, Parameters<typeof readDosage>[1], string]>([
    ['agree with the strength', '3 tablets (60 mg) daily', tablet20, '60 mg 1/d (words)'],
    ['say the mass of one', '3 tablets (20 mg) daily', tablet20, '60 mg 1/d (words)'],
    ['say the mass of one or of all, without a strength', '3 tablets (20 mg) daily', undefined, '20-60 mg 1/d (words)'],
    ['say the mass of 1 mL or of all, without a strength', '10 mL (30 mg) daily', undefined, '30-300 mg 1/d (words)'],
    ['agree with the strength of 1 mL', '10 mL (30 mg) daily', perMl, '30 mg 1/d (words)'],
    [
      'differ in what they are for: the mass is that of the day',
      '1 tablet bid (40 mg/day)',
      tablet20,
      '20 mg 2/d (words)',
    ],
    ['are not read by the strength of 1 mL', '3 tablets (60 mg) daily', perMl, '60 mg 1/d (words)'],
    ['are the dose, not the same per kg', '3 tablets (2 mg/kg) daily', tablet20, '60 mg 1/d (words)'],
    ['are the tablets where the mass is no dose', '1 tablet (2000000 g) daily', tablet20, '20 mg 1/d (words)'],
    ['leave the dose per kg without a strength', '3 tablets (2 mg/kg) daily', undefined, '2 mg/kg 1/d (words)'],
  ])('%s', (_, text, strength, expected) => {
    expect(readDosage({ text }, strength, context).map(briefStep).join(' | ')).toBe(expected);
  });

  test.each<[string, string, string]>([
    ['in mass and per kg are one', '40 mg (1 mg/kg) daily', '40 mg 1/d (words)'],
    ['in tablets of other numbers', '1 tablet or 2 tablets daily', '? 1/d (words)'],
    ['in mass of other numbers', '40 mg or 60 mg daily', '? 1/d (words)'],
    ['in mass of another low end', '40-60 mg or 50-60 mg daily', '? 1/d (words)'],
    ['in mass of another high end', '40-50 mg or 40-60 mg daily', '? 1/d (words)'],
    ['per kg and per m2', '1 mg/kg or 1 mg/m2 daily', '? 1/d (words)'],
    ['in tablets and mL', '1 tablet or 1 ml daily', '? 1/d (words)'],
    ['that are the same', '40 mg or 40 mg daily', '40 mg 1/d (words)'],
  ])('two doses %s', (_, text, expected) => {
    expect(brief({ text })).toBe(expected);
  });
});
