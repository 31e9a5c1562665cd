import { describe, expect, it } from 'vitest';

import type { Json } from '../../../src/fhir/record.ts';
import { positiveBloodPregnancyTest } from '../../../src/protocols/nct06222853-5to18/e10-pregnancy.ts';
import { agreesToContraception } from '../../../src/protocols/nct06222853-5to18/i6-contraception.ts';
import { negativePregnancyTest } from '../../../src/protocols/nct06222853-5to18/i6-pregnancy-test.ts';
import { ask, type Asked } from '../../ask.ts';
import { day, observation, textObservation } from '../../builders.ts';

const local = 'http://example.org/fhir/CodeSystem/lupus';
const menarche = (status: string, date = '2026-05-20'): Json => ({
  resourceType: 'Observation',
  status: 'final',
  code: { coding: [{ system: local, code: 'menarche-status' }], text: 'Menarche status' },
  effectiveDateTime: date,
  valueCodeableConcept: { coding: [{ system: local, code: status }], text: status },
});
const ofAge = (years: number): Asked => ({ patient: { birthDate: `${String(2026 - years)}-06-01` } });
const three = (resources: readonly Json[], asked: Asked = {}) =>
  [negativePregnancyTest, agreesToContraception, positiveBloodPregnancyTest].map(
    (criterion) => ask(criterion, resources, asked).verdict,
  );
const blood = (value: string, date = '2026-05-29') => textObservation('血HCG(妊娠试验)', value, date);
const urine = (value: string, date = '2026-05-30') => textObservation('尿HCG(妊娠试验)', value, date);

describe('a girl of 14: test negative, contraception, positive in blood', () => {
  it.each([
    ['blood negative', [blood('阴性(-)')], ['met', 'needs-investigator', 'not-met']],
    ['blood positive', [blood('阳性')], ['not-met', 'needs-investigator', 'met']],
    ['blood weak', [blood('弱阳性')], ['needs-investigator', 'needs-investigator', 'needs-investigator']],
    ['urine negative', [urine('阴性')], ['met', 'needs-investigator', 'unknown']],
    ['urine positive', [urine('阳性')], ['not-met', 'needs-investigator', 'unknown']],
    ['urine positive, blood negative', [urine('阳性'), blood('阴性')], ['not-met', 'needs-investigator', 'not-met']],
    ['nothing', [], ['unknown', 'needs-investigator', 'unknown']],
    ['specimen not stated', [textObservation('HCG', '阴性', '2026-05-30')], ['met', 'needs-investigator', 'unknown']],
    ['7 days old', [blood('阴性', '2026-05-25')], ['met', 'needs-investigator', 'not-met']],
    ['8 days old', [blood('阴性', '2026-05-24')], ['unknown', 'needs-investigator', 'unknown']],
    ['unreadable', [blood('见报告')], ['unknown', 'needs-investigator', 'unknown']],
    [
      'unreadable in blood, negative in urine',
      [blood('见报告'), urine('阴性')],
      ['unknown', 'needs-investigator', 'unknown'],
    ],
  ])('%s', (_title, resources, verdicts) => {
    expect(three(resources)).toEqual(verdicts);
  });

  it('orders a test in blood', () => {
    const found = ask(positiveBloodPregnancyTest, [urine('阴性')]);
    expect(found.flags).toContain('ORDER:SERUM_HCG');
    expect(found.missing.flatMap((each) => each.orders)).toMatchObject([{ coding: { code: '2118-8' }, windowDays: 7 }]);
    expect(found.reason.id).toBe('pregnancy.only-urine');
  });

  it('turns when the test goes stale', () => {
    const { turns } = ask(positiveBloodPregnancyTest, [blood('阴性')]);
    expect(turns.map((turn) => turn.on)).toContain(day('2026-06-06'));
  });
});

