// How often is a dose given by an instruction in words, and when does that rhythm pause?

import { describe, expect, test } from 'vitest';
import { withoutDiluent } from '../../src/fhir/dosage/sig-diluent.ts';
import { withoutFollowUp } from '../../src/fhir/dosage/sig-follow-up.ts';
import { plainSig, sigPauses, sigSchedule } from '../../src/fhir/dosage/sig-schedule.ts';
import { withoutSupply } from '../../src/fhir/dosage/sig-supply.ts';
import { isBareList, weekdaysIn } from '../../src/fhir/dosage/sig-weekdays.ts';

const perDay = (low: number, high = low, averaged = false) => ({ kind: 'spread', perDay: { low, high }, averaged });
const cycle = (days: number, times = 1) => ({ kind: 'cycle', days, times });

describe('an instruction is made plain', () => {
  test.each([
    ['  40 MG ', '40 mg'],
    ['40  mg\t daily', '40 mg daily'],
    ['po晨 qd', 'po晨qd'],
    ['po 晨qd', 'po晨qd'],
    ['４０ｍｇ', '40mg'],
    ['40mgqd', '40mg qd'],
    ['40 mgq12h', '40 mg q12h'],
    ['40mgqdx', '40mgqdx'],
    ['x mgqd', 'x mgqd'],
    ['12345678901 mg', '12345678901 mg'],
    ['123456789012 mg', '? mg'],
    ['1 mg /kg', '1 mg/kg'],
    ['1 mg/ kg', '1 mg/kg'],
    ['1毫克 / kg', '1毫克/kg'],
    ['每公斤10mg', '10mg/kg'],
    ['每公斤1.25mg', '1.25mg/kg'],
    ['每千克体重1毫克', '1毫克/kg'],
    ['1mg/千克', '1mg/kg'],
    ['1mg/(kg·d)', '1mg/kg/d'],
    ['1mg·kg-1·d-1', '1mg/kg/d'],
    ['1mg kg-1 d-1', '1mg/kg/d'],
    ['1mg/(m2.h)', '1mg/m2/h'],
  ])('"%s" as "%s"', (text, plain) => {
    expect(plainSig(text)).toBe(plain);
  });

  test('and what is taken out leaves a blank, so that the words around it stay apart', () => {
    expect(withoutDiluent('qd生理盐水100ml40mg')).toBe('qd 40mg');
    expect(withoutFollowUp('qd每周复查，bid')).toBe('qd ，bid');
    expect(withoutSupply('qd;#30tab;bid')).toBe('qd; ;bid');
    expect(withoutSupply('每日1片，取药30片')).toBe('每日1片， ');
  });
});

describe('the rhythm', () => {
  test.each<[string, unknown]>([
    ['q8', perDay(3)],
    ['q24', perDay(1)],
    ['每12小时', perDay(2)],
    ['every 3 days', cycle(3)],
    ['every 2 days', perDay(0.5, 0.5, true)],
    ['every 3 months', cycle(90)],
    ['一周3次', cycle(7, 3)],
    ['一周6次', cycle(7, 6)],
    ['一周7次', perDay(1)],
    ['一周14次', perDay(2)],
    ['一月2次', cycle(30, 2)],
    ['每周6次', cycle(7, 6)],
    ['每周7次', perDay(1)],
    ['7 times a week', perDay(1)],
    ['14 times a week', perDay(2)],
    ['3次/月', cycle(30, 3)],
    ['biw', cycle(7, 2)],
    ['tiw', cycle(7, 3)],
    ['qid', perDay(4)],
    ['four times a day', perDay(4)],
    ['500 mg iv once', { kind: 'once' }],
    ['once daily in the morning and evening', perDay(1, 2)],
    ['每周3次，每日1次', cycle(7, 3)],
    ['0 times daily', undefined],
    ['every 0 days', undefined],
  ])('of "%s"', (text, schedule) => {
    expect(sigSchedule(text)).toEqual(schedule);
  });

  test.each<[string, number]>([
    ['0900', 1],
    ['9:00', 1],
    ['23:59', 1],
    ['2100', 1],
    ['0900,2100', 2],
    ['0900, 0800', 2],
    ['8:00 , 9:00', 2],
    ['8:00;14:00;20:00', 3],
    ['8:00和20:00', 2],
  ])('of the clock times "%s" is one at each', (text, times) => {
    expect(sigSchedule(text)).toEqual(perDay(times));
  });

  test.each(['give 0900', '0900 mg', '2400', '0960', '0900, noon', '8:00 and'])('of "%s" is none', (text) => {
    expect(sigSchedule(text)).toBeUndefined();
  });

  test('of weekdays is told by their names', () => {
    expect(weekdaysIn('on fri and mon')).toEqual([1, 5]);
    expect(weekdaysIn('每星期天')).toEqual([7]);
    expect(weekdaysIn('每周三、一')).toEqual([1, 3]);
    expect(['labs mon and thu', 'on mon and thu', 'mwf', '40 mg'].map(isBareList)).toEqual([true, false, false, false]);
  });

  test.each(['qd for 3 days, monthly', 'weekly, 40 mg daily', '40 mg qd except Sunday', '3 weeks on, 1 week off'])(
    'of "%s" pauses, and is none of every day',
    (text) => {
      expect(sigSchedule(text)).toBeUndefined();
      expect(sigPauses(text, undefined)).toBe(true);
    },
  );

  test.each<[string, number | undefined, boolean]>([
    ['monthly', 1, false],
    ['monthly', 2, true],
    ['monthly', 29, true],
    ['monthly', 30, false],
    ['monthly', undefined, false],
    ['weekly', 6, true],
    ['weekly', 7, false],
    ['daily', 3, false],
    ['with food', 3, false],
    ['weekly, not daily', undefined, false],
    ['每周3次，每日1次', undefined, false],
  ])('of "%s" for %s days pauses: %s', (text, days, pauses) => {
    expect(sigPauses(text, days)).toBe(pauses);
  });
});

test.each([
  ['必要时联系医生', ' 医生'],
  ['必要时复查', ' '],
  ['必要时服用', '必要时服用'],
])('without visits, "%s" says "%s" of the dose', (text, left) => {
  expect(withoutFollowUp(text)).toBe(left);
});
