// What does the answer about a pericardial effusion say, show, ask for and announce?

import { describe, expect, it } from 'vitest';
import { pericardialEffusionNow } from '../../src/facts/heart-disease-effusion.ts';
import type { Json } from '../../src/fhir/record.ts';
import type { Evidence } from '../../src/logic/finding.ts';
import { say } from '../../src/logic/message.ts';
import { day, recordOf, screeningOn, textObservation, type RecordOptions } from '../builders.ts';
import { clinically, condition, report, verified } from './history-entries.ts';
import { expected, whole, type Whole } from './whole.ts';

const ask = (resources: readonly Json[], options: RecordOptions = {}): Whole =>
  whole(pericardialEffusionNow(recordOf(resources, options), screeningOn('2026-06-01'), 90));

const what = say('heart.effusion');
const absent = say('history.absent', { what });
const size = (named: string) => say(`heart.size-${named}`);
const seen = (value: string, date?: string, label = 'diagnosis'): Evidence => ({
  reference: 'Condition/r1',
  label: say(`history.${label}`),
  value,
  ...(date !== undefined && { date }),
});
const [large, plain] = ['Large pericardial effusion', 'Pericardial effusion'];
const unstated = { clinicalStatus: undefined };

function diagnosed(
  verdict: Whole['verdict'],
  reason: string,
  name: string,
  graded: string,
  more: Partial<Pick<Whole, 'evidence' | 'days'>> = {},
): Whole {
  const values = { name, size: size(graded) };
  return expected(verdict, say(verdict === 'unknown' ? 'heart.status-unknown' : `heart.effusion-${reason}`, values), {
    evidence: [seen(name)],
    missing: verdict === 'unknown' ? [{ what: say('heart.status', values), orders: [] }] : [],
    ...more,
  });
}

describe('a diagnosis', () => {
  const graded = (severity: Json): Json => condition(plain, { severity });
  it.each<readonly [string, Json, Whole]>([
    ['active, large', condition(large), diagnosed('met', 'present', large, 'large')],
    ['whose status nobody states, large', condition(large, unstated), diagnosed('unknown', '', large, 'large')],
    ['over, large', condition(large, clinically('resolved')), diagnosed('not-met', 'past', large, 'large')],
    [
      'over since yesterday',
      condition(large, { abatementDateTime: '2026-05-31' }),
      diagnosed('not-met', 'past', large, 'large', { days: ['2026-06-01'] }),
    ],
    [
      'over at the end of today',
      condition(large, { abatementDateTime: '2026-06-01' }),
      diagnosed('met', 'present', large, 'large', { days: ['2026-06-02'] }),
    ],
    [
      'not confirmed, large',
      condition(large, verified('provisional')),
      diagnosed('needs-investigator', 'doubtful', large, 'large', {
        evidence: [seen(large, undefined, 'unconfirmed')],
      }),
    ],
    ['not graded', condition(plain), diagnosed('needs-investigator', 'judge', plain, 'unclear')],
    [
      'not graded, whose status nobody states',
      condition(plain, unstated),
      diagnosed('needs-investigator', 'judge', plain, 'unclear'),
    ],
    ['graded mild', graded({ text: 'mild' }), diagnosed('needs-investigator', 'judge', plain, 'small')],
    ['graded moderate', graded({ text: 'moderate' }), diagnosed('met', 'present', plain, 'moderate')],
    ['graded severe', graded({ text: 'severe' }), diagnosed('met', 'present', plain, 'large')],
    ['graded in other words', graded({ text: '中量' }), diagnosed('met', 'present', plain, 'moderate')],
    [
      'graded in words that nobody knows',
      graded({ text: 'II' }),
      diagnosed('needs-investigator', 'judge', plain, 'unclear'),
    ],
    [
      'graded by its stage',
      condition(plain, { stage: [{}, { summary: { text: '大量' } }] }),
      diagnosed('met', 'present', plain, 'large'),
    ],
    [
      'graded by its note',
      condition(plain, { note: [{ text: 'no effusion in May' }, { text: 'moderate pericardial effusion' }] }),
      diagnosed('met', 'present', plain, 'moderate'),
    ],
    [
      'whose note denies a large one',
      condition(plain, { note: [{ text: 'no large pericardial effusion' }] }),
      diagnosed('needs-investigator', 'judge', plain, 'unclear'),
    ],
    ['a tamponade by its code', condition('sct 35304003'), diagnosed('met', 'present', '35304003', 'large')],
    [
      'that begins tomorrow',
      condition(large, { onsetDateTime: '2026-06-02' }),
      expected('not-met', absent, { days: ['2026-06-02'] }),
    ],
    [
      'refuted',
      condition(large, verified('refuted')),
      expected('not-met', absent, {
        ignored: [{ reference: 'Condition/r1', label: say('record.refuted', { status: 'refuted' }), value: large }],
        flags: ['IGNORED_INVALID_EVIDENCE'],
      }),
    ],
  ])('%s', (_, resource, whole) => {
    expect(ask([resource])).toEqual(whole);
  });
});

