// What does the answer about malignant neoplasms say, show, flag, ask for and announce?

import { expect, it } from 'vitest';
import type { Json } from '../../src/fhir/record.ts';
import { everHadMalignancy } from '../../src/facts/malignancy.ts';
import { say, type Message } from '../../src/logic/message.ts';
import { day, recordOf, screeningOn, textObservation, type RecordOptions } from '../builders.ts';
import { because, condition, procedure, report, verified } from './history-entries.ts';
import { expected, whole, type Whole } from './whole.ts';

const what = say('malignancy.what');
const absent = expected('not-met', say('history.absent', { what }));
const ask = (resources: readonly Json[], options: RecordOptions = {}): Whole =>
  whole(everHadMalignancy(recordOf(resources, options), screeningOn('2026-06-01'), 90));

const leukaemia = (more: Json = {}): Json => condition('cm C95.90 Leukemia', more);
const named = (name: string, date?: string): Message =>
  date === undefined ? say('history.undated', { name }) : say('history.dated', { name, date });
const shown = (
  verdict: Whole['verdict'],
  reason: string,
  name: string,
  {
    date,
    label = 'diagnosis',
    flags = [],
  }: { readonly date?: string; readonly label?: string; readonly flags?: readonly string[] } = {},
): Whole =>
  expected(verdict, say(`history.${reason}`, { what, entry: named(name, date) }), {
    evidence: [
      {
        reference: label === 'procedure' ? 'Procedure/r1' : 'Condition/r1',
        label: say(`history.${label}`),
        value: name,
        ...(date !== undefined && { date }),
      },
    ],
    flags,
  });
const reported = (reference: string, value: string, date: string, day: string): Whole =>
  expected('needs-investigator', say('history.reported', { what, date }), {
    evidence: [{ reference, label: say('heart.report'), value, date }],
    days: [day],
  });
const refuted = { reference: 'Condition/r1', label: say('record.refuted', { status: 'refuted' }), value: 'Leukemia' };

it.each<readonly [string, Json, Whole]>([
  [
    'a confirmed one',
    leukaemia({ recordedDate: '2020-05-05' }),
    shown('met', 'found', 'Leukemia', { date: '2020-05-05' }),
  ],
  [
    'one that begins today',
    leukaemia({ onsetDateTime: '2026-06-01' }),
    shown('met', 'found', 'Leukemia', { date: '2026-06-01' }),
  ],
  ['one that begins tomorrow', leukaemia({ onsetDateTime: '2026-06-02' }), { ...absent, days: ['2026-06-02'] }],
  [
    'one of which nobody says whether it is confirmed',
    leukaemia({ verificationStatus: undefined }),
    shown('met', 'found', 'Leukemia', { flags: ['VERIFICATION_NOT_STATED'] }),
  ],
  [
    'a personal history',
    condition('cm Z85.6 Personal history of leukemia'),
    shown('met', 'found', 'Personal history of leukemia'),
  ],
  ['one in situ', condition('cm D03.9 Melanoma in situ'), shown('needs-investigator', 'judge', 'Melanoma in situ')],
  [
    'one in situ of which nobody says whether it is confirmed',
    condition('cm D03.9 Melanoma in situ', { verificationStatus: undefined }),
    shown('needs-investigator', 'judge', 'Melanoma in situ'),
  ],
  [
    'a provisional one',
    leukaemia(verified('provisional')),
    shown('needs-investigator', 'doubtful', 'Leukemia', { label: 'unconfirmed' }),
  ],
  [
    'a suspected one',
    condition('淋巴瘤待排'),
    shown('needs-investigator', 'doubtful', '淋巴瘤待排', { label: 'suspected' }),
  ],
  [
    'one whose code says something else',
    condition('cm C95.90 Ventricular septal defect'),
    shown('needs-investigator', 'doubtful', 'Ventricular septal defect', { label: 'contradictory' }),
  ],
  ['one beside a benign one', condition('Lipoma; lymphoma'), shown('met', 'found', 'Lipoma; lymphoma')],
  [
    'one in situ whose code is of a benign one',
    condition('cm D22.9 Melanoma in situ'),
    shown('needs-investigator', 'judge', 'Melanoma in situ'),
  ],
  [
    'one suspected beside a benign one',
    condition('Lipoma, suspected lymphoma'),
    shown('needs-investigator', 'doubtful', 'Lipoma, suspected lymphoma', { label: 'suspected' }),
  ],
  [
    'an operation',
    procedure('Excision of malignant tumor', '2020-01-01'),
    shown('needs-investigator', 'judge', 'Excision of malignant tumor', { label: 'procedure', date: '2020-01-01' }),
  ],
  ['an operation ahead', procedure('Excision of malignant tumor', '2026-06-02'), { ...absent, days: ['2026-06-02'] }],
  [
    'a refuted one',
    leukaemia(verified('refuted')),
    { ...absent, ignored: [refuted], flags: ['IGNORED_INVALID_EVIDENCE'] },
  ],
  ['another refuted disease', condition('Asthma', verified('refuted')), absent],
  [
    'a test for it in error',
    textObservation('Leukemia', 'positive', '2026-05-01', { status: 'entered-in-error', id: 'Condition1' }),
    absent,
  ],
  [
    'a report of 90 days ago',
    report('Hodgkin lymphoma', '2026-03-03'),
    reported('DiagnosticReport/r1', 'Hodgkin lymphoma', '2026-03-03', '2026-06-02'),
  ],
  ['a report of 91 days ago', report('Hodgkin lymphoma', '2026-03-02'), absent],
  [
    'a report of today',
    report('Hodgkin lymphoma', '2026-06-01'),
    reported('DiagnosticReport/r1', 'Hodgkin lymphoma', '2026-06-01', '2026-08-31'),
  ],
  ['a report of tomorrow', report('Hodgkin lymphoma', '2026-06-02'), { ...absent, days: ['2026-06-02'] }],
  ['a report of tomorrow that names something else', report('Normal lungs', '2026-06-02'), absent],
  [
    'an answer',
    textObservation('Past history', 'leukemia', '2026-05-01'),
    reported('Observation/r1', 'Past history: leukemia', '2026-05-01', '2026-07-31'),
  ],
])('%s', (_, resource, answer) => {
  expect(ask([resource])).toEqual(answer);
});

