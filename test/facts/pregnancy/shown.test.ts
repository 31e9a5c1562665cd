// What do the answers about pregnancy and contraception say, show, order and announce?

import { describe, expect, it } from 'vitest';
import { contraception, negativeTest, positiveBloodTest } from '../../../src/facts/pregnancy/criteria.ts';
import { documentedPregnancy, positiveInBlood } from '../../../src/facts/pregnancy/answer.ts';
import type { Json } from '../../../src/fhir/record.ts';
import type { Evidence, Finding } from '../../../src/logic/finding.ts';
import { say } from '../../../src/logic/message.ts';
import { day, observation, recordOf, screeningOn, textObservation, type RecordOptions } from '../../builders.ts';
import { clinically, condition, procedure, verified } from '../history-entries.ts';

type Asked = (resources: readonly Json[], options?: RecordOptions) => Finding;
/** On 2026-06-01; a test counts for 7 days, "before menarche" for 90. */
const windows = { testDays: 7, preMenarcheDays: 90 };
const on = screeningOn('2026-06-01');
const inBlood: Asked = (resources, options) => positiveInBlood(recordOf(resources, options), on, 7);
const documented: Asked = (resources, options) => documentedPregnancy(recordOf(resources, options), on, 7);
const negative: Asked = (resources, options) => negativeTest(recordOf(resources, options), on, windows);
const positive: Asked = (resources, options) => positiveBloodTest(recordOf(resources, options), on, windows);
const contracepts: Asked = (resources, options) => contraception(recordOf(resources, options), on, windows);

const blood = (value: string, date = '2026-05-29') => textObservation('血HCG', value, date);
const urine = (value: string, date = '2026-05-30') => textObservation('尿HCG', value, date);
const amount = (value: number, more: Json = {}) => observation('21198-7', value, '[IU]/L', '2026-05-29', more);
const flagged = (code: string): Json => ({ interpretation: [{ coding: [{ code }] }] });
const bounded = (comparator: string, value: number): Json => ({
  valueQuantity: { value, comparator, unit: 'IU/L', code: '[IU]/L' },
});
const pregnant = (more: Json = {}): Json => condition('妊娠', { onsetDateTime: '2026-05-20', ...more });
const stated = (more: Json = {}): Json => ({
  resourceType: 'Observation',
  status: 'final',
  code: { coding: [{ system: 'http://loinc.org', code: '82810-3' }] },
  effectiveDateTime: '2026-05-28',
  valueString: '已怀孕',
  ...more,
});
const hysterectomy = procedure('Hysterectomy', '2024-01-01');

const boy: RecordOptions = { patient: { gender: 'male' } };
const unclear: RecordOptions = { patient: { gender: 'other' } };
/** Girls of 8 and of 10: presumed not to be able to bear a child, and not known. */
const eight: RecordOptions = { patient: { birthDate: '2018-03-15' } };
const ten: RecordOptions = { patient: { birthDate: '2016-03-15' } };
const timeout = { state: 'unavailable', reason: 'timeout' } as const;

const title = (name: string) => say(`measurement.${name}`);
const shown = (name: string, value: string, date: string, reference = 'Observation/r1'): Evidence => ({
  reference,
  label: title(name),
  value,
  date,
});
const turns = (...dates: readonly string[]) => dates.map((date) => ({ on: day(date) }));
/** The 9th and 12th birthdays of the girls of 14, 10 and 8. */
const birthdays = (year: number) => {
  const both = [`${String(year + 9)}-03-15`, `${String(year + 12)}-03-15`];
  return turns(...both, ...both);
};
const finding = (verdict: Finding['verdict'], reason: Finding['reason'], more: Partial<Finding> = {}): Finding => ({
  verdict,
  reason,
  evidence: [],
  missing: [],
  ignored: [],
  flags: [],
  turns: [],
  ...more,
});
const order = {
  what: title('hCG-blood'),
  orders: [
    {
      coding: {
        system: 'http://loinc.org',
        code: '2118-8',
        display: 'Choriogonadotropin (pregnancy test) [Presence] in Serum or Plasma',
      },
      windowDays: 7,
    },
  ],
};
const orderFlag = 'ORDER:SERUM_HCG';
const none = say('latest.none', { what: title('hCG-blood'), days: 7 });

