// What does the answer about high-dose glucocorticoids say, show, flag and announce, for each ground on which it rests?

import { describe, expect, it } from 'vitest';
import type { Json } from '../../../src/fhir/record.ts';
import { say } from '../../../src/logic/message.ts';
import type { Settings } from '../../../src/protocols/nct06222853-5to18/settings.ts';
import { answer, lapse, numbers, orders, reasonOf, source, statement } from './answers.ts';
import { ago, daily, order, prednisone, timing, mg, weighing, asked } from './prednisone.ts';
import { expected, whole, type Whole } from '../whole.ts';

const everyOtherDay = (milligrams: number, from: number, to: number): Json =>
  order('prednisone tablet', [
    { timing: timing(1, 2, 'd', { boundsPeriod: { start: ago(from), end: ago(to) } }), doseAndRate: [mg(milligrams)] },
  ]);
const weighed = 13;

it.each<readonly [string, readonly Json[], Whole]>([
  [
    'a course of 90 days',
    orders(40, [89, 0]),
    expected('met', reasonOf('course', 90, 89, 0), {
      evidence: [...numbers('90', '90', '90', [89, 0], '1'), source(1, ['40 mg'], 89)],
      days: [ago(-366)],
    }),
  ],
  [
    'a course that ended 366 days ago',
    orders(40, [460, 366]),
    expected('needs-investigator', reasonOf('old-course', 95, 460, 366, { recent: 365 }), {
      evidence: [...numbers('95', '95', '95', [460, 366], '1'), source(1, ['40 mg'], 460)],
    }),
  ],
  [
    'a course that is high only by averaging',
    [everyOtherDay(80, 99, 0)],
    expected('needs-investigator', reasonOf('averaged', 100, 99, 0), {
      evidence: [...numbers('100', '100', '100', [99, 0], '1'), source(1, ['40 mg'], 99)],
      flags: ['GC_ALTERNATE_DAY_AVERAGED'],
    }),
  ],
  [
    'a course that is nearly long enough and ended',
    orders(40, [93, 10]),
    expected('needs-investigator', reasonOf('near', 84, 93, 10, { need: 90 }), {
      evidence: [...numbers('84', '84', '84', [93, 10], '1'), source(1, ['40 mg'], 93)],
      flags: ['GC_NEAR_THRESHOLD'],
      days: [ago(-356)],
    }),
  ],
  [
    'a course that is nearly long enough and goes on',
    [prednisone(40, 83)],
    expected('needs-investigator', reasonOf('near-continuing', 84, 83, 0, { on: ago(-6) }), {
      evidence: [...numbers('84', '84', '84', [83, 0], '1'), source(1, ['40 mg'], 83)],
      flags: ['GC_NEAR_THRESHOLD'],
      days: [ago(-6)],
    }),
  ],
  [
    'a course with a break that is nearly long enough and goes on',
    [prednisone(40, 89, 50), prednisone(40, 44)],
    expected('needs-investigator', reasonOf('near-continuing', 85, 89, 0, { on: ago(-5) }), {
      evidence: [...numbers('85', '85', '85', [89, 0], '1'), source(1, ['40 mg'], 89), source(2, ['40 mg'], 44)],
      flags: ['GC_NEAR_THRESHOLD'],
      days: [ago(-5)],
    }),
  ],
  [
    '90 days within a year',
    orders(40, [365, 336], [300, 271], [129, 100]),
    expected('needs-investigator', say('glucocorticoid.cumulative', { dose: 1, recent: 365, days: 90 }), {
      evidence: [
        ...numbers('90', '90', '30', [365, 100], '1'),
        source(1, ['40 mg'], 365),
        source(2, ['40 mg'], 300),
        source(3, ['40 mg'], 129),
      ],
      days: [ago(-1)],
    }),
  ],
  [
    'near days and high ones',
    [prednisone(38, 99, 50), prednisone(40, 49, 40), prednisone(38, 39, 0)],
    expected('needs-investigator', say('glucocorticoid.close', { dose: 1, near: 90, capped: 0 }), {
      evidence: [
        ...numbers('100', '10', '10', [99, 0], '1'),
        source(1, ['38 mg'], 99),
        source(2, ['40 mg'], 49),
        source(3, ['38 mg'], 39),
      ],
      flags: ['GC_NEAR_DAYS'],
    }),
  ],
  [
    'a low dose with three pulses',
    [
      prednisone(10, 99, 0),
      order('methylprednisolone injection', [{ ...daily(500, 50, 48), route: { text: 'intravenous' } }]),
    ],
    expected('needs-investigator', say('glucocorticoid.regimen', { dose: 1, any: 100, high: 3, pulses: 3 }), {
      evidence: [
        ...numbers('100', '3', '3', [99, 0], '15.875'),
        source(1, ['10 mg'], 99),
        source(2, ['625 mg'], 50, { drug: 'methylprednisolone injection' }),
      ],
      flags: ['GC_R3_ONLY'],
    }),
  ],
  [
    'a low dose with 14 high-dose days, and another low dose long before',
    [prednisone(10, 300, 291), prednisone(40, 99, 86), prednisone(10, 85, 0)],
    expected('needs-investigator', say('glucocorticoid.regimen', { dose: 1, any: 100, high: 14, pulses: 0 }), {
      evidence: [
        ...numbers('110', '14', '14', [300, 0], '1'),
        source(1, ['10 mg'], 300),
        source(2, ['40 mg'], 99),
        source(3, ['10 mg'], 85),
      ],
      flags: ['GC_R3_ONLY'],
    }),
  ],
  [
    'too few high-dose days',
    [prednisone(40, 99, 90), prednisone(40, 49, 30)],
    expected('not-met', say('glucocorticoid.too-short', { dose: 1, any: 30, days: 20 }), {
      evidence: [
        statement(3 + weighed),
        ...numbers('30', '30', '20', [99, 30], '1'),
        source(1, ['40 mg'], 99),
        source(2, ['40 mg'], 49),
      ],
      days: [lapse],
    }),
  ],
  [
    'no high-dose day',
    [prednisone(10, 99, 0)],
    expected('not-met', say('glucocorticoid.too-short', { dose: 1, any: 100, days: 0 }), {
      evidence: [statement(2 + weighed), ...numbers('100', '0', '0', [99, 0], '0.25'), source(1, ['10 mg'], 99)],
      days: [lapse],
    }),
  ],
  [
    'nothing',
    [],
    expected('not-met', say('glucocorticoid.none'), { evidence: [statement(1 + weighed)], days: [lapse] }),
  ],
])('%s', (_, resources, answered) => {
  expect(answer(resources)).toEqual(answered);
});

