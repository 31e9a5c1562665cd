// Can the patient bear a child, and what is shown, asked and announced of it?

import { describe, expect, it } from 'vitest';
import { childbearing, type Childbearing } from '../../../src/facts/pregnancy/childbearing.ts';
import type { Json } from '../../../src/fhir/record.ts';
import { isoDay } from '../../../src/logic/calendar.ts';
import { say } from '../../../src/logic/message.ts';
import { day, observation, recordOf, screeningOn, textObservation, type RecordOptions } from '../../builders.ts';
import { condition, procedure, verified } from '../history-entries.ts';

/** On 2026-06-01; "before menarche" counts for 90 days. */
const ask = (resources: readonly Json[], options: RecordOptions = {}): Childbearing =>
  childbearing(recordOf(resources, options), screeningOn('2026-06-01'), 90);
const born = (birthDate: string | undefined): RecordOptions => ({ patient: { birthDate } });
/** A girl of 10, of whom age alone tells nothing. */
const ten = born('2016-06-01');
const birthdaysOfTen = ['2025-06-01', '2028-06-01'].map((on) => ({ on: day(on) }));
const days = ({ turns }: Childbearing): readonly string[] => turns.map(({ on }) => isoDay(on));

const local = 'http://example.org/fhir/CodeSystem/lupus';
/** A result about menarche; the date is of the result. */
const status = (value: Json, date: string | undefined = '2026-05-20', more: Json = {}): Json => ({
  resourceType: 'Observation',
  status: 'final',
  code: { coding: [{ system: local, code: 'menarche-status' }] },
  effectiveDateTime: date,
  ...value,
  ...more,
});
const inWords = (text: string): Json => ({ valueString: text });
const inCode = (code: string, more: Json = {}): Json => ({ valueCodeableConcept: { coding: [{ code }], ...more } });
const age = (years: number): Json => observation('42798-9', years, 'a', '2026-05-20');
const period = (last: string): Json => textObservation('末次月经', last, '2026-05-20');
const flagged = (code: string): Json => ({ interpretation: [{ coding: [{ code }] }] });
const noNumber: Json = { valueQuantity: undefined, valueBoolean: true };
const unavailable = { observations: { state: 'unavailable', reason: 'timeout' } } as const;

const shown = (measurement: string, value: string, date?: string) => ({
  reference: 'Observation/r1',
  label: say(`measurement.${measurement}`),
  value,
  ...(date !== undefined && { date }),
});
const needed = { what: say('childbearing.menarche-status'), orders: [] };
const answer = (state: Childbearing['state'], reason: string, more: Partial<Childbearing> = {}): Childbearing => ({
  state,
  reason: say(`childbearing.${reason}`),
  evidence: [],
  missing: [],
  flags: [],
  turns: [],
  ...more,
});

describe('the whole answer', () => {
  it('of a boy is that he is none, whatever else is recorded', () => {
    const boy = { patient: { gender: 'male' } };
    expect(ask([], boy)).toEqual(answer('male', 'male'));
    expect(ask([status(inWords('已初潮')), procedure('Hysterectomy', '2024-01-01')], boy)).toEqual(
      answer('male', 'male'),
    );
  });

  it('of a patient of unclear sex is a question, unless she is sterile', () => {
    const unclear = { patient: { gender: 'other' } };
    const sex = [{ what: say('childbearing.sex'), orders: [] }];
    expect(ask([status(inWords('已初潮'))], unclear)).toEqual(answer('ask', 'sex-unclear', { missing: sex }));
    expect(ask([procedure('Hysterectomy', '2026-06-02')], unclear)).toEqual(
      answer('ask', 'sex-unclear', { missing: sex, turns: [{ on: day('2026-06-02') }] }),
    );
    expect(ask([procedure('Hysterectomy', '2026-06-01')], unclear).state).toBe('no');
  });

  it.each([
    [status(inWords('已初潮')), shown('menarche-status', '已初潮', '2026-05-20')],
    [status(inWords('已初潮'), '2020-01-01'), shown('menarche-status', '已初潮', '2020-01-01')],
    [status({ ...inWords('已初潮'), effectiveDateTime: undefined }), shown('menarche-status', '已初潮')],
    [age(9.5), shown('age-at-menarche', '9.5 a', '2026-05-20')],
    [period('2026-05-10'), shown('last-menstrual-period', '2026-05-10', '2026-05-20')],
  ])('after a documented menarche %# is yes, whatever her age', (resource, evidence) => {
    expect(ask([resource], ten)).toEqual(answer('yes', 'after-menarche', { evidence: [evidence] }));
    expect(ask([resource], { ...ten, retrieved: unavailable }).state).toBe('yes');
  });

  it('before a documented menarche is no, with a warning, until 90 days are over', () => {
    expect(ask([status(inCode('pre-menarche'))], ten)).toEqual(
      answer('no', 'before-menarche', {
        evidence: [shown('menarche-status', 'pre-menarche', '2026-05-20')],
        flags: ['MENARCHE_MAY_OCCUR_BEFORE_INFUSION'],
        turns: [{ on: day('2026-08-19') }],
      }),
    );
  });

  it.each([
    ['2026-03-03', 'no'],
    ['2026-03-02', 'unknown'],
  ])('with "before menarche" of %s is %s', (date, state) => {
    const found = ask([status(inCode('pre-menarche'), date)], ten);
    expect([found.state, found.evidence]).toEqual([state, [shown('menarche-status', 'pre-menarche', date)]]);
  });

  it('is unknown where results may have been missed, whatever her age or the status on record', () => {
    const missed = { missing: [needed] };
    expect(ask([], { ...born('2020-06-01'), retrieved: unavailable })).toEqual(answer('unknown', 'incomplete', missed));
    expect(ask([], { ...born('2010-06-01'), retrieved: unavailable })).toEqual(answer('unknown', 'incomplete', missed));
    expect(ask([status(inCode('pre-menarche'))], { ...ten, retrieved: unavailable })).toMatchObject({
      ...answer('unknown', 'incomplete', missed),
      evidence: [shown('menarche-status', 'pre-menarche', '2026-05-20')],
      turns: [{ on: day('2026-08-19') }],
    });
  });

  it('without documentation shows what was recorded of her status, and turns on her birthdays', () => {
    const evidence = [shown('menarche-status', '不详', '2026-05-20')];
    const stale = { on: day('2026-08-19') };
    expect(ask([status(inWords('不详'))], ten)).toEqual(
      answer('unknown', 'presumed-unknown', {
        evidence,
        missing: [needed],
        turns: [stale, ...birthdaysOfTen, ...birthdaysOfTen],
      }),
    );
  });
});

