// What does the answer about the electrocardiogram say and show, and which statements are plainly normal?

import { describe, expect, it } from 'vitest';
import { normalElectrocardiogramWithin } from '../../../src/facts/heart/ecg.ts';
import type { Json } from '../../../src/fhir/record.ts';
import { say } from '../../../src/logic/message.ts';
import { recordOf, screeningOn, textObservation, type RecordOptions } from '../../builders.ts';
import { expected, whole, type Whole } from '../whole.ts';

const on = '2026-05-28';
const ask = (resources: readonly Json[], options: RecordOptions = {}): Whole =>
  whole(normalElectrocardiogramWithin(recordOf(resources, options), screeningOn('2026-06-01'), { windowDays: 90 }));

const report = (more: Json): Json => ({
  resourceType: 'DiagnosticReport',
  status: 'final',
  code: { text: '心电图' },
  effectiveDateTime: on,
  ...more,
});
const said = (conclusion: string): Json => report({ conclusion });
const coding = (code: string, display?: string): Json => ({
  system: 'http://snomed.info/sct',
  code,
  ...(display !== undefined && { display }),
});
const coded = (...codings: readonly Json[]): Json =>
  report({ conclusionCode: codings.map((each) => ({ coding: [each] })) });

const label = say('measurement.ECG');
const study = { system: 'http://loinc.org', code: '11524-6', display: 'EKG study' };
const missing = [{ what: label, orders: [{ coding: study, windowDays: 90 }] }];
const answer = (verdict: 'met' | 'needs-investigator', value: string, reference = 'DiagnosticReport/r1'): Whole =>
  expected(verdict, say(verdict === 'met' ? 'ecg.normal' : 'ecg.not-plainly-normal', { value }), {
    evidence: [{ reference, label, value, date: on }],
    days: ['2026-08-27'],
  });

describe('the whole answer', () => {
  it.each<readonly [string, Json, Whole]>([
    ['normal in words', said('窦性心律，正常心电图'), answer('met', '窦性心律，正常心电图')],
    ['another word beside it', said('Normal ECG, long QT'), answer('needs-investigator', 'Normal ECG, long QT')],
    ['only a normal rhythm', said('Normal sinus rhythm'), answer('needs-investigator', 'Normal sinus rhythm')],
    [
      'four lines, of which three are shown',
      said('Sinus rhythm\nNormal axis\n\nNormal ECG'),
      answer('met', 'Sinus rhythm; Normal axis; '),
    ],
    [
      'a long text is shown by its first 200 signs',
      said('ST'.repeat(150)),
      answer('needs-investigator', 'ST'.repeat(100)),
    ],
    ['as an Observation', textObservation('心电图', '正常心电图', on), answer('met', '正常心电图', 'Observation/r1')],
    ['coded normal', coded(coding('164854000', 'Electrocardiogram normal')), answer('met', 'Electrocardiogram normal')],
    ['coded normal without words', coded(coding('164854000')), answer('met', '164854000')],
    [
      'coded normal beside a code without words',
      coded(coding('164854000'), coding('102594003')),
      answer('needs-investigator', '164854000; 102594003'),
    ],
    [
      'coded normal beside words that are not',
      coded(coding('164854000'), coding('102594003', 'ECG abnormal')),
      answer('needs-investigator', '164854000; ECG abnormal'),
    ],
    [
      'a code without words beside a normal statement',
      report({ conclusion: 'Normal ECG', conclusionCode: [{ coding: [coding('102594003')] }] }),
      answer('needs-investigator', 'Normal ECG; 102594003'),
    ],
    [
      'another code whose words are only a rhythm',
      coded(coding('1', 'Sinus rhythm')),
      answer('needs-investigator', 'Sinus rhythm'),
    ],
    ['another code whose words are normal', coded(coding('1', 'ECG normal')), answer('met', 'ECG normal')],
  ])('%s', (_, resource, whole) => {
    expect(ask([resource])).toEqual(whole);
  });

  it('none', () => {
    expect(ask([])).toEqual(expected('unknown', say('latest.none', { what: label, days: 90 }), { missing }));
  });

  it('one without words and codes cannot be read', () => {
    const values = {
      what: label,
      days: 90,
      date: on,
      value: say('latest.without-value'),
      why: [say('ecg.no-conclusion')],
    };
    expect(ask([report({})])).toEqual(
      expected('unknown', say('latest.unreadable', values), {
        evidence: [{ reference: 'DiagnosticReport/r1', label, date: on }],
        missing,
        days: ['2026-08-27'],
      }),
    );
  });

  it('one of which letters were lost cannot be read either, and is shown', () => {
    const value = 'Normal ECG. \uFFFD\uFFFD';
    const why = [say('reading.letters-lost', { value })];
    expect(ask([said(value)])).toEqual(
      expected('unknown', say('latest.unreadable', { what: label, days: 90, date: on, value, why }), {
        evidence: [{ reference: 'DiagnosticReport/r1', label, value, date: on }],
        missing,
        days: ['2026-08-27'],
      }),
    );
  });

  it('91 days ago is out of date', () => {
    expect(ask([report({ conclusion: 'Normal ECG', effectiveDateTime: '2026-03-02' })]).flags).toEqual(['STALE:ECG']);
  });

  it('an abnormal report of the same day beside a normal result leaves it open', () => {
    expect(ask([textObservation('心电图', '正常心电图', on), said('ST depression')])).toMatchObject({
      verdict: 'unknown',
      reason: { id: 'latest.disagree' },
    });
  });

  it('a report of another examination is none', () => {
    expect(ask([report({ code: { text: '超声心动图' }, conclusion: '正常' })]).verdict).toBe('unknown');
  });

  it('reports that could not be read leave it open', () => {
    const retrieved = { diagnosticReports: { state: 'unavailable', reason: 'refused' } } as const;
    expect(ask([textObservation('心电图', '正常心电图', on)], { retrieved }).reason.id).toBe('latest.incomplete');
  });
});

