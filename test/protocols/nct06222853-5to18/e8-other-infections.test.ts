import { describe, expect, it } from 'vitest';

import type { Json } from '../../../src/fhir/record.ts';
import { cytomegalovirus } from '../../../src/protocols/nct06222853-5to18/e8-cytomegalovirus.ts';
import { humanImmunodeficiencyVirus } from '../../../src/protocols/nct06222853-5to18/e8-hiv.ts';
import { syphilis } from '../../../src/protocols/nct06222853-5to18/e8-syphilis.ts';
import { ask } from '../../ask.ts';
import { day, observation, textObservation } from '../../builders.ts';

const fresh = '2026-05-20';
const words = { P: '阳性', N: '阴性', '±': '可疑' } as const;
const said = (name: string, answer: string, date = fresh): readonly Json[] =>
  answer === '-' ? [] : [textObservation(name, words[answer as keyof typeof words], date)];
const result = (code: string, value: Json, date = fresh): Json => ({
  resourceType: 'Observation',
  status: 'final',
  code: { coding: [{ system: 'http://loinc.org', code }] },
  effectiveDateTime: date,
  ...value,
});
const condition = (text: string, code: string, verification = 'confirmed'): Json => ({
  resourceType: 'Condition',
  code: { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10', code }], text },
  clinicalStatus: { coding: [{ code: 'resolved' }] },
  verificationStatus: { coding: [{ code: verification }] },
});

describe('HIV antibody', () => {
  it.each([
    ['N', '-', 'not-met'],
    ['P', '-', 'needs-investigator'],
    ['P', 'P', 'met'],
    ['P', 'N', 'not-met'],
    ['±', '-', 'needs-investigator'],
    ['-', 'P', 'met'],
    ['-', '-', 'unknown'],
  ])('screening %s, confirmation %s: %s', (screen, confirmation, verdict) => {
    const chinese = [...said('HIV抗原抗体联合检测', screen), ...said('HIV抗体确证试验', confirmation, '2026-05-25')];
    expect(ask(humanImmunodeficiencyVirus, chinese).verdict).toBe(verdict);
  });

  it.each([
    [{ valueCodeableConcept: { text: 'Non-reactive' } }, 'not-met'],
    [{ valueString: 'Repeatedly reactive' }, 'needs-investigator'],
    [{ valueBoolean: false }, 'not-met'],
    [{ valueQuantity: { value: 0.1, unit: 'S/CO' }, interpretation: [{ coding: [{ code: 'NEG' }] }] }, 'not-met'],
    [{ valueQuantity: { value: 0.1, unit: 'S/CO' }, referenceRange: [{ text: '<1.0' }] }, 'not-met'],
    [{ dataAbsentReason: { text: 'not performed' } }, 'unknown'],
  ])('a result %j is %s', (value, verdict) => {
    expect(ask(humanImmunodeficiencyVirus, [result('56888-1', value)]).verdict).toBe(verdict);
  });

  it('lets a confirmed positive and a confirmed diagnosis last', () => {
    const negative = said('HIV抗体', 'N');
    expect(ask(humanImmunodeficiencyVirus, [...negative, ...said('HIV抗体确证试验', 'P', '2012-01-01')]).verdict).toBe(
      'met',
    );
    expect(ask(humanImmunodeficiencyVirus, [...negative, condition('HIV感染', 'B20')]).verdict).toBe('met');
    expect(ask(humanImmunodeficiencyVirus, [...negative, condition('HIV感染', 'B20', 'refuted')]).verdict).toBe(
      'not-met',
    );
    expect(ask(humanImmunodeficiencyVirus, [...negative, condition('HIV感染', 'B20', 'provisional')]).verdict).toBe(
      'needs-investigator',
    );
  });

  it('does not let an older negative confirmation take back a reactive test', () => {
    const resources = [...said('HIV抗体确证试验', 'N', '2026-05-01'), ...said('HIV抗体', 'P', '2026-05-20')];
    expect(ask(humanImmunodeficiencyVirus, resources).verdict).toBe('needs-investigator');
  });

  it('treats RNA without antibody as urgent', () => {
    const rna = observation('25836-8', 80_000, '{copies}/mL', fresh);
    expect(ask(humanImmunodeficiencyVirus, [...said('HIV抗体', 'N'), rna])).toMatchObject({
      verdict: 'needs-investigator',
      flags: ['URGENT:HIV_RNA'],
    });
    expect(ask(humanImmunodeficiencyVirus, [...said('HIV抗体', 'P'), rna]).verdict).toBe('met');
  });

  it('binds the negative to 90 days and to a complete record', () => {
    expect(ask(humanImmunodeficiencyVirus, said('HIV抗体', 'N', '2026-03-03')).verdict).toBe('not-met');
    expect(ask(humanImmunodeficiencyVirus, said('HIV抗体', 'N', '2026-03-02'))).toMatchObject({
      verdict: 'unknown',
      flags: ['STALE:SEROLOGY', 'ORDER:HIV_SCREEN'],
    });
    const retrieved = {
      observations: { state: 'partial', reason: 'cut off', completeSince: day('2026-01-01') },
    } as const;
    expect(ask(humanImmunodeficiencyVirus, said('HIV抗体', 'N'), { retrieved }).verdict).toBe('unknown');
    expect(ask(humanImmunodeficiencyVirus, said('HIV抗体确证试验', 'P'), { retrieved }).verdict).toBe('met');
  });
});

describe('syphilis', () => {
  it.each([
    ['P', '-', 'met'],
    ['P', 'N', 'met'],
    ['N', 'N', 'not-met'],
    ['N', '-', 'not-met'],
    ['N', 'P', 'needs-investigator'],
    ['±', '-', 'needs-investigator'],
    ['-', 'P', 'unknown'],
    ['-', 'N', 'unknown'],
    ['-', '-', 'unknown'],
  ])('treponemal %s, RPR %s: %s', (treponemal, reagin, verdict) => {
    const chinese = [...said('梅毒螺旋体抗体(TPPA)', treponemal), ...said('快速血浆反应素试验(RPR)', reagin)];
    expect(ask(syphilis, chinese).verdict).toBe(verdict);
  });

  it('reads a titre of RPR as positive', () => {
    const resources = [...said('TPPA', 'N'), result('20507-0', { valueCodeableConcept: { text: 'Reactive 1:4' } })];
    expect(ask(syphilis, resources).verdict).toBe('needs-investigator');
  });

  it('lets an old positive treponemal test last', () => {
    expect(ask(syphilis, [...said('TPPA', 'P', '2014-01-01'), ...said('TPPA', 'N')]).verdict).toBe('met');
  });

  it('orders the treponemal test', () => {
    const { missing, flags } = ask(syphilis, said('RPR', 'P'));
    expect(missing[0]?.orders).toMatchObject([{ coding: { code: '24312-1' }, windowDays: 90 }]);
    expect(flags).toContain('ORDER:SYPHILIS_TREPONEMAL');
  });

  it('asks about a diagnosis beside negative tests', () => {
    expect(ask(syphilis, [...said('TPPA', 'N'), condition('梅毒', 'A53.9')]).verdict).toBe('needs-investigator');
  });
});

describe('CMV DNA', () => {
  it.each([
    ['巨细胞病毒DNA(血浆)', '未检出', 'not-met'],
    ['巨细胞病毒DNA(血浆)', '阴性', 'not-met'],
    ['巨细胞病毒DNA(血浆)', '<500 copies/mL', 'not-met'],
    ['巨细胞病毒DNA(血浆)', '阳性', 'met'],
    ['巨细胞病毒DNA(血浆)', '2.3×10^3 copies/mL', 'met'],
    ['CMV DNA', 'Detected, <LLOQ', 'needs-investigator'],
    ['CMV DNA', '检出，低于定量下限', 'needs-investigator'],
    ['CMV DNA', '±', 'needs-investigator'],
    ['巨细胞病毒IgG抗体', '阳性', 'unknown'],
    ['尿巨细胞病毒DNA', '阴性', 'unknown'],
  ])('%s %s is %s', (name, value, verdict) => {
    expect(ask(cytomegalovirus, [textObservation(name, value, fresh)]).verdict).toBe(verdict);
  });

  it('asks about DNA in urine beside a negative blood test', () => {
    const blood = textObservation('巨细胞病毒DNA(血浆)', '阴性', fresh);
    const urine = textObservation('尿巨细胞病毒DNA', '阳性', fresh);
    expect(ask(cytomegalovirus, [blood, urine]).verdict).toBe('needs-investigator');
    expect(ask(cytomegalovirus, [urine])).toMatchObject({ verdict: 'unknown', flags: ['ORDER:CMV_DNA'] });
  });

  it('takes an amount below its own reference for detected', () => {
    const amount = (value: number) =>
      observation('30247-1', value, '[IU]/mL', fresh, { referenceRange: [{ high: { value: 400, code: '[IU]/mL' } }] });
    expect(ask(cytomegalovirus, [amount(401)]).verdict).toBe('met');
    expect(ask(cytomegalovirus, [amount(400)]).verdict).toBe('needs-investigator');
    expect(ask(cytomegalovirus, [amount(0)]).verdict).toBe('not-met');
  });

  it.each([
    ['2026-05-02', 'not-met'],
    ['2026-05-01', 'unknown'],
    ['2026-06-02', 'unknown'],
  ])('a negative of %s is %s', (date, verdict) => {
    expect(ask(cytomegalovirus, [textObservation('CMV DNA', '阴性', date)]).verdict).toBe(verdict);
  });

  it('takes the latest of several results', () => {
    const resources = [
      textObservation('CMV DNA', '阳性', '2026-05-10'),
      textObservation('CMV DNA', '阴性', '2026-05-20'),
    ];
    expect(ask(cytomegalovirus, resources).verdict).toBe('not-met');
  });

  it('is unknown where results of one day disagree', () => {
    const resources = [textObservation('CMV DNA', '阳性', fresh), textObservation('CMV DNA', '阴性', fresh)];
    expect(ask(cytomegalovirus, resources).verdict).toBe('unknown');
  });
});
