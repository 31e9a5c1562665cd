// Which totals of a score does the record hold, and which of them can be used?

import { describe, expect, it } from 'vitest';
import { eularAcrScore, hasRecordedScore, scoreResults, sledaiScore } from '../../../src/facts/scores/recorded.ts';
import type { Json } from '../../../src/fhir/record.ts';
import { noLimits, type Reading } from '../../../src/fhir/reading.ts';
import type { Retrieved } from '../../../src/fhir/retrieved.ts';
import { exactly, type Interval } from '../../../src/logic/interval.ts';
import { say } from '../../../src/logic/message.ts';
import { day, observation, recordOf, textObservation, type RecordOptions } from '../../builders.ts';
import { report, total } from '../sledai-2k/builders.ts';

const on = '2026-05-28';
const eular = textObservation('2019 EULAR/ACR评分', '12', on);

it.each<[boolean, string, readonly Json[]]>([
  [false, 'nothing', []],
  [false, 'a result of something else', [observation('777-3', 90, '10*9/L', on)]],
  [true, 'a total of SLEDAI', [total(8, on)]],
  [true, 'a total of another version alone', [textObservation('SELENA-SLEDAI', '8', on)]],
  [true, 'a total of the EULAR/ACR criteria', [eular]],
  [true, 'a report with a total', [report('出院', on), report('SLEDAI-2K评分：14分', on)]],
  [true, 'a report with a total of the EULAR/ACR criteria', [report('2019 EULAR/ACR评分：23分', on)]],
  [false, 'a report that names a score and no figure', [report('SLEDAI-2K not scored', on)]],
])('is %s that a record holds a score by %s', (held, _, resources) => {
  expect(hasRecordedScore(recordOf(resources))).toBe(held);
});

const readings = (resources: readonly Json[], name = 'SLEDAI-2K', others: readonly Reading[] = []) =>
  scoreResults(recordOf(resources), sledaiScore, others).readings(name);

describe('a report', () => {
  const read = (conclusion: string | undefined, more: Json = {}) =>
    readings([report('', on, { conclusion, ...more })]).map(({ resource, limits, asWritten, ...rest }) => {
      expect([resource.resourceType, limits().ranges]).toEqual(['DiagnosticReport', []]);
      return { ...rest, asWritten: asWritten() };
    });
  const stated = (asWritten: string, amount: Interval, date = on) => ({
    measurement: 'SLEDAI-2K',
    reference: 'DiagnosticReport/r1',
    when: { from: day(date), to: day(date) },
    status: 'valid',
    asWritten,
    amount,
  });

  it('gives a total of its own day, or of the day that its text names', () => {
    expect(read('SLEDAI-2K评分：14分')).toEqual([stated('SLEDAI-2K评分：14分', exactly(14))]);
    expect(read('SLEDAI-2K today 14 (rash 2)')).toEqual([stated('SLEDAI-2K today 14', exactly(14))]);
    expect(read('SLEDAI-2K本次评分14分')).toEqual([stated('SLEDAI-2K本次评分14分', exactly(14))]);
    expect(read('2026-05-10 SLEDAI-2K 14')).toEqual([stated('SLEDAI-2K 14', exactly(14), '2026-05-10')]);
    expect(read('SLEDAI-2K 14', { status: 'preliminary' })).toMatchObject([{ status: 'preliminary' }]);
  });

  it('that names the score and no single total gives one that cannot be used', () => {
    const { amount: _, ...rest } = stated('SLEDAI-2K 18→6', exactly(18));
    expect(read('SLEDAI-2K 18→6')).toEqual([{ ...rest, unreadable: say('score.no-total') }]);
  });

  it('of which letters were lost gives one that cannot be used, and nothing where it does not name the score', () => {
    expect(read('SLEDAI-2K评分：1\ufffd4分')).toMatchObject([
      { measurement: 'SLEDAI-2K', unreadable: say('score.no-total') },
    ]);
    expect(read('\ufffd\ufffd 14分')).toEqual([]);
  });

  it('that is named after the score may state nothing but the figure', () => {
    const code = { text: 'SLEDAI-2K评分' };
    expect(read('14分', { code })).toEqual([stated('SLEDAI-2K评分：14分', exactly(14))]);
    expect(read(undefined, { code })).toEqual([]);
    expect(read('14分')).toEqual([]);
  });

  it('gives the total of one version to that alone', () => {
    const reported = [report('SLEDAI-2K 14', on)];
    expect([readings(reported).length, readings(reported, 'SLEDAI').length]).toEqual([1, 0]);
  });
});