describe('a test in blood', () => {
  it.each([
    ['阳性', 'met'],
    ['阴性', 'not-met'],
    ['弱阳性', 'needs-investigator'],
  ] as const)('%s is %s, until it goes stale', (value, verdict) => {
    expect(inBlood([blood(value)])).toEqual(
      finding(verdict, say(`pregnancy.test-${verdict}`, { what: title('hCG-blood') }), {
        evidence: [shown('hCG-blood', value, '2026-05-29')],
        turns: turns('2026-06-06'),
      }),
    );
  });

  it('that says nothing of it is unknown, and a new one is ordered', () => {
    const dated = observation('2118-8', 0, '', '2026-05-29', { valueQuantity: undefined, valueDateTime: '2026-05-28' });
    expect(inBlood([dated])).toEqual(
      finding('unknown', say('pregnancy.test-unknown', { what: title('hCG-blood') }), {
        evidence: [shown('hCG-blood', '2026-05-28', '2026-05-29')],
        missing: [order],
        turns: turns('2026-06-06'),
      }),
    );
  });

  it.each([
    [amount(3, flagged('POS')), 'needs-investigator'],
    [amount(3, flagged('N')), 'not-met'],
    [amount(300, flagged('N')), 'needs-investigator'],
    [amount(300, flagged('H')), 'met'],
    [amount(10, flagged('POS')), 'needs-investigator'],
    [amount(10, flagged('NEG')), 'needs-investigator'],
    [amount(0, bounded('>', 10)), 'unknown'],
    [amount(0, { ...bounded('>', 10), ...flagged('POS') }), 'met'],
    [amount(0, bounded('<', 20)), 'unknown'],
    [amount(0, { ...bounded('<', 20), ...flagged('NEG') }), 'not-met'],
    [amount(0, bounded('>', 25)), 'met'],
  ])('by its amount and its flag %#: %s', (resource, verdict) => {
    expect(inBlood([resource]).verdict).toBe(verdict);
  });
});

describe('a documented pregnancy', () => {
  const entry = (label: string, date?: string): Evidence => ({
    reference: 'Condition/r1',
    label: say(label),
    value: '妊娠',
    ...(date !== undefined && { date }),
  });
  const met = say('pregnancy.documented');
  const unsure = say('pregnancy.documented-unsure');
  const not = say('pregnancy.not-documented');
  const undated = { onsetDateTime: undefined };

  it.each([
    ['active and confirmed', {}, 'met', met, [entry('history.diagnosis', '2026-05-20')], ['2027-03-25']],
    ['without a date', undated, 'met', met, [entry('history.diagnosis')], []],
    [
      'not confirmed',
      verified('provisional'),
      'needs-investigator',
      unsure,
      [entry('history.unconfirmed', '2026-05-20')],
      ['2027-03-25'],
    ],
    [
      'of no stated status',
      { clinicalStatus: undefined },
      'needs-investigator',
      unsure,
      [entry('history.diagnosis', '2026-05-20')],
      ['2027-03-25'],
    ],
    [
      'of 308 days ago',
      { onsetDateTime: '2025-07-28' },
      'met',
      met,
      [entry('history.diagnosis', '2025-07-28')],
      ['2026-06-02'],
    ],
    [
      'of 309 days ago',
      { onsetDateTime: '2025-07-27' },
      'needs-investigator',
      unsure,
      [entry('history.diagnosis', '2025-07-27')],
      ['2026-06-01'],
    ],
    [
      'that ends today',
      { abatementDateTime: '2026-06-01' },
      'met',
      met,
      [entry('history.diagnosis', '2026-05-20')],
      ['2027-03-25', '2026-06-02'],
    ],
    [
      'whose end is expected',
      { abatementDateTime: '2026-12' },
      'met',
      met,
      [entry('history.diagnosis', '2026-05-20')],
      ['2027-03-25', '2027-01-01'],
    ],
    ['that ended yesterday', { abatementDateTime: '2026-05-31' }, 'not-met', not, [], []],
    ['resolved', clinically('resolved'), 'not-met', not, [], []],
    ['that begins tomorrow', { onsetDateTime: '2026-06-02' }, 'not-met', not, [], ['2026-06-02']],
  ] as const)('%s', (_, more, verdict, reason, evidence, dates) => {
    expect(documented([pregnant(more)])).toEqual(finding(verdict, reason, { evidence, turns: turns(...dates) }));
  });

  it.each([
    ['words', {}, 'met', '已怀孕'],
    ['yes', { valueString: undefined, valueBoolean: true }, 'met', 'true'],
    ['no', { valueString: undefined, valueBoolean: false }, 'not-met', undefined],
    ['words that deny it', { valueString: '未怀孕' }, 'not-met', undefined],
    ['words that say neither', { valueString: '不详' }, 'not-met', undefined],
  ] as const)('by a status in %s', (_, more, verdict, value) => {
    expect(documented([stated(more)])).toEqual(
      finding(verdict, value === undefined ? not : met, {
        evidence: value === undefined ? [] : [shown('pregnancy-status', value, '2026-05-28')],
        turns: turns('2026-06-05'),
      }),
    );
  });

  it('by a status of eight days ago, or of tomorrow, is none', () => {
    expect(documented([stated({ effectiveDateTime: '2026-05-24' })])).toMatchObject({ verdict: 'not-met' });
    expect(documented([stated({ effectiveDateTime: '2026-05-25' })])).toMatchObject({ verdict: 'met' });
    expect(documented([stated({ effectiveDateTime: '2026-06-02' })])).toEqual(
      finding('not-met', not, { turns: turns('2026-06-02') }),
    );
  });

  it.each([['observations'], ['conditions']] as const)('may have been missed where %s are not complete', (search) => {
    const retrieved = { [search]: timeout };
    expect(documented([], { retrieved })).toEqual(
      finding('unknown', say('pregnancy.incomplete'), {
        missing: [{ what: say('pregnancy.documentation'), orders: [] }],
      }),
    );
    expect(documented([pregnant()], { retrieved }).verdict).toBe('met');
    expect(documented([pregnant(verified('provisional'))], { retrieved }).verdict).toBe('unknown');
  });
});

