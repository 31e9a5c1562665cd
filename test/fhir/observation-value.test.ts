// What does the value of a result say, in whichever form it is sent?

import { describe, expect, test } from 'vitest';
import { amountOf } from '../../src/fhir/observation-reader-amount.ts';
import { readValue } from '../../src/fhir/observation-reader-value.ts';
import type { Value } from '../../src/fhir/observation-value.ts';
import type { Json } from '../../src/fhir/record.ts';
import type { Interval } from '../../src/logic/interval.ts';
import { newLexicon } from '../../src/terminology/lexicon.ts';
import { measurementNamed, type Measurement } from '../../src/terminology/measurement-table.ts';

const lexicon = newLexicon();
const named = (name: string): Measurement => {
  const measurement = measurementNamed(name);
  if (measurement === undefined) throw new Error(`no measurement: ${name}`);
  return measurement;
};

/** A value as it is shown, and what it says besides its units. */
function shown(value: Value | undefined): unknown {
  if (value === undefined) return 'none';
  const { asWritten, unreadable, ...rest } = value;
  return { ...rest, asWritten: asWritten(), ...(unreadable !== undefined && { unreadable: unreadable.id }) };
}
const readAs = (name: string, part: Json, logarithmic = false): unknown =>
  shown(readValue(part, named(name), logarithmic, { translate: (each) => each, lexicon }));

const point = (value: number): Interval => ({ low: value, high: value });
const wbc = { unit: '10*9/L' };

describe('a number with its unit', () => {
  const of = (written: Interval, units: readonly string[] = ['kg'], name = 'weight') =>
    amountOf(named(name), written, units, false, lexicon.converterOf);
  const amount = (low: number, high = low) => ({ state: 'amount', amount: { low, high } });
  const notANumber = { state: 'unreadable', why: { id: 'reading.not-a-number', values: {} } };

  test.each<[string, Interval, unknown]>([
    ['a number', point(30), amount(30)],
    ['a range', { low: 30, high: 40 }, amount(30, 40)],
    ['0', { low: 0, high: 30 }, amount(0, 30)],
    ['ends in the wrong order', { low: 40, high: 30 }, notANumber],
    ['no number', { low: Number.NaN, high: 30 }, notANumber],
    ['no number at its end', { low: 30, high: Number.NaN }, notANumber],
    ['less than nothing', point(-1), notANumber],
    ['nothing but infinity', { low: Infinity, high: Infinity }, notANumber],
    [
      'no end',
      { low: 30, high: Infinity, lowOpen: true },
      { state: 'amount', amount: { low: 30, high: Infinity, lowOpen: true } },
    ],
  ])('is read from %s, or not at all', (_, written, expected) => {
    expect(of(written)).toEqual(expected);
  });

  test('is converted at both ends, of "less than" at one', () => {
    expect(of({ low: 30_000, high: 40_000 }, ['g'])).toEqual(amount(30, 40));
    expect(of({ low: 0, high: 40_000, highOpen: true }, ['g'])).toEqual({
      state: 'amount',
      amount: { low: 0, high: 40, highOpen: true },
    });
    expect(of({ low: 30_000, high: Infinity, lowOpen: true }, ['g'])).toEqual({
      state: 'amount',
      amount: { low: 30, high: Infinity, lowOpen: true },
    });
  });

  test('with a unit that is unknown, or beyond what can be, cannot be read', () => {
    expect(of(point(30), ['furlong'])).toMatchObject({ state: 'unreadable', why: { id: 'reading.unknown-unit' } });
    const heights = [29.9, 30, 250, 250.1].map((each) => of(point(each), ['cm'], 'height').state);
    expect(heights).toEqual(['unreadable', 'amount', 'amount', 'unreadable']);
    expect(of({ low: 10, high: 40 }, ['cm'], 'height').state).toBe('amount');
    expect(of({ low: 10, high: 20 }, ['cm'], 'height')).toMatchObject({ why: { id: 'reading.implausible' } });
  });

  test('of a logarithm that is infinite as a number cannot be read', () => {
    const read = (value: number) =>
      amountOf(named('CMV-DNA'), point(value), ['{Log_IU}/mL'], true, lexicon.converterOf);
    expect(read(3).state).toBe('amount');
    expect(read(400)).toEqual(notANumber);
  });

  test('that is infinite in a unit of its own cannot be read', () => {
    expect(of(point(Infinity), ['S/CO'], 'HBsAg')).toEqual(notANumber);
    expect(of(point(3), ['S/CO'], 'HBsAg')).toEqual({ state: 'own-unit', written: point(3) });
  });

  test('of less than 0 stays less than 0', () => {
    expect(of({ low: 0, high: 0, highOpen: true })).toEqual({
      state: 'amount',
      amount: { low: 0, high: 0, highOpen: true },
    });
  });

  test('of another quantity under the same name is set aside', () => {
    expect(readAs('urineRBC', { valueQuantity: { value: 5, unit: '/uL' } })).toMatchObject({ apart: true });
  });

  test('of a temperature is converted where nothing is far from zero', () => {
    const mild = of({ low: 0, high: 104 }, ['[degF]'], 'temperature');
    expect(mild.state === 'amount' ? mild.amount.low : 0).toBeCloseTo(-17.78, 2);
    const cold: Interval = { low: 0, high: 104, highOpen: true };
    const found = of(cold, ['[degF]'], 'temperature');
    expect(found).toMatchObject({ state: 'amount', amount: { low: 0, highOpen: true } });
    expect(of({ low: 95, high: 104 }, ['[degF]'], 'temperature')).toMatchObject({ amount: { low: 35, high: 40 } });
  });
});

