// Which results of the kidney are signals of severe nephritis, and what is said and shown of them?

import { describe, expect, it } from 'vitest';
import type { Json } from '../../../src/fhir/record.ts';
import { filtrationRateAtLeast } from '../../../src/facts/kidney/filtration-rate.ts';
import type { Evidence } from '../../../src/logic/finding.ts';
import { say, type Message } from '../../../src/logic/message.ts';
import { observation, recordOf } from '../../builders.ts';
import {
  absent,
  adult,
  answers,
  ask,
  known,
  nephritis,
  present,
  raised,
  screening,
  type Options,
} from './nephritis-answers.ts';
import { expected, whole, type Whole } from '../whole.ts';

describe('a urine protein/creatinine ratio', () => {
  const upcr = (value: number, date = '2026-05-28', unit = 'mg/g'): Json => observation('2890-2', value, unit, date);
  const title = say('measurement.UPCR');
  const seen = (value: string, reference = 'r1', date = '2026-05-28'): Evidence => ({
    reference: `Observation/${reference}`,
    label: title,
    value,
    date,
  });
  const heavy = (...value: readonly string[]): Message => say('nephritis.protein', { value, limit: 3000 });
  const order = { system: 'http://loinc.org', code: '2890-2', display: 'Protein/creatinine in urine' };
  const open = (reason: string, value: string, date: string, days: readonly string[], more: object = {}): Whole =>
    expected('unknown', say(`latest.${reason}`, { what: title, days: 30, date, value, ...more }), {
      evidence: [seen(value, 'r1', date)],
      missing: [{ what: title, orders: [{ coding: order, windowDays: 30 }] }],
      days: [...days, adult],
    });
  answers([
    ['of 3 g/g', [upcr(3000)], raised(heavy('3000 mg/g'), [seen('3000 mg/g')], ['2026-06-28'])],
    ['of less is no signal', [upcr(2999)], absent({ days: ['2026-06-28', adult] })],
    [
      'without a number',
      [{ ...upcr(0), valueQuantity: undefined, valueBoolean: true }],
      raised(heavy('true'), [seen('true')], ['2026-06-28']),
    ],
    [
      'of two on one day only that which is heavy',
      [upcr(2999), upcr(3100)],
      raised(heavy('3100 mg/g'), [seen('3100 mg/g', 'r2')], ['2026-06-28']),
    ],
    ['of 31 days ago is no signal', [upcr(5000, '2026-05-01')], absent({ days: ['2026-06-01', adult] })],
    ['of tomorrow does not count yet', [upcr(5000, '2026-06-02')], absent({ days: ['2026-06-02', adult] })],
    [
      'that cannot be read leaves the answer open',
      [upcr(5000, '2026-05-28', 'widgets')],
      open('unreadable', '5000 widgets', '2026-05-28', ['2026-06-28'], {
        why: [say('reading.unknown-unit', { unit: 'widgets' })],
      }),
    ],
    [
      'that may be older than 30 days leaves the answer open',
      [upcr(5000, '2026-05')],
      open('maybe-stale', '5000 mg/g', '2026-05', ['2026-06-01', '2026-07-01']),
    ],
    [
      'that cannot be read is shown beside a signal, which stands whatever it says',
      [nephritis(), upcr(5000, '2026-05-28', 'widgets')],
      raised(present, [known(), seen('5000 widgets', 'r2')], ['2026-06-28']),
    ],
  ]);
});

describe('a filtration rate', () => {
  const creatinine = (value: number): Json => observation('14682-9', value, 'umol/L', '2026-05-28');
  const height = observation('8302-2', 150, 'cm', '2026-05-28');
  const nobodySays: Options = { patient: { gender: 'unknown' } };
  const rate = (resources: readonly Json[], options: Options = {}): Whole =>
    whole(
      filtrationRateAtLeast(recordOf(resources, options), screening, {
        atLeast: 45,
        windowDays: 30,
        heightWindowDays: 180,
      }),
    );

  it('below the limit shows how it was found and when that is asked again', () => {
    const low = [creatinine(130), height];
    const { evidence, days } = rate(low);
    expect(ask(low)).toEqual(
      expected('needs-investigator', say('nephritis.filtration', { limit: 45 }), { evidence, days }),
    );
    expect([evidence.length, days.length]).toEqual([4, 3]);
  });

  it('above it is no signal until it may be another', () => {
    const high = [creatinine(60), height];
    expect(ask(high)).toEqual(absent({ days: rate(high).days }));
  });

  it('on either side of it leaves the answer open, and is only shown beside a signal', () => {
    const either = [creatinine(119), height];
    const { evidence, missing, days } = rate(either, nobodySays);
    const answer = expected('unknown', say('nephritis.filtration-open', { limit: 45 }), { evidence, missing, days });
    expect(ask(either, nobodySays)).toEqual(answer);
    expect([evidence.length, missing.length]).toEqual([4, 1]);
    const beside = ask([...either, nephritis()], nobodySays);
    expect(beside).toEqual(
      expected('needs-investigator', present, {
        evidence: [{ ...known(), reference: 'Condition/r3' }, ...evidence],
        days,
      }),
    );
  });
});

describe('a filtration rate that cannot be read', () => {
  const schwartz = (value: number, date = '2026-05-28', unit = 'furlong'): Json =>
    observation('50384-7', value, unit, date);
  const creatinine = (unit: string, date = '2026-05-28'): Json => observation('2160-0', 0.6, unit, date);
  const height = observation('8302-2', 150, 'cm', '2026-05-20');
  const well = [creatinine('mg/dL'), height];
  it.each<[string, readonly Json[], string]>([
    ['reported alone', [schwartz(80)], 'latest.unreadable'],
    ['reported, of a month that may be older', [schwartz(80, '2026-05', 'mL/min/{1.73_m2}')], 'latest.maybe-stale'],
    ['reported, beside a creatinine above the limit', [...well, schwartz(80)], 'latest.unreadable'],
    ['by a creatinine without a known unit', [creatinine('furlong'), height], 'latest.unreadable'],
  ])('%s was no signal', (_, resources, id) => {
    expect(ask(resources)).toMatchObject({ verdict: 'unknown', reason: { id }, flags: [] });
  });

  it('does not hide what is a signal', () => {
    const low = [observation('2160-0', 2.0, 'mg/dL', '2026-05-28'), height, schwartz(80)];
    expect(ask(low)).toMatchObject({
      verdict: 'needs-investigator',
      reason: say('nephritis.filtration', { limit: 45 }),
    });
  });

  it('of long ago is none', () => {
    expect(ask([schwartz(80, '2026-04-01')]).verdict).toBe('not-met');
    expect(ask([schwartz(80, '2026-04-01'), ...well]).verdict).toBe('not-met');
  });
});
