// What does cystatin C add to the answers about the filtration rate, and what does it never decide?

import { describe, expect, it, test } from 'vitest';
import { filtrationRateAtLeast } from '../../../src/facts/kidney/filtration-rate.ts';
import type { Json } from '../../../src/fhir/record.ts';
import type { Finding } from '../../../src/logic/finding.ts';
import { say } from '../../../src/logic/message.ts';
import { observation, recordOf, textObservation, type RecordOptions } from '../../builders.ts';
import { creatinine, days, height, inShort, on, procedure, reported, screening } from './results.ts';

const cystatinC = (value: number, date = on, more: Json = {}, unit = 'mg/L'): Json =>
  observation('33863-2', value, unit, date, more);

const ask = (resources: readonly Json[], options: RecordOptions = {}): Finding =>
  filtrationRateAtLeast(recordOf(resources, options), screening, {
    atLeast: 30,
    windowDays: 30,
    heightWindowDays: 180,
  });

/** A girl whose 18th birthday was before the sample: her constant is 68.3 without any power, so 68.3 / 30 is at the limit. */
const woman = { patient: { birthDate: '2007-06-02' } };
/** A girl of 14.2 years: 79.9 x 0.974^2.2 = 75.4, so that 2.513 mg/L are at 30 and 1.675 mg/L at 45. */
const well = [creatinine(0.7), height()];
const ill = [creatinine(2.18), height()];

describe('I4.eGFR by cystatin C alone', () => {
  test.each([
    ['at the limit', 68.3 / 30, woman, 'unknown', 'latest.none'],
    ['a step above the limit', 2.27, woman, 'unknown', 'latest.none'],
    ['a step below the limit', 2.28, woman, 'needs-investigator', 'kidney.cystatin-alone'],
    ['of a girl of 14, above', 2.51, {}, 'unknown', 'latest.none'],
    ['of a girl of 14, below', 2.52, {}, 'needs-investigator', 'kidney.cystatin-alone'],
    [
      'of a boy of 14.2 years, above (87.2 x 1.011^-0.8 = 86.4)',
      2.87,
      { patient: { gender: 'male' } },
      'unknown',
      'latest.none',
    ],
    [
      'of a boy of 14.2 years, below',
      2.89,
      { patient: { gender: 'male' } },
      'needs-investigator',
      'kidney.cystatin-alone',
    ],
    [
      'of open sex, below by the one',
      2.7,
      { patient: { gender: 'unknown' } },
      'needs-investigator',
      'kidney.cystatin-alone',
    ],
  ] as const)('%s', (_what, value, options, verdict, id) => {
    expect(ask([cystatinC(value)], options)).toMatchObject({ verdict, reason: { id } });
  });

  it('in mg/dL and by a Chinese name it is the same', () => {
    expect(ask([cystatinC(0.31, on, {}, 'mg/dL')]).reason.id).toBe('kidney.cystatin-alone');
    expect(ask([textObservation('胱抑素C', '3.1 mg/L', on)]).reason.id).toBe('kidney.cystatin-alone');
  });

  it('shows the estimate, what would tell, and the day on which it is too old', () => {
    const low = ask([cystatinC(3.1)]);
    expect(inShort(low.evidence)).toEqual([
      'r1 | kidney.by-cystatin | 3.1 mg/L | 24.3 mL/min/1.73 m² | 2026-05-28',
      'r1 | measurement.cystatinC | 3.1 mg/L | 2026-05-28',
    ]);
    expect(low.missing[0]?.orders[0]?.coding.code).toBe('14682-9');
    expect(days(low)).toContain('2026-06-28');
    const high = ask([cystatinC(1)]);
    expect(high.missing).toEqual(low.missing);
    expect(inShort(high.evidence)[0]).toContain('75.4 mL/min');
  });

  test.each([
    ['a bound that leaves every rate above', textObservation('Cystatin C', '<1.2 mg/L', on), 'unknown'],
    ['a bound that leaves the rate open', textObservation('Cystatin C', '>2 mg/L', on), 'needs-investigator'],
    ['no amount at all, which cannot be right', cystatinC(0), 'unknown'],
    [
      'a word instead of a number',
      cystatinC(0, on, { valueQuantity: undefined, valueBoolean: true }),
      'needs-investigator',
    ],
    ['stale', cystatinC(3.1, '2026-05-01'), 'unknown'],
    ['on the last day that counts', cystatinC(3.1, '2026-05-02'), 'needs-investigator'],
    ['of tomorrow', cystatinC(3.1, '2026-06-02'), 'unknown'],
    ['preliminary', cystatinC(3.1, on, { status: 'preliminary' }), 'unknown'],
    ['cancelled', cystatinC(3.1, on, { status: 'cancelled' }), 'unknown'],
    ['unreadable', cystatinC(3.1, on, {}, 'furlong'), 'unknown'],
    ['of another patient', cystatinC(3.1, on, { subject: { reference: 'Patient/another' } }), 'unknown'],
  ])('%s', (_what, result, verdict) => {
    expect(ask([result]).verdict).toBe(verdict);
  });

  it('without a number stands for every rate', () => {
    const word = cystatinC(0, on, { valueQuantity: undefined, valueBoolean: true });
    expect(inShort(ask([word]).evidence)[0]).toBe(
      'r1 | kidney.by-cystatin | true | 0.0 - ∞ mL/min/1.73 m² | 2026-05-28',
    );
  });

  it('stays open where a creatinine may have been missed, or no date of birth is known', () => {
    const retrieved = {
      observations: { state: 'partial', reason: 'cut off', completeSince: screening.date - 10 },
    } as const;
    expect(ask([cystatinC(3.1)], { retrieved })).toMatchObject({
      verdict: 'unknown',
      reason: { id: 'latest.incomplete' },
    });
    expect(ask([cystatinC(3.1)], { patient: { birthDate: undefined } }).verdict).toBe('unknown');
  });

  it('with a creatinine and no height, or a stale creatinine, is alone too', () => {
    expect(ask([cystatinC(3.1), creatinine(0.7)]).reason.id).toBe('kidney.cystatin-alone');
    expect(ask([cystatinC(3.1), creatinine(0.7, '2026-05-01'), height()]).reason.id).toBe('kidney.cystatin-alone');
  });
});