describe('a quantity', () => {
  test.each<[Json, unknown]>([
    [
      { value: 5, ...wbc },
      { asWritten: '5 10*9/L', units: ['10*9/L'], amount: point(5) },
    ],
    [
      { value: 5, code: '10*9/L' },
      { asWritten: '5 10*9/L', units: ['10*9/L'], amount: point(5) },
    ],
    [
      { value: 5, comparator: '<', ...wbc },
      { asWritten: '<5 10*9/L', units: ['10*9/L'], amount: { low: 0, high: 5, highOpen: true } },
    ],
    [
      { value: 5, comparator: '~', ...wbc },
      { asWritten: '~5 10*9/L', units: [], unreadable: 'reading.not-a-number' },
    ],
    [
      { value: '5', ...wbc },
      { asWritten: '5 10*9/L', units: [], unreadable: 'reading.not-a-number' },
    ],
    [{ ...wbc }, { asWritten: ' 10*9/L', units: [], unreadable: 'reading.not-a-number' }],
    [{ value: 5 }, { asWritten: '5', units: [], unreadable: 'reading.no-unit' }],
    [
      { value: 5, unit: 'furlong' },
      { asWritten: '5 furlong', units: ['furlong'], unreadable: 'reading.unknown-unit' },
    ],
    [{}, { asWritten: 'valueQuantity', units: [], unreadable: 'reading.not-a-number' }],
  ])('%j says %j', (valueQuantity, expected) => {
    expect(readAs('WBC', { valueQuantity })).toEqual(expected);
  });

  test.each<[string, string]>([
    ['{score}', '14 score'],
    ['{score', '14 {score'],
    ['score}', '14 score}'],
  ])('in %s is shown as "%s"', (unit, asWritten) => {
    expect(readAs('SLEDAI-2K', { valueQuantity: { value: 14, unit } })).toMatchObject({ asWritten });
  });

  test.each<[string, unknown]>([
    ['valueCodeableConcept', { text: 'x' }],
    ['valueString', 'x'],
    ['valueBoolean', false],
    ['valueInteger', 0],
    ['valueRange', {}],
    ['valueRatio', {}],
    ['valueDateTime', '2026'],
    ['valueDate', '2026'],
    ['valuePeriod', {}],
    ['valueTime', '08:00:00'],
    ['valueSampledData', {}],
  ])('beside a %s cannot be read: nobody knows which holds', (key, other) => {
    const part = { valueQuantity: { value: 5, ...wbc }, [key]: other };
    const kinds = `valueQuantity, ${key}`;
    expect(readAs('WBC', part)).toEqual({ asWritten: kinds, units: [], unreadable: 'reading.several-values' });
  });

  test('beside nothing is read, also where another is null', () => {
    expect(readAs('WBC', { valueQuantity: { value: 5, ...wbc }, valueString: null })).toMatchObject({
      amount: point(5),
    });
    expect(readAs('HBsAg', { valueQuantity: null, valueString: 'negative' })).toMatchObject({ presence: 'negative' });
  });

  test('of a code for a logarithm is one', () => {
    const read = readAs('CMV-DNA', { valueQuantity: { value: 3, unit: '{Log_copies}/mL' } }, true);
    expect(read).toMatchObject({ asWritten: '3 {Log_copies}/mL' });
  });
});

