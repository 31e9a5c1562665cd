// What does the answer about a liver value say of it, show, ask for and announce, and whose limit decides?

import { describe, expect, it } from 'vitest';
import { atMostTimesUpperLimit, type LiverMeasurement } from '../../../src/facts/liver/values.ts';
import type { UpperLimit } from '../../../src/facts/screening.ts';
import type { Json } from '../../../src/fhir/record.ts';
import type { Finding, Order } from '../../../src/logic/finding.ts';
import { print } from '../../../src/eligibility/print.ts';
import { say } from '../../../src/logic/message.ts';
import { day, observation, recordOf, screeningOn, type RecordOptions } from '../../builders.ts';

const on = '2026-05-28';
const loinc = 'http://loinc.org';
const orders: Readonly<Record<LiverMeasurement, Order['coding']>> = {
  ALT: {
    system: loinc,
    code: '1742-6',
    display: 'Alanine aminotransferase [Enzymatic activity/volume] in Serum or Plasma',
  },
  AST: {
    system: loinc,
    code: '1920-8',
    display: 'Aspartate aminotransferase [Enzymatic activity/volume] in Serum or Plasma',
  },
  bilirubinTotal: { system: loinc, code: '14631-6', display: 'Bilirubin.total [Moles/volume] in Serum or Plasma' },
};
const plausible = { ALT: [21, 63], AST: [26, 60], bilirubinTotal: [17.1, 26] } as const;
const allowed = { ALT: 3, AST: 3, bilirubinTotal: 2 } as const;
const unitOf = (measurement: LiverMeasurement): string => (measurement === 'bilirubinTotal' ? 'umol/L' : 'U/L');
const title = (measurement: LiverMeasurement) => say(`measurement.${measurement}`);

/** On 2026-06-01, of a result of 2026-05-28 within 30 days. */
const ask = (
  measurement: LiverMeasurement,
  results: readonly Json[],
  upperLimits: readonly UpperLimit[] = [],
  options: RecordOptions = {},
): Finding =>
  atMostTimesUpperLimit(recordOf(results, options), screeningOn('2026-06-01', { site: { upperLimits } }), {
    measurement,
    times: allowed[measurement],
    windowDays: 30,
  });
const result = (measurement: LiverMeasurement, value: number, more: Json = {}): Json =>
  observation(orders[measurement].code, value, unitOf(measurement), on, more);
const upTo = (high: number, more: Json = {}): Json => ({ referenceRange: [{ high: { value: high }, ...more }] });
const flagged = (code: string): Json => ({ interpretation: [{ coding: [{ code }] }] });

const limitUnit = { ALT: 'U/L', AST: 'U/L', bilirubinTotal: 'µmol/L' } as const;

it('says the unit of a limit, which is no longer that of the result', () => {
  const { reason } = ask('bilirubinTotal', [
    observation('1975-2', 2.6, 'mg/dL', on, { referenceRange: [{ text: '0.2-1.2' }] }),
  ]);
  expect(print(reason, 'en')).toBe('total bilirubin 2.6 mg/dL is above 2 x the upper limit 20.52 µmol/L');
});

