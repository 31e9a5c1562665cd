// What does the answer about a pericardial effusion say, show, ask for and announce?

import { describe, expect, it } from 'vitest';
import { pericardialEffusionNow } from '../../../src/facts/heart/effusion.ts';
import type { Json } from '../../../src/fhir/record.ts';
import type { Evidence } from '../../../src/logic/finding.ts';
import { say } from '../../../src/logic/message.ts';
import { asking, needs, nothing, refuted, screening, seen, today, told } from './answers.ts';
import { clinically, condition, report, verified } from '../history-entries.ts';
import { expected, type Whole } from '../whole.ts';

const ask = asking((record) => pericardialEffusionNow(record, screening, 90));
const what = say('heart.effusion');
const size = (named: string) => say(`heart.size-${named}`);
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

const needsUndated = (value: string): Whole =>
  expected('needs-investigator', say('heart.effusion-report', { date: say('history.no-date'), size: size('large') }), {
    evidence: [{ reference: 'DiagnosticReport/r1', label: say('heart.report'), value }],
  });

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
        evidence: [seen(large, '', 'unconfirmed')],
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
    ['that begins tomorrow', condition(large, { onsetDateTime: '2026-06-02' }), nothing(what, '2026-06-02')],
    ['refuted', condition(large, verified('refuted')), { ...nothing(what), ...refuted(large) }],
  ])('%s', (_, resource, whole) => {
    expect(ask([resource])).toEqual(whole);
  });
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
    ['91 days ago', report(large, '2026-03-02'), nothing(what)],
    ['today', report(large, '2026-06-01'), reported('met', 'large', told(large, '2026-06-01'), '2026-08-31')],
    ['tomorrow', report(large, '2026-06-02'), nothing(what, '2026-06-02')],
    ['of no day', report(large, '', { effectiveDateTime: undefined }), needsUndated(large)],
    ['of no day, that denies it', report(none, '', { effectiveDateTime: undefined }), nothing(what)],
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
    ['about something else', report('Large pleural effusion', '2026-05-20'), nothing(what)],
    ['without words', report('', '2026-05-20'), nothing(what)],
    [
      'that is preliminary',
      report(large, '2026-05-20', { status: 'preliminary' }),
      reported(
        'needs-investigator',
        'large',
        { ...told(large, '2026-05-20'), label: say('history.preliminary-report') },
        '2026-08-19',
      ),
    ],
    ['that is preliminary and denies it', report(none, '2026-05-20', { status: 'preliminary' }), nothing(what)],
    [
      'that is preliminary and about something else',
      report('Large pleural effusion', today, { status: 'preliminary' }),
      nothing(what),
    ],
    [
      'that is preliminary and without words',
      report('', today, { status: 'preliminary', conclusion: undefined }),
      nothing(what),
    ],
    ['that is preliminary, of 91 days ago', report(large, '2026-03-02', { status: 'preliminary' }), nothing(what)],
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

describe('a report that is not final or has no day, beside the newest that denies it', () => {
  const preliminary = (date: string): Json => report(large, date, { status: 'preliminary' });
  it.each<readonly [string, Json, Whole['verdict']]>([
    ['surely older', preliminary('2026-05-19'), 'not-met'],
    ['of the same day', preliminary('2026-05-20'), 'needs-investigator'],
    ['newer', preliminary('2026-05-21'), 'needs-investigator'],
    ['perhaps newer', preliminary('2026-05'), 'needs-investigator'],
    ['of no day', report(large, '', { effectiveDateTime: undefined }), 'needs-investigator'],
  ])('%s', (_, open, verdict) => {
    expect(ask([open, report('No pericardial effusion', '2026-05-20')]).verdict).toBe(verdict);
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

needs(ask, what, { always: ['conditions'], lately: ['diagnosticReports', 'observations'] });