describe('another kind of value', () => {
  test.each<[string, string, Json, unknown]>([
    ['nothing', 'WBC', {}, 'none'],
    ['null', 'WBC', { valueString: null }, 'none'],
    ['yes', 'HBsAg', { valueBoolean: true }, { asWritten: 'true', units: [], presence: 'positive' }],
    ['no', 'HBsAg', { valueBoolean: false }, { asWritten: 'false', units: [], presence: 'negative' }],
    [
      'yes as a text',
      'HBsAg',
      { valueBoolean: 'true' },
      { asWritten: 'true', units: [], unreadable: 'reading.not-a-value' },
    ],
    ['an integer', 'SLEDAI-2K', { valueInteger: 14 }, { asWritten: '14', units: [], amount: point(14) }],
    [
      'an integer as a text',
      'SLEDAI-2K',
      { valueInteger: '14' },
      { asWritten: '14', units: [], unreadable: 'reading.not-a-value' },
    ],
    [
      'an integer that is too long',
      'SLEDAI-2K',
      { valueInteger: '1'.repeat(50) },
      { asWritten: '1'.repeat(40), units: [], unreadable: 'reading.not-a-value' },
    ],
    [
      'a date and time',
      'last-menstrual-period',
      { valueDateTime: '2026-01-05' },
      { asWritten: '2026-01-05', units: [], text: '2026-01-05' },
    ],
    [
      'a date',
      'last-menstrual-period',
      { valueDate: '2026-01-05' },
      { asWritten: '2026-01-05', units: [], text: '2026-01-05' },
    ],
    [
      'a date that is a number',
      'last-menstrual-period',
      { valueDate: 2026 },
      { asWritten: '2026', units: [], unreadable: 'reading.not-a-value' },
    ],
    [
      'a period',
      'last-menstrual-period',
      { valuePeriod: { start: '2026-01-05' } },
      { asWritten: '2026-01-05', units: [], text: '2026-01-05' },
    ],
    [
      'a period without a start',
      'last-menstrual-period',
      { valuePeriod: { end: '2026' } },
      { asWritten: 'valuePeriod', units: [], unreadable: 'reading.not-a-value' },
    ],
    [
      'a time',
      'WBC',
      { valueTime: '08:00:00' },
      { asWritten: '08:00:00', units: [], unreadable: 'reading.not-a-value' },
    ],
    [
      'a sample',
      'WBC',
      { valueSampledData: { start: '2026' } },
      { asWritten: 'valueSampledData', units: [], unreadable: 'reading.not-a-value' },
    ],
    [
      'a text that is a list',
      'WBC',
      { valueString: ['5'] },
      { asWritten: 'valueString', units: [], unreadable: 'reading.not-a-value' },
    ],
    [
      'a text that is yes',
      'HBsAg',
      { valueString: true },
      { asWritten: 'true', units: [], unreadable: 'reading.not-a-value' },
    ],
    [
      'a blank text',
      'WBC',
      { valueString: ' ' },
      { asWritten: 'valueString', units: [], unreadable: 'reading.not-a-value' },
    ],
    [
      'a text that is a number',
      'WBC',
      { valueString: 5 },
      { asWritten: '5', units: [], unreadable: 'reading.not-a-value' },
    ],
    [
      'an answer that is empty',
      'HBsAg',
      { valueCodeableConcept: {} },
      { asWritten: 'CodeableConcept', units: [], unreadable: 'reading.not-a-value' },
    ],
  ])('says what it is: %s', (_, name, part, expected) => {
    expect(readAs(name, part)).toEqual(expected);
  });
});

