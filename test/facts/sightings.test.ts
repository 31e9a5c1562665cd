// Which entries name something of a value set, how surely, how are they shown, and when is it asked again?

import { describe, expect, it } from 'vitest';
import {
  abatementTurns,
  sightedDiagnoses,
  diagnosisEvidence,
  endsUnsaid,
  goesOn,
  operationEvidence,
  sightedOperations,
  diagnosisPresence,
  standingOf,
  sightingsAhead,
  visitOverOn,
} from '../../src/facts/sightings.ts';
import type { Json } from '../../src/fhir/record.ts';
import { isoDay } from '../../src/logic/calendar.ts';
import type { Evidence, Turn } from '../../src/logic/finding.ts';
import { say } from '../../src/logic/message.ts';
import { recordOf, screeningOn } from '../builders.ts';
import { clinically, condition, procedure, report, verified } from './history-entries.ts';

const today = screeningOn('2026-06-01');
const days = (turns: readonly Turn[]): readonly string[] => turns.map(({ on }) => isoDay(on));
const onset = (date: string): Json => ({ onsetDateTime: date });

describe('a concept', () => {
  const contradictory = 'cm C95.90 Ventricular septal defect';
  it.each([
    ['Lymphoma', ['malignancy'], 'sure'],
    ['Lymphoma', ['chd', 'malignancy'], 'sure'],
    ['Suspected lymphoma', ['malignancy'], 'suspected'],
    ['Suspected lymphoma', ['chd', 'malignancy'], 'suspected'],
    [contradictory, ['malignancy'], 'contradictory'],
    [contradictory, ['chd'], 'contradictory'],
    ['Ventricular septal defect, suspected lymphoma', ['malignancy', 'chd'], 'sure'],
    ['Lymphoma', ['chd'], undefined],
    ['Lymphoma', [], undefined],
  ] as const)('%s stands to %j as %s', (written, sets, standing) => {
    const record = recordOf([condition(written)]);
    expect(record.conditions.map(({ concept }) => standingOf(record, concept, sets))).toEqual([standing]);
  });
});

describe('a diagnosis', () => {
  const label = (of: string) => say(`history.${of}`);
  const shown = (name: string, value = 'Lymphoma', date?: string) => [
    { reference: 'Condition/r1', label: label(name), value, ...(date !== undefined && { date }) },
  ];
  it.each<[string, string, Json, readonly unknown[]]>([
    ['without a day', 'Lymphoma', {}, shown('diagnosis')],
    ['that is over', 'Lymphoma', clinically('resolved'), shown('diagnosis')],
    ['of today', 'Lymphoma', onset('2026-06-01'), shown('diagnosis', 'Lymphoma', '2026-06-01')],
    ['of a month that is not over', 'Lymphoma', onset('2026-06'), shown('diagnosis', 'Lymphoma', '2026-06-01')],
    ['of a month that is', 'Lymphoma', onset('2026-05'), shown('diagnosis', 'Lymphoma', '2026-05')],
    ['of tomorrow', 'Lymphoma', onset('2026-06-02'), []],
    ['recorded tomorrow', 'Lymphoma', { recordedDate: '2026-06-02' }, []],
    [
      'that began before it was recorded',
      'Lymphoma',
      { ...onset('2020'), recordedDate: '2026-06-02' },
      shown('diagnosis', 'Lymphoma', '2020'),
    ],
    ['of something else', 'Asthma', {}, []],
    ['that is not confirmed', 'Lymphoma', verified('provisional'), shown('unconfirmed')],
    ['that is only suspected', '淋巴瘤待排', verified('confirmed'), shown('suspected', '淋巴瘤待排')],
    ['that is suspected and not confirmed', '淋巴瘤待排', verified('provisional'), shown('suspected', '淋巴瘤待排')],
  ])('%s is shown as it counts', (_, written, more, evidence) => {
    const found = sightedDiagnoses(recordOf([condition(written, more)]), today, ['malignancy']);
    expect(found.map(diagnosisEvidence)).toEqual(evidence);
  });

  it.each([
    ['active', {}, 'present'],
    ['inactive', {}, 'past'],
    ['resolved', {}, 'past'],
    [undefined, {}, 'not-stated'],
    ['active', { abatementDateTime: '2026-05-31' }, 'past'],
    ['active', { abatementDateTime: '2026-06-01' }, 'present'],
    ['active', { abatementDateTime: '2026-06' }, 'present'],
    ['active', { abatementDateTime: '2026-05' }, 'past'],
    [undefined, { abatementDateTime: '2026-06-01' }, 'past'],
  ])('with the status %s and %j it is %s', (status, more, presence) => {
    const written = { clinicalStatus: undefined, ...(status !== undefined && clinically(status)), ...more };
    const found = sightedDiagnoses(recordOf([condition('Lymphoma', written)]), today, ['malignancy']);
    expect(found.map((each) => diagnosisPresence(each, today))).toEqual([presence]);
  });
});

