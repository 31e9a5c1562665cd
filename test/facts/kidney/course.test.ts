// Which dialysis, which fall and which rates of the last months are found, and how are they shown?

import { describe, expect, it } from 'vitest';
import { filtrationFalling } from '../../../src/facts/kidney/fall.ts';
import { dialysisWithin } from '../../../src/facts/kidney/steadiness.ts';
import { filtrationRates } from '../../../src/facts/kidney/trend.ts';
import type { Json } from '../../../src/fhir/record.ts';
import type { Finding } from '../../../src/logic/finding.ts';
import { observation, recordOf } from '../../builders.ts';
import { condition, creatinine, days, height, inShort, on, procedure, reported, screening, today } from './results.ts';

describe('dialysis within 30 days', () => {
  const found = (...resources: readonly Json[]) => dialysisWithin(recordOf(resources), screening, 30);

  it.each([
    ['30 days ago', procedure('2026-05-02'), 1],
    ['31 days ago', procedure('2026-05-01'), 0],
    ['tomorrow', procedure('2026-06-02'), 0],
    ['today', procedure(today), 1],
    ['going on for a year', procedure('2025-06-01', { status: 'in-progress' }), 1],
    [
      'going on, although an end was written down',
      procedure(undefined, { status: 'in-progress', performedPeriod: { start: '2025-06-01', end: '2025-12-01' } }),
      1,
    ],
    [
      'a period that ended within them',
      procedure(undefined, { performedPeriod: { start: '2025-01-01', end: '2026-05-10' } }),
      1,
    ],
    ['nobody says when: it may be these days', procedure(undefined), 1],
    ['over, nobody says when', procedure(undefined, { performedPeriod: { start: '2025-01-01' } }), 1],
    ['another procedure', procedure(today, { code: { text: 'Appendectomy' } }), 0],
    ['dependence on it', condition(), 1],
    ['dependence since today', condition({ onsetDateTime: today }), 1],
    ['dependence from tomorrow on', condition({ onsetDateTime: '2026-06-02' }), 0],
    ['dependence that is over', condition({ clinicalStatus: { coding: [{ code: 'resolved' }] } }), 0],
    ['dependence that is only suspected', condition({ verificationStatus: { coding: [{ code: 'provisional' }] } }), 0],
    ['another diagnosis', condition({ code: { text: 'Asthma' } }), 0],
  ])('%s', (_what, resource, count) => {
    expect(found(resource).evidence).toHaveLength(count);
  });

  it('is shown with its name and its last day', () => {
    expect(
      inShort(found(procedure(undefined, { performedPeriod: { start: '2026-05-01', end: '2026-05-10' } })).evidence),
    ).toEqual(['Procedure/r1 | kidney.dialysis | Hemodialysis | - | 2026-05-10']);
    expect(inShort(found(condition()).evidence)).toEqual([
      'Condition/r1 | kidney.dialysis | Dependence on dialysis | - | -',
    ]);
  });

  it('changes the answer when it begins, and a month after it', () => {
    expect(days(found(procedure('2026-05-20')))).toEqual(['2026-06-20']);
    expect(days(found(procedure('2026-06-10')))).toEqual(['2026-06-10', '2026-07-11']);
    expect(days(found(procedure('2026-01-01')))).toEqual([]);
    expect(days(found(procedure(undefined)))).toEqual([]);
    const period = { performedPeriod: { start: '2026-04-01', end: '2026-05-10' } };
    expect(days(found(procedure(undefined, period)))).toEqual(['2026-06-10']);
    expect(days(found(procedure('2026-05-20', { code: { text: 'Appendectomy' } })))).toEqual([]);
  });
});

const byU25 = (value: number, date = on): Json => ({ ...reported('', value, date), code: { text: 'eGFR (CKiD U25)' } });
const below = { value: 0.5, comparator: '<', unit: 'mg/dL', system: 'http://unitsofmeasure.org', code: 'mg/dL' };

