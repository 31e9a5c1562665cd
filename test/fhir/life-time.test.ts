// Which days are meant by an age, a range of ages or words?

import { describe, expect, test } from 'vitest';
import { byAgeOrWords, isStatedOtherwise, writtenDate } from '../../src/fhir/life-time.ts';
import type { Json, Resource } from '../../src/fhir/record.ts';
import { isoRange } from '../../src/logic/calendar.ts';
import { day, shanghai } from '../builders.ts';

const birth = { from: day('2012-03-15'), to: day('2012-03-15') };
const written = (days: { readonly from: number; readonly to: number } | undefined): string | undefined =>
  days === undefined ? undefined : isoRange(days);
const on = (from: string, to: string): string => isoRange({ from: day(from), to: day(to) });

test.each([
  ['2026年5月3日', on('2026-05-03', '2026-05-03')],
  ['2026/5/3', on('2026-05-03', '2026-05-03')],
  ['2026 - 05 - 13', on('2026-05-13', '2026-05-13')],
  ['2026年5月3 日', on('2026-05-03', '2026-05-03')],
  ['2026.05', on('2026-05-01', '2026-05-31')],
  ['2026年12月', on('2026-12-01', '2026-12-31')],
  ['2019年', on('2019-01-01', '2019-12-31')],
  ['2019', on('2019-01-01', '2019-12-31')],
  ['2026-05-03', on('2026-05-03', '2026-05-03')],
  ['2026-13-03', undefined],
  ['as an infant', undefined],
  ['since 2019年', undefined],
  ['2019年 (?)', undefined],
])('"%s" is %s', (text, days) => {
  expect(written(writtenDate(text, shanghai))).toBe(days);
});

describe('an age', () => {
  const at = (age: unknown, born: typeof birth | undefined = birth) =>
    written(byAgeOrWords({ resourceType: 'Condition', onsetAge: age }, 'onset', born, shanghai));

  test.each<[string, Json, string | undefined]>([
    ['8 years', { value: 8, code: 'a', unit: 'years' }, on('2020-03-15', '2021-03-14')],
    ['8 of no unit', { value: 8 }, on('2020-03-15', '2021-03-14')],
    ['8 Jahre', { value: 8, unit: 'Jahre' }, on('2020-03-15', '2021-03-14')],
    ['8岁', { value: 8, unit: '岁' }, on('2020-03-15', '2021-03-14')],
    ['8周岁, which are years', { value: 8, unit: '周岁' }, on('2020-03-15', '2021-03-14')],
    ['half a year', { value: 0.5, unit: 'a' }, on('2012-09-15', '2013-09-14')],
    ['6 months', { value: 6, code: 'mo' }, on('2012-09-15', '2012-10-14')],
    ['6个月', { value: 6, unit: '个月' }, on('2012-09-15', '2012-10-14')],
    ['2 weeks', { value: 2, code: 'wk' }, on('2012-03-29', '2012-04-04')],
    ['2周', { value: 2, unit: '周' }, on('2012-03-29', '2012-04-04')],
    ['1.5 weeks', { value: 1.5, unit: 'weeks' }, on('2012-03-25', '2012-04-01')],
    ['10 days', { value: 10, unit: 'Days' }, on('2012-03-25', '2012-03-25')],
    ['10天', { value: 10, unit: '天' }, on('2012-03-25', '2012-03-25')],
    ['10 Tage', { value: 10, unit: 'Tage' }, on('2012-03-25', '2012-03-25')],
    ['a day and a half', { value: 1.5, unit: 'd' }, on('2012-03-16', '2012-03-17')],
    ['0 days', { value: 0, unit: 'd' }, on('2012-03-15', '2012-03-15')],
    ['less than nothing', { value: -1, unit: 'a' }, undefined],
    ['less than 8 years', { value: 8, unit: 'a', comparator: '<' }, undefined],
    ['an unknown unit', { value: 8, unit: 'hours' }, undefined],
    ['decades', { value: 8, unit: 'decades' }, undefined],
    ['no number', { unit: 'a' }, undefined],
  ])('of %s lasts until the day before the next', (_, age, days) => {
    expect(at(age)).toBe(days);
  });

  test('that is none, or of nobody knows whom, is no day', () => {
    expect(at('8 years')).toBeUndefined();
    expect(byAgeOrWords({ resourceType: 'Condition', onsetAge: { value: 8 } }, 'onset', undefined, shanghai)).toBe(
      undefined,
    );
  });
});

describe('what is stated otherwise than by a date', () => {
  const age = (value: number): Json => ({ value, unit: 'a' });
  test.each<[string, Json, string | undefined]>([
    ['a range of ages', { onsetRange: { low: age(8), high: age(9) } }, on('2020-03-15', '2022-03-14')],
    ['a range without an end', { onsetRange: { low: age(8) } }, undefined],
    ['a range without a begin', { onsetRange: { high: age(9) } }, undefined],
    ['words', { onsetString: ' 2020年5月 ' }, on('2020-05-01', '2020-05-31')],
    ['words that nobody reads', { onsetString: 'as an infant' }, undefined],
    ['an age before words', { onsetAge: age(8), onsetString: '2019年' }, on('2020-03-15', '2021-03-14')],
    [
      'a range before words',
      { onsetRange: { low: age(8), high: age(8) }, onsetString: '2019年' },
      on('2020-03-15', '2021-03-14'),
    ],
  ])('is read from %s', (_, fields, days) => {
    const resource: Resource = { resourceType: 'Condition', ...fields };
    expect(written(byAgeOrWords(resource, 'onset', birth, shanghai))).toBe(days);
    expect(isStatedOtherwise(resource, 'onset')).toBe(true);
    expect(byAgeOrWords(resource, 'abatement', birth, shanghai)).toBeUndefined();
    expect(isStatedOtherwise(resource, 'abatement')).toBe(false);
  });

  test('is nothing where a date is given', () => {
    expect(isStatedOtherwise({ resourceType: 'Condition', onsetDateTime: '2020' }, 'onset')).toBe(false);
  });
});
