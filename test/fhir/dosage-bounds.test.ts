// From when to when does a dosage hold?

import { describe, expect, test } from 'vitest';
import { readBounds, readDays } from '../../src/fhir/dosage/dosage-bounds.ts';
import type { Json } from '../../src/fhir/record.ts';
import { newLexicon } from '../../src/terminology/lexicon.ts';
import { day, shanghai } from '../builders.ts';

const read = (dosage: Json) => readBounds(dosage, { zone: shanghai, lexicon: newLexicon() });
const repeated = (repeat: Json, text?: string) => read({ timing: { repeat }, ...(text !== undefined && { text }) });

const on = (date: string) => ({ from: day(date), to: day(date) });
const open = { start: undefined, end: undefined, days: undefined };
const lasting = (low: number, high = low) => ({ ...open, days: { low, high } });
const started = { boundsPeriod: { start: '2026-01-05' } };
const between = { boundsPeriod: { start: '2026-01-05', end: '2026-02-01' } };

describe('a duration', () => {
  test.each<[unknown, number | undefined]>([
    [{ value: 4, unit: 'weeks' }, 28],
    [{ value: 4, unit: 'Weeks' }, 28],
    [{ value: 4, code: 'wk' }, 28],
    [{ value: 4, code: 'wk', unit: 'Wochen' }, 28],
    [{ value: 2, code: '{week}' }, 14],
    [{ value: 3, unit: '个月' }, 90],
    [{ value: 1, unit: 'a' }, 365],
    [{ value: 12, code: 'h' }, 0.5],
    [{ value: 0.5 }, 0.5],
    [{ value: 0 }, undefined],
    [{ value: -1 }, undefined],
    [{ unit: 'd' }, undefined],
    [{ value: 4, comparator: '<', unit: 'wk' }, undefined],
    ['4 weeks', undefined],
    [undefined, undefined],
  ])('%j lasts %s days', (duration, days) => {
    expect(readDays(duration)).toBe(days);
  });
});

describe('bounds in the fields', () => {
  test.each<[string, Json, unknown]>([
    ['a period', between, { start: on('2026-01-05'), end: on('2026-02-01'), days: undefined }],
    ['a period without an end', started, { start: on('2026-01-05'), end: undefined, days: undefined }],
    ['a duration', { boundsDuration: { value: 4, unit: 'wk' } }, lasting(28)],
    ['less than a duration', { boundsDuration: { value: 4, unit: 'wk', comparator: '<' } }, lasting(1, 28)],
    ['a duration at most', { boundsDuration: { value: 4, unit: 'wk', comparator: '<=' } }, lasting(1, 28)],
    ['more than a duration', { boundsDuration: { value: 4, unit: 'wk', comparator: '>' } }, lasting(28, Infinity)],
    ['a duration at least', { boundsDuration: { value: 4, unit: 'wk', comparator: '>=' } }, lasting(28, Infinity)],
    ['a duration in an unknown unit', { boundsDuration: { value: 2, unit: 'courses' } }, lasting(1, Infinity)],
    ['a duration that is a text', { boundsDuration: '4 weeks' }, lasting(1, Infinity)],
    ['a range', { boundsRange: { low: { value: 2, unit: 'wk' }, high: { value: 4, unit: 'wk' } } }, lasting(14, 28)],
    ['a range without a low end', { boundsRange: { high: { value: 4, unit: 'wk' } } }, lasting(1, 28)],
    ['a range without a high end', { boundsRange: { low: { value: 2, unit: 'wk' } } }, lasting(14, Infinity)],
    [
      'a range before a count',
      { boundsRange: { low: { value: 2 } }, count: 5, period: 1, periodUnit: 'd' },
      lasting(2, Infinity),
    ],
    ['a duration before a count', { boundsDuration: { value: 7 }, count: 5, period: 1, periodUnit: 'd' }, lasting(7)],
    ['a count of daily doses', { count: 10, frequency: 2, period: 1, periodUnit: 'd' }, lasting(5)],
    ['a count that ends with half a day', { count: 11, frequency: 2, period: 1, periodUnit: 'd' }, lasting(6)],
    [
      'a count of doses once or twice a day',
      { count: 10, frequencyMax: 2, period: 1, periodUnit: 'd' },
      lasting(5, 10),
    ],
    ['a count of one', { count: 1, period: 1, periodUnit: 'd' }, lasting(1)],
    ['a count of weekly doses', { count: 4, period: 1, periodUnit: 'wk' }, lasting(22)],
    ['a count of nothing', { count: 0, period: 1, periodUnit: 'd' }, open],
    ['a count of less than nothing', { count: -1, period: 1, periodUnit: 'd' }, open],
    ['a count without a rhythm', { count: 4 }, open],
    ['a count of doses on weekdays', { count: 4, dayOfWeek: ['mon'] }, open],
    [
      'a count beside an end, which is the end',
      { ...between, count: 4, period: 1, periodUnit: 'd' },
      { start: on('2026-01-05'), end: on('2026-02-01'), days: undefined },
    ],
    ['nothing', {}, open],
  ])('that say %s are those', (_, repeat, expected) => {
    expect(repeated(repeat)).toEqual(expected);
  });

  const event = ['2026-01-12', '2026-01-05', '2026-01-07'];

  test('that are dates alone are from the first to the last of them', () => {
    expect(read({ timing: { event } })).toEqual({ start: on('2026-01-05'), end: on('2026-01-12'), days: undefined });
  });

  test('that are dates beside a rhythm begin with the first of them', () => {
    const timing = { event, repeat: { period: 1, periodUnit: 'd' } };
    expect(read({ timing })).toEqual({ ...open, start: on('2026-01-05') });
  });

  test('that are dates beside a rhythm that contradicts itself begin with the first of them', () => {
    const timing = { event, repeat: { period: 1, periodUnit: 'd' }, code: { text: 'BID' } };
    expect(read({ timing })).toEqual({ ...open, start: on('2026-01-05') });
  });

  test('that are dates beside a period are those of the period', () => {
    expect(read({ timing: { event, repeat: between } })).toMatchObject({
      start: on('2026-01-05'),
      end: on('2026-02-01'),
    });
    expect(read({ timing: { event: ['2026-01-20'], repeat: between } }).start).toEqual(on('2026-01-05'));
  });
});

