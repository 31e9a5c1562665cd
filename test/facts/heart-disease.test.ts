// What do the answers about congenital heart disease and infarction say, show and announce?

import { describe, expect, it } from 'vitest';
import { everHadCongenitalHeartDisease, myocardialInfarctionWithin } from '../../src/facts/heart-disease.ts';
import type { Json } from '../../src/fhir/record.ts';
import type { Evidence } from '../../src/logic/finding.ts';
import { say } from '../../src/logic/message.ts';
import { day, recordOf, screeningOn, type RecordOptions } from '../builders.ts';
import { clinically, condition, procedure, report, verified } from './history-entries.ts';
import { expected, whole, type Whole } from './whole.ts';

const screening = screeningOn('2026-06-01');
const seen = (value: string, date?: string, label = 'diagnosis', reference = 'Condition/r1'): Evidence => ({
  reference,
  label: say(`history.${label}`),
  value,
  ...(date !== undefined && { date }),
});
const refused = { state: 'unavailable', reason: 'refused' } as const;

describe('congenital heart disease', () => {
  const ask = (resources: readonly Json[], options: RecordOptions = {}): Whole =>
    whole(everHadCongenitalHeartDisease(recordOf(resources, options), screening, 90));
  const what = say('heart.congenital');
  const entry = (name: string) => say('history.undated', { name });
  const defect = 'Ventricular septal defect';
  const found = (name: string, evidence = seen(name)): Whole =>
    expected('met', say('history.found', { what, entry: entry(name) }), { evidence: [evidence] });
  const judged = (name: string, evidence = seen(name)): Whole =>
    expected('needs-investigator', say('history.judge', { what, entry: entry(name) }), { evidence: [evidence] });
  const operated = (name: string): Evidence => seen(name, undefined, 'procedure', 'Procedure/r1');

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
    ['repaired', procedure(`Repair of ${defect}`), found(`Repair of ${defect}`, operated(`Repair of ${defect}`))],
    ['seen on an image', procedure(`Echo of ${defect}`), judged(`Echo of ${defect}`, operated(`Echo of ${defect}`))],
    [
      'of which one name tells of an operation',
      procedure('', undefined, {
        code: { text: defect, coding: [{ system: 'urn:local', code: '1', display: 'Surgical closure' }] },
      }),
      found(defect, operated(defect)),
    ],
    [
      'in a report',
      report(defect, '2026-03-03'),
      expected('needs-investigator', say('history.reported', { what, date: '2026-03-03' }), {
        evidence: [{ reference: 'DiagnosticReport/r1', label: say('heart.report'), value: defect, date: '2026-03-03' }],
        days: ['2026-06-02'],
      }),
    ],
  ])('%s', (_, resource, whole) => {
    expect(ask([resource])).toEqual(whole);
  });

  it.each(['conditions', 'procedures', 'diagnosticReports'] as const)('nothing, but %s were not read', (search) => {
    const searches = [say(`history.search.${search}`)];
    expect(ask([], { retrieved: { [search]: refused } })).toEqual(
      expected('unknown', say('history.incomplete', { what, searches }), {
        missing: [{ what: say('history.read-again', { searches }), orders: [] }],
      }),
    );
  });
});

describe('an infarction', () => {
  const ask = (resources: readonly Json[], options: RecordOptions = {}): Whole =>
    whole(myocardialInfarctionWithin(recordOf(resources, options), screening, { months: 6, reportDays: 90 }));
  const what = say('heart.infarction');
  const absent = say('history.absent', { what });
  const [name, old] = ['Acute myocardial infarction', 'Old myocardial infarction'];
  const values = (called: string, date?: string) => ({ name: called, months: 6, ...(date !== undefined && { date }) });
  const answer = (
    verdict: Whole['verdict'],
    reason: string,
    called: string,
    date: string | undefined,
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
    ['of no day', condition(name), answer('unknown', 'undated', name, undefined)],
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
        ...answer('needs-investigator', 'doubtful', name, undefined),
        evidence: [seen(name, undefined, 'unconfirmed')],
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
    ['to come', on('2026-06-02'), expected('not-met', absent, { days: ['2026-06-02'] })],
    [
      'refuted',
      condition(name, verified('refuted')),
      expected('not-met', absent, {
        ignored: [{ reference: 'Condition/r1', label: say('record.refuted', { status: 'refuted' }), value: name }],
        flags: ['IGNORED_INVALID_EVIDENCE'],
      }),
    ],
    [
      'in a report',
      report(name, '2026-03-03'),
      expected('needs-investigator', say('history.reported', { what, date: '2026-03-03' }), {
        evidence: [{ reference: 'DiagnosticReport/r1', label: say('heart.report'), value: name, date: '2026-03-03' }],
        days: ['2026-06-02'],
      }),
    ],
    ['in an old report', report(name, '2026-03-02'), expected('not-met', absent)],
  ])('%s', (_, resource, whole) => {
    expect(ask([resource])).toEqual(whole);
  });

  it('nothing on record needs the diagnoses, and the reports of the last days', () => {
    const since = (iso: string): RecordOptions => ({
      retrieved: { diagnosticReports: { state: 'partial', reason: 'cut off', completeSince: day(iso) } },
    });
    expect(ask([], since('2026-03-02'))).toEqual(expected('not-met', absent));
    expect(ask([], since('2026-03-03')).verdict).toBe('unknown');
    expect(ask([], { retrieved: { conditions: refused } }).verdict).toBe('unknown');
  });
});
