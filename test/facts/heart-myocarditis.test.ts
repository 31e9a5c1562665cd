// What does the answer about myocarditis say, show, ask for and announce?

import { describe, expect, it } from 'vitest';
import { exposuresOf } from '../../src/facts/exposures.ts';
import { seriousMyocarditisNow } from '../../src/facts/heart-disease-myocarditis.ts';
import type { Json } from '../../src/fhir/record.ts';
import type { Evidence } from '../../src/logic/finding.ts';
import { say } from '../../src/logic/message.ts';
import { day, recordOf, screeningOn, type RecordOptions } from '../builders.ts';
import { administration, because, clinically, condition, report, statement, verified } from './history-entries.ts';
import { expected, whole, type Whole } from './whole.ts';

const screening = screeningOn('2026-06-01');
function ask(resources: readonly Json[], options: RecordOptions = {}): Whole {
  const record = recordOf(resources, options);
  return whole(seriousMyocarditisNow(record, exposuresOf(record, screening), screening, 90));
}

const what = say('heart.myocarditis');
const absent = say('history.absent', { what });
const [name, onset] = ['Acute myocarditis', '2026-05-10'];
const myocarditis = (more: Json = {}): Json => condition(name, { onsetDateTime: onset, ...more });
const seen = (value = name, date = onset, label = 'diagnosis'): Evidence => ({
  reference: 'Condition/r1',
  label: say(`history.${label}`),
  value,
  ...(date !== '' && { date }),
});
const answer = (
  verdict: Whole['verdict'],
  reason: string,
  more: Partial<Omit<Whole, 'verdict' | 'reason'>> & { readonly values?: Readonly<Record<string, string>> } = {},
): Whole => {
  const { values = { name }, ...shown } = more;
  return expected(verdict, say(`heart.${reason}`, values), { evidence: [seen()], ...shown });
};
const judged = answer('needs-investigator', 'myocarditis-judge');

describe('a diagnosis alone', () => {
  it.each<readonly [string, Json, Whole]>([
    ['active', myocarditis(), judged],
    ['over', myocarditis(clinically('resolved')), answer('not-met', 'myocarditis-past')],
    [
      'over since yesterday',
      myocarditis({ abatementDateTime: '2026-05-31' }),
      answer('not-met', 'myocarditis-past', { days: ['2026-06-01'] }),
    ],
    [
      'over at the end of today',
      myocarditis({ abatementDateTime: '2026-06-01' }),
      answer('needs-investigator', 'myocarditis-judge', { days: ['2026-06-02'] }),
    ],
    [
      'whose status nobody states',
      myocarditis({ clinicalStatus: undefined }),
      answer('unknown', 'status-unknown', { missing: [{ what: say('heart.status', { name }), orders: [] }] }),
    ],
    [
      'not confirmed',
      myocarditis(verified('provisional')),
      answer('needs-investigator', 'myocarditis-doubtful', { evidence: [seen(name, onset, 'unconfirmed')] }),
    ],
    ['graded severe', myocarditis({ severity: { text: 'severe' } }), answer('met', 'myocarditis-severe')],
    [
      'graded severe, whose status nobody states',
      myocarditis({ severity: { text: 'severe' }, clinicalStatus: undefined }),
      answer('unknown', 'status-unknown', { missing: [{ what: say('heart.status', { name }), orders: [] }] }),
    ],
    ['graded moderate', myocarditis({ severity: { text: 'moderate' } }), judged],
    [
      'that begins tomorrow',
      myocarditis({ onsetDateTime: '2026-06-02' }),
      expected('not-met', absent, { days: ['2026-06-02'] }),
    ],
    [
      'refuted',
      myocarditis(verified('refuted')),
      expected('not-met', absent, {
        ignored: [{ reference: 'Condition/r1', label: say('record.refuted', { status: 'refuted' }), value: name }],
        flags: ['IGNORED_INVALID_EVIDENCE'],
      }),
    ],
  ])('%s', (_, resource, whole) => {
    expect(ask([resource])).toEqual(whole);
  });

  it.each<readonly [string, string, Json, Whole]>([
    ['lupus cardiomyopathy', '狼疮性心肌病', {}, answer('needs-investigator', 'muscle-judge')],
    ['heart failure', 'Heart failure', { clinicalStatus: undefined }, answer('needs-investigator', 'muscle-judge')],
    ['heart failure that is over', 'Heart failure', clinically('resolved'), answer('not-met', 'myocarditis-past')],
    [
      'heart failure that is over at the end of today',
      'Heart failure',
      { abatementDateTime: '2026-06-01' },
      answer('needs-investigator', 'muscle-judge', { days: ['2026-06-02'] }),
    ],
  ])('%s', (_, written, more, { reason, ...rest }) => {
    const called = say(reason.id, { name: written });
    expect(ask([condition(written, { onsetDateTime: onset, ...more })])).toEqual({
      ...rest,
      reason: called,
      evidence: [seen(written)],
    });
  });

  it('with heart failure in one entry is judged as the myocarditis', () => {
    const both = 'Acute myocarditis with heart failure';
    expect(ask([condition(both, { onsetDateTime: onset })])).toEqual(
      answer('needs-investigator', 'myocarditis-judge', { values: { name: both }, evidence: [seen(both)] }),
    );
  });
});

