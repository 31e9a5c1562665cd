import { describe, expect, test } from 'vitest';
import { askLatest, isUnclear, measurementTitle, type LatestQuestion } from '../../../src/facts/results/latest.ts';
import { series } from '../../../src/facts/results/series.ts';
import type { Json } from '../../../src/fhir/record.ts';
import { finding, type Finding } from '../../../src/logic/finding.ts';
import { isAtMost } from '../../../src/logic/interval.ts';
import { verbatim } from '../../../src/logic/message.ts';
import { day, observation, recordOf, screeningOn, type RecordOptions } from '../../builders.ts';

const today = '2026-06-01';
const alt = (value: number, date: string, more: Json = {}): Json => observation('1742-6', value, 'U/L', date, more);

/** "ALT <= 100" by the latest result of the last 30 days. */
function ask(resources: readonly Json[], options: RecordOptions = {}, on = today): Finding {
  const question: LatestQuestion = {
    names: ['ALT'],
    what: measurementTitle('ALT'),
    screening: screeningOn(on),
    windowDays: 30,
    group: 'LABS',
    orders: [{ system: 'http://loinc.org', code: '1742-6', display: 'ALT' }],
  };
  return askLatest(recordOf(resources, options), question, (reading) =>
    finding(reading.amount === undefined ? 'unknown' : isAtMost(reading.amount, 100), verbatim(reading.asWritten())),
  );
}

describe('The latest result in the window decides', () => {
  test.each([
    ['on the day itself', today, 'met'],
    ['30 days ago', '2026-05-02', 'met'],
    ['31 days ago', '2026-05-01', 'unknown'],
  ])('a result %s', (_when, date, verdict) => {
    expect(ask([alt(50, date)]).verdict).toBe(verdict);
  });
  test('not the best and not the worst', () => {
    expect(ask([alt(200, '2026-05-10'), alt(50, '2026-05-20')]).verdict).toBe('met');
    expect(ask([alt(50, '2026-05-10'), alt(200, '2026-05-20')]).verdict).toBe('not-met');
  });
  test('by the instant on one day', () => {
    expect(ask([alt(200, '2026-05-20T08:00:00+08:00'), alt(50, '2026-05-20T09:00:00+08:00')]).verdict).toBe('met');
  });
  test('with a turn on the first day on which it is stale', () => {
    expect(ask([alt(50, '2026-05-20')]).turns).toEqual([{ on: day('2026-06-20') }]);
    expect(ask([alt(50, '2026-05-20')], {}, '2026-06-19').verdict).toBe('met');
    expect(ask([alt(50, '2026-05-20')], {}, '2026-06-20').verdict).toBe('unknown');
  });
});

describe('Where the latest result cannot answer', () => {
  test('nothing is unknown, with what to order', () => {
    const answer = ask([]);
    expect(answer.verdict).toBe('unknown');
    expect(answer.missing[0]?.orders[0]).toMatchObject({ coding: { code: '1742-6' }, windowDays: 30 });
  });
  test('a stale one is unknown, shown and flagged', () => {
    const answer = ask([alt(50, '2026-04-01')]);
    expect(answer).toMatchObject({ verdict: 'unknown', flags: ['STALE:LABS'] });
    expect(answer.evidence).toHaveLength(1);
  });
  test('an unreadable newest one is unknown, whatever the older one says', () => {
    expect(ask([alt(50, '2026-05-10'), observation('1742-6', 50, 'foo', '2026-05-20')])).toMatchObject({
      verdict: 'unknown',
      reason: { id: 'latest.unreadable' },
    });
  });
  test('results of one instant that agree decide, and that disagree do not', () => {
    expect(ask([alt(50, '2026-05-20'), alt(60, '2026-05-20')]).verdict).toBe('met');
    expect(ask([alt(50, '2026-05-20'), alt(160, '2026-05-20')])).toMatchObject({
      verdict: 'unknown',
      reason: { id: 'latest.disagree' },
    });
  });
});