describe('I4.eGFR by cystatin C beside other ways', () => {
  test.each([
    ['both above', [...well, cystatinC(2.51)], 'met', 'kidney.met'],
    ['cystatin C a step below', [...well, cystatinC(2.52)], 'needs-investigator', 'kidney.cystatin-below'],
    ['both below', [...ill, cystatinC(2.52)], 'not-met', 'kidney.not-met'],
    ['creatinine below, cystatin C above', [...ill, cystatinC(2.51)], 'needs-investigator', 'kidney.sides-differ'],
    [
      'a bound beside creatinine above',
      [...well, textObservation('CysC', '>2 mg/L', on)],
      'needs-investigator',
      'kidney.cystatin-below',
    ],
    [
      'a bound beside creatinine below',
      [...ill, textObservation('CysC', '>2 mg/L', on)],
      'needs-investigator',
      'kidney.sides-differ',
    ],
    [
      'a reported value above, cystatin C below',
      [reported('50384-7', 60), cystatinC(3.1)],
      'needs-investigator',
      'kidney.cystatin-below',
    ],
    [
      'two of one day, one below',
      [...well, cystatinC(1), cystatinC(3.1)],
      'needs-investigator',
      'kidney.cystatin-below',
    ],
    ['a newer one above', [...well, cystatinC(1), cystatinC(3.1, '2026-05-20')], 'met', 'kidney.met'],
    ['a stale one below', [...well, cystatinC(3.1, '2026-05-01')], 'met', 'kidney.met'],
    [
      'an unreadable one beside creatinine above',
      [...well, cystatinC(3.1, on, {}, 'furlong')],
      'unknown',
      'latest.unreadable',
    ],
    [
      'an unreadable one beside creatinine below',
      [...ill, cystatinC(3.1, on, {}, 'furlong')],
      'not-met',
      'kidney.not-met',
    ],
    ['one of this or an older month', [...well, cystatinC(3.1, '2026-05')], 'unknown', 'latest.maybe-stale'],
    ['on dialysis', [...well, cystatinC(3.1), procedure('2026-05-20')], 'needs-investigator', 'kidney.on-dialysis'],
  ] as const)('%s', (_what, resources, verdict, id) => {
    const answer = ask(resources);
    expect(answer).toMatchObject({ verdict, reason: { id } });
  });

  it('shows its estimate and asks again when it is too old', () => {
    const answer = ask([...well, cystatinC(1, '2026-05-10')]);
    expect(inShort(answer.evidence)).toContain('r3 | kidney.by-cystatin | 1 mg/L | 75.5 mL/min/1.73 m² | 2026-05-10');
    expect(days(answer)).toContain('2026-06-10');
  });

  it('of tomorrow asks again tomorrow, and a preliminary one is shown as not counted', () => {
    expect(days(ask([...well, cystatinC(3.1, '2026-06-02')]))).toContain('2026-06-02');
    const answer = ask([...well, cystatinC(3.1, on, { status: 'preliminary' })]);
    expect(answer.ignored.map(({ reference }) => reference)).toEqual(['Observation/r3']);
  });

  it('that is stale is not shown', () => {
    expect(ask([...well, cystatinC(3.1, '2026-05-01')]).evidence).toEqual(ask(well).evidence);
  });

  it('that cannot be read names what to repeat', () => {
    const answer = ask([...well, cystatinC(3.1, on, {}, 'furlong')]);
    expect(answer.missing[0]?.what).toEqual(say('measurement.cystatinC'));
    expect(answer.missing[0]?.orders[0]?.coding.code).toBe('33863-2');
    expect(answer.evidence.map(({ reference }) => reference)).toContain('Observation/r3');
  });
});
