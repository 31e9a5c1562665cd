// What does the latest result of a measurement, or why there is none, say, show, order and announce?

import { describe, expect, it } from 'vitest';
import { askLatest, evidenceOf, measurementTitle, type LatestQuestion } from '../../../src/facts/results/latest.ts';
import type { Json } from '../../../src/fhir/record.ts';
import { isoDay } from '../../../src/logic/calendar.ts';
import { finding, type Evidence } from '../../../src/logic/finding.ts';
import { isAtMost } from '../../../src/logic/interval.ts';
import { say, verbatim, type Message } from '../../../src/logic/message.ts';
import { observation, recordOf, screeningOn, textObservation, type RecordOptions } from '../../builders.ts';
import { expected, type Whole } from '../whole.ts';

const alt = (value: number, date: string | undefined, more: Json = {}): Json =>
  observation('1742-6', value, 'U/L', date ?? '', { effectiveDateTime: date, ...more });
const ast = (value: number, date: string): Json => observation('1920-8', value, 'U/L', date);

type Asked = RecordOptions & Partial<LatestQuestion> & { readonly asOf?: string };

/** "ALT <= 100" by the latest result of the last 30 days, each shown with a flag of its own; every turn as it comes. */
function ask(resources: readonly Json[], asked: Asked = {}): Whole {
  const question: LatestQuestion = {
    names: ['ALT'],
    what: measurementTitle('ALT'),
    screening: screeningOn(asked.asOf ?? '2026-06-01'),
    windowDays: 30,
    group: 'LABS',
    orders: [
      { system: 'http://loinc.org', code: '1742-6', display: 'ALT' },
      { system: 'http://loinc.org', code: '1743-4', display: 'ALT with P-5-P' },
    ],
    ...asked,
  };
  const { turns, ...rest } = askLatest(recordOf(resources, asked), question, (reading) =>
    finding(isAtMost(reading.amount ?? { low: 0, high: Infinity }, 100), verbatim(reading.asWritten()), {
      evidence: [evidenceOf(reading)],
      flags: ['SEEN', `SEEN:${reading.asWritten()}`],
    }),
  );
  return { ...rest, days: turns.map(({ on }) => isoDay(on)) };
}

const what = say('measurement.ALT');
const shown = (n: number, value: string, date: string, name = 'ALT'): Evidence & { readonly value: string } => ({
  reference: `Observation/r${String(n)}`,
  label: say(`measurement.${name}`),
  value,
  date,
});
const ignored = (why: string, evidence: Omit<Evidence, 'label'>): Evidence => ({
  ...evidence,
  label: say('latest.ignored', { what, why: say(`latest.${why}`) }),
});
const toOrder = {
  missing: [
    {
      what,
      orders: ['1742-6', '1743-4'].map((code) => ({
        coding: { system: 'http://loinc.org', code, display: code === '1742-6' ? 'ALT' : 'ALT with P-5-P' },
        windowDays: 30,
      })),
    },
  ],
};
const answered = (
  verdict: 'met' | 'not-met',
  evidence: Evidence & { readonly value: string },
  ...days: readonly string[]
): Whole =>
  expected(verdict, verbatim(evidence.value), {
    evidence: [evidence],
    flags: ['SEEN', `SEEN:${evidence.value}`],
    days,
  });
const open = (reason: string, values: Message['values'], more: Partial<Whole> = {}): Whole =>
  expected('unknown', say(`latest.${reason}`, { what, days: 30, ...values }), { ...toOrder, ...more });

type Row = readonly [string, readonly Json[], Whole, Asked?];
const answers = (rows: readonly Row[]): void => {
  const cases = rows.map(([title, resources, answer, asked]) => ({ title, resources, answer, asked }));
  it.each(cases)('$title', ({ resources, answer, asked }) => {
    expect(ask(resources, asked)).toEqual(answer);
  });
};