describe('What does not count is shown as ignored', () => {
  test.each([
    ['an undated one', alt(200, 'last week'), 'latest.undated'],
    ['one dated tomorrow', alt(200, '2026-06-02'), 'latest.future'],
    ['a preliminary one', alt(200, '2026-05-31', { status: 'preliminary' }), 'latest.preliminary'],
  ])('%s', (_what, resource, id) => {
    const answer = ask([alt(50, '2026-05-20'), resource]);
    expect(answer.verdict).toBe('met');
    expect(answer.ignored[0]?.label.values['why']).toMatchObject({ id });
  });
  test('a future result is a turn, because it begins to count', () => {
    expect(ask([alt(50, '2026-05-20'), alt(200, '2026-06-10')]).turns).toContainEqual({ on: day('2026-06-10') });
  });
});

describe('A partial date is asked at both ends', () => {
  test('a month wholly in the window decides', () => {
    expect(ask([alt(50, '2026-05')], {}, '2026-05-31').verdict).toBe('met');
  });
  test('a month partly outside the window is unknown', () => {
    expect(ask([alt(50, '2026-05')], {}, '2026-06-10')).toMatchObject({ verdict: 'unknown', flags: [] });
  });
  test('a month that may lie before or after a full date must agree with it', () => {
    expect(ask([alt(50, '2026-05'), alt(60, '2026-05-20')]).verdict).toBe('met');
    expect(ask([alt(50, '2026-05'), alt(160, '2026-05-20')]).verdict).toBe('unknown');
  });
  test('a month that may still lie ahead must agree with what there is without it', () => {
    expect(ask([alt(50, '2026-06'), alt(60, '2026-05-20')]).verdict).toBe('met');
    expect(ask([alt(50, '2026-06'), alt(160, '2026-05-20')]).verdict).toBe('unknown');
    expect(ask([alt(50, '2026-06')]).verdict).toBe('unknown');
  });
});

describe('An incomplete search never decides', () => {
  const partial = (since?: string): RecordOptions => ({
    retrieved: {
      observations: { state: 'partial', reason: 'cut off', ...(since !== undefined && { completeSince: day(since) }) },
    },
  });
  test('cut off at an unknown place: unknown', () => {
    expect(ask([alt(50, '2026-05-20')], partial())).toMatchObject({
      verdict: 'unknown',
      reason: { id: 'latest.incomplete' },
    });
  });
  test('complete since before the result: it decides', () => {
    expect(ask([alt(50, '2026-05-20')], partial('2026-05-19')).verdict).toBe('met');
    expect(ask([alt(50, '2026-05-20')], partial('2026-05-20')).verdict).toBe('unknown');
  });
  test('nothing found, while all of the window was not searched: not called none', () => {
    expect(ask([], partial('2026-05-20')).reason.id).toBe('latest.incomplete');
    expect(ask([], partial('2026-05-01')).reason.id).toBe('latest.none');
  });
  test('not available: unknown, and not called stale', () => {
    const answer = ask([alt(50, '2026-04-01')], {
      retrieved: { observations: { state: 'unavailable', reason: 'refused' } },
    });
    expect(answer).toMatchObject({ verdict: 'unknown', flags: [] });
  });
});

test.each([
  ['one that cannot be read', [observation('1742-6', 50, 'foo', '2026-05-20')], true],
  ['one that may be too old', [alt(50, '2026-05')], true],
  ['one that is too old', [alt(50, '2026-04-01')], false],
  ['none', [], false],
] as const)('Something of these days may say anything where there is %s: %#', (_what, resources, unclear) => {
  expect(isUnclear(ask(resources))).toBe(unclear);
});

test('A series for a chart is oldest first and leaves out what cannot be read', () => {
  const record = recordOf([
    alt(60, '2026-05-20'),
    alt(50, '2026-05-10'),
    observation('1742-6', 50, 'foo', '2026-05-15'),
  ]);
  expect(series(record, 'ALT').map(({ low }) => low)).toEqual([50, 60]);
});