describe('bounds in the words', () => {
  test.each<[string, string, unknown]>([
    ['an end', '40 mg daily until 2026-02-10', { ...open, end: on('2026-02-10') }],
    ['after how many days it ends', '40mg qd 4周后停药', lasting(28)],
    ['an end nobody can tell', '40 mg daily until 10 Feb', lasting(1, Infinity)],
    ['nothing of an end', '40 mg daily', open],
    ['how long, beside fields without a start', '40 mg daily for 28 days', open],
  ])('that say %s are those', (_, text, expected) => {
    expect(read({ text })).toEqual(expected);
    expect(read({ patientInstruction: text })).toEqual(expected);
  });

  test('of the text come before those of the instruction for the patient', () => {
    const dosage = { text: '40 mg daily until 2026-02-10', patientInstruction: '40 mg daily until 2026-03-10' };
    expect(read(dosage).end).toEqual(on('2026-02-10'));
  });

  test.each<[string, string, unknown]>([
    ['so long, or as long as one supply lasts', '40 mg daily for 28 days', { low: 28, high: Infinity }],
    ['nobody knows how long', '40 mg daily', undefined],
    ['nobody knows how long where nothing is said', ';', undefined],
    ['nobody knows how long where another dose follows', '40 mg daily for 28 days, then 30 mg daily', undefined],
  ])('beside a start alone say that it lasts %s', (_, text, days) => {
    expect(repeated(started, text)).toEqual({ start: on('2026-01-05'), end: undefined, days });
  });

  test('an end in the words stands beside a start in the fields', () => {
    const expected = { start: on('2026-01-05'), end: on('2026-02-10'), days: undefined };
    expect(repeated(started, '40 mg daily until 2026-02-10')).toEqual(expected);
  });

  test.each<[string, Json, unknown]>([
    ['an end', between, { start: on('2026-01-05'), end: on('2026-02-01'), days: undefined }],
    ['how long', { boundsDuration: { value: 7 } }, lasting(7)],
  ])('are not asked where the fields say %s', (_, repeat, expected) => {
    expect(repeated(repeat, '40 mg daily until 2026-03-10')).toEqual(expected);
  });
});