describe('a result that is found', () => {
  const fifty = answered('met', shown(1, '50 U/L', '2026-05-20'), '2026-06-20');
  answers([
    ['is shown until it is 31 days old', [alt(50, '2026-05-20')], fifty],
    [
      'of 30 days ago is asked again tomorrow',
      [alt(150, '2026-05-02')],
      answered('not-met', shown(1, '150 U/L', '2026-05-02'), '2026-06-02'),
    ],
    [
      'of some day of a month is asked again at both ends',
      [alt(50, '2026-05')],
      answered('met', shown(1, '50 U/L', '2026-05'), '2026-06-01', '2026-07-01'),
      { asOf: '2026-05-31' },
    ],
    [
      'is shown beside what does not count, and with the days on which that begins to',
      [
        alt(50, '2026-05-20'),
        alt(150, undefined),
        alt(160, '2026-05-21', { status: 'preliminary' }),
        alt(170, '2026-06-02'),
        alt(180, '2026-07'),
        alt(190, '2026-06-03', { status: 'preliminary' }),
      ],
      {
        ...fifty,
        ignored: [
          ignored('future', { reference: 'Observation/r5', value: '180 U/L', date: '2026-07' }),
          ignored('future', { reference: 'Observation/r6', value: '190 U/L', date: '2026-06-03' }),
          ignored('future', { reference: 'Observation/r4', value: '170 U/L', date: '2026-06-02' }),
          ignored('preliminary', { reference: 'Observation/r3', value: '160 U/L', date: '2026-05-21' }),
          ignored('undated', { reference: 'Observation/r2', value: '150 U/L' }),
        ],
        days: ['2026-06-20', '2026-07-01', '2026-07-31', '2026-06-02'],
      },
    ],
    [
      'counts on the day itself',
      [alt(50, '2026-06-01')],
      answered('met', shown(1, '50 U/L', '2026-06-01'), '2026-07-02'),
    ],
    [
      'beside others of the day is shown with them where they agree, each flag once',
      [alt(50, '2026-05-20'), alt(60, '2026-05-20'), alt(70, '2026-05-20')],
      {
        ...fifty,
        evidence: [fifty.evidence, shown(2, '60 U/L', '2026-05-20'), shown(3, '70 U/L', '2026-05-20')].flat(),
        flags: ['SEEN', 'SEEN:50 U/L', 'SEEN:60 U/L', 'SEEN:70 U/L'],
      },
    ],
    [
      'beside another of some day of that month is asked again when either may be too old',
      [alt(50, '2026-05-20'), ast(60, '2026-05')],
      {
        ...fifty,
        evidence: [fifty.evidence, shown(2, '60 U/L', '2026-05', 'AST')].flat(),
        flags: ['SEEN', 'SEEN:50 U/L', 'SEEN:60 U/L'],
        days: ['2026-06-20', '2026-06-01', '2026-07-01'],
      },
      { asOf: '2026-05-31', names: ['ALT', 'AST'] },
    ],
    [
      'of those that count is the latest',
      [alt(50, '2026-05-20'), alt(150, '2026-05-25')],
      fifty,
      { counting: (each) => each.asWritten() === '50 U/L' },
    ],
  ]);
});

describe('results that disagree', () => {
  const both = [alt(50, '2026-05-20'), alt(60, '2026-05-20'), alt(160, '2026-05-20')];
  answers([
    [
      'on one day leave the question open, however many agree',
      both,
      open(
        'disagree',
        {},
        {
          evidence: [
            shown(1, '50 U/L', '2026-05-20'),
            shown(2, '60 U/L', '2026-05-20'),
            shown(3, '160 U/L', '2026-05-20'),
          ],
          days: ['2026-06-20'],
        },
      ),
    ],
    [
      'leave it open where one of them may still lie ahead',
      [alt(150, '2026-05-20'), ast(50, '2026-06')],
      open(
        'disagree',
        {},
        {
          evidence: [shown(2, '50 U/L', '2026-06', 'AST'), shown(1, '150 U/L', '2026-05-20')],
          days: ['2026-07-02', '2026-07-31', '2026-06-20', '2026-06-30'],
        },
      ),
      { names: ['ALT', 'AST'] },
    ],
  ]);
});