it('a full dose of a heavy child is shown as such', () => {
  const found = whole(asked([...orders(60, [99, 0]), ...weighing(82)]));
  expect(found).toEqual(
    expected('needs-investigator', say('glucocorticoid.close', { dose: 1, near: 0, capped: 100 }), {
      evidence: [...numbers('100', '0', '0', [99, 0], '0.732'), source(1, ['60 mg'], 99)],
      flags: ['GC_DOSE_CAP'],
    }),
  );
});

it('three calendar months are full on the day before the same day of the month', () => {
  const running = order('prednisone tablet', [
    { ...daily(40, 0), timing: timing(1, 1, 'd', { boundsPeriod: { start: '2026-02-01' } }) },
  ]);
  const ask = (on: string, ...more: readonly Json[]) => answer([running, ...more], { on }).reason;
  const [dose, from] = [1, '2026-02-01'];
  expect(ask('2026-04-25')).toEqual(
    say('glucocorticoid.near-continuing', { dose, days: 84, from, to: '2026-04-25', on: '2026-04-30' }),
  );
  expect(ask('2026-04-30')).toEqual(say('glucocorticoid.course', { dose, days: 89, from, to: '2026-04-30' }));
});

describe('what a site counts', () => {
  it.each<readonly [string, Settings['glucocorticoidReading'], readonly Json[], Whole['verdict'], readonly string[]]>([
    [
      'days within a year, strictly',
      'strict',
      orders(40, [365, 336], [300, 271], [129, 100]),
      'needs-investigator',
      [],
    ],
    ['days within a year', 'cumulative', orders(40, [365, 336], [300, 271], [129, 100]), 'met', []],
    [
      'a regimen, strictly',
      'strict',
      [...orders(40, [99, 86]), ...orders(10, [85, 0])],
      'needs-investigator',
      ['GC_R3_ONLY'],
    ],
    ['a regimen', 'regimen', [...orders(40, [99, 86]), ...orders(10, [85, 0])], 'met', []],
  ])('%s', (_, glucocorticoidReading, resources, verdict, flags) => {
    const found = answer(resources, { settings: { glucocorticoidReading } });
    expect([found.verdict, found.flags]).toEqual([verdict, flags]);
  });
});
