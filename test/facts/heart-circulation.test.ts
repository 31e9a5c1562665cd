// What does the answer about drugs for the circulation say, show and announce?

import { describe, expect, it } from 'vitest';
import { exposuresOf } from '../../src/facts/exposures.ts';
import { needsVasopressors } from '../../src/facts/heart-disease-circulation.ts';
import type { Json } from '../../src/fhir/record.ts';
import type { Evidence } from '../../src/logic/finding.ts';
import { say } from '../../src/logic/message.ts';
import { recordOf, screeningOn, type RecordOptions } from '../builders.ts';
import { administration, clinically, condition, nameless, statement } from './history-entries.ts';
import { expected, whole, type Whole } from './whole.ts';

const screening = screeningOn('2026-06-01');
const windows = { vasopressorHours: 24, antihypertensiveDays: 7 };
function ask(resources: readonly Json[], options: RecordOptions = {}, asked = windows): Whole {
  const record = recordOf(resources, options);
  return whole(needsVasopressors(record, exposuresOf(record, screening), screening, asked));
}

const what = say('heart.vasopressor');
const absent = say('history.absent', { what });
const nothing = (...days: readonly string[]): Whole => expected('not-met', absent, { days });
const route = (text: string | undefined): Json => ({ dosage: text === undefined ? {} : { route: { text } } });
const shown = (
  value: string,
  date: string,
  source = 'administration',
  type = 'MedicationAdministration',
): Evidence => ({
  reference: `${type}/r1`,
  label: say(`history.${source}`),
  value,
  date,
});
const given = (drug: string, date: string, ...days: readonly string[]): Whole =>
  expected('met', say('heart.vasopressor-given', { drug }), { evidence: [shown(drug, date)], days });
const judge = (reason: string, values: Json, evidence: Evidence, ...days: readonly string[]): Whole =>
  expected('needs-investigator', say(`heart.${reason}`, values as never), { evidence: [evidence], days });
const order = (drug: string, more: Json = {}): Json => ({
  resourceType: 'MedicationRequest',
  status: 'active',
  intent: 'order',
  medicationCodeableConcept: { text: drug },
  authoredOn: '2026-05-31',
  dosageInstruction: [{ route: { text: 'intravenous' } }],
  ...more,
});
const period = (start: string, end?: string): Json => ({
  effectiveDateTime: undefined,
  effectivePeriod: { start, ...(end !== undefined && { end }) },
});
const today = '2026-06-01';

describe('a drug that raises the pressure', () => {
  const [nor, epi] = ['norepinephrine', 'epinephrine'];
  it.each<readonly [string, Json, Whole]>([
    ['given by vein today', administration(nor, today), given(nor, today, '2026-06-03')],
    ['given by vein yesterday', administration(nor, '2026-05-31'), given(nor, '2026-05-31', '2026-06-02')],
    ['given by vein two days ago', administration(nor, '2026-05-30'), nothing()],
    ['to be given tomorrow', administration(nor, '2026-06-02'), nothing('2026-06-02')],
    [
      'that is given by vein only, without a route',
      administration(nor, today, route(undefined)),
      given(nor, today, '2026-06-03'),
    ],
    [
      'that is given by vein only, injected',
      administration(nor, today, route('injection')),
      given(nor, today, '2026-06-03'),
    ],
    ['that is given by vein only, written as a nose spray', administration(nor, today, route('nasal')), nothing()],
    ['that is also given elsewhere, by vein', administration(epi, today), given(epi, today, '2026-06-03')],
    [
      'that is also given elsewhere, without a route',
      administration(epi, today, route(undefined)),
      judge('vasopressor-judge', { drug: epi }, shown(epi, today), '2026-06-03'),
    ],
    [
      'that is also given elsewhere, injected',
      administration(epi, today, route('injection')),
      judge('vasopressor-judge', { drug: epi }, shown(epi, today), '2026-06-03'),
    ],
    ['inhaled', administration(epi, today, route('inhalation')), nothing()],
    [
      'on some day of May',
      administration(nor, '2026-05'),
      judge('vasopressor-judge', { drug: nor }, shown(nor, '2026-05'), '2026-05-03', '2026-06-02'),
    ],
    [
      'stated, by vein',
      statement(nor, '2026-05-31', { dosage: [{ route: { text: 'intravenous' } }] }),
      expected('met', say('heart.vasopressor-given', { drug: nor }), {
        evidence: [
          {
            ...shown(nor, '2026-05-31', 'statement', 'MedicationStatement'),
            value: say('history.drug-until', { drug: nor, date: today }),
          },
        ],
      }),
    ],
    [
      'ordered, by vein',
      order(nor),
      judge(
        'vasopressor-judge',
        { drug: nor },
        {
          ...shown(nor, '2026-05-31', 'request', 'MedicationRequest'),
          value: say('history.drug-until', { drug: nor, date: today }),
        },
        '2026-11-29',
      ),
    ],
    [
      'taken by mouth, such as midodrine',
      administration('midodrine', today, route('oral')),
      judge('vasopressor-oral', { drug: 'midodrine' }, shown('midodrine', today), '2026-06-03'),
    ],
    ['taken by mouth two days ago', administration('midodrine', '2026-05-30', route('oral')), nothing()],
    ['that is none', administration('furosemide', today), nothing()],
  ])('%s', (_, resource, whole) => {
    expect(ask([resource])).toEqual(whole);
  });

  it('counts by calendar days, so that 25 hours are two', () => {
    const asked = { ...windows, vasopressorHours: 25 };
    expect(ask([administration(nor, '2026-05-30')], {}, asked)).toEqual(given(nor, '2026-05-30', '2026-06-02'));
    expect(ask([administration(nor, '2026-05-29')], {}, asked)).toEqual(nothing());
  });

  it('is announced for the day after its planned end', () => {
    expect(ask([administration(nor, '', period('2026-05-31', '2026-06-10'))]).days).toEqual(['2026-06-12']);
  });
});

