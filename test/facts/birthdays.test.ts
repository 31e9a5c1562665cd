import { expect, test } from 'vitest';
import { birthday } from '../../src/facts/birthdays.ts';
import { isoRange } from '../../src/logic/calendar.ts';
import { girl, recordOf } from '../builders.ts';

const born = (birthDate: string | undefined) => recordOf([], { patient: { ...girl, birthDate } });

test.each([
  ['2017-03-15', '2012-03-15', 5],
  ['2013-03-01', '2012-02-29', 1],
  ['2016-02-29', '2012-02-29', 4],
  ['2017-03', '2012-03', 5],
  ['2030', '2012', 18],
])('on %s a child born %s completes %i years', (expected, birthDate, years) => {
  const found = birthday(born(birthDate), years);
  expect(found === undefined ? undefined : isoRange(found)).toBe(expected);
});

test('without a date of birth there is no birthday', () => {
  expect(birthday(born(undefined), 5)).toBeUndefined();
});
