// How often, and on which days, is a dose given by the timing of a dosage?

import { describe, expect, test } from 'vitest';
import { readSchedule } from '../../src/fhir/dosage/dosage-timing.ts';
import type { Json } from '../../src/fhir/record.ts';
import { newLexicon } from '../../src/terminology/lexicon.ts';
import { day, shanghai } from '../builders.ts';

const read = (timing: unknown) => readSchedule(timing, { zone: shanghai, lexicon: newLexicon() });

const perDay = (low: number, high = low, averaged = false) => ({ kind: 'spread', perDay: { low, high }, averaged });
const cycle = (days: number, times = 1) => ({ kind: 'cycle', days, times });
const weekdays = (...days: readonly number[]) => ({ kind: 'weekdays', weekdays: days, times: 1 });
const everyWeekday = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

describe('a repeat', () => {
  test.each<[string, Json, unknown]>([
    ['once where no frequency is said', { period: 1, periodUnit: 'd' }, perDay(1)],
    ['at a part of the day, each day', { period: 1, periodUnit: 'd', when: ['MORN'] }, perDay(1)],
    ['at two parts of the day, each day', { period: 1, periodUnit: 'd', when: ['MORN', 'HS'] }, perDay(2)],
    ['at every meal, in small letters', { when: ['pc'] }, perDay(3)],
    ['at every meal and at night', { when: ['AC', 'HS'] }, perDay(4)],
    ['with meals', { when: ['C'] }, perDay(3)],
    ['at two clock times, whatever the events', { when: ['C'], timeOfDay: ['08:00:00', '20:00:00'] }, perDay(2)],
    [
      'every 12 hours at two clock times',
      { frequency: 1, period: 12, periodUnit: 'h', timeOfDay: ['08:00:00', '20:00:00'] },
      perDay(2),
    ],
    [
      'every second day at a part of the day',
      { frequency: 1, period: 2, periodUnit: 'd', when: ['MORN', 'EVE'] },
      perDay(0.5, 0.5, true),
    ],
    [
      'every second day without a frequency',
      { period: 2, periodUnit: 'd', when: ['MORN', 'EVE'] },
      perDay(0.5, 0.5, true),
    ],
    ['once a day at two events', { frequency: 1, period: 1, periodUnit: 'd', when: ['MORN', 'EVE'] }, perDay(1, 2)],
    ['every day or every second', { frequency: 1, period: 1, periodMax: 2, periodUnit: 'd' }, perDay(0.5, 1, true)],
    [
      'a longest period below the period',
      { frequency: 1, period: 2, periodMax: 1, periodUnit: 'd' },
      perDay(0.5, 0.5, true),
    ],
    ['every third day', { frequency: 1, period: 3, periodUnit: 'd' }, cycle(3)],
    ['just over two days', { frequency: 1, period: 49, periodUnit: 'h' }, cycle(2)],
    ['every 48 hours', { frequency: 1, period: 48, periodUnit: 'h' }, perDay(0.5, 0.5, true)],
    ['six times a week', { frequency: 6, period: 1, periodUnit: 'wk' }, cycle(7, 6)],
    ['every month', { frequency: 1, period: 1, periodUnit: 'mo' }, cycle(30)],
    ['every week or every second', { frequency: 1, period: 1, periodMax: 2, periodUnit: 'wk' }, undefined],
    [
      'seven to fourteen times in one or two weeks',
      { frequency: 14, period: 1, periodMax: 2, periodUnit: 'wk' },
      perDay(1, 2),
    ],
    [
      'a highest frequency below the frequency',
      { frequency: 2, frequencyMax: 1, period: 1, periodUnit: 'd' },
      perDay(2),
    ],
    ['never', { frequency: 0, period: 1, periodUnit: 'd' }, undefined],
    ['less than never', { frequency: -1, period: 1, periodUnit: 'd' }, undefined],
    ['never on Mondays', { frequency: 0, period: 1, periodUnit: 'd', dayOfWeek: ['mon'] }, undefined],
    ['in no time', { frequency: 1, period: 0, periodUnit: 'd' }, undefined],
    ['in less than no time', { frequency: 1, period: -1, periodUnit: 'd' }, undefined],
    ['in an unknown time', { frequency: 1, period: 1, periodUnit: 'fortnight' }, undefined],
    ['in so many of no unit', { frequency: 1, period: 1 }, undefined],
    ['in a unit of no number', { frequency: 1, periodUnit: 'd' }, undefined],
    ['a frequency alone', { frequency: 2 }, undefined],
    ['nothing at all', {}, undefined],
    ['at two clock times in so many of no unit', { period: 1, timeOfDay: ['08:00:00', '20:00:00'] }, undefined],
    ['at two clock times in a unit of no number', { periodUnit: 'wk', timeOfDay: ['08:00:00', '20:00:00'] }, undefined],
  ])('that says "%s" is read as such, or not at all', (_, repeat, expected) => {
    expect(read({ repeat })).toEqual(expected);
  });

  test.each<[string, Json, unknown]>([
    ['in capitals', { dayOfWeek: ['TUE'] }, weekdays(2)],
    ['named twice', { dayOfWeek: ['mon', 'mon'] }, weekdays(1)],
    ['of which one means nothing', { dayOfWeek: ['mon', 'someday'] }, undefined],
    [
      'as often a week as there are of them',
      { frequency: 3, period: 1, periodUnit: 'wk', dayOfWeek: ['mon', 'wed', 'fri'] },
      weekdays(1, 3, 5),
    ],
    [
      'more often a week than there are of them',
      { frequency: 4, period: 1, periodUnit: 'wk', dayOfWeek: ['mon', 'thu'] },
      { ...weekdays(1, 4), times: 2 },
    ],
    ['less often a week', { frequency: 1, period: 1, periodUnit: 'wk', dayOfWeek: ['mon', 'thu'] }, weekdays(1, 4)],
    [
      'so often on each',
      { frequency: 2, period: 1, periodUnit: 'd', dayOfWeek: ['mon', 'thu'] },
      { ...weekdays(1, 4), times: 2 },
    ],
    ['so often, in no period', { frequency: 2, dayOfWeek: ['mon', 'thu'] }, { ...weekdays(1, 4), times: 2 }],
    ['all seven', { dayOfWeek: everyWeekday }, perDay(1)],
    ['all seven, half a time', { frequency: 0.5, dayOfWeek: everyWeekday }, perDay(0.5, 1, true)],
    ['all but Sunday', { dayOfWeek: everyWeekday.slice(0, 6) }, weekdays(1, 2, 3, 4, 5, 6)],
  ])('on weekdays %s is on those days, or cannot be read', (_, repeat, expected) => {
    expect(read({ repeat })).toEqual(expected);
  });
});