it.each<readonly [string, Whole['verdict']]>([
  ['NORMAL ECG!', 'met'],
  ['Normal 12-lead ECG (sinus rhythm).', 'needs-investigator'],
  ['Normal 12-lead ECG', 'met'],
  ['Normal ECG..., normal axis', 'met'],
  ['ＥＣＧ：ｎｏｒｍａｌ', 'met'],
  ['心电图：窦性心律；电轴不偏；未见明显异常', 'met'],
  ['1.窦性心律 2.心电图正常', 'met'],
  ['①窦性心律②正常心电图', 'met'],
  ['1) Sinus rhythm 2) Normal ECG', 'met'],
  ['窦性心律 正常心电图', 'met'],
  ['1.窦性心律 2.ST-T改变', 'needs-investigator'],
  ['1.窦性心动过缓 2.心电图正常', 'needs-investigator'],
  ['sinus rhythm', 'needs-investigator'],
  ['正常/异常', 'needs-investigator'],
  ['Not a normal ECG', 'needs-investigator'],
  ['Normal sinus rhythm\nNormal ECG\nNo previous ECGs available', 'met'],
  [
    '** * Pediatric ECG Analysis * **\nNormal sinus rhythm\nNormal ECG\nConfirmed by LEE, ANN (12) on 5/7/2026 3:04:11 PM',
    'met',
  ],
  [
    '** * Pediatric ECG Analysis * **\nNormal sinus rhythm\nConfirmed by LEE, ANN (12) on 5/7/2026',
    'needs-investigator',
  ],
  ['Normal ECG\nWhen compared with ECG of 3-JAN-2026,\nT wave inversion no longer evident', 'needs-investigator'],
  ['No previous ECGs available', 'needs-investigator'],
  ['Sinusrhythmus, unauffälliges EKG', 'met'],
  ['Sinusrhythmus, auffälliges EKG', 'needs-investigator'],
])('“%s”', (conclusion, verdict) => {
  expect(ask([said(conclusion)]).verdict).toBe(verdict);
});

describe('a report without words', () => {
  const result = { ...textObservation('ECG', 'Normal ECG', on), id: 'impression' };
  const pointing = (reference: string): Json => report({ result: [{ reference }] });
  it.each(['Observation/impression', 'https://ehr.example/fhir/Observation/impression'])(
    'hid the result that it points to: %s',
    (reference) => {
      expect(ask([result, pointing(reference)]).verdict).toBe('met');
    },
  );

  it('is none that has words of its own, or lost letters of them', () => {
    for (const conclusion of ['ST depression', 'ST depression \uFFFD'])
      expect(ask([result, { ...pointing('Observation/impression'), conclusion }]).verdict).toBe('unknown');
  });

  it('that points to none, or to another, cannot be read', () => {
    expect(ask([result, report({})]).verdict).toBe('unknown');
    expect(ask([result, report({ result: [{ display: 'ECG' }] })]).verdict).toBe('unknown');
    expect(ask([result, pointing('Observation/other')]).verdict).toBe('unknown');
  });
});