describe('a fall of the rate', () => {
  const falling = (...resources: readonly Json[]): readonly Finding[] =>
    filtrationFalling(recordOf(resources), screening, { laboratoryWindowDays: 30, fallFrom: 0.3, fallMonths: 3 });

  it('names the highest and the latest value, the share and the day on which it no longer counts', () => {
    const [found] = falling(
      creatinine(1),
      creatinine(0.7, '2026-03-10'),
      creatinine(0.6, '2026-04-10'),
      creatinine(0.65, '2026-04-20'),
    );
    expect(found).toMatchObject({
      verdict: 'needs-investigator',
      reason: { id: 'nephritis.falling', values: { percent: 40, months: 3 } },
    });
    expect(found?.evidence.map(({ reference }) => reference)).toEqual(['Observation/r3', 'Observation/r1']);
    expect(found === undefined ? [] : days(found)).toEqual(['2026-06-28']);
  });

  it.each([
    ['30 % by creatinine', [creatinine(1), creatinine(0.7, '2026-03-10')], 1],
    ['29 % by creatinine', [creatinine(1), creatinine(0.71, '2026-03-10')], 0],
    ['30 % by reported values', [reported('50384-7', 70), reported('50384-7', 100, '2026-03-10')], 1],
    ['30 % by reported U25 values', [byU25(70), byU25(100, '2026-03-10')], 1],
    [
      '30 % by reported U25 values is one equation, not two',
      [reported('50384-7', 70), reported('50384-7', 90, '2026-03-10')],
      0,
    ],
    ['three months to the day', [creatinine(1), creatinine(0.5, '2026-02-28')], 1],
    ['three months and a day', [creatinine(1), creatinine(0.5, '2026-02-27')], 0],
    ['both on one day', [creatinine(1), creatinine(0.5)], 0],
    ['a latest value of 30 days ago', [creatinine(1, '2026-05-02'), creatinine(0.5, '2026-03-10')], 1],
    ['a latest value of 31 days ago', [creatinine(1, '2026-05-01'), creatinine(0.5, '2026-03-10')], 0],
    ['an earlier value that is cancelled', [creatinine(1), creatinine(0.5, '2026-03-10', { status: 'cancelled' })], 0],
    ['an earlier value without a date', [creatinine(1), creatinine(0.5, '')], 0],
    ['a latest value of tomorrow', [creatinine(1, '2026-06-02'), creatinine(0.6), creatinine(0.58, '2026-04-10')], 0],
    ['a latest value of today', [creatinine(1, today), creatinine(0.6)], 1],
    [
      'an earlier value that is not final',
      [creatinine(1), creatinine(0.5, '2026-03-10', { status: 'preliminary' })],
      0,
    ],
    [
      'an earlier value in a unit that nobody knows',
      [creatinine(1), observation('2160-0', 0.5, 'widgets', '2026-03-10')],
      0,
    ],
    [
      'an earlier value that is only said to be below a number',
      [creatinine(1), { ...creatinine(0.5, '2026-03-10'), valueQuantity: { ...below } }],
      0,
    ],
    [
      'a latest value that is only said to be above a number',
      [{ ...creatinine(1), valueQuantity: { ...below, value: 1, comparator: '>' } }, creatinine(0.5, '2026-03-10')],
      0,
    ],
    ['an earlier value of zero', [creatinine(1), creatinine(0, '2026-03-10')], 0],
    ['nothing', [], 0],
  ])('%s', (_what, resources, count) => {
    expect(falling(...resources)).toHaveLength(count);
  });
});

describe('the rates of three months', () => {
  const rates = (...resources: readonly Json[]) =>
    filtrationRates(recordOf(resources), screening, { months: 3, heightWindowDays: 180 }).map(({ rate }) =>
      Math.round(rate.low),
    );

  it.each([
    ['of a creatinine of three months ago', [creatinine(0.7, '2026-03-01'), height()], [85]],
    ['of one a day older', [creatinine(0.7, '2026-02-28'), height()], []],
    [
      'with the nearest height',
      [creatinine(0.7), height(100, '2026-01-01'), height(158), height(120, '2025-12-20')],
      [86],
    ],
    ['with a height 180 days away', [creatinine(0.7), height(158, '2025-11-29')], [86]],
    ['with one 181 days away', [creatinine(0.7), height(158, '2025-11-28')], []],
    ['without a height', [creatinine(0.7)], []],
    [
      'reported ones beside computed ones, newest first',
      [reported('50384-7', 50, '2026-05-30'), creatinine(0.7), height()],
      [50, 86],
    ],
    [
      'with the height that is nearest on either side of it',
      [creatinine(0.7, '2026-04-01'), height(100, '2026-01-01'), height(158, '2026-04-20'), height(120, '2026-05-20')],
      [85],
    ],
    ['of a reported value by U25', [byU25(50)], [50]],
    ['without what is not final yet', [creatinine(0.7, on, { status: 'preliminary' }), height()], []],
    ['without a unit that nobody knows', [observation('2160-0', 0.7, 'widgets', on), height()], []],
    ['without a height of which nobody says when', [creatinine(0.7), height(158, '')], []],
    ['without cancelled ones', [creatinine(0.7, on, { status: 'cancelled' }), height()], []],
  ])('%s', (_what, resources, expected) => {
    expect(rates(...resources)).toEqual(expected);
  });
});