describe('the end of a diagnosis', () => {
  const found = (more: Json) => sightedDiagnoses(recordOf([condition('Lymphoma', more)]), today, ['malignancy']);

  it.each<[Json, readonly string[]]>([
    [{}, []],
    [{ abatementDateTime: '2026-06-10' }, ['2026-06-11']],
    [{ abatementDateTime: '2026-06' }, ['2026-07-01']],
  ])('%j is announced for the day after', (more, expected) => {
    expect(found(more).map((each) => days(abatementTurns(each)))).toEqual([expected]);
  });

  const visit: Json = { category: [{ coding: [{ code: 'encounter-diagnosis' }] }], clinicalStatus: undefined };
  it.each<[string, Json, string | undefined]>([
    ['of a visit, by the last day of it', { ...visit, ...onset('2026-05') }, '2026-06-11'],
    ['of a visit, from its day', { ...visit, ...onset('2026-05-20') }, '2026-05-31'],
    ['of a visit that is said to be active', { ...visit, ...onset('2026-05-20'), ...clinically('active') }, undefined],
    ['of a visit with an end', { ...visit, ...onset('2026-05-20'), abatementDateTime: '2026-05-25' }, undefined],
    ['of a visit with an end ahead', { ...visit, ...onset('2026-05-20'), abatementDateTime: '2026-07-01' }, undefined],
    ['of a visit of no day', visit, undefined],
    ['of the list of problems', { ...onset('2026-05-20'), clinicalStatus: undefined }, undefined],
  ])('%s is ten days after', (_, more, expected) => {
    const [over] = found(more).map((each) => visitOverOn(each, 10));
    expect(over === undefined ? undefined : isoDay(over)).toBe(expected);
  });
});

it('what is of no interest stands beside what is, and is not shown', () => {
  const record = recordOf([
    condition('Asthma'),
    condition('Lymphoma'),
    procedure('Appendectomy'),
    procedure('Hemodialysis'),
  ]);
  const values = (of: readonly Evidence[]) => of.map(({ value }) => value);
  expect(values(sightedDiagnoses(record, today, ['malignancy']).map(diagnosisEvidence))).toEqual(['Lymphoma']);
  expect(values(sightedOperations(record, today, ['dialysis']).map(operationEvidence))).toEqual(['Hemodialysis']);
});

describe('what is of interest beside the sets', () => {
  const also = ({ text }: { readonly text?: string | undefined }): boolean => text === 'Appendicitis';

  it('counts as sure, now and ahead, and nothing else does', () => {
    const now = recordOf([condition('Appendicitis'), condition('Fracture'), procedure('Appendicitis')]);
    expect(sightedDiagnoses(now, today, ['malignancy'], also).map(diagnosisEvidence)).toMatchObject([
      { label: say('history.diagnosis'), value: 'Appendicitis' },
    ]);
    expect(sightedOperations(now, today, ['malignancy'], also).map(operationEvidence)).toMatchObject([
      { label: say('history.procedure'), value: 'Appendicitis' },
    ]);
    const ahead = recordOf([
      condition('Appendicitis', onset('2026-06-02')),
      condition('Fracture', onset('2026-06-03')),
      procedure('Appendicitis', '2026-06-04'),
    ]);
    expect(days(sightingsAhead(ahead, today, ['malignancy'], also))).toEqual(['2026-06-02', '2026-06-04']);
  });
});