describe('without documentation age lets presume', () => {
  it.each([
    ['2017-06-02', 'no', ['2026-06-02', '2029-06-02', '2026-06-02', '2029-06-02']],
    ['2017-06-01', 'unknown', ['2026-06-01', '2029-06-01', '2026-06-01', '2029-06-01']],
    ['2014-06-02', 'unknown', ['2023-06-02', '2026-06-02', '2023-06-02', '2026-06-02']],
    ['2014-06-01', 'yes', ['2023-06-01', '2026-06-01', '2023-06-01', '2026-06-01']],
    ['2017-06', 'unknown', ['2026-06-01', '2029-06-01', '2026-06-30', '2029-06-30']],
    ['2017-07', 'no', ['2026-07-01', '2029-07-01', '2026-07-31', '2029-07-31']],
    ['2014-06', 'unknown', ['2023-06-01', '2026-06-01', '2023-06-30', '2026-06-30']],
    ['2014-05', 'yes', ['2023-05-01', '2026-05-01', '2023-05-31', '2026-05-31']],
    ['2026-06-01', 'no', ['2035-06-01', '2038-06-01', '2035-06-01', '2038-06-01']],
    ['2026-06-02', 'unknown', ['2035-06-02', '2038-06-02', '2035-06-02', '2038-06-02']],
    [undefined, 'unknown', []],
  ] as const)('of a girl born %s: %s, and turns on her birthdays', (birthDate, state, turns) => {
    const found = ask([], born(birthDate));
    expect({ ...found, turns: days(found) }).toEqual({
      ...answer(state, `presumed-${state}`, { missing: state === 'unknown' ? [needed] : [] }),
      turns,
    });
  });
});