describe('a code', () => {
  test.each<[string, Json, unknown]>([
    ['AM', { coding: [{ code: 'AM' }] }, perDay(1)],
    ['am in small letters', { coding: [{ code: 'am' }] }, perDay(1)],
    ['an unknown code with a display', { coding: [{ code: 'X17', display: 'Twice daily' }] }, perDay(2)],
    ['an unknown code beside a text', { text: 'BID', coding: [{ code: 'X17' }] }, perDay(2)],
    ['a text and a code that say the same', { text: 'twice daily', coding: [{ code: 'BID' }] }, perDay(2)],
    ['a text and a code that say something else', { text: 'three times daily', coding: [{ code: 'BID' }] }, undefined],
    [
      'two codes, of which the third says something else',
      { text: 'bid', coding: [{ code: 'BID' }, { code: 'TID' }] },
      undefined,
    ],
    ['words for every other day', { text: 'every other day' }, perDay(0.5, 0.5, true)],
    ['nothing that is known', { text: 'with food' }, undefined],
  ])('with %s is one rhythm, or none', (_, code, expected) => {
    expect(read({ code })).toEqual(expected);
  });

  const everyDay = { frequency: 1, period: 1, periodUnit: 'd' };
  const everyWeek = { frequency: 1, period: 1, periodUnit: 'wk' };

  test.each<[string, Json, string, unknown]>([
    ['as often a day', everyDay, 'QD', perDay(1)],
    ['more often a day', everyDay, 'BID', undefined],
    ['less often a day', { ...everyDay, frequency: 2 }, 'QD', undefined],
    ['a number of times a day that it allows', { ...everyDay, frequencyMax: 2 }, 'BID', perDay(1, 2)],
    ['more often a day than it allows', { ...everyDay, frequencyMax: 2 }, 'TID', undefined],
    ['once a week, of a dose of every day', everyDay, 'WK', undefined],
    ['three times a week, of a dose of every day', everyDay, 'three times a week', perDay(1)],
    ['every day, of a dose of every week', everyWeek, 'QD', undefined],
    ['every week, of a dose of every week', everyWeek, 'WK', cycle(7)],
    ['every month, of a dose of every four weeks', { ...everyWeek, period: 4 }, 'MO', cycle(28)],
    ['every day, of a dose of five days a week', { ...everyWeek, frequency: 5 }, 'QD', cycle(7, 5)],
    ['every day, of a dose on Mondays', { dayOfWeek: ['mon'] }, 'QD', weekdays(1)],
    ['no rhythm', everyDay, 'with food', perDay(1)],
  ])(
    'beside a repeat, that says %s, agrees with it or leaves nothing that can be read',
    (_, repeat, text, expected) => {
      expect(read({ repeat, code: { text } })).toEqual(expected);
    },
  );

  test('says how often where the repeat does not', () => {
    expect(read({ repeat: { boundsPeriod: { start: '2026-01-05' } }, code: { text: 'BID' } })).toEqual(perDay(2));
  });
});

describe('dates', () => {
  const date = (text: string) => ({ from: day(text), to: day(text) });

  test('are those of the dose, in their order, without what is no date', () => {
    expect(read({ event: ['2026-02-02', 'soon', '2026-01-05'] })).toEqual({
      kind: 'dates',
      dates: [date('2026-01-05'), date('2026-02-02')],
    });
  });

  test('say nothing of how often beside a repeat', () => {
    expect(read({ event: ['2026-01-05'], repeat: { frequency: 2, period: 1, periodUnit: 'd' } })).toEqual(perDay(2));
  });

  test('come before a code', () => {
    expect(read({ event: ['2026-01-05'], code: { text: 'BID' } })).toEqual({
      kind: 'dates',
      dates: [date('2026-01-05')],
    });
  });

  test('that cannot be read are none', () => {
    expect(read({ event: ['soon'], code: { text: 'BID' } })).toEqual(perDay(2));
  });
});

test.each([undefined, null, 'BID', [{ repeat: {} }]])('a timing cannot be read from %j', (timing) => {
  expect(read(timing)).toBeUndefined();
});
