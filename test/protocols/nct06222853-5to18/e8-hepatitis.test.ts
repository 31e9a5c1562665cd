import { describe, expect, it } from 'vitest';

import type { Json } from '../../../src/fhir/record.ts';
import { hepatitisB } from '../../../src/protocols/nct06222853-5to18/e8-hepatitis-b.ts';
import { hepatitisC } from '../../../src/protocols/nct06222853-5to18/e8-hepatitis-c.ts';
import { ask } from '../../ask.ts';
import { day, observation, textObservation } from '../../builders.ts';

const fresh = '2026-05-20';
const answers = { P: '260373001', N: '260415000', '±': '42425007' } as const;

/** A coded result; `-` is no result at all. */
const coded = (code: string, answer: string, date = fresh): readonly Json[] =>
  answer === '-'
    ? []
    : [
        {
          resourceType: 'Observation',
          status: 'final',
          code: { coding: [{ system: 'http://loinc.org', code }] },
          effectiveDateTime: date,
          valueCodeableConcept: {
            coding: [{ system: 'http://snomed.info/sct', code: answers[answer as keyof typeof answers] }],
          },
        },
      ];
const words = { P: '阳性(+)', N: '阴性(-)', '±': '弱阳性' } as const;
const written = (name: string, answer: string, date = fresh): readonly Json[] =>
  answer === '-' ? [] : [textObservation(name, words[answer as keyof typeof words], date)];

const range = (high: number) => ({ referenceRange: [{ high: { value: high, unit: 'IU/mL', code: '[IU]/mL' } }] });
const loads: Readonly<Record<string, (code: string, name: string) => readonly Json[]>> = {
  '-': () => [],
  'above its reference': (code) => [observation(code, 5000, '[IU]/mL', fresh, range(20))],
  'at its reference': (code) => [observation(code, 20, '[IU]/mL', fresh, range(20))],
  'quantified without reference': (code) => [observation(code, 45, '[IU]/mL', fresh)],
  'less than 20': (code) => [
    observation(code, 20, '[IU]/mL', fresh, {
      valueQuantity: { value: 20, comparator: '<', unit: 'IU/mL', code: '[IU]/mL' },
    }),
  ],
  未检出: (_code, name) => [textObservation(name, '未检出', fresh)],
  低于检测下限: (_code, name) => [textObservation(name, '低于检测下限', fresh)],
  '<LLOQ': (_code, name) => [textObservation(name, '<LLOQ', fresh)],
  '<20 without unit': (_code, name) => [textObservation(name, '<20', fresh)],
  '1500 without unit': (_code, name) => [textObservation(name, '1500', fresh)],
  '检测到，<20 IU/mL': (_code, name) => [textObservation(name, '检测到，<20 IU/mL', fresh)],
  'detected but not quantifiable': (_code, name) => [textObservation(name, 'Detected but not quantifiable', fresh)],
  'detected, <LLOQ': (_code, name) => [textObservation(name, 'Detected, <LLOQ', fresh)],
  '1.2×10^5 copies/mL': (_code, name) => [textObservation(name, '1.2×10^5 copies/mL', fresh)],
  'copies beside a reference in units': (code) => [observation(code, 5000, '{copies}/mL', fresh, range(20))],
  'in an unknown unit': (code) => [observation(code, 5000, 'furlong', fresh)],
};
const load = (key: string, code: string, name: string): readonly Json[] => loads[key]?.(code, name) ?? [];

it('a negative antigen that the laboratory flags abnormal no longer rules hepatitis B out', () => {
  const flagged = { interpretation: [{ coding: [{ code: 'A' }] }] };
  const antigen = { ...textObservation('HBsAg', words.N, fresh), ...flagged };
  expect(ask(hepatitisB, [antigen, ...written('HBcAb', 'N')]).verdict).toBe('unknown');
  expect(ask(hepatitisB, [...written('HBsAg', 'N'), ...written('HBcAb', 'N')]).verdict).toBe('not-met');
});

