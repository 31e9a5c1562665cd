// What does the answer about drugs that raise the pressure say, show and announce?

import { describe, expect, it } from 'vitest';
import type { Json } from '../../../src/fhir/record.ts';
import { say } from '../../../src/logic/message.ts';
import { ask, askWithin, given, judge, none, order, period, route, shown, windows } from './circulation-answers.ts';
import { today } from './answers.ts';
import { administration, statement } from '../history-entries.ts';
import { expected, type Whole } from '../whole.ts';

describe('a drug that raises the pressure', () => {
  const [nor, epi] = ['norepinephrine', 'epinephrine'];
  it.each<readonly [string, Json, Whole]>([
    ['given by vein today', administration(nor, today), given(nor, today, '2026-06-03')],
    ['given by vein yesterday', administration(nor, '2026-05-31'), given(nor, '2026-05-31', '2026-06-02')],
    ['given by vein two days ago', administration(nor, '2026-05-30'), none()],
    ['to be given tomorrow', administration(nor, '2026-06-02'), none('2026-06-02')],
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
    ['that is given by vein only, written as a nose spray', administration(nor, today, route('nasal')), none()],
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
    ['inhaled', administration(epi, today, route('inhalation')), none()],
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
    ['taken by mouth two days ago', administration('midodrine', '2026-05-30', route('oral')), none()],
    ['that is none', administration('furosemide', today), none()],
  ])('%s', (_, resource, whole) => {
    expect(ask([resource])).toEqual(whole);
  });

  it('counts by calendar days, so that 25 hours are two', () => {
    const asked = askWithin({ ...windows, vasopressorHours: 25 });
    expect(asked([administration(nor, '2026-05-30')])).toEqual(given(nor, '2026-05-30', '2026-06-02'));
    expect(asked([administration(nor, '2026-05-29')])).toEqual(none());
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