describe('the negative test of I6', () => {
  it('of a boy is met', () => {
    expect(negative([blood('阳性')], boy)).toEqual(finding('met', say('childbearing.male')));
  });

  it('is met by a negative test, and announces when one of another kind counts', () => {
    expect(negative([blood('阴性'), urine('阴性', '2026-06-03')])).toEqual(
      finding('met', say('pregnancy.negative'), {
        evidence: [shown('hCG-blood', '阴性', '2026-05-29')],
        turns: [...turns('2026-06-06', '2026-06-03'), ...birthdays(2012)],
      }),
    );
  });

  it('asks for nothing else where a test is negative, though age does not tell', () => {
    expect(negative([urine('阴性')], ten)).toEqual(
      finding('met', say('pregnancy.negative'), {
        evidence: [shown('hCG-urine', '阴性', '2026-05-30')],
        turns: [...turns('2026-06-07'), ...birthdays(2016)],
      }),
    );
  });

  it('is unknown without a test, and orders one in blood', () => {
    expect(negative([])).toEqual(
      finding('unknown', none, { missing: [order], flags: [orderFlag], turns: birthdays(2012) }),
    );
    expect(negative([], ten)).toEqual(
      finding('unknown', none, {
        missing: [order, { what: say('childbearing.menarche-status'), orders: [] }],
        flags: [orderFlag],
        turns: birthdays(2016),
      }),
    );
  });

  it('is met of who cannot bear a child, without a test or with one gone stale, unless pregnancy may be documented', () => {
    const reason = say('childbearing.presumed-no');
    expect(negative([], eight)).toEqual(finding('met', reason, { turns: birthdays(2018) }));
    expect(negative([blood('阴性', '2026-05-24')], eight)).toEqual(
      finding('met', reason, { turns: [...turns('2026-06-01'), ...birthdays(2018)] }),
    );
    expect(negative([pregnant(verified('provisional'))], eight)).toMatchObject({
      verdict: 'needs-investigator',
      reason: say('pregnancy.documented-unsure'),
      flags: [],
    });
  });

  it('is not met by a positive test, with its reason', () => {
    expect(negative([urine('阳性'), blood('阴性')])).toEqual(
      finding('not-met', say('pregnancy.test-met', { what: title('hCG-urine') }), {
        evidence: [
          shown('hCG-urine', '阳性', '2026-05-30'),
          shown('hCG-blood', '阴性', '2026-05-29', 'Observation/r2'),
        ],
        turns: [...turns('2026-06-06', '2026-06-07'), ...birthdays(2012)],
      }),
    );
  });
});

