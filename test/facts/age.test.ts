// What does the answer about the age say, show and announce?

import { describe, expect, it } from 'vitest';
import { ageWithin, type AgeLimits } from '../../src/facts/age.ts';
import { isoDay } from '../../src/logic/calendar.ts';
import { say } from '../../src/logic/message.ts';
import { recordOf, screeningOn } from '../builders.ts';

const trial: AgeLimits = { from: 5, to: 18, warningDays: 90 };
const open: AgeLimits = { from: 5, warningDays: 90 };

/** On 2026-06-01. */
const ask = (birthDate: string | undefined, limits = trial) =>
  ageWithin(recordOf([], { patient: { birthDate } }), screeningOn('2026-06-01'), limits);
const turns = (birthDate: string, limits = trial): readonly string[] =>
  ask(birthDate, limits).turns.map(({ on }) => isoDay(on));

it.each([
  ['2012-06-01', trial, say('age.met', { age: 14, from: 5, to: 18 })],
  ['2012-06-02', trial, say('age.met', { age: 13, from: 5, to: 18 })],
  ['2021-06-02', trial, say('age.not-met', { age: 4, from: 5, to: 18 })],
  ['2007-06-01', trial, say('age.not-met', { age: 19, from: 5, to: 18 })],
  ['2012', trial, say('age.met', { age: say('age.range', { from: 13, to: 14 }), from: 5, to: 18 })],
  ['2021', trial, say('age.unknown', { age: say('age.range', { from: 4, to: 5 }), from: 5, to: 18 })],
  ['2012-06-01', open, say('age.from.met', { age: 14, from: 5 })],
  ['2021-06-02', open, say('age.from.not-met', { age: 4, from: 5 })],
  ['2021', open, say('age.from.unknown', { age: say('age.range', { from: 4, to: 5 }), from: 5 })],
  ['2026', trial, say('age.not-met', { age: 0, from: 5, to: 18 })],
  ['2026-06-01', trial, say('age.not-met', { age: 0, from: 5, to: 18 })],
])('born %s, %j: the age is said in completed years with the limits', (birthDate, limits, reason) => {
  expect(ask(birthDate, limits).reason).toEqual(reason);
});

it('shows the date of birth as it is known, and asks for nothing where it is enough', () => {
  for (const birthDate of ['2012-06-01', '2012'])
    expect(ask(birthDate)).toMatchObject({
      evidence: [{ reference: 'Patient/p', label: say('age.birth-date'), value: birthDate }],
      missing: [],
    });
  expect(ask('2021').missing).toEqual([{ what: say('age.full-birth-date'), orders: [] }]);
});

describe('a date of birth that cannot be used', () => {
  it.each([
    [undefined, say('age.no-birth-date')],
    ['2026-06-02', say('age.implausible', { birth: '2026-06-02' })],
    ['1906-06-01', say('age.implausible', { birth: '1906-06-01' })],
  ])('%s leaves the age unknown', (birthDate, reason) => {
    expect(ask(birthDate)).toEqual({
      verdict: 'unknown',
      reason,
      evidence: [{ reference: 'Patient/p', label: say('age.birth-date'), value: say('age.not-readable') }],
      missing: [{ what: say('age.full-birth-date'), orders: [] }],
      ignored: [],
      flags: [],
      turns: [],
    });
  });

  it('is none of a person of 119', () => {
    expect(ask('1906-06-02', open).verdict).toBe('met');
  });
});

it.each([
  ['2021-06-02', trial, ['BECOMES_MET_ON:2026-06-02']],
  ['2021-06-01', trial, []],
  ['2021', trial, ['PARTIAL_BIRTHDATE']],
  ['2022', trial, ['PARTIAL_BIRTHDATE']],
  ['2008-06-02', trial, []],
  ['2008-06-01', trial, ['AGE_18_READING']],
  ['2007-08-31', trial, ['AGE_18_READING']],
  ['2007-08-30', trial, ['AGE_18_READING', 'AGE_OUT:2026-08-30']],
  ['2007-06-01', trial, []],
  ['2007-08-30', open, []],
  ['2021-06-02', open, ['BECOMES_MET_ON:2026-06-02']],
])('born %s, %j: announces %j', (birthDate, limits, flags) => {
  expect(ask(birthDate, limits).flags).toEqual(flags);
});

it.each([
  ['2012-06-01', trial, ['2017-06-01', '2031-06-01']],
  ['2012-06-01', open, ['2017-06-01']],
  ['2012-06', trial, ['2017-06-01', '2017-06-30', '2031-06-01', '2031-06-30']],
])('born %s, %j: is asked again on %j', (birthDate, limits, days) => {
  expect(turns(birthDate, limits)).toEqual(days);
});