describe('the whole answer', () => {
  const expected = (measurement: LiverMeasurement, value: string) => ({
    evidence: [
      { reference: 'Observation/r1', label: title(measurement), value: `${value} ${unitOf(measurement)}`, date: on },
    ],
    ignored: [],
    turns: [{ on: day('2026-06-28') }],
  });

  it.each([
    ['ALT', 87, 29, 'met', 'liver.within'],
    ['ALT', 87.1, 29, 'not-met', 'liver.above'],
    ['AST', 93, 31, 'met', 'liver.within'],
    ['AST', 93.1, 31, 'not-met', 'liver.above-ast'],
    ['bilirubinTotal', 42, 21, 'met', 'liver.within'],
    ['bilirubinTotal', 42.1, 21, 'not-met', 'liver.above'],
  ] as const)('to %s %d with its limit %d is %s', (measurement, value, limit, verdict, reason) => {
    expect(ask(measurement, [result(measurement, value, upTo(limit))])).toEqual({
      ...expected(measurement, String(value)),
      verdict,
      reason: say(reason, {
        what: title(measurement),
        value: `${String(value)} ${unitOf(measurement)}`,
        times: allowed[measurement],
        limit: [String(limit)],
        unit: limitUnit[measurement],
      }),
      missing: [],
      flags: [],
    });
  });

  it.each([
    ['ALT', 63, {}, 'met', 'liver.within-any'],
    ['ALT', 63.1, {}, 'unknown', 'liver.limit-missing'],
    ['ALT', 63.1, flagged('N'), 'met', 'liver.flagged-normal'],
    ['ALT', 63.1, flagged('H'), 'unknown', 'liver.limit-missing'],
    ['ALT', 189, {}, 'unknown', 'liver.limit-missing'],
    ['ALT', 189.1, {}, 'not-met', 'liver.above-any'],
    ['ALT', 189.1, flagged('N'), 'not-met', 'liver.above-any'],
    ['AST', 78, {}, 'met', 'liver.within-any'],
    ['AST', 78.1, {}, 'unknown', 'liver.limit-missing'],
    ['AST', 180, {}, 'unknown', 'liver.limit-missing'],
    ['AST', 180.1, {}, 'not-met', 'liver.above-any'],
    ['bilirubinTotal', 34.2, {}, 'met', 'liver.within-any'],
    ['bilirubinTotal', 34.3, {}, 'unknown', 'liver.limit-missing'],
    ['bilirubinTotal', 52, {}, 'unknown', 'liver.limit-missing'],
    ['bilirubinTotal', 52.1, {}, 'not-met', 'liver.above-any'],
  ] as const)('to %s %d without a limit, %j, is %s', (measurement, value, more, verdict, reason) => {
    const [low, high] = plausible[measurement];
    const isOpen = verdict === 'unknown';
    const needed = {
      what: say('liver.needs-limit', { what: title(measurement) }),
      orders: [{ coding: orders[measurement], windowDays: 30 }],
    };
    expect(ask(measurement, [result(measurement, value, more)])).toEqual({
      ...expected(measurement, String(value)),
      verdict,
      reason: say(reason, {
        what: title(measurement),
        value: `${String(value)} ${unitOf(measurement)}`,
        times: allowed[measurement],
        low,
        high,
        unit: limitUnit[measurement],
      }),
      missing: isOpen ? [needed] : [],
      flags: isOpen ? ['ULN_MISSING'] : [],
    });
  });

  it('to a value between two limits that may be hers is unknown, and asks for the limit', () => {
    const bySex = [upTo(50, { appliesTo: [{ text: 'male' }] }), upTo(29, { appliesTo: [{ text: 'female' }] })];
    const referenceRange = bySex.flatMap((each) => each['referenceRange']);
    const differing = ask('ALT', [result('ALT', 100, { referenceRange })], [], { patient: { gender: 'unknown' } });
    expect(differing).toEqual({
      ...expected('ALT', '100'),
      verdict: 'unknown',
      reason: say('liver.limits-differ', {
        what: title('ALT'),
        value: '100 U/L',
        times: 3,
        low: 21,
        high: 63,
        unit: 'U/L',
      }),
      missing: [
        { what: say('liver.needs-limit', { what: title('ALT') }), orders: [{ coding: orders.ALT, windowDays: 30 }] },
      ],
      flags: [],
    });
    const both = { what: title('ALT'), value: '151 U/L', times: 3, limit: ['50', '29'], unit: 'U/L' };
    expect(ask('ALT', [result('ALT', 151, { referenceRange })], [], { patient: { gender: 'unknown' } })).toMatchObject({
      verdict: 'not-met',
      reason: say('liver.above', both),
    });
  });

  it('is unknown where a value that is only bounded may lie on either side of the limit', () => {
    const atLeast = (value: number) =>
      result('ALT', 0, {
        ...upTo(29),
        valueQuantity: { value, comparator: '>=', unit: 'U/L', code: 'U/L' },
      });
    expect(ask('ALT', [atLeast(87)])).toMatchObject({ verdict: 'unknown', reason: { id: 'liver.limits-differ' } });
    expect(ask('ALT', [atLeast(87.1)])).toMatchObject({ verdict: 'not-met', reason: { id: 'liver.above' } });
  });

  it('to a value that is no number is unknown, with and without a limit', () => {
    const answer = { valueQuantity: undefined, valueBoolean: true };
    for (const more of [{}, upTo(29)])
      expect(ask('ALT', [result('ALT', 0, { ...more, ...answer })])).toEqual({
        verdict: 'unknown',
        reason: say('liver.no-number', { what: title('ALT'), value: 'true', times: 3, low: 21, high: 63, unit: 'U/L' }),
        evidence: [{ reference: 'Observation/r1', label: title('ALT'), value: 'true', date: on }],
        missing: [
          { what: say('liver.needs-limit', { what: title('ALT') }), orders: [{ coding: orders.ALT, windowDays: 30 }] },
        ],
        ignored: [],
        flags: [],
        turns: [{ on: day('2026-06-28') }],
      });
  });

  it('shows a limit with no more figures than a laboratory writes', () => {
    const third = upTo(100 / 3);
    expect(ask('ALT', [result('ALT', 90, third)]).reason.values).toMatchObject({ limit: ['33.3333'] });
  });

  it('names a result that is too old, and orders a new one', () => {
    const { verdict, flags, missing } = ask('ALT', [observation('1742-6', 20, 'U/L', '2026-05-01')]);
    expect([verdict, flags]).toEqual(['unknown', ['STALE:LABS']]);
    expect(missing).toEqual([{ what: title('ALT'), orders: [{ coding: orders.ALT, windowDays: 30 }] }]);
    expect(ask('ALT', [observation('1742-6', 20, 'U/L', '2026-05-02')]).verdict).toBe('met');
  });
});