it('names the reason of a procedure, whatever the procedure is called', () => {
  const values = { name: 'Lumbar puncture', reason: 'Leukemia', what };
  const resources = [procedure('Lumbar puncture', '2020', because('cm C91.00 Leukemia'))];
  expect(ask(resources)).toEqual(
    expected('needs-investigator', say('history.reason', values), {
      evidence: [{ reference: 'Procedure/r1', label: say('history.procedure'), value: say('history.because', values) }],
    }),
  );
  const undated = [procedure('Lumbar puncture', undefined, because('cm C91.00 Leukemia'))];
  expect(ask(undated)).toEqual(ask(resources));
  expect(ask([procedure('Lumbar puncture', '2020', because('Headache'))])).toEqual(absent);
});

it('one entry that decides is shown before those that do not', () => {
  const answer = ask([condition('cm D03.9 Melanoma in situ'), leukaemia()]);
  expect(answer.reason).toEqual(say('history.found', { what, entry: named('Leukemia') }));
  expect(answer.evidence.map(({ reference }) => reference)).toEqual(['Condition/r2', 'Condition/r1']);
});

const unread = (...names: readonly string[]): Whole => {
  const searches = names.map((each) => say(`history.search.${each}`));
  return expected('unknown', say('history.incomplete', { what, searches }), {
    missing: [{ what: say('history.read-again', { searches }), orders: [] }],
  });
};
it('without diagnoses and procedures nothing is known, unless something that was read decides', () => {
  const refused = { state: 'unavailable', reason: 'refused' } as const;
  const retrieved = { conditions: refused, procedures: refused };
  expect(ask([], { retrieved })).toEqual(unread('conditions', 'procedures'));
  expect(ask([leukaemia()], { retrieved })).toEqual(shown('met', 'found', 'Leukemia'));
  expect(ask([condition('cm D03.9 Melanoma in situ')], { retrieved })).toEqual({
    ...unread('conditions', 'procedures'),
    evidence: shown('needs-investigator', 'judge', 'Melanoma in situ').evidence,
  });
});

it('reports have to be complete since the day before the ninetieth', () => {
  const since = (date: string): RecordOptions => ({
    retrieved: { diagnosticReports: { state: 'partial', reason: 'cut off', completeSince: day(date) } },
  });
  expect(ask([], since('2026-03-03'))).toEqual(unread('diagnosticReports'));
  expect(ask([], since('2026-03-02'))).toEqual(absent);
});

it('a diagnosis that was coded at every visit no longer stands in the reason once for each', () => {
  const visits = ['2025-03-01', '2025-01-01', '2025-02-01'];
  const { reason, evidence, verdict } = ask(visits.map((onsetDateTime) => leukaemia({ onsetDateTime })));
  expect([verdict, reason]).toEqual([
    'met',
    say('history.found', {
      what,
      entry: say('history.dated-often', { name: 'Leukemia', date: '2025-01-01', count: 3 }),
    }),
  ]);
  expect(evidence.map(({ date }) => date)).toEqual(visits);
});

it('the same diagnosis, once confirmed and once suspected, is two answers', () => {
  const one = { onsetDateTime: '2025-01-01' };
  const { verdict, reason, evidence } = ask([leukaemia(one), leukaemia({ ...one, ...verified('provisional') })]);
  expect([verdict, reason]).toEqual(['met', say('history.found', { what, entry: named('Leukemia', '2025-01-01') })]);
  expect(evidence).toHaveLength(2);
});