describe('without a result that decides', () => {
  const flagged = (date: string): Json =>
    alt(0, date, { valueQuantity: undefined, interpretation: [{ coding: [{ code: 'H' }] }] });
  const unread = (value: string, date: string): Json => textObservation('ALT', value, date);
  answers([
    ['what is to be ordered is said', [], open('none', {})],
    [
      'what does not count is shown',
      [alt(50, undefined)],
      open('none', {}, { ignored: [ignored('undated', { reference: 'Observation/r1', value: '50 U/L' })] }),
    ],
    [
      'what does not count is shown, and without a value if it has none',
      [flagged('2026-06-02')],
      open(
        'none',
        {},
        {
          ignored: [ignored('future', { reference: 'Observation/r1', date: '2026-06-02' })],
          days: ['2026-06-02'],
        },
      ),
    ],
    [
      'what has neither a value nor a day is shown',
      [{ ...flagged('2026-06-02'), effectiveDateTime: undefined }],
      open('none', {}, { ignored: [ignored('undated', { reference: 'Observation/r1' })] }),
    ],
    [
      'one of 31 days ago is said to be too old',
      [alt(50, '2026-05-01')],
      open(
        'stale',
        { date: '2026-05-01', value: '50 U/L' },
        {
          evidence: [shown(1, '50 U/L', '2026-05-01')],
          flags: ['STALE:LABS'],
          days: ['2026-06-01'],
        },
      ),
    ],
    [
      'one of a month that ended before is said to be too old',
      [alt(50, '2026-04')],
      open(
        'stale',
        { date: '2026-04', value: '50 U/L' },
        {
          evidence: [shown(1, '50 U/L', '2026-04')],
          flags: ['STALE:LABS'],
          days: ['2026-05-02', '2026-05-31'],
        },
      ),
      { asOf: '2026-05-31' },
    ],
    [
      'one of a month whose last day counts is perhaps too old',
      [alt(50, '2026-04')],
      open(
        'maybe-stale',
        { date: '2026-04', value: '50 U/L' },
        {
          evidence: [shown(1, '50 U/L', '2026-04')],
          days: ['2026-05-02', '2026-05-31'],
        },
      ),
      { asOf: '2026-05-30' },
    ],
    [
      'one that is too old beside one that may not be is not said to be',
      [alt(50, '2026-04'), alt(60, '2026-04-20')],
      open(
        'maybe-stale',
        { date: '2026-04', value: '50 U/L' },
        {
          evidence: [shown(1, '50 U/L', '2026-04'), shown(2, '60 U/L', '2026-04-20')],
          days: ['2026-05-02', '2026-05-31', '2026-05-21'],
        },
      ),
      { asOf: '2026-05-30' },
    ],
    [
      'those that cannot be read are said, and not the others of the day',
      [alt(50, '2026-05-20'), unread('见报告', '2026-05-20'), unread('see report', '2026-05-20')],
      open(
        'unreadable',
        {
          date: '2026-05-20',
          value: '见报告',
          why: ['见报告', 'see report'].map((value) => say('reading.words-not-known', { value })),
        },
        {
          evidence: [shown(2, '见报告', '2026-05-20'), shown(3, 'see report', '2026-05-20')],
          days: ['2026-06-20'],
        },
      ),
    ],
    [
      'a flag without a value is said to have none',
      [flagged('2026-05-20')],
      open(
        'unreadable',
        { date: '2026-05-20', value: say('latest.without-value'), why: [say('reading.flag-only')] },
        {
          evidence: [{ reference: 'Observation/r1', label: what, date: '2026-05-20' }],
          days: ['2026-06-20'],
        },
      ),
    ],
    [
      'a newer one may have been missed',
      [alt(50, '2026-05-20')],
      open(
        'incomplete',
        { date: '2026-05-20', value: '50 U/L' },
        {
          evidence: [shown(1, '50 U/L', '2026-05-20')],
          days: ['2026-06-20'],
        },
      ),
      { retrieved: { observations: { state: 'unavailable', reason: 'refused' } } },
    ],
  ]);
});