const told = (value: string, date: string, reference = 'DiagnosticReport/r1'): Evidence => ({
  reference,
  label: say('heart.report'),
  value,
  date,
});
const reported = (verdict: Whole['verdict'], graded: string, evidence: Evidence, ...days: readonly string[]): Whole =>
  expected(
    verdict,
    say(verdict === 'not-met' ? 'heart.effusion-report-none' : 'heart.effusion-report', {
      date: evidence.date ?? '',
      size: size(graded),
    }),
    { evidence: [evidence], days },
  );

describe('a report', () => {
  const [none, perhaps] = ['No pericardial effusion', 'Possible large pericardial effusion'];
  it.each<readonly [string, Json, Whole]>([
    ['90 days ago', report(large, '2026-03-03'), reported('met', 'large', told(large, '2026-03-03'), '2026-06-02')],
    ['91 days ago', report(large, '2026-03-02'), expected('not-met', absent)],
    ['today', report(large, '2026-06-01'), reported('met', 'large', told(large, '2026-06-01'), '2026-08-31')],
    ['tomorrow', report(large, '2026-06-02'), expected('not-met', absent, { days: ['2026-06-02'] })],
    ['of no day', report(large, '', { effectiveDateTime: undefined }), expected('not-met', absent)],
    [
      'that may be older than 90 days',
      report(large, '2026-03'),
      reported('needs-investigator', 'large', told(large, '2026-03'), '2026-05-31', '2026-06-30'),
    ],
    [
      'that denies it',
      report(none, '2026-05-20'),
      reported('not-met', 'unclear', told(none, '2026-05-20'), '2026-08-19'),
    ],
    [
      'that is not sure',
      report(perhaps, '2026-05-20'),
      reported('needs-investigator', 'large', told(perhaps, '2026-05-20'), '2026-08-19'),
    ],
    [
      'that names it in other words',
      report('心包腔积血', '2026-05-20'),
      reported('needs-investigator', 'unclear', told('心包腔积血', '2026-05-20'), '2026-08-19'),
    ],
    [
      'that names it on two lines',
      report('Large pericardial\neffusion', '2026-05-20'),
      reported('needs-investigator', 'unclear', told('Large pericardial\neffusion', '2026-05-20'), '2026-08-19'),
    ],
    ['about something else', report('Large pleural effusion', '2026-05-20'), expected('not-met', absent)],
    ['without words', report('', '2026-05-20'), expected('not-met', absent)],
    ['that is preliminary', report(large, '2026-05-20', { status: 'preliminary' }), expected('not-met', absent)],
    [
      'of many words is shown by its first 200 signs',
      report(`${large}. ${'x'.repeat(300)}`, '2026-05-20'),
      reported('met', 'large', told(`${large}. ${'x'.repeat(200 - large.length - 2)}`, '2026-05-20'), '2026-08-19'),
    ],
  ])('%s', (_, resource, whole) => {
    expect(ask([resource])).toEqual(whole);
  });

  it.each<readonly [string, string, string, string, string, Whole['verdict'], number]>([
    ['the newer counts', none, '2026-05-21', large, '2026-05-20', 'not-met', 0],
    ['the newer counts, whatever the order', large, '2026-05-20', none, '2026-05-21', 'not-met', 1],
    ['of one day the graver counts', none, '2026-05-20', large, '2026-05-20', 'met', 1],
    ['of one day the graver counts, whatever the order', large, '2026-05-20', none, '2026-05-20', 'met', 0],
    ['of one day the surer counts', perhaps, '2026-05-20', large, '2026-05-20', 'met', 1],
    ['of one day the larger counts', 'Small pericardial effusion', '2026-05-20', large, '2026-05-20', 'met', 1],
    ['where either may be the newer, the graver counts', none, '2026-05', large, '2026-05-20', 'met', 1],
    ['one that says nothing of it does not count', large, '2026-05-20', 'EF 60%', '2026-05-21', 'met', 0],
  ])('of two, %s', (_, first, on, second, then, verdict, which) => {
    const found = ask([report(first, on), report(second, then)]);
    expect([found.verdict, found.evidence.map(({ reference }) => reference)]).toEqual([
      verdict,
      [`DiagnosticReport/r${String(which + 1)}`],
    ]);
  });
});