describe('a range', () => {
  const of = (low: unknown, high: unknown) => readAs('WBC', { valueRange: { low, high } });
  const units = ['10*9/L'];

  test.each<[string, unknown, unknown, unknown]>([
    [
      'two ends',
      { value: 4, ...wbc },
      { value: 5, ...wbc },
      { asWritten: '4 10*9/L - 5 10*9/L', units, amount: { low: 4, high: 5 } },
    ],
    [
      'a low end',
      { value: 4, ...wbc },
      undefined,
      { asWritten: '4 10*9/L - ', units, amount: { low: 4, high: Infinity } },
    ],
    ['a high end', undefined, { value: 5, ...wbc }, { asWritten: ' - 5 10*9/L', units, amount: { low: 0, high: 5 } }],
    [
      'a low end without a number',
      { ...wbc },
      { value: 5, ...wbc },
      { asWritten: ' 10*9/L - 5 10*9/L', units: [], unreadable: 'reading.not-a-number' },
    ],
    [
      'a high end without a number',
      { value: 4, ...wbc },
      { ...wbc },
      { asWritten: '4 10*9/L -  10*9/L', units: [], unreadable: 'reading.not-a-number' },
    ],
    ['no end', undefined, undefined, { asWritten: ' - ', units: [], unreadable: 'reading.not-a-number' }],
  ])('of %s is that, or cannot be read', (_, low, high, expected) => {
    expect(of(low, high)).toEqual(expected);
  });
});

describe('a ratio', () => {
  const of = (numerator: unknown, denominator: unknown, name = 'ANA') =>
    readAs(name, { valueRatio: { numerator, denominator } });
  const noRatio = { asWritten: 'ratio', units: [], unreadable: 'reading.not-a-number' };
  const notRead = (asWritten: string) => ({ asWritten, units: [], unreadable: 'reading.not-a-number' });

  test.each<[string, unknown, unknown, unknown]>([
    ['a dilution', { value: 1 }, { value: 320 }, { amount: point(320), asWritten: '1:320' }],
    [
      'a dilution in "1"',
      { value: 1, unit: '1' },
      { value: 320, unit: '1' },
      { amount: point(320), asWritten: '1:320' },
    ],
    ['a dilution of less', { value: 1, comparator: '<' }, { value: 40 }, { asWritten: '<1:40' }],
    ['a dilution of more', { value: 1 }, { value: 40, comparator: '>' }, { asWritten: '>1:40' }],
  ])('of %s is read', (_, numerator, denominator, expected) => {
    expect(of(numerator, denominator)).toMatchObject(expected as object);
  });

  test.each<[string, unknown, unknown, unknown]>([
    ['2 to a number', { value: 2 }, { value: 320 }, notRead('2:320')],
    ['no numerator', undefined, { value: 320 }, noRatio],
    ['no denominator', { value: 1 }, undefined, noRatio],
    ['a numerator without a number', {}, { value: 320 }, noRatio],
    ['a denominator without a number', { value: 1 }, {}, noRatio],
    ['a denominator of 0', { value: 1 }, { value: 0 }, noRatio],
    ['a denominator below 0', { value: 1 }, { value: -1 }, noRatio],
  ])('of %s cannot be read', (_, numerator, denominator, expected) => {
    expect(of(numerator, denominator)).toEqual(expected);
  });

  test('of two quantities is their quotient, in the quotient of their units', () => {
    expect(of({ value: 900, unit: 'mg' }, { value: 24, unit: 'h' }, 'urineProtein24h')).toMatchObject({
      units: ['mg/h'],
      asWritten: '900 mg:24 h',
    });
    expect(of({ value: 10, unit: 'mg' }, { value: 2 }, 'WBC')).toMatchObject({ units: ['mg/1'] });
    expect(of({ value: 10 }, { value: 2, unit: 'L' }, 'WBC')).toMatchObject({ units: ['1/L'], amount: point(5e-9) });
    expect(of({ value: 10, comparator: '<' }, { value: 2, unit: 'L' }, 'WBC')).toMatchObject({ amount: { low: 0 } });
  });
});