describe('the positive test in blood of E10', () => {
  it('of a boy is not met, and shows a positive one', () => {
    const male = say('childbearing.male');
    expect(positive([], boy)).toEqual(finding('not-met', male));
    expect(positive([blood('阴性')], boy)).toEqual(finding('not-met', male, { turns: turns('2026-06-06') }));
    expect(positive([blood('阳性')], boy)).toEqual(
      finding('not-met', male, {
        evidence: [shown('hCG-blood', '阳性', '2026-05-29')],
        flags: ['HCG_POSITIVE_IN_MALE'],
        turns: turns('2026-06-06'),
      }),
    );
  });

  it('is the answer of the test where there is one', () => {
    for (const value of ['阳性', '阴性', '弱阳性'])
      expect(positive([blood(value), pregnant()])).toEqual(inBlood([blood(value)]));
  });

  it('goes to the investigator where a pregnancy is documented without a test, or with one gone stale', () => {
    const entry = (reference: string) => ({
      reference,
      label: say('history.diagnosis'),
      value: '妊娠',
      date: '2026-05-20',
    });
    const reason = say('pregnancy.documented-without-test');
    expect(positive([pregnant()])).toEqual(
      finding('needs-investigator', reason, {
        evidence: [entry('Condition/r1')],
        missing: [order],
        flags: [orderFlag],
        turns: turns('2027-03-25'),
      }),
    );
    expect(positive([blood('阴性', '2026-05-24'), pregnant()])).toEqual(
      finding('needs-investigator', reason, {
        evidence: [entry('Condition/r2'), shown('hCG-blood', '阴性', '2026-05-24')],
        missing: [order],
        flags: ['STALE:HCG', orderFlag],
        turns: turns('2027-03-25', '2026-06-01'),
      }),
    );
  });

  it('is not met of who cannot bear a child, and turns with tests and pregnancies ahead', () => {
    const ahead = [blood('阴性', '2026-06-03'), pregnant({ onsetDateTime: '2026-06-05' })];
    expect(positive(ahead, eight)).toEqual(
      finding('not-met', say('childbearing.presumed-no'), {
        turns: [...birthdays(2018), ...turns('2026-06-03', '2026-06-05')],
      }),
    );
    expect(positive([blood('阴性', '2026-05-24')], eight).verdict).toBe('not-met');
  });

  it.each([
    ['conditions', timeout],
    ['observations', { state: 'partial', reason: 'cut off', completeSince: day('2020-01-01') }],
  ] as const)('is unknown of who cannot bear a child where %s are not complete', (search, state) => {
    expect(positive([hysterectomy], { retrieved: { [search]: state } })).toMatchObject({
      verdict: 'unknown',
      reason: none,
      flags: [orderFlag],
    });
    expect(positive([hysterectomy]).verdict).toBe('not-met');
  });

  it('says that only urine was tested, and shows it', () => {
    expect(positive([urine('阴性')], ten)).toEqual(
      finding('unknown', say('pregnancy.only-urine'), {
        evidence: [shown('hCG-urine', '阴性', '2026-05-30')],
        missing: [order, { what: say('childbearing.menarche-status'), orders: [] }],
        flags: [orderFlag],
        turns: [...turns('2026-06-07'), ...birthdays(2016)],
      }),
    );
  });

  it('is unknown without any test, and by one that nobody can read', () => {
    expect(positive([pregnant({ onsetDateTime: '2026-06-05' })])).toEqual(
      finding('unknown', none, {
        missing: [order],
        flags: [orderFlag],
        turns: [...turns('2026-06-05'), ...birthdays(2012)],
      }),
    );
    expect(positive([blood('见报告'), urine('阴性')])).toMatchObject({
      verdict: 'unknown',
      reason: { id: 'latest.unreadable' },
      evidence: [shown('hCG-blood', '见报告', '2026-05-29')],
    });
  });
});

describe('contraception', () => {
  const asks = say('pregnancy.contraception-ask');
  const menarche = { what: say('childbearing.menarche-status'), orders: [] };

  it.each([
    ['a boy', boy, finding('met', say('pregnancy.contraception-male'))],
    ['a girl of 8', eight, finding('met', say('childbearing.presumed-no'), { turns: birthdays(2018) })],
    [
      'a girl of 10',
      ten,
      finding('unknown', say('childbearing.presumed-unknown'), { missing: [menarche], turns: birthdays(2016) }),
    ],
    ['a girl of 14', {}, finding('needs-investigator', asks, { turns: birthdays(2012) })],
    ['a patient of unclear sex', unclear, finding('needs-investigator', asks)],
  ])('of %s', (_, options, expected) => {
    expect(contracepts([], options)).toEqual(expected);
  });
});
