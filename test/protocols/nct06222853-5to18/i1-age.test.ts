import { describe, expect, it } from 'vitest';

import { ageWithin } from '../../../src/facts/age.ts';
import { ageFrom5To18 } from '../../../src/protocols/nct06222853-5to18/i1-age.ts';
import { ask } from '../../ask.ts';
import { day, recordOf, screeningOn } from '../../builders.ts';

const askBorn = (birthDate: unknown, asOf = '2026-06-01') => ask(ageFrom5To18, [], { patient: { birthDate }, asOf });

describe('age is counted in completed years, 5 to 18', () => {
  it.each([
    ['2021-06-02', 'not-met', 'fifth birthday tomorrow'],
    ['2021-06-01', 'met', 'fifth birthday today'],
    ['2021-05-31', 'met', 'fifth birthday yesterday'],
    ['2007-06-02', 'met', '18 years and 364 days'],
    ['2007-06-01', 'not-met', 'nineteenth birthday today'],
    ['2008-06-01', 'met', 'eighteenth birthday today'],
    ['2007', 'unknown', 'year only, 18 or 19'],
    ['2012', 'met', 'year only, every day of it inside'],
    ['2021-06', 'unknown', 'month only, four or five'],
    ['2021-05', 'met', 'month only, five on every day of it'],
    ['2026-07-01', 'unknown', 'born after the screening date'],
    ['1900-01-01', 'unknown', 'a date that stands for "not known"'],
    ['0012-05-03', 'unknown', 'the year 12, a slip for 2012'],
    ['12/03/2012', 'unknown', 'not a FHIR date'],
    [undefined, 'unknown', 'no date of birth'],
  ] as const)('%s is %s: %s', (birthDate, verdict, _why) => {
    expect(askBorn(birthDate).verdict).toBe(verdict);
  });

  it('lets a birthday on 29 February fall on 1 March in common years', () => {
    expect(askBorn('2020-02-29', '2025-02-28').verdict).toBe('not-met');
    expect(askBorn('2020-02-29', '2025-03-01').verdict).toBe('met');
    expect(askBorn('2008-02-29', '2027-02-28').verdict).toBe('met');
    expect(askBorn('2008-02-29', '2027-03-01').verdict).toBe('not-met');
  });
});

describe('the flags of age', () => {
  it.each([
    ['2008-06-02', []],
    ['2008-06-01', ['AGE_18_READING']],
    ['2007-08-01', ['AGE_18_READING']],
    ['2007-07-31', ['AGE_18_READING', 'AGE_OUT:2026-07-31']],
    ['2007-06-02', ['AGE_18_READING', 'AGE_OUT:2026-06-02']],
    ['2021-06-02', ['BECOMES_MET_ON:2026-06-02']],
    ['2007-06-01', ['NO_UPPER_AGE_LIMIT_IN:NCT06222853@from5']],
    ['2007', ['PARTIAL_BIRTHDATE']],
  ])('born %s: %j', (birthDate, flags) => {
    expect(askBorn(birthDate).flags).toEqual(flags);
  });

  it('names the birthdays on which the answer turns', () => {
    const on = askBorn('2021-06-02').turns.map((turn) => turn.on);
    expect(on).toContain(day('2026-06-02'));
    expect(on).toContain(day('2040-06-02'));
  });

  it('names for a partial date of birth the first and the last day of both limits', () => {
    const on = askBorn('2007').turns.map((turn) => turn.on);
    expect(on).toContain(day('2026-01-01'));
    expect(on).toContain(day('2026-12-31'));
  });
});

it('says what is missing when the date of birth is incomplete', () => {
  expect(askBorn('2007').missing).toHaveLength(1);
  expect(askBorn(undefined).missing).toHaveLength(1);
});

it('has no upper limit where none is given', () => {
  const screening = screeningOn('2026-06-01');
  const record = recordOf([], { patient: { birthDate: '1990-01-01' } });
  const found = ageWithin(record, screening, { from: 5, warningDays: 60 });
  expect(found).toMatchObject({ verdict: 'met', flags: [] });
});