describe('hepatitis B: surface antigen or core antibody, and DNA above its reference', () => {
  it.each([
    ['N', 'N', '-', 'not-met'],
    ['N', 'N', 'at its reference', 'not-met'],
    ['N', 'N', '未检出', 'not-met'],
    ['N', 'N', 'above its reference', 'needs-investigator'],
    ['N', 'N', 'in an unknown unit', 'unknown'],
    ['P', 'N', 'above its reference', 'met'],
    ['P', '-', 'above its reference', 'met'],
    ['N', 'P', 'quantified without reference', 'met'],
    ['P', 'P', '1.2×10^5 copies/mL', 'met'],
    ['P', 'N', 'at its reference', 'not-met'],
    ['N', 'P', 'less than 20', 'not-met'],
    ['N', 'P', '低于检测下限', 'not-met'],
    ['N', 'P', '<LLOQ', 'not-met'],
    ['N', 'P', 'detected, <LLOQ', 'needs-investigator'],
    ['N', 'P', '检测到，<20 IU/mL', 'needs-investigator'],
    ['N', 'P', 'detected but not quantifiable', 'needs-investigator'],
    ['N', 'P', '<20 without unit', 'not-met'],
    ['N', 'P', '1500 without unit', 'unknown'],
    ['N', 'P', '-', 'unknown'],
    ['-', 'P', '-', 'unknown'],
    ['N', 'P', 'in an unknown unit', 'unknown'],
    ['N', 'P', 'copies beside a reference in units', 'unknown'],
    ['N', '-', 'at its reference', 'not-met'],
    ['-', 'N', '-', 'unknown'],
    ['-', '-', '未检出', 'not-met'],
    ['-', '-', '-', 'unknown'],
    ['-', '-', 'above its reference', 'unknown'],
    ['N', '-', 'above its reference', 'unknown'],
    ['±', 'N', '-', 'unknown'],
    ['±', 'N', 'at its reference', 'not-met'],
    ['N', '±', 'above its reference', 'needs-investigator'],
    ['±', 'P', 'above its reference', 'met'],
  ])('HBsAg %s, HBcAb %s, DNA %s: %s', (antigen, antibody, dna, verdict) => {
    const virus = load(dna, '42595-9', '乙型肝炎病毒DNA定量');
    const american = [...coded('5196-1', antigen), ...coded('16933-4', antibody), ...virus];
    const chinese = [...written('乙肝表面抗原(HBsAg)', antigen), ...written('乙肝核心抗体(HBcAb)', antibody), ...virus];
    expect(ask(hepatitisB, american).verdict).toBe(verdict);
    expect(ask(hepatitisB, chinese).verdict).toBe(verdict);
  });

  it.each([
    ['N', 'P', '-', ['ORDER:HBV_DNA']],
    ['-', '-', '-', ['ORDER:HBV_SEROLOGY']],
    ['N', 'N', 'above its reference', ['URGENT:HBV_DNA']],
    ['-', '-', 'above its reference', ['ORDER:HBV_SEROLOGY', 'URGENT:HBV_DNA']],
    ['N', 'N', '-', []],
  ])('HBsAg %s, HBcAb %s, DNA %s: flags %j', (antigen, antibody, dna, flags) => {
    const resources = [
      ...coded('5196-1', antigen),
      ...coded('16933-4', antibody),
      ...load(dna, '42595-9', '乙型肝炎病毒DNA定量'),
    ];
    expect(ask(hepatitisB, resources).flags).toEqual(flags);
  });

  it('orders HBV DNA by its code', () => {
    const { missing } = ask(hepatitisB, coded('16933-4', 'P'));
    expect(missing.flatMap((each) => each.orders)).toMatchObject([{ coding: { code: '42595-9' }, windowDays: 30 }]);
  });

  it('binds negatives to 90 days and lets positives last', () => {
    const negative = (date: string) => [...coded('5196-1', 'N', date), ...coded('16933-4', 'N', date)];
    expect(ask(hepatitisB, negative('2026-03-03')).verdict).toBe('not-met');
    expect(ask(hepatitisB, negative('2026-03-02')).verdict).toBe('unknown');
    const old = [...negative(fresh), ...coded('5196-1', 'P', '2015-01-01')];
    expect(ask(hepatitisB, old).verdict).toBe('unknown');
    expect(ask(hepatitisB, [...old, ...load('above its reference', '42595-9', '')]).verdict).toBe('met');
  });

  it('binds the viral load to 30 days', () => {
    const at = (date: string) => [...coded('5196-1', 'P'), observation('42595-9', 5000, '[IU]/mL', date, range(20))];
    expect(ask(hepatitisB, at('2026-05-02')).verdict).toBe('met');
    expect(ask(hepatitisB, at('2026-05-01'))).toMatchObject({
      verdict: 'unknown',
      flags: ['STALE:VIRAL_LOAD', 'ORDER:HBV_DNA'],
    });
    expect(ask(hepatitisB, at('2026-05-02')).turns.map((turn) => turn.on)).toContain(day('2026-06-02'));
  });

  it.each([
    ['active', undefined, 'unknown'],
    ['resolved', 'confirmed', 'unknown'],
    ['active', 'refuted', 'not-met'],
    ['active', 'provisional', 'unknown'],
  ] as const)('a diagnosis of chronic hepatitis B, %s and %s, without DNA is %s', (clinical, verification, verdict) => {
    const condition = {
      resourceType: 'Condition',
      code: { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10', code: 'B18.1' }], text: '慢性乙型病毒性肝炎' },
      clinicalStatus: { coding: [{ code: clinical }] },
      ...(verification !== undefined && { verificationStatus: { coding: [{ code: verification }] } }),
    };
    expect(ask(hepatitisB, [...coded('5196-1', 'N'), ...coded('16933-4', 'N'), condition]).verdict).toBe(verdict);
  });

  it('ignores antibody to the surface antigen and IgM to the core', () => {
    const vaccinated = [...coded('5196-1', 'N'), ...coded('16933-4', 'N')];
    const others = [...written('乙肝表面抗体', 'P'), ...coded('22322-2', 'P'), ...coded('31204-1', 'P')];
    expect(ask(hepatitisB, [...vaccinated, ...others]).verdict).toBe('not-met');
  });

  it('does not count entered-in-error or preliminary results', () => {
    const wrong = coded('5196-1', 'P').map((each) => ({ ...each, status: 'entered-in-error' }));
    const early = coded('16933-4', 'P').map((each) => ({ ...each, status: 'preliminary' }));
    const negative = [...coded('5196-1', 'N'), ...coded('16933-4', 'N')];
    expect(ask(hepatitisB, [...wrong, ...early, ...negative]).verdict).toBe('not-met');
  });

  it('reads a quantitative antigen beside its own cut-off', () => {
    const antigen = (value: number) =>
      observation('5196-1', value, 'COI', fresh, { referenceRange: [{ high: { value: 1 } }] });
    const others = coded('16933-4', 'N');
    expect(ask(hepatitisB, [antigen(0.4), ...others]).verdict).toBe('not-met');
    expect(ask(hepatitisB, [antigen(250), ...others]).flags).toContain('ORDER:HBV_DNA');
  });

  describe('with an incomplete search', () => {
    const retrieved = {
      observations: { state: 'partial', reason: 'cut off', completeSince: day('2026-01-01') },
    } as const;

    it('a positive with its DNA still decides, a negative does not', () => {
      const positive = [...coded('5196-1', 'P'), ...load('above its reference', '42595-9', '')];
      expect(ask(hepatitisB, positive, { retrieved }).verdict).toBe('met');
      const negative = [...coded('5196-1', 'N'), ...coded('16933-4', 'N')];
      expect(ask(hepatitisB, negative, { retrieved })).toMatchObject({ verdict: 'unknown' });
      expect(ask(hepatitisB, [...negative, ...load('未检出', '42595-9', 'HBV DNA')], { retrieved }).verdict).toBe(
        'not-met',
      );
    });

    it('a missing search for diagnoses leaves negatives open', () => {
      const negative = [...coded('5196-1', 'N'), ...coded('16933-4', 'N')];
      const found = ask(hepatitisB, negative, {
        retrieved: { conditions: { state: 'unavailable', reason: 'forbidden' } },
      });
      expect(found.verdict).toBe('unknown');
      expect(found.missing).toHaveLength(1);
    });
  });
});

describe('hepatitis C: antibody, and RNA above its reference', () => {
  it.each([
    ['N', '-', 'not-met'],
    ['N', 'above its reference', 'needs-investigator'],
    ['P', 'above its reference', 'met'],
    ['P', 'less than 20', 'not-met'],
    ['P', 'detected, <LLOQ', 'needs-investigator'],
    ['P', '-', 'unknown'],
    ['-', '未检出', 'not-met'],
    ['-', 'above its reference', 'unknown'],
    ['-', '-', 'unknown'],
    ['±', '-', 'unknown'],
  ])('antibody %s, RNA %s: %s', (antibody, rna, verdict) => {
    const virus = load(rna, '11011-4', '丙型肝炎病毒RNA定量');
    expect(ask(hepatitisC, [...coded('16128-1', antibody), ...virus]).verdict).toBe(verdict);
    expect(ask(hepatitisC, [...written('丙肝抗体', antibody), ...virus]).verdict).toBe(verdict);
  });
});

it('notes that antibodies may have come with immunoglobulin', () => {
  const ivig = {
    resourceType: 'MedicationAdministration',
    status: 'completed',
    medicationCodeableConcept: { text: '静注人免疫球蛋白' },
    effectiveDateTime: '2026-05-01',
    dosage: { route: { text: '静脉滴注' } },
  };
  const { evidence } = ask(hepatitisB, [...coded('16933-4', 'P'), ivig]);
  expect(evidence.map((each) => each.label.id)).toContain('serology.passive');
});

describe('a result without a value', () => {
  const flagged = (code: string): Json => ({
    resourceType: 'Observation',
    status: 'final',
    code: { coding: [{ system: 'http://loinc.org', code: '5196-1' }] },
    effectiveDateTime: '2026-05-28',
    interpretation: [{ coding: [{ code }] }],
  });
  const negative = [...coded('5196-1', 'N'), ...coded('16933-4', 'N')];

  it.each([
    ['POS', 'unknown'],
    ['A', 'unknown'],
    ['IND', 'unknown'],
    ['NEG', 'not-met'],
    ['N', 'not-met'],
  ])('flagged %s after a negative one: %s', (flag, verdict) => {
    expect(ask(hepatitisB, [...negative, flagged(flag)]).verdict).toBe(verdict);
  });

  it('proves nothing by its flag', () => {
    expect(ask(hepatitisB, [flagged('NEG'), ...coded('16933-4', 'N')]).verdict).toBe('unknown');
  });
});