describe('permanent sterility', () => {
  const operation = {
    reference: 'Procedure/r1',
    label: say('history.procedure'),
    value: 'Hysterectomy',
    date: '2026-06-01',
  };
  const diagnosed = { reference: 'Condition/r2', label: say('history.diagnosis'), value: 'Uterine agenesis' };

  const cpt = 'http://www.ama-assn.org/go/cpt';
  const miscoded = procedure('', '2024-01-01', {
    code: { coding: [{ system: cpt, code: '58150' }], text: 'Kidney transplantation' },
  });

  it('by a completed operation, a confirmed diagnosis or both is no, and all that is sure is shown', () => {
    const removal = procedure('Hysterectomy', '2026-06-01');
    const unsure = condition('Uterine agenesis', verified('provisional'));
    expect(ask([removal])).toEqual(answer('no', 'sterile', { evidence: [operation] }));
    expect(ask([removal, condition('Uterine agenesis')])).toEqual(
      answer('no', 'sterile', { evidence: [diagnosed, operation] }),
    );
    expect(ask([removal, unsure, miscoded])).toEqual(answer('no', 'sterile', { evidence: [operation] }));
    expect(
      ask([procedure('Hysterectomy', '2026-06-01', { status: 'unknown' }), condition('Uterine agenesis')]),
    ).toEqual(answer('no', 'sterile', { evidence: [diagnosed] }));
  });

  it.each([
    ['an operation that is not over', procedure('Hysterectomy', '2026-05-01', { status: 'in-progress' })],
    ['an operation called something else than its code', miscoded],
    ['an operation broken off', procedure('Hysterectomy', '2026-05-01', { status: 'stopped' })],
    ['a diagnosis not confirmed', condition('Uterine agenesis', verified('provisional'))],
    ['tied tubes, which may fail and be opened again', procedure('Bilateral tubal ligation', '2025-01-01')],
    ['tied tubes by their code', condition('cm Z98.51')],
    ['a Turner syndrome, with which some girls have had children', condition('Turner syndrome')],
    ['a diagnosis in doubt by its words', condition('Suspected uterine agenesis')],
  ])('is not, or no longer, %s', (_, resource) => {
    expect(ask([resource])).toMatchObject({ state: 'yes', reason: say('childbearing.presumed-yes') });
  });

  it('that lies ahead does not count before its day', () => {
    const ahead = [
      procedure('Hysterectomy', '2026-06-02'),
      condition('Uterine agenesis', { onsetDateTime: '2026-07-01' }),
    ];
    expect(ask([status(inWords('已初潮')), ...ahead])).toMatchObject({
      state: 'yes',
      reason: say('childbearing.after-menarche'),
      turns: [{ on: day('2026-07-01') }, { on: day('2026-06-02') }],
    });
  });
});

describe('menarche, of a girl of 10', () => {
  const before = 'childbearing.before-menarche';
  const after = 'childbearing.after-menarche';
  const open = 'childbearing.presumed-unknown';

  it.each([
    ['a code', status(inCode('post-menarche')), after],
    ['a code', status(inCode('pre-menarche')), before],
    ['a code nobody knows, with known words', status(inCode('x1', { text: '已初潮' })), after],
    ['a code nobody knows, with known words', status(inCode('x0', { text: '未初潮' })), before],
    ['a code nobody knows', status(inCode('x0')), open],
    ['a code and words that contradict it', status(inCode('pre-menarche', { text: '已初潮' })), open],
    ['yes', status({ valueBoolean: true }), after],
    ['no', status({ valueBoolean: false }), before],
    ['words', status(inWords('尚未来潮')), before],
    ['words', status(inWords('Menstruating')), after],
    ['words that say neither', status(inWords('unknown')), open],
    ['yes with a flag that denies it', status({ valueBoolean: true }, '2026-05-20', flagged('NEG')), open],
    ['a flag alone', status({}, '2026-05-20', flagged('POS')), open],
    ['a status that is not final', status(inWords('已初潮'), '2026-05-20', { status: 'preliminary' }), open],
    ['a status of the day of the screening', status(inWords('已初潮'), '2026-06-01'), after],
    ['a status of the day after', status(inWords('已初潮'), '2026-06-02'), open],
    ['a status of a month that is not over', status(inWords('已初潮'), '2026-06'), open],
    ['an age she has reached', age(10.9), after],
    ['an age she has not reached', age(11), open],
    ['an age of nothing', age(0), open],
    ['an age that is no number', observation('42798-9', 0, 'a', '2026-05-20', noNumber), open],
    ['a period on the day of the screening', period('2026-06-01'), after],
    ['a period on the day after', period('2026-06-02'), open],
    ['a period in words', period('不详'), open],
    ['a period that is no day', observation('8665-2', 0, 'd', '2026-05-20', noNumber), open],
  ])('by %s %#', (_, resource, reason) => {
    expect(ask([resource], ten).reason).toEqual(say(reason));
  });

  it('by an age counts where her birth date is not known, and by the earliest day she can be born', () => {
    expect(ask([age(16)], born(undefined)).state).toBe('yes');
    expect([ask([age(10.9)], born('2016')).state, ask([age(11)], born('2016')).state]).toEqual(['yes', 'unknown']);
  });

  it('is open where one status of the day says before and another says nothing', () => {
    expect(ask([status(inWords('未初潮')), status(inWords('不详'))], ten).reason).toEqual(say(open));
    expect(ask([status(inWords('未初潮')), status(inCode('pre-menarche'))], ten).reason).toEqual(say(before));
  });

  it.each([
    ['an age', age(9.5), '2026-06-10'],
    ['a period', period('2026-05-10'), '2026-06-10'],
    ['a status', status(inWords('已初潮')), '2026-06-10'],
  ])('by %s that is dated ahead is asked again on its day', (_, resource, date) => {
    const found = ask([{ ...resource, effectiveDateTime: date }], ten);
    expect([found.state, days(found)[0]]).toEqual(['unknown', date]);
  });
});