describe('a diagnosis beside a report', () => {
  it.each<readonly [string, string, Whole['verdict'], string]>([
    ['that denies it', 'No pericardial effusion', 'needs-investigator', 'heart.effusion-disagree'],
    ['that sees a small one', 'Small pericardial effusion', 'needs-investigator', 'combined'],
    ['that does not grade it', plain, 'met', 'heart.effusion-present'],
    ['that sees a large one', large, 'met', 'combined'],
  ])('%s', (_, conclusion, verdict, id) => {
    const found = ask([condition(large), report(conclusion, '2026-05-20')]);
    expect([found.verdict, found.reason.id]).toEqual([verdict, id]);
  });

  it('names the day of the report that disagrees', () => {
    expect(ask([condition(large), report('No pericardial effusion', '2026-05-20')])).toEqual(
      expected(
        'needs-investigator',
        say('heart.effusion-disagree', { name: large, size: size('large'), date: '2026-05-20' }),
        {
          evidence: [seen(large), told('No pericardial effusion', '2026-05-20', 'DiagnosticReport/r2')],
          days: ['2026-08-19'],
        },
      ),
    );
  });
});

describe('a depth', () => {
  const depth = (value: number, date: string, more: Json = {}): Json => ({
    ...textObservation('心包积液深度', '', date),
    valueString: undefined,
    valueQuantity: { value, unit: 'mm' },
    ...more,
  });
  const measured = (value: string, date: string, ...days: readonly string[]): Whole =>
    expected('needs-investigator', say('heart.effusion-judge', { name: value, size: size('unclear') }), {
      evidence: [{ reference: 'Observation/r1', label: say('measurement.pericardialEffusionSize'), value, date }],
      days,
    });
  it.each<readonly [string, Json, Whole]>([
    ['90 days ago', depth(15, '2026-03-03'), measured('15 mm', '2026-03-03', '2026-06-02')],
    ['91 days ago', depth(15, '2026-03-02'), expected('not-met', absent)],
    ['today', depth(15, '2026-06-01'), measured('15 mm', '2026-06-01', '2026-08-31')],
    ['in some month of the 90 days', depth(15, '2026-04'), measured('15 mm', '2026-04', '2026-07-01', '2026-07-30')],
    ['tomorrow', depth(15, '2026-06-02'), expected('not-met', absent, { days: ['2026-06-02'] })],
    ['of no day', depth(15, '', { effectiveDateTime: undefined }), expected('not-met', absent)],
    ['that is preliminary', depth(15, '2026-05-20', { status: 'preliminary' }), expected('not-met', absent)],
    ['of 0', depth(0, '2026-05-20'), expected('not-met', absent)],
    [
      'that cannot be read',
      depth(15, '2026-05-20', { valueQuantity: { value: 15, unit: 'foo' } }),
      measured('15 foo', '2026-05-20', '2026-08-19'),
    ],
  ])('%s', (_, resource, whole) => {
    expect(ask([resource])).toEqual(whole);
  });

  it.each<readonly [string, readonly Json[], Whole['verdict']]>([
    ['of 0 after one of 15', [depth(15, '2026-05-20'), depth(0, '2026-05-21')], 'not-met'],
    ['of 15 after one of 0', [depth(15, '2026-05-21'), depth(0, '2026-05-20')], 'needs-investigator'],
    ['of 0 and one of 15 on one day', [depth(0, '2026-05-20'), depth(15, '2026-05-20')], 'needs-investigator'],
    ['of 15 and one of 0 on one day', [depth(15, '2026-05-20'), depth(0, '2026-05-20')], 'needs-investigator'],
    ['of 15, and one of 0 to come', [depth(15, '2026-05-20'), depth(0, '2026-06-02')], 'needs-investigator'],
  ])('%s', (_, resources, verdict) => {
    expect(ask(resources).verdict).toBe(verdict);
  });
});

it('nothing on record needs the diagnoses, and the reports and results of the last days', () => {
  const since = (search: string, iso: string): RecordOptions => ({
    retrieved: { [search]: { state: 'partial', reason: 'cut off', completeSince: day(iso) } },
  });
  for (const search of ['diagnosticReports', 'observations']) {
    expect(ask([], since(search, '2026-03-02'))).toEqual(expected('not-met', absent));
    const searches = [say(`history.search.${search}`)];
    expect(ask([], since(search, '2026-03-03'))).toEqual(
      expected('unknown', say('history.incomplete', { what, searches }), {
        missing: [{ what: say('history.read-again', { searches }), orders: [] }],
      }),
    );
  }
  expect(ask([], { retrieved: { conditions: { state: 'unavailable', reason: 'refused' } } }).verdict).toBe('unknown');
});