describe('hCG by amount, in IU/L', () => {
  const amount = (value: number, more: Json = {}, unit = '[IU]/L') =>
    observation('21198-7', value, unit, '2026-05-29', more);
  const upTo = (high: number): Json => ({ referenceRange: [{ high: { value: high, code: '[IU]/L' } }] });

  it.each([
    [4.9, {}, 'not-met'],
    [5, {}, 'needs-investigator'],
    [25, {}, 'needs-investigator'],
    [25.1, {}, 'met'],
    [25.1, upTo(30), 'needs-investigator'],
    [4, upTo(3), 'needs-investigator'],
    [3, upTo(3), 'not-met'],
    [300, upTo(5), 'met'],
  ])('%d with %j: positive in blood is %s', (value, more, verdict) => {
    expect(ask(positiveBloodPregnancyTest, [amount(value, more)]).verdict).toBe(verdict);
  });

  it('reads milliunits and comparators', () => {
    expect(ask(positiveBloodPregnancyTest, [amount(300, {}, 'm[IU]/mL')]).verdict).toBe('met');
    const less = (value: number) =>
      amount(value, { valueQuantity: { value, comparator: '<', unit: 'mIU/mL', code: 'm[IU]/mL' } });
    expect(ask(positiveBloodPregnancyTest, [less(1.2)]).verdict).toBe('not-met');
    expect(ask(positiveBloodPregnancyTest, [less(5)]).verdict).toBe('not-met');
    expect(ask(positiveBloodPregnancyTest, [less(25)]).verdict).toBe('unknown');
  });

  it('asks the investigator where amount and words disagree', () => {
    const flagged = amount(300, { interpretation: [{ coding: [{ code: 'NEG' }] }] });
    expect(ask(positiveBloodPregnancyTest, [flagged]).verdict).toBe('needs-investigator');
  });
});

describe('a pregnancy that was never closed', () => {
  it.each([
    ['2025-07-28', 'not-met'],
    ['2025-07-27', 'needs-investigator'],
    ['2024', 'needs-investigator'],
    ['2025', 'not-met'],
  ] as const)('begun on %s, with a negative test now: %s', (onsetDateTime, verdict) => {
    const pregnancy: Json = {
      resourceType: 'Condition',
      clinicalStatus: { coding: [{ code: 'active' }] },
      verificationStatus: { coding: [{ code: 'confirmed' }] },
      code: { text: '妊娠' },
      onsetDateTime,
    };
    expect(ask(negativePregnancyTest, [pregnancy, blood('阴性')]).verdict).toBe(verdict);
  });
});

describe('a documented pregnancy', () => {
  const pregnant = (clinical: string | undefined, verification = 'confirmed'): Json => ({
    resourceType: 'Condition',
    code: { coding: [{ system: 'http://snomed.info/sct', code: '77386006', display: 'Pregnant' }] },
    ...(clinical !== undefined && { clinicalStatus: { coding: [{ code: clinical }] } }),
    verificationStatus: { coding: [{ code: verification }] },
  });

  it.each([
    ['active', 'confirmed', ['not-met', 'needs-investigator', 'needs-investigator']],
    ['active', 'provisional', ['unknown', 'needs-investigator', 'needs-investigator']],
    ['resolved', 'confirmed', ['unknown', 'needs-investigator', 'unknown']],
    ['active', 'refuted', ['unknown', 'needs-investigator', 'unknown']],
    [undefined, 'confirmed', ['unknown', 'needs-investigator', 'needs-investigator']],
  ])('%s and %s without any test', (clinical, verification, verdicts) => {
    expect(three([pregnant(clinical, verification)])).toEqual(verdicts);
  });

  it('answers the test of I6 even where it is negative', () => {
    expect(three([pregnant('active'), blood('阴性')])).toEqual(['not-met', 'needs-investigator', 'not-met']);
  });

  it('may be a pregnancy status', () => {
    const status = (code: string): Json => ({
      resourceType: 'Observation',
      status: 'final',
      code: { coding: [{ system: 'http://loinc.org', code: '82810-3' }] },
      effectiveDateTime: '2026-05-28',
      valueCodeableConcept: { coding: [{ system: 'http://snomed.info/sct', code }] },
    });
    expect(three([status('77386006')])).toEqual(['not-met', 'needs-investigator', 'needs-investigator']);
    expect(three([status('60001007')])).toEqual(['unknown', 'needs-investigator', 'unknown']);
  });
});