describe('a text', () => {
  const of = (name: string, valueString: string) => readAs(name, { valueString });
  const wordsNotKnown = { unreadable: 'reading.words-not-known' };

  test.each<[string, string, string, unknown]>([
    [
      'an amount',
      'WBC',
      ' 5 10*9/L ',
      { asWritten: '5 10*9/L', text: '5 10*9/L', units: ['10*9/L'], amount: point(5) },
    ],
    [
      'a qualitative word',
      'HBsAg',
      'negative',
      { asWritten: 'negative', text: 'negative', units: [], presence: 'negative' },
    ],
    ['neither', 'HBsAg', 'see note', { asWritten: 'see note', text: 'see note', units: [], ...wordsNotKnown }],
    [
      'a word where an amount is due',
      'WBC',
      'negative',
      { asWritten: 'negative', text: 'negative', units: [], presence: 'negative', ...wordsNotKnown },
    ],
    [
      'what lost letters',
      'HBsAg',
      '阴\uFFFD性',
      { asWritten: '阴\uFFFD性', text: '阴\uFFFD性', units: [], unreadable: 'reading.letters-lost' },
    ],
    ['words about a finding', 'ECG', 'positive', { asWritten: 'positive', text: 'positive', units: [] }],
    ['words about a day', 'last-menstrual-period', 'positive', { asWritten: 'positive', text: 'positive', units: [] }],
    ['a dilution', 'ANA', '1:320', { asWritten: '1:320', text: '1:320', units: [], amount: point(320) }],
    [
      'a dilution of a qualitative test',
      'HBsAg',
      '1:8',
      { asWritten: '1:8', text: '1:8', units: [], presence: 'positive' },
    ],
    [
      'less than a dilution of a qualitative test',
      'HBsAg',
      '<1:8',
      { asWritten: '<1:8', text: '<1:8', units: [], presence: 'negative' },
    ],
    ['a dilution of what is not diluted', 'WBC', '1:8', { asWritten: '1:8', text: '1:8', units: [], ...wordsNotKnown }],
    [
      'a number in a unit of its own',
      'HBsAg',
      '0.3 S/CO',
      { asWritten: '0.3 S/CO', text: '0.3 S/CO', units: ['S/CO'], ownUnit: point(0.3) },
    ],
    ['a number without a unit', 'hCG', '5', { asWritten: '5', text: '5', units: [], unreadable: 'reading.no-unit' }],
    [
      'less than a number without a unit',
      'hCG',
      '<5',
      { asWritten: '<5', text: '<5', units: [], unreadable: 'reading.no-unit' },
    ],
    [
      'less than can be quantified',
      'CMV-DNA',
      '<20',
      { asWritten: '<20', text: '<20', units: [], presence: 'below-limit' },
    ],
    [
      'less than can be quantified, with a unit',
      'CMV-DNA',
      '<20 IU/mL',
      { asWritten: '<20 IU/mL', text: '<20 IU/mL', units: ['IU/mL'], amount: { low: 0, high: 20, highOpen: true } },
    ],
    [
      'less than can be quantified, in an unknown unit',
      'CMV-DNA',
      '<20 x',
      { asWritten: '<20 x', text: '<20 x', units: ['x'], unreadable: 'reading.unknown-unit' },
    ],
    [
      'what was detected and cannot be quantified',
      'CMV-DNA',
      '<20 IU/mL (detected)',
      { asWritten: '<20 IU/mL (detected)', text: '<20 IU/mL (detected)', units: [], presence: 'below-limit' },
    ],
    [
      'more than a number without a unit',
      'CMV-DNA',
      '>20',
      { asWritten: '>20', text: '>20', units: [], unreadable: 'reading.no-unit' },
    ],
    ['nothing, exactly', 'CMV-DNA', '0', { asWritten: '0', text: '0', units: [], unreadable: 'reading.no-unit' }],
    [
      'an answer beside a number in a unit of its own',
      'HBsAg',
      '0.3 (negative)',
      {
        asWritten: '0.3 (negative)',
        text: '0.3 (negative)',
        units: ['(negative)'],
        presence: 'negative',
        ownUnit: point(0.3),
      },
    ],
    [
      'an answer beside a number that cannot be read',
      'hCG',
      '5 furlong positive',
      { asWritten: '5 furlong positive', text: '5 furlong positive', units: [], presence: 'positive' },
    ],
    [
      'an answer beside an amount that cannot be read',
      'WBC',
      '5 furlong positive',
      {
        asWritten: '5 furlong positive',
        text: '5 furlong positive',
        units: ['furlong positive'],
        presence: 'positive',
        unreadable: 'reading.unknown-unit',
      },
    ],
  ])('says %s', (_, name, text, expected) => {
    expect(of(name, text)).toStrictEqual(expected);
  });

  test('names what it is that cannot be read', () => {
    const why = (name: string, valueString: string) =>
      readValue({ valueString }, named(name), false, { translate: (each) => each, lexicon })?.unreadable?.values;
    expect(why('HBsAg', 'see note')).toEqual({ value: 'see note' });
    expect(why('HBsAg', '阴\uFFFD性')).toEqual({ value: '阴\uFFFD性' });
  });

  test.each<[string, string, Interval]>([
    ['ALT', '1.200 U/L', { low: 1.2, high: 1200 }],
    ['ALT', '1.20 U/L', point(1.2)],
    ['creatinine', '1.200 mg/dL', point(1.2)],
  ])('of %s that has three decimals, "%s", may group thousands where nobody writes them', (name, text, amount) => {
    expect(of(name, text)).toMatchObject({ amount });
  });
});