describe('a drug that was broken off', () => {
  const stopped = (drug: string, start: string, end: string, more: Json = {}): Json =>
    administration(drug, '', { status: 'stopped', ...period(start, end), ...more });
  const broken = (name: string, date: string, day: string): Whole =>
    expected('needs-investigator', say('history.broken-off', { name, status: 'stopped' }), {
      evidence: [
        {
          reference: 'MedicationAdministration/r1',
          label: say('history.broken-off-label', { status: 'stopped' }),
          value: name,
          date,
        },
      ],
      days: [day],
    });
  it.each<readonly [string, Json, Whole | 'not-met']>([
    [
      'yesterday, raising',
      stopped('dopamine', '2026-05-30', '2026-05-31'),
      broken('dopamine', '2026-05-30', '2026-06-02'),
    ],
    ['two days ago, raising', stopped('dopamine', '2026-05-30', '2026-05-30'), 'not-met'],
    [
      'yesterday, raising, without a route',
      stopped('dopamine', '2026-05-30', '2026-05-31', route(undefined)),
      broken('dopamine', '2026-05-30', '2026-06-02'),
    ],
    ['yesterday, raising, inhaled', stopped('epinephrine', '2026-05-30', '2026-05-31', route('inhalation')), 'not-met'],
    [
      'yesterday, raising, injected',
      stopped('epinephrine', '2026-05-30', '2026-05-31', route('injection')),
      broken('epinephrine', '2026-05-30', '2026-06-02'),
    ],
    [
      'seven days ago, lowering',
      stopped('nicardipine', '2026-05-24', '2026-05-25'),
      broken('nicardipine', '2026-05-24', '2026-06-02'),
    ],
    ['eight days ago, lowering', stopped('nicardipine', '2026-05-24', '2026-05-24'), 'not-met'],
    ['today, lowering, by mouth', stopped('nicardipine', today, today, route('oral')), 'not-met'],
    ['today, another', stopped('furosemide', today, today), 'not-met'],
    ['today, what nobody knows', stopped('xyz', today, today), 'not-met'],
  ])('%s', (_, resource, answer) => {
    const found = ask([resource]);
    if (answer === 'not-met') expect([found.verdict, found.evidence]).toEqual(['not-met', []]);
    else expect(found).toEqual(answer);
  });

  it.each([
    ['dopamine', ['2026-06-03']],
    ['nicardipine', ['2026-06-03']],
    ['furosemide', []],
  ])('%s that is dated ahead is announced: %j', (drug, days) => {
    expect(ask([stopped(drug, '2026-06-03', '2026-06-04')]).days).toEqual(days);
  });
});

