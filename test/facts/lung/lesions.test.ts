// What does the answer about lesions of the lung say, show and announce?

import { describe, expect, it } from 'vitest';
import { freeOfLungLesions } from '../../../src/facts/lung/lesions.ts';
import type { Json } from '../../../src/fhir/record.ts';
import type { Evidence } from '../../../src/logic/finding.ts';
import { say } from '../../../src/logic/message.ts';
import { asking, needs, refuted, reported, screening, seen } from '../heart/answers.ts';
import { clinically, condition, procedure, report, verified } from '../history-entries.ts';
import { expected, type Whole } from '../whole.ts';

const ask = asking((record) => freeOfLungLesions(record, screening, { supportDays: 30, reportDays: 90 }));

const [name, onset] = ['Pneumothorax', { onsetDateTime: '2026-05-20' }];
const what = say('lung.what');
const absent = say('history.absent', { what });
const free = (...days: readonly string[]): Whole => expected('met', absent, { days });
const judge = (reason: string, values: Json, evidence: Evidence, days: readonly string[] = []): Whole =>
  expected('needs-investigator', say(`lung.${reason}`, values as never), { evidence: [evidence], days });
const over = (evidence: Evidence, days: readonly string[] = []): Whole =>
  expected('met', say('combined', { reasons: [absent, say('lung.past', { name })] }), {
    evidence: [evidence],
    days,
  });

const diagnosed = (kind = 'diagnosis'): Evidence => seen(name, '2026-05-20', kind);

describe('a diagnosis', () => {
  it.each<readonly [string, Json, Whole]>([
    ['active', condition(name, onset), judge('present', { name }, diagnosed())],
    ['of no day', condition(name), judge('present', { name }, seen(name))],
    [
      'whose status nobody states',
      condition(name, { ...onset, clinicalStatus: undefined }),
      judge('present', { name }, diagnosed()),
    ],
    [
      'not confirmed',
      condition(name, { ...onset, ...verified('provisional') }),
      judge('doubtful', { name }, diagnosed('unconfirmed')),
    ],
    ['over', condition(name, { ...onset, ...clinically('resolved') }), over(diagnosed())],
    [
      'over since yesterday',
      condition(name, { ...onset, abatementDateTime: '2026-05-31' }),
      over(diagnosed(), ['2026-06-01']),
    ],
    [
      'over at the end of today',
      condition(name, { ...onset, abatementDateTime: '2026-06-01' }),
      judge('present', { name }, diagnosed(), ['2026-06-02']),
    ],
    ['that begins tomorrow', condition(name, { onsetDateTime: '2026-06-02' }), free('2026-06-02')],
    ['refuted', condition(name, verified('refuted')), { ...free(), ...refuted(name) }],
  ])('%s', (_, resource, whole) => {
    expect(ask([resource])).toEqual(whole);
  });
});

describe('a diagnosis of a visit without a status', () => {
  const atVisit = (what: string, onsetDateTime: string): Json =>
    condition(what, {
      onsetDateTime,
      clinicalStatus: undefined,
      category: [{ coding: [{ code: 'encounter-diagnosis' }] }],
    });
  it.each([
    ['pneumonia of 90 days ago', atVisit('Pneumonia', '2026-03-03'), 'needs-investigator', ['2026-06-02']],
    ['pneumonia of 91 days ago', atVisit('Pneumonia', '2026-03-02'), 'met', []],
    ['interstitial lung disease', atVisit('Interstitial lung disease', '2026-03-02'), 'needs-investigator', []],
  ])('%s', (_, resource, verdict, days) => {
    expect(ask([resource])).toMatchObject({ verdict, days });
  });
});

describe('ventilation or oxygen', () => {
  const ventilation = 'Mechanical ventilation';
  const going = (period: Json, status = 'in-progress'): Json =>
    procedure(ventilation, undefined, { status, performedPeriod: period });
  const shown = (date?: string): Evidence => seen(ventilation, date, 'procedure', 'Procedure/r1');
  const values = { name: ventilation, days: 30 };
  it.each<readonly [string, Json, Whole]>([
    [
      '30 days ago',
      procedure(ventilation, '2026-05-02'),
      judge('support', { ...values, date: '2026-05-02' }, shown('2026-05-02'), ['2026-06-02']),
    ],
    ['31 days ago', procedure(ventilation, '2026-05-01'), free()],
    ['on no day', procedure(ventilation), judge('support-undated', values, shown())],
    ['tomorrow', procedure(ventilation, '2026-06-02'), free('2026-06-02')],
    [
      'that ended 30 days ago',
      going({ start: '2026-04-01', end: '2026-05-02' }, 'completed'),
      judge('support', { ...values, date: '2026-05-02' }, shown('2026-04-01'), ['2026-06-02']),
    ],
    ['that ended 31 days ago', going({ start: '2026-04-01', end: '2026-05-01' }, 'completed'), free()],
    [
      'that goes on',
      going({ start: '2026-04-01' }),
      judge('support', { ...values, date: '2026-04-01' }, shown('2026-04-01')),
    ],
    [
      'that is in progress and ended long ago is no longer taken for over',
      going({ start: '2026-01-01', end: '2026-02-01' }),
      judge('support', { ...values, date: '2026-02-01' }, shown('2026-01-01')),
    ],
    [
      'that is in progress until a day ahead is no longer passed over',
      going({ end: '2026-06-02' }),
      judge('support', { ...values, date: '2026-06-02' }, shown()),
    ],
    [
      'that is over and names no end no longer ends on its first day',
      going({ start: '2024-04-01' }, 'completed'),
      judge('support-open', values, shown('2024-04-01')),
    ],
    [
      'that was broken off and names no end',
      going({ start: '2024-04-01' }, 'stopped'),
      judge('support-open', values, seen(ventilation, '2024-04-01', 'unfinished', 'Procedure/r1')),
    ],
    [
      'that goes on since nobody knows when',
      procedure(ventilation, undefined, { status: 'in-progress' }),
      judge('support-undated', values, shown()),
    ],
  ])('%s', (_, resource, whole) => {
    expect(ask([resource])).toEqual(whole);
  });
});

it('a report of the last days is for the investigator to read', () => {
  expect(ask([report('双肺间质性肺炎', '2026-03-03')])).toEqual({
    ...reported(what, '双肺间质性肺炎'),
    reason: say('lung.reported', { date: '2026-03-03' }),
  });
});

needs(ask, what, { always: ['conditions', 'procedures'], lately: ['diagnosticReports'], answer: free() });
