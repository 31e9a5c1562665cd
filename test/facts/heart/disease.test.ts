// What do the answers about congenital heart disease and infarction say, show and announce?

import { describe, expect, it } from 'vitest';
import { everHadCongenitalHeartDisease, myocardialInfarctionWithin } from '../../../src/facts/heart/disease.ts';
import type { Json } from '../../../src/fhir/record.ts';
import type { Evidence } from '../../../src/logic/finding.ts';
import { say } from '../../../src/logic/message.ts';
import { asking, needs, nothing, refuted, reported, screening, seen } from './answers.ts';
import { clinically, condition, procedure, report, verified } from '../history-entries.ts';
import { expected, type Whole } from '../whole.ts';

describe('congenital heart disease', () => {
  const ask = asking((record) => everHadCongenitalHeartDisease(record, screening, 90));
  const what = say('heart.congenital');
  const entry = (name: string) => say('history.undated', { name });
  const defect = 'Ventricular septal defect';
  const found = (name: string, evidence = seen(name)): Whole =>
    expected('met', say('history.found', { what, entry: entry(name) }), { evidence: [evidence] });
  const judged = (name: string, evidence = seen(name)): Whole =>
    expected('needs-investigator', say('history.judge', { what, entry: entry(name) }), { evidence: [evidence] });
  const operated = (name: string): Evidence => seen(name, '', 'procedure', 'Procedure/r1');

  it.each<readonly [string, Json, Whole]>([
    ['over', condition(defect, clinically('resolved')), found(defect)],
    ['that is trivial', condition('Patent foramen ovale'), judged('Patent foramen ovale')],
    [
      'that closed by itself, by its note',
      condition(defect, { note: [{ time: '2015' }, { text: 'spontaneously closed' }] }),
      expected('needs-investigator', say('heart.closed', { name: defect }), { evidence: [seen(defect)] }),
    ],
    [
      'that did not close by itself',
      condition(defect, { note: [{ text: 'not spontaneously closed' }] }),
      found(defect),
    ],
    ...['Small VSD, closed', '动脉导管未闭(已闭合)'].map((name): readonly [string, Json, Whole] => [
      `that closed, by its name (${name})`,
      condition(name, clinically('resolved')),
      expected('needs-investigator', say('heart.closed', { name }), { evidence: [seen(name)] }),
    ]),
    ...['VSD, surgically closed', '房间隔缺损封堵术后，已闭合'].map((name): readonly [string, Json, Whole] => [
      `that was closed by an operation, by its name (${name})`,
      condition(name, clinically('resolved')),
      found(name),
    ]),
    ['repaired', procedure(`Repair of ${defect}`), found(`Repair of ${defect}`, operated(`Repair of ${defect}`))],
    ['seen on an image', procedure(`Echo of ${defect}`), judged(`Echo of ${defect}`, operated(`Echo of ${defect}`))],
    [
      'of which one name tells of an operation',
      procedure('', undefined, {
        code: { text: defect, coding: [{ system: 'urn:local', code: '1', display: 'Surgical closure' }] },
      }),
      found(defect, operated(defect)),
    ],
    ['in a report', report(defect, '2026-03-03'), reported(what, defect)],
  ])('%s', (_, resource, whole) => {
    expect(ask([resource])).toEqual(whole);
  });

  needs(ask, what, { always: ['conditions', 'procedures'], lately: ['diagnosticReports'] });
});

describe('an infarction', () => {
  const ask = asking((record) => myocardialInfarctionWithin(record, screening, { months: 6, reportDays: 90 }));
  const what = say('heart.infarction');
  const [name, old] = ['Acute myocardial infarction', 'Old myocardial infarction'];
  const values = (called: string, date: string) => ({ name: called, months: 6, ...(date !== '' && { date }) });
  const answer = (
    verdict: Whole['verdict'],
    reason: string,
    called: string,
    date: string,
    ...days: readonly string[]
  ): Whole =>
    expected(verdict, say(`heart.infarction-${reason}`, values(called, date)), {
      evidence: [seen(called, date)],
      missing: verdict === 'unknown' ? [{ what: say('heart.infarction-date'), orders: [] }] : [],
      days,
    });
  const on = (onsetDateTime: string, more: Json = {}): Json => condition(name, { onsetDateTime, ...more });
  const possible = verified('provisional');

  it.each<readonly [string, Json, Whole]>([
    ['six months ago', on('2025-12-01'), answer('met', 'within', name, '2025-12-01', '2026-06-01', '2026-06-02')],
    [
      'six months and a day ago',
      on('2025-11-30'),
      answer('not-met', 'before', name, '2025-11-30', '2026-05-30', '2026-05-31'),
    ],
    [
      'on some day of last year',
      on('2025'),
      answer('unknown', 'undated', name, '2025', '2025-07-01', '2025-07-02', '2026-07-01', '2026-07-02'),
    ],
    ['of no day', condition(name), answer('unknown', 'undated', name, '')],
    [
      'possible, six months ago',
      on('2025-12-01', possible),
      {
        ...answer('needs-investigator', 'doubtful', name, '2025-12-01', '2026-06-01', '2026-06-02'),
        evidence: [seen(name, '2025-12-01', 'unconfirmed')],
      },
    ],
    [
      'possible, six months and a day ago',
      on('2025-11-30', possible),
      {
        ...answer('not-met', 'before', name, '2025-11-30', '2026-05-30', '2026-05-31'),
        evidence: [seen(name, '2025-11-30', 'unconfirmed')],
      },
    ],
    [
      'possible, of no day',
      condition(name, possible),
      {
        ...answer('needs-investigator', 'doubtful', name, ''),
        evidence: [seen(name, '', 'unconfirmed')],
      },
    ],
    [
      'only recorded six months ago',
      condition(name, { recordedDate: '2025-12-01' }),
      answer('met', 'within', name, '2025-12-01', '2026-06-01', '2026-06-02'),
    ],
    [
      'old, recorded six months ago',
      condition(old, { recordedDate: '2025-12-01' }),
      answer('unknown', 'undated', old, '2025-12-01', '2026-06-01', '2026-06-02'),
    ],
    [
      'old, recorded before',
      condition(old, { recordedDate: '2025-11-30' }),
      answer('not-met', 'before', old, '2025-11-30', '2026-05-30', '2026-05-31'),
    ],
    [
      'old, with a day six months ago',
      condition(old, { onsetDateTime: '2025-12-01' }),
      answer('met', 'within', old, '2025-12-01', '2026-06-01', '2026-06-02'),
    ],
    ['to come', on('2026-06-02'), nothing(what, '2026-06-02')],
    ['refuted', condition(name, verified('refuted')), { ...nothing(what), ...refuted(name) }],
    ['in a report', report(name, '2026-03-03'), reported(what, name)],
    ['in an old report', report(name, '2026-03-02'), nothing(what)],
  ])('%s', (_, resource, whole) => {
    expect(ask([resource])).toEqual(whole);
  });

  needs(ask, what, { always: ['conditions'], lately: ['diagnosticReports'] });
});