describe('a drug that lowers the pressure', () => {
  const [drug, days] = ['nicardipine', 7];
  const lowers = (name: string, date: string, ...turns: readonly string[]): Whole =>
    judge('antihypertensive', { drug: name, days }, shown(name, date), ...turns);
  it.each<readonly [string, Json, Whole | 'not-met']>([
    ['by vein, seven days ago', administration(drug, '2026-05-25'), lowers(drug, '2026-05-25', '2026-06-02')],
    ['by vein, eight days ago', administration(drug, '2026-05-24'), 'not-met'],
    ['injected', administration(drug, today, route('injection')), lowers(drug, today, '2026-06-09')],
    ['given, without a route', administration(drug, today, route(undefined)), lowers(drug, today, '2026-06-09')],
    ['by mouth', administration(drug, today, route('oral')), 'not-met'],
    ['stated, without a route', statement('labetalol', '2026-05-01', { dosage: [] }), 'not-met'],
    [
      'ordered without a route, if it is never given otherwise',
      order('nitroprusside', { dosageInstruction: [] }),
      judge(
        'antihypertensive',
        { drug: 'nitroprusside', days },
        {
          ...shown('nitroprusside', '2026-05-31', 'request', 'MedicationRequest'),
          value: say('history.drug-until', { drug: 'nitroprusside', date: today }),
        },
        '2026-12-05',
      ),
    ],
  ])('%s', (_, resource, answer) => {
    const found = ask([resource]);
    if (answer === 'not-met') expect([found.verdict, found.evidence]).toEqual(['not-met', []]);
    else expect(found).toEqual(answer);
  });
});

describe('a shock', () => {
  const shock = (more: Json = {}): Json => condition('感染性休克', { onsetDateTime: '2026-05-20', ...more });
  const seen = { reference: 'Condition/r1', label: say('history.diagnosis'), value: '感染性休克', date: '2026-05-20' };
  const present = (...days: readonly string[]): Whole => judge('shock', { name: '感染性休克' }, seen, ...days);
  it.each<readonly [string, Json, Whole]>([
    ['active', shock(), present()],
    ['whose status nobody states', shock({ clinicalStatus: undefined }), present()],
    ['over', shock(clinically('resolved')), nothing()],
    ['that is over at the end of today', shock({ abatementDateTime: today }), present('2026-06-02')],
    ['that was over yesterday', shock({ abatementDateTime: '2026-05-31' }), nothing()],
    ['that begins tomorrow', shock({ onsetDateTime: '2026-06-02' }), nothing('2026-06-02')],
  ])('%s', (_, resource, whole) => {
    expect(ask([resource])).toEqual(whole);
  });
});

describe('a drug of these days that only an unknown code names', () => {
  const unread = say('medication-history.unread', { drugs: ['99999'] });
  it.each<readonly [string | undefined, string, 'unknown' | 'not-met']>([
    ['intravenous', '2026-05-25', 'unknown'],
    ['intravenous', '2026-05-24', 'not-met'],
    ['injection', today, 'unknown'],
    ['oral', today, 'unknown'],
    [undefined, today, 'unknown'],
    ['topical', today, 'not-met'],
  ])('by route %s on %s: %s', (by, date, verdict) => {
    const found = ask([administration('', date, { ...nameless, ...route(by) })]);
    expect([found.verdict, found.missing]).toEqual([
      verdict,
      verdict === 'unknown' ? [{ what: unread, orders: [] }] : [],
    ]);
  });

  it('is looked for as many days as the longer of both windows', () => {
    const asked = { vasopressorHours: 240, antihypertensiveDays: 7 };
    const found = ask([administration('', '2026-05-22', nameless)], {}, asked);
    expect([found.reason, found.days]).toEqual([say('history.nameless-drug', { since: '2026-05-22' }), ['2026-06-02']]);
  });
});

it.each([
  'conditions',
  'medicationAdministrations',
  'medicationRequests',
  'medicationStatements',
  'medicationDispenses',
] as const)('nothing on record, but %s were not read', (search) => {
  const names = [say(`history.search.${search}`)];
  expect(ask([], { retrieved: { [search]: { state: 'unavailable', reason: 'refused' } } })).toEqual(
    expected('unknown', say('history.incomplete', { what, searches: names }), {
      missing: [{ what: say('history.read-again', { searches: names }), orders: [] }],
    }),
  );
});