describe('a total', () => {
  const of = (amount: Interval | undefined): Reading => ({
    measurement: 'SLEDAI-2K',
    reference: 'QuestionnaireResponse/f',
    when: undefined,
    status: 'valid',
    asWritten: () => 'x',
    limits: noLimits,
    resource: { resourceType: 'QuestionnaireResponse' },
    ...(amount !== undefined && { amount }),
  });
  const notWhole = say('score.not-whole');
  const outside = say('score.out-of-range', { maximum: 105 });
  it.each<[string, Interval | undefined, ReturnType<typeof say> | undefined]>([
    ['of nothing', exactly(0), undefined],
    ['of the most there is', exactly(105), undefined],
    ['of one more', exactly(106), outside],
    ['below nothing', exactly(-1), outside],
    ['of a half', exactly(8.5), notWhole],
    ['with the last digits of a conversion', exactly(100.000_000_05), undefined],
    ['with more than those', exactly(100.000_000_2), notWhole],
    ['from a half', { low: 7.5, high: 9 }, notWhole],
    ['to a half', { low: 7, high: 9.5 }, notWhole],
    ['up to more than there is', { low: 100, high: 106 }, outside],
    ['of five or more', { low: 5, high: Infinity, lowOpen: true }, undefined],
    ['of more than there is', { low: 106, high: Infinity }, outside],
    ['of less than five', { low: -Infinity, high: 5 }, undefined],
    ['of less than nothing', { low: -Infinity, high: -1 }, outside],
    ['without an amount', undefined, say('score.no-total')],
  ])('%s', (_, amount, unreadable) => {
    const given = of(amount);
    const { amount: kept, ...rest } = given;
    const used = unreadable === undefined ? { ...rest, amount: kept } : { ...rest, unreadable };
    expect(readings([], 'SLEDAI-2K', [given])).toStrictEqual([used]);
  });

  it('that cannot be read stays so for its own reason', () => {
    const given = { ...of(undefined), unreadable: say('sledai.total-contradicts-items') };
    expect(readings([], 'SLEDAI-2K', [given])).toEqual([given]);
  });

  it.each<[string, Interval | undefined, string | undefined]>([
    ['14分（中度活动）', exactly(14), undefined],
    ['SLEDAI-2K: 12 points', exactly(12), undefined],
    ['12', exactly(12), undefined],
    ['12分；6分', undefined, 'reading.unknown-unit'],
    ['12 points ; 6 points', undefined, 'reading.unknown-unit'],
    ['1 point; 12', undefined, 'reading.unknown-unit'],
    ['12 ; 6', undefined, 'reading.unknown-unit'],
    ['SLEDAI-2K 12分, SLEDAI-2K 6分', undefined, 'reading.words-not-known'],
    ['SLEDAI-2K 12分 SLEDAI-2K 6分', undefined, 'reading.words-not-known'],
    ['12 分(2026-01-02)', undefined, 'reading.unknown-unit'],
    ['14.5分（中度活动）', undefined, 'score.not-whole'],
  ])('written %s is %j', (text, amount, why) => {
    const [reading] = readings([textObservation('SLEDAI-2K', text, on)]);
    expect([reading?.amount, reading?.unreadable?.id, reading?.text]).toEqual([amount, why, text]);
  });

  it('under a code and a name of two scores is not read again', () => {
    const code = { coding: [{ system: 'http://example.org/fhir/CodeSystem/lupus', code: 'sledai-2k' }] };
    const both = textObservation('x', '12', on, { code: { ...code, text: '2019 EULAR/ACR score' } });
    expect(readings([both])).toMatchObject([{ unreadable: { id: 'reading.contradictory-code' } }]);
  });
});

describe('the search for totals', () => {
  const partial = (since?: string): Retrieved => ({
    state: 'partial',
    reason: 'cut off',
    ...(since !== undefined && { completeSince: day(since) }),
  });
  const unavailable: Retrieved = { state: 'unavailable', reason: 'refused' };
  const [early, late] = [partial('2026-01-01'), partial('2026-03-01')];
  const least = (retrieved: NonNullable<RecordOptions['retrieved']>, score = sledaiScore) =>
    scoreResults(recordOf([], { retrieved }), score, []).retrieved.observations;
  it.each<[Retrieved, NonNullable<RecordOptions['retrieved']>]>([
    [{ state: 'complete' }, {}],
    [early, { diagnosticReports: early }],
    [late, { diagnosticReports: early, questionnaireResponses: late }],
    [late, { observations: late, questionnaireResponses: early }],
    [unavailable, { observations: late, questionnaireResponses: unavailable }],
    [unavailable, { observations: unavailable, questionnaireResponses: late }],
    [partial(), { observations: late, questionnaireResponses: partial() }],
    [unavailable, { observations: unavailable, questionnaireResponses: partial() }],
  ])('is as complete as the least complete of them: %j of %j', (expected, retrieved) => {
    expect(least(retrieved)).toEqual(expected);
  });

  it('of the EULAR/ACR criteria finds them in reports', () => {
    const { readings: totals } = scoreResults(recordOf([report('2019 EULAR/ACR评分：23分', on)]), eularAcrScore, []);
    expect(totals('EULAR-ACR-2019').map(({ amount }) => amount)).toEqual([exactly(23)]);
  });

  it('of the EULAR/ACR criteria asks no forms', () => {
    expect(least({ questionnaireResponses: unavailable }, eularAcrScore)).toEqual({ state: 'complete' });
    expect(least({ diagnosticReports: unavailable }, eularAcrScore)).toEqual(unavailable);
  });
});
