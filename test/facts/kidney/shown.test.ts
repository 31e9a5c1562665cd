// What does the answer about the filtration rate show: values, what is missing, what was not counted, and when it will change?

import { describe, expect, it } from 'vitest';
import { filtrationRateAtLeast } from '../../../src/facts/kidney/filtration-rate.ts';
import type { Json } from '../../../src/fhir/record.ts';
import { say } from '../../../src/logic/message.ts';
import type { Finding } from '../../../src/logic/finding.ts';
import { observation, recordOf, type RecordOptions } from '../../builders.ts';
import { creatinine, days, height, inShort, on, reported, screening } from './results.ts';

const question = { atLeast: 30, windowDays: 30, heightWindowDays: 180 };

const ask = (resources: readonly Json[], options: RecordOptions = {}): Finding =>
  filtrationRateAtLeast(recordOf(resources, options), screening, question);

describe('a filtration rate', () => {
  it('shows both equations with what went into them, and the results they were made of', () => {
    const found = ask([creatinine(0.7), height()]);
    expect(found).toMatchObject({
      verdict: 'met',
      reason: { id: 'kidney.met', values: { limit: 30 } },
      missing: [],
      flags: [],
    });
    expect(inShort(found.evidence).slice(0, 2)).toEqual([
      'r1 | kidney.computed | CKiD U25 | 0.7 mg/dL | 158 cm | 85.7 mL/min/1.73 m² | 2026-05-28',
      'r1 | kidney.computed | Schwartz | 0.7 mg/dL | 158 cm | 93.2 mL/min/1.73 m² | 2026-05-28',
    ]);
    expect(found.evidence.map(({ reference }) => reference)).toEqual(
      ['r1', 'r1', 'r1', 'r2'].map((id) => `Observation/${id}`),
    );
  });

  it('changes when creatinine or height grow old, and when other equations begin to count', () => {
    expect(days(ask([creatinine(0.7), height()]))).toEqual(
      expect.arrayContaining(['2026-06-28', '2026-11-17', '2030-03-15']),
    );
    expect(days(ask([creatinine(0.7), height()], { patient: { birthDate: '2008-06-01' } }))).not.toContain(
      '2026-06-01',
    );
  });

  it('of a reported Schwartz value shows the value and the one that it implies', () => {
    expect(inShort(ask([reported('50384-7', 60)]).evidence).at(1)).toBe(
      'r1 | kidney.implied | 60 mL/min/{1.73_m2} | 55.1 mL/min/1.73 m² | 2026-05-28',
    );
    expect(ask([reported('50384-7', 60)]).evidence).toHaveLength(2);
  });

  it('of a reported value by U25 is shown alone', () => {
    const byU25 = { ...reported('', 60), code: { text: 'eGFR (CKiD U25)' } };
    expect(ask([byU25])).toMatchObject({ verdict: 'met', evidence: [{ reference: 'Observation/r1' }] });
  });

  it('that cannot be estimated shows what there is', () => {
    const birthless = ask([creatinine(0.7), height()], { patient: { birthDate: undefined } });
    expect(birthless.evidence.map(({ reference }) => reference)).toEqual(['Observation/r1', 'Observation/r2']);
  });

  it('of a range is shown as one', () => {
    const text = {
      resourceType: 'Observation',
      status: 'final',
      code: { text: '血肌酐' },
      effectiveDateTime: on,
      valueString: '<0.5 mg/dL',
    };
    expect(inShort(ask([text, height()]).evidence)[0]).toContain('119.9 - ∞');
  });

  it('that may lie on either side says what would settle it', () => {
    const found = ask([creatinine(2.1), height()], { patient: { gender: 'unknown' } });
    expect(found).toMatchObject({ verdict: 'unknown', reason: { id: 'kidney.undecided', values: { limit: 30 } } });
    expect(found.missing[0]?.orders[0]?.coding.system).toBe('http://loinc.org');
    expect(found.evidence.length).toBeGreaterThan(2);
  });

  it('asked for another creatinine where only the diagnoses and procedures, which tell of dialysis, were not read', () => {
    const unavailable = { state: 'unavailable', reason: 'timeout' } as const;
    const { verdict, missing } = ask([creatinine(0.7), height()], {
      retrieved: { conditions: unavailable, procedures: unavailable },
    });
    const searches = [say('history.search.procedures'), say('history.search.conditions')];
    expect([verdict, missing]).toEqual(['unknown', [{ what: say('history.read-again', { searches }), orders: [] }]]);
  });

  it('says that its equations differ, that creatinine moves, that she is on dialysis, or that results may be missing', () => {
    const moving = ask([creatinine(0.7), creatinine(0.4, '2026-05-25'), height()]);
    expect(moving).toMatchObject({ reason: { id: 'kidney.unsteady', values: { limit: 30 } } });
    expect(inShort(moving.evidence).some((each) => each.startsWith('r2'))).toBe(true);
    expect(ask([creatinine(2.1), height()]).reason).toMatchObject({ id: 'kidney.sides-differ', values: { limit: 30 } });
    const leading = ask([creatinine(2.1), height()]).evidence.filter(({ leads }) => leads);
    expect(leading.map(({ label }) => label.values['equation'])).toHaveLength(2);
    const open = { observations: { state: 'partial', reason: 'cut off' } } as const;
    const incomplete = ask([creatinine(0.7), height()], { retrieved: open });
    expect(incomplete).toMatchObject({ verdict: 'unknown' });
    expect(incomplete.missing).not.toEqual([]);
    expect(
      ask([creatinine(0.7), height()], { retrieved: { conditions: { state: 'unavailable', reason: 'refused' } } }),
    ).toMatchObject({
      verdict: 'unknown',
      reason: { id: 'kidney.incomplete' },
    });
  });

  it('needs results since a week before the window, and no earlier ones', () => {
    const since = (date: number): RecordOptions => ({
      retrieved: { observations: { state: 'partial', reason: 'cut off', completeSince: date } },
    });
    const chart = [creatinine(0.7), height(158, on)];
    expect(ask(chart, since(screening.date - 180)).verdict).toBe('met');
    const alone = [reported('50384-7', 60)];
    expect(ask(alone, since(screening.date - 38)).verdict).toBe('met');
    const cut = ask(alone, since(screening.date - 37));
    expect(cut).toMatchObject({ verdict: 'unknown', reason: { id: 'kidney.incomplete' } });
    expect(cut.missing.flatMap(({ orders }) => orders).map(({ coding }) => coding.code)).toEqual(['14682-9']);
    expect(cut.evidence).toHaveLength(2);
  });

  it('names both results where neither is there, and the one that is not', () => {
    const { missing } = ask([]);
    expect(missing.map(({ what, orders }) => [what, ...orders.map(({ coding }) => coding.code)])).toEqual([
      [say('measurement.creatinine'), '14682-9'],
      [say('measurement.height'), '8302-2'],
    ]);

    expect(ask([height()]).missing).toHaveLength(1);
    expect(ask([creatinine(0.7)]).missing).toHaveLength(1);
    expect(ask([creatinine(0.7), height()], { patient: { birthDate: undefined } }).missing).toMatchObject([
      { what: { id: 'kidney.birth-date' }, orders: [] },
    ]);
  });

  it('does not count an adult equation under 18, says so, and forgets it after the window', () => {
    const ignored = (date: string): readonly string[] =>
      inShort(ask([creatinine(0.7), height(), reported('33914-3', 20, date)]).ignored);
    expect(ignored('2026-05-02')).toEqual([expect.stringMatching(/^r3 \| kidney\.not-for-children/)]);
    expect(ignored('2026-05-01')).toEqual([]);
    expect(ignored('2026-06-02')).toEqual([]);
    const [told] = ask([reported('33914-3', 20)]).ignored;
    expect(told?.label).toEqual(say('kidney.not-for-children', { what: say('measurement.eGFR-adult') }));
    const grown = { patient: { birthDate: '2008-06-01' } };
    expect(ask([reported('98979-8', 90)], grown).ignored).toEqual([]);
    expect(ask([reported('98979-8', 90)], grown).verdict).toBe('met');
    expect(ask([reported('98979-8', 90)], { patient: { birthDate: '2008-06-02' } }).verdict).toBe('unknown');
  });

  it('is asked again on the 18th birthday, and on the last day on which it may be where that is open', () => {
    const turns = (birthDate: string) => days(ask([reported('50384-7', 60)], { patient: { birthDate } }));
    expect(turns('2008-06-02')).toContain('2026-06-02');
    expect(turns('2008-06')).toEqual(expect.arrayContaining(['2026-06-30']));
    expect(turns('2008-06-01')).toEqual(['2026-06-28']);
  });

  it('says which results are too old', () => {
    expect(ask([creatinine(0.7, '2026-05-01'), height()]).flags).toEqual(['STALE:LABS']);
    expect(ask([creatinine(0.7), height(158, '2025-12-02')]).flags).toEqual(['STALE:HEIGHT']);
  });

  it('warns of a height of 91 days, and not of one of 90', () => {
    expect(ask([creatinine(0.7), height(158, '2026-03-02')]).flags).toEqual(['HEIGHT_OLDER_THAN_90_DAYS']);
    expect(ask([creatinine(0.7), height(158, '2026-03-03')]).flags).toEqual([]);
  });
});

describe('creatinine within a week', () => {
  it.each([
    ['a cancelled one does not count', creatinine(0.3, '2026-05-25', { status: 'cancelled' }), 'met'],
    ['nor one without a number', { ...creatinine(0.3, '2026-05-25'), valueQuantity: undefined }, 'met'],
    ['nor one that is not final', creatinine(0.3, '2026-05-25', { status: 'preliminary' }), 'met'],
    ['nor one in a unit nobody knows', observation('2160-0', 0.3, 'furlong', '2026-05-25'), 'met'],
    ['one of the same day does', creatinine(0.3, '2026-05-28T06:00:00+08:00'), 'needs-investigator'],
  ])('%s', (_what, other, verdict) => {
    const latest = creatinine(0.7, '2026-05-28T18:00:00+08:00');
    expect(ask([latest, other, height()]).verdict).toBe(verdict);
  });
});