describe('a coded answer', () => {
  const of = (name: string, valueCodeableConcept: Json) => readAs(name, { valueCodeableConcept });
  const negative: Json = { system: 'http://snomed.info/sct', code: '260385009' };
  const concept = (more: object) => ({ codings: [negative], ...more });
  const disagree = { unreadable: 'reading.answers-disagree' };

  test.each<[string, string, Json, unknown]>([
    [
      'by its code',
      'HBsAg',
      { coding: [negative] },
      { asWritten: '260385009', units: [], presence: 'negative', concept: concept({}) },
    ],
    [
      'by its text',
      'HBsAg',
      { text: 'positive' },
      {
        asWritten: 'positive',
        units: [],
        text: 'positive',
        presence: 'positive',
        concept: { codings: [], text: 'positive' },
      },
    ],
    [
      'an amount by its text',
      'WBC',
      { text: '5 10*9/L' },
      {
        asWritten: '5 10*9/L',
        units: [],
        text: '5 10*9/L',
        amount: point(5),
        concept: { codings: [], text: '5 10*9/L' },
      },
    ],
    [
      'a finding by its text',
      'ECG',
      { text: 'positive' },
      { asWritten: 'positive', units: [], text: 'positive', concept: { codings: [], text: 'positive' } },
    ],
    [
      'a day by its text',
      'last-menstrual-period',
      { text: 'positive' },
      { asWritten: 'positive', units: [], text: 'positive', concept: { codings: [], text: 'positive' } },
    ],
    [
      'a word where an amount is due',
      'WBC',
      { text: 'negative' },
      {
        asWritten: 'negative',
        units: [],
        text: 'negative',
        presence: 'negative',
        concept: { codings: [], text: 'negative' },
        unreadable: 'reading.words-not-known',
      },
    ],
    [
      'nothing by a code that is unknown',
      'WBC',
      { coding: [{ code: 'X17' }] },
      {
        asWritten: 'X17',
        units: [],
        concept: { codings: [{ system: '', code: 'X17' }] },
        unreadable: 'reading.words-not-known',
      },
    ],
    [
      'nothing where code and text disagree',
      'HBsAg',
      { coding: [negative], text: 'Positive' },
      {
        asWritten: 'Positive',
        units: [],
        text: 'Positive',
        presence: 'positive',
        concept: concept({ text: 'Positive' }),
        ...disagree,
      },
    ],
    [
      'nothing where the code denies a dilution',
      'ANA',
      { coding: [negative], text: '1:640 (+)' },
      {
        asWritten: '1:640 (+)',
        units: [],
        text: '1:640 (+)',
        presence: 'positive',
        amount: point(640),
        concept: concept({ text: '1:640 (+)' }),
        ...disagree,
      },
    ],
  ])('says %s', (_, name, sent, expected) => {
    expect(of(name, sent)).toEqual(expected);
  });

  test('that disagrees with itself is named as it was written', () => {
    const part = { valueCodeableConcept: { coding: [negative], text: 'Positive' } };
    const read = readValue(part, named('HBsAg'), false, { translate: (each) => each, lexicon });
    expect(read?.unreadable?.values).toEqual({ value: 'Positive' });
    expect(
      Object.keys(
        readValue({ valueCodeableConcept: { coding: [negative] } }, named('HBsAg'), false, {
          translate: (each) => each,
          lexicon,
        }) ?? {},
      ),
    ).not.toContain('text');
  });
});

test('a value that cannot be used is named as it was written', () => {
  const read = readValue({ valueTime: '08:00:00' }, named('WBC'), false, { translate: (each) => each, lexicon });
  expect(read?.unreadable?.values).toEqual({ value: '08:00:00' });
});