describe('a diagnosis and a drug', () => {
  const drug = (start: string, more: Json = {}, written = 'prednisone'): Json => statement(written, start, more);
  const until = (start: string, end: string): Json => ({ effectivePeriod: { start, end } });
  const under = (drug: string, evidence: Evidence, ...days: readonly string[]): Whole =>
    answer('met', 'myocarditis-treated', { values: { name, drug }, evidence: [seen(), evidence], days });
  const taken = (date: string, ingredient = 'prednisone', end = '2026-06-01'): Evidence => ({
    reference: 'MedicationStatement/r2',
    label: say('history.statement'),
    value: say('history.drug-until', { drug: ingredient, date: end }),
    date,
  });
  const forIt = because('Acute myocarditis');

  it.each<readonly [string, Json, Json, Whole]>([
    ['begun on its first day', myocarditis(), drug(onset), under('prednisone', taken(onset))],
    ['begun the day before', myocarditis(), drug('2026-05-09'), judged],
    ['begun since, for lupus', myocarditis(), drug('2026-05-11', because('SLE')), judged],
    ['begun before, for it', myocarditis(), drug('2026-01-01', forIt), under('prednisone', taken('2026-01-01'))],
    ['begun before, perhaps for it', myocarditis(), drug('2026-01-01', because('疑似心肌炎')), judged],
    [
      'begun before for two reasons',
      myocarditis(),
      drug('2026-01-01', { reasonCode: [{ text: 'SLE' }, { text: 'myocarditis' }] }),
      under('prednisone', taken('2026-01-01')),
    ],
    [
      'for it, over',
      myocarditis(),
      drug('2026-05-11', { ...forIt, status: 'completed', ...until('2026-05-11', '2026-05-20') }),
      under('prednisone', taken('2026-05-11', 'prednisone', '2026-05-20'), '2026-05-21'),
    ],
    ['for it, begun nobody knows when', myocarditis(), drug('', { ...forIt, effectivePeriod: undefined }), judged],
    [
      'begun since, over',
      myocarditis(),
      drug('2026-05-11', { status: 'completed', ...until('2026-05-11', '2026-05-31') }),
      judged,
    ],
    [
      'begun since, that ends today',
      myocarditis(),
      drug('2026-05-11', until('2026-05-11', '2026-06-01')),
      under('prednisone', taken('2026-05-11'), '2026-06-02'),
    ],
    [
      'begun since, that will end in some month',
      myocarditis(),
      drug('2026-05-11', until('2026-05-11', '2026-09')),
      under('prednisone', taken('2026-05-11'), '2026-09-02', '2026-10-01'),
    ],
    ['begun nobody knows when', myocarditis(), drug('', { effectivePeriod: undefined }), judged],
    [
      'a diagnosis of no day',
      condition(name),
      drug('2026-05-11'),
      answer('needs-investigator', 'myocarditis-judge', { evidence: [seen(name, '')] }),
    ],
    [
      'a diagnosis of some day of May, begun in May',
      myocarditis({ onsetDateTime: '2026-05' }),
      drug('2026-05-11'),
      answer('needs-investigator', 'myocarditis-judge', { evidence: [seen(name, '2026-05')] }),
    ],
    [
      'a diagnosis of some day of May, begun on its last',
      myocarditis({ onsetDateTime: '2026-05' }),
      drug('2026-05-31'),
      answer('met', 'myocarditis-treated', {
        values: { name, drug: 'prednisone' },
        evidence: [seen(name, '2026-05'), taken('2026-05-31')],
      }),
    ],
    [
      'on the skin',
      myocarditis(),
      drug('2026-05-11', { dosage: [{ route: { text: 'topical' } }] }, 'hydrocortisone'),
      judged,
    ],
    ['that does not treat it', myocarditis(), drug('2026-05-11', {}, 'aspirin'), judged],
    [
      'an immunosuppressant',
      myocarditis(),
      drug('2026-05-11', {}, 'azathioprine'),
      under('azathioprine', taken('2026-05-11', 'azathioprine')),
    ],
    [
      'an infusion running',
      myocarditis(),
      administration('milrinone', '', {
        status: 'in-progress',
        effectiveDateTime: undefined,
        effectivePeriod: { start: '2026-05-31' },
      }),
      under(
        'milrinone',
        {
          reference: 'MedicationAdministration/r2',
          label: say('history.administration'),
          value: say('history.drug-until', { drug: 'milrinone', date: '2026-05-31/2026-06-01' }),
          date: '2026-05-31',
        },
        '2026-06-01',
        '2026-11-28',
      ),
    ],
    [
      'that begins tomorrow',
      myocarditis(),
      drug('2026-06-02'),
      answer('needs-investigator', 'myocarditis-judge', { days: ['2026-06-02'] }),
    ],
    [
      'and an end of its own',
      myocarditis({ abatementDateTime: '2026-06-20' }),
      drug('2026-05-11', until('2026-05-11', '2026-06-10')),
      under('prednisone', taken('2026-05-11'), '2026-06-11', '2026-06-21'),
    ],
  ])('%s', (_, diagnosis, treatment, whole) => {
    expect(ask([diagnosis, treatment])).toEqual(whole);
  });
});

it('a report of the last 90 days is for the investigator', () => {
  expect(ask([report(name, '2026-03-03')])).toEqual(
    expected('needs-investigator', say('history.reported', { what, date: '2026-03-03' }), {
      evidence: [{ reference: 'DiagnosticReport/r1', label: say('heart.report'), value: name, date: '2026-03-03' }],
      days: ['2026-06-02'],
    }),
  );
});

it('nothing on record needs the diagnoses, the drugs, and the reports of the last days', () => {
  const since = (iso: string): RecordOptions => ({
    retrieved: { diagnosticReports: { state: 'partial', reason: 'cut off', completeSince: day(iso) } },
  });
  expect(ask([], since('2026-03-02'))).toEqual(expected('not-met', absent));
  const searches = [say('history.search.diagnosticReports')];
  expect(ask([], since('2026-03-03'))).toEqual(
    expected('unknown', say('history.incomplete', { what, searches }), {
      missing: [{ what: say('history.read-again', { searches }), orders: [] }],
    }),
  );
  for (const search of ['conditions', 'medicationRequests'] as const)
    expect(ask([], { retrieved: { [search]: { state: 'unavailable', reason: 'refused' } } }).verdict).toBe('unknown');
});