describe('childbearing potential', () => {
  it.each([
    [8, [], ['met', 'met', 'not-met']],
    [9, [], ['unknown', 'unknown', 'unknown']],
    [11, [], ['unknown', 'unknown', 'unknown']],
    [12, [], ['unknown', 'needs-investigator', 'unknown']],
    [10, [menarche('pre-menarche')], ['met', 'met', 'not-met']],
    [14, [menarche('pre-menarche')], ['met', 'met', 'not-met']],
    [14, [menarche('pre-menarche', '2026-03-03')], ['met', 'met', 'not-met']],
    [14, [menarche('pre-menarche', '2026-03-02')], ['unknown', 'needs-investigator', 'unknown']],
    [10, [menarche('post-menarche', '2025-01-01')], ['unknown', 'needs-investigator', 'unknown']],
    [8, [menarche('post-menarche')], ['unknown', 'needs-investigator', 'unknown']],
    [10, [menarche('未初潮')], ['met', 'met', 'not-met']],
    [10, [menarche('已初潮')], ['unknown', 'needs-investigator', 'unknown']],
    [10, [menarche('pre-menarche'), menarche('post-menarche')], ['unknown', 'needs-investigator', 'unknown']],
    [10, [menarche('pre-menarche'), blood('阳性')], ['not-met', 'met', 'met']],
    [10, [observation('42798-9', 9.5, 'a', '2026-05-01')], ['unknown', 'needs-investigator', 'unknown']],
    [10, [observation('42798-9', 13, 'a', '2026-05-01')], ['unknown', 'unknown', 'unknown']],
    [10, [textObservation('末次月经', '2026-05-10', '2026-05-20')], ['unknown', 'needs-investigator', 'unknown']],
    [10, [blood('阴性')], ['met', 'unknown', 'not-met']],
  ] as const)('at %d years %#', (years, resources, verdicts) => {
    expect(three(resources, ofAge(years))).toEqual(verdicts);
  });

  it('warns that menarche may begin before the infusion', () => {
    const { flags } = ask(negativePregnancyTest, [menarche('pre-menarche')], ofAge(10));
    expect(flags).toEqual(['MENARCHE_MAY_OCCUR_BEFORE_INFUSION']);
  });

  it.each([
    [{ gender: 'male' }, ['met', 'met', 'not-met']],
    [{ gender: 'other' }, ['unknown', 'needs-investigator', 'unknown']],
    [{ gender: undefined }, ['unknown', 'needs-investigator', 'unknown']],
    [{ birthDate: '2017' }, ['unknown', 'unknown', 'unknown']],
    [{ birthDate: '2018' }, ['met', 'met', 'not-met']],
    [{ birthDate: undefined }, ['unknown', 'unknown', 'unknown']],
  ])('of a patient with %j', (patient, verdicts) => {
    expect(three([], { patient })).toEqual(verdicts);
  });

  it('takes a discordant birth sex for unclear', () => {
    const url = 'http://hl7.org/fhir/us/core/StructureDefinition/us-core-birthsex';
    const patient = { gender: 'male', extension: [{ url, valueCode: 'F' }] };
    expect(three([blood('阴性')], { patient })).toEqual(['met', 'needs-investigator', 'not-met']);
  });

  it('takes a discordant sex parameter for clinical use for unclear', () => {
    const typical = { url: 'value', valueCodeableConcept: { coding: [{ code: 'female-typical' }] } };
    const url = 'http://hl7.org/fhir/StructureDefinition/patient-sexParameterForClinicalUse';
    const patient = { gender: 'male', extension: [{ url, extension: [typical] }] };
    expect(three([], { patient })).toEqual(['unknown', 'needs-investigator', 'unknown']);
  });

  it('shows a positive test of a boy without deciding by it', () => {
    const found = ask(positiveBloodPregnancyTest, [blood('阳性')], { patient: { gender: 'male' } });
    expect(found).toMatchObject({ verdict: 'not-met', flags: ['HCG_POSITIVE_IN_MALE'] });
  });

  it('ends with permanent sterility', () => {
    const hysterectomy = {
      resourceType: 'Procedure',
      status: 'completed',
      code: { text: '子宫切除术' },
      performedDateTime: '2024-01-01',
    };
    expect(three([hysterectomy, menarche('post-menarche')])).toEqual(['met', 'met', 'not-met']);
  });
});

describe('with an incomplete search', () => {
  const observations = { observations: { state: 'partial', reason: 'cut off' } } as const;

  it('neither youth nor "before menarche" proves anything', () => {
    expect(three([], { ...ofAge(6), retrieved: observations })).toEqual(['unknown', 'unknown', 'unknown']);
    const asked = { ...ofAge(10), retrieved: observations };
    expect(three([menarche('pre-menarche')], asked)).toEqual(['unknown', 'unknown', 'unknown']);
  });

  it('a negative test does not stand where a documented pregnancy may have been missed', () => {
    const retrieved = { conditions: { state: 'unavailable', reason: 'forbidden' } } as const;
    expect(three([blood('阴性')], { retrieved })).toEqual(['unknown', 'needs-investigator', 'not-met']);
    expect(three([blood('阳性')], { retrieved })).toEqual(['not-met', 'needs-investigator', 'met']);
  });
});

it('keeps the answers from guardians', () => {
  for (const each of [negativePregnancyTest, agreesToContraception, positiveBloodPregnancyTest]) {
    expect(each.confidential).toBe(true);
  }
});