describe('the limit that counts', () => {
  const limitsOf = ({ reason }: Finding): unknown => reason.values['limit'];
  const site = (more: Partial<UpperLimit> = {}): UpperLimit => ({ measurement: 'ALT', value: 40, ...more });

  it('is the one sent with the result, before that of the site', () => {
    expect(limitsOf(ask('ALT', [result('ALT', 20, upTo(29))], [site()]))).toEqual(['29']);
    expect(limitsOf(ask('ALT', [result('ALT', 20)], [site()]))).toEqual(['40']);
  });

  it('is the site’s for this measurement, once where it is stated twice', () => {
    expect(
      limitsOf(ask('ALT', [result('ALT', 20)], [site({ measurement: 'AST', value: 50 }), site(), site()])),
    ).toEqual(['40']);
  });

  it.each([0, -1, Number.POSITIVE_INFINITY, Number.NaN])('is never %d', (value) => {
    expect(ask('ALT', [result('ALT', 70)], [site({ value })])).toMatchObject({
      verdict: 'unknown',
      flags: ['ULN_MISSING'],
    });
  });

  it('is not one of 0 sent with the result: the site’s stands', () => {
    expect(limitsOf(ask('ALT', [result('ALT', 20, upTo(0))], [site()]))).toEqual(['40']);
  });

  it('is not a lower limit alone', () => {
    const onlyLow = { referenceRange: [{ low: { value: 9 } }] };
    expect(ask('ALT', [result('ALT', 70, onlyLow)]).flags).toEqual(['ULN_MISSING']);
  });

  it('is not that of a group nobody can check', () => {
    const pregnant = upTo(29, { appliesTo: [{ text: 'pregnant' }] });
    expect(limitsOf(ask('ALT', [result('ALT', 20, pregnant)], [site()]))).toEqual(['40']);
  });

  it.each([
    ['female', 'female', true],
    ['female', 'male', false],
    ['male', 'male', true],
    ['male', 'female', false],
    ['other', 'female', true],
    ['other', 'male', true],
  ] as const)('for a patient recorded as %s may be one for %s: %s', (gender, sex, counts) => {
    const found = ask('ALT', [result('ALT', 20)], [site({ sex })], { patient: { gender } });
    expect(limitsOf(found)).toEqual(counts ? ['40'] : undefined);
  });

  it.each([
    ['2012-05-28', { fromAge: 14 }, true],
    ['2012-05-29', { fromAge: 14 }, false],
    ['2012-05-29', { toAge: 13 }, true],
    ['2012-05-28', { toAge: 13 }, false],
    ['2012-05-29', { fromAge: 13, toAge: 13 }, true],
    ['2012', { fromAge: 14 }, true],
    ['2012', { fromAge: 15 }, false],
    ['2012', { toAge: 13 }, true],
    ['2012', { toAge: 12 }, false],
    ['2012', {}, true],
    [undefined, { fromAge: 17 }, true],
    [undefined, { toAge: 5 }, true],
  ])('born %s, by her age on the day of the result, may be one for %j: %s', (birthDate, ages, counts) => {
    const found = ask('ALT', [result('ALT', 20)], [site(ages)], { patient: { birthDate } });
    expect(limitsOf(found)).toEqual(counts ? ['40'] : undefined);
  });
});