describe('a procedure', () => {
  const shown = (name: string, value = 'Hemodialysis', date?: string) => [
    { reference: 'Procedure/r1', label: say(`history.${name}`), value, ...(date !== undefined && { date }) },
  ];
  it.each<[string, string, string | undefined, Json, readonly unknown[]]>([
    ['without a day', 'Hemodialysis', undefined, {}, shown('procedure')],
    ['of today', 'Hemodialysis', '2026-06-01', {}, shown('procedure', 'Hemodialysis', '2026-06-01')],
    ['of a month that is not over', 'Hemodialysis', '2026-06', {}, shown('procedure', 'Hemodialysis', '2026-06-01')],
    ['of tomorrow', 'Hemodialysis', '2026-06-02', {}, []],
    ['of something else', 'Appendectomy', '2026-05-01', {}, []],
    ['that was broken off', 'Hemodialysis', undefined, { status: 'stopped' }, shown('unfinished')],
    ['that goes on', 'Hemodialysis', undefined, { status: 'in-progress' }, shown('procedure')],
    ['that is only suspected', 'Suspected hemodialysis', undefined, {}, shown('suspected', 'Suspected hemodialysis')],
  ])('%s is shown as it counts', (_, written, date, more, evidence) => {
    const found = sightedOperations(recordOf([procedure(written, date, more)]), today, ['dialysis']);
    expect(found.map(operationEvidence)).toEqual(evidence);
  });

  const ongoing = (more: Json): Json => ({ status: 'in-progress', ...more });
  it.each<[string, Json, ReturnType<typeof goesOn>]>([
    ['completed', { performedPeriod: { start: '2026-05-01' } }, 'no'],
    ['in progress', ongoing({}), 'yes'],
    ['in progress since a day', ongoing({ performedDateTime: '2026-05-01' }), 'yes'],
    ['in progress since a day of a period', ongoing({ performedPeriod: { start: '2026-05-01' } }), 'yes'],
    ['in progress since a month', ongoing({ performedDateTime: '2026-05' }), 'yes'],
    [
      'in progress until yesterday',
      ongoing({ performedPeriod: { start: '2026-05-01', end: '2026-05-31' } }),
      'perhaps',
    ],
    ['in progress until today', ongoing({ performedPeriod: { start: '2026-05-01', end: '2026-06-01' } }), 'yes'],
    ['in progress until yesterday, begun any day', ongoing({ performedPeriod: { end: '2026-05-31' } }), 'perhaps'],
    ['in progress until today, begun any day', ongoing({ performedPeriod: { end: '2026-06-01' } }), 'yes'],
    ['in progress until tomorrow, begun any day', ongoing({ performedPeriod: { end: '2026-06-02' } }), 'yes'],
    ['in progress on one day', ongoing({ performedPeriod: { start: '2026-05-01', end: '2026-05-01' } }), 'perhaps'],
  ])('that is %s goes on: %j', (_, more, answer) => {
    const found = sightedOperations(recordOf([procedure('Hemodialysis', undefined, more)]), today, ['dialysis']);
    expect(found.map((each) => goesOn(each, today))).toEqual([answer]);
  });
});

it.each<[string, Json, boolean]>([
  ['over since a day that nobody says', { performedPeriod: { start: '2026-05-01' } }, true],
  ['of one day', { performedDateTime: '2026-05-01' }, false],
  ['over since a day', { performedPeriod: { start: '2026-05-01', end: '2026-05-10' } }, false],
  ['of no day', {}, false],
  ['in progress', { status: 'in-progress', performedPeriod: { start: '2026-05-01' } }, false],
])('a procedure that is %s has an end that nobody says: %j', (_, more, unsaid) => {
  const found = sightedOperations(recordOf([procedure('Hemodialysis', undefined, more)]), today, ['dialysis']);
  expect(found.map(endsUnsaid)).toEqual([unsaid]);
});

describe('what lies ahead', () => {
  it.each<[string, Json, readonly string[]]>([
    ['a diagnosis of tomorrow', condition('Lymphoma', onset('2026-06-02')), ['2026-06-02']],
    ['a diagnosis recorded in July', condition('Lymphoma', { recordedDate: '2026-07' }), ['2026-07-01']],
    ['not one of today', condition('Lymphoma', onset('2026-06-01')), []],
    ['not one of a month that has begun', condition('Lymphoma', onset('2026-06')), []],
    ['not one without a day', condition('Lymphoma'), []],
    ['not one of something else', condition('Asthma', onset('2026-06-02')), []],
    ['a procedure of tomorrow', procedure('Hemodialysis', '2026-06-02'), ['2026-06-02']],
    ['not one done today', procedure('Hemodialysis', '2026-06-01'), []],
    ['not one done on no day', procedure('Hemodialysis'), []],
    ['not another one', procedure('Appendectomy', '2026-06-02'), []],
    ['a report of tomorrow', report('Lymphoma', '2026-06-02'), ['2026-06-02']],
    ['a report of tomorrow of which letters were lost', report('Fracture \ufffd\ufffd', '2026-06-02'), ['2026-06-02']],
    ['not one made today', report('Lymphoma', '2026-06-01'), []],
    ['not one made on no day', report('Lymphoma', ''), []],
    ['not one that names something else', report('Fracture', '2026-06-02'), []],
    ['not one that names nothing', report('Lymphoma', '2026-06-02', { conclusion: undefined }), []],
  ])('announces %s', (_, resource, expected) => {
    expect(days(sightingsAhead(recordOf([resource]), today, ['malignancy', 'dialysis']))).toEqual(expected);
  });
});
