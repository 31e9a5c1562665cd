// What does the answer about renal replacement say, show, ask for and announce?

import { describe, expect, it } from 'vitest';
import { say } from '../../../src/logic/message.ts';
import type { Verdict } from '../../../src/logic/verdict.ts';
import { renalReplacementTherapy } from '../../../src/protocols/nct06222853-5to18/e3-renal-replacement.ts';
import { ask } from '../../ask.ts';
import { condition, procedure } from '../history-entries.ts';
import { absent, answers, doubtful, going, last, name, open, planned, seen, session, since } from './renal-answers.ts';
import { expected, whole, type Whole } from '../whole.ts';

const longAgo = ['2024-07-01', '2024-08-01', '2024-08-02'];

describe('a session', () => {
  const may = ['2026-07-01', '2026-08-01', '2026-08-02'];
  answers([
    ['a month ago excludes for 60 days', session('2026-05-01'), last('met', '2026-05-01', may)],
    [
      '61 days ago is for the investigator until three months are over',
      session('2026-04-01'),
      last('needs-investigator', '2026-04-01', ['2026-06-01', '2026-07-01', '2026-07-02']),
    ],
    [
      'three months and a day ago does not exclude',
      session('2026-02-28'),
      last('not-met', '2026-02-28', ['2026-04-30', '2026-05-28', '2026-05-29']),
    ],
    [
      'some day of the year leaves the last day open',
      session('2026'),
      open(seen('2026-01-01/2026-06-01'), [
        '2026-03-03',
        '2026-04-01',
        '2026-04-02',
        '2026-08-01',
        '2026-09-01',
        '2026-09-02',
      ]),
    ],
    ['of which nobody says when leaves the last day open', session(undefined), open(seen())],
    ['that goes on excludes', session('2026-01-01', { status: 'in-progress' }), going(seen('2026-01-01'))],
    [
      'in progress and over long ago, nobody says when it began, is no longer taken for going on, nor for over',
      session(undefined, { status: 'in-progress', performedPeriod: { end: '2024-05-01' } }),
      open(seen(), longAgo),
    ],
    [
      'in progress that began and ended on one day long ago is no longer taken for going on, nor for over',
      since('2024-05-01', '2024-05-01', { status: 'in-progress' }),
      open(seen('2024-05-01'), longAgo),
    ],
    [
      'in progress of a course that is over long ago is no longer taken for over',
      since('2024-01-01', '2024-05-01', { status: 'in-progress' }),
      open(seen('2024-01-01'), longAgo),
    ],
    [
      'in progress of a course that is over for a month excludes either way',
      since('2026-01-01', '2026-05-01', { status: 'in-progress' }),
      last('met', '2026-05-01', may, seen('2026-01-01')),
    ],
    [
      'in progress whose end lies ahead is no longer passed over',
      session(undefined, { status: 'in-progress', performedPeriod: { end: '2026-06-02' } }),
      going(seen()),
    ],
    [
      'of a course is counted from its end',
      since('2025-01-01', '2026-05-01'),
      last('met', '2026-05-01', may, seen('2025-01-01')),
    ],
    [
      'of a course without an end that began 60 days ago excludes',
      since('2026-04-02'),
      last('met', '2026-04-02', ['2026-06-02', '2026-07-02', '2026-07-03']),
    ],
    ['of one that began 61 days ago may be of any day since', since('2026-04-01'), open(seen('2026-04-01'))],
    ['of one that began long ago may be of any day since', since('2025-01-01'), open(seen('2025-01-01'))],
    ['of tomorrow does not count yet', session('2026-06-02'), absent({ days: ['2026-06-02'] })],
    [
      'that was not done is shown',
      session('2026-05-30', { status: 'not-done' }),
      absent({
        ignored: [
          {
            reference: 'Procedure/r1',
            label: say('record.status-does-not-count', { status: 'not-done' }),
            value: name,
          },
        ],
        flags: ['IGNORED_INVALID_EVIDENCE'],
      }),
    ],
  ]);
});

describe('a session that may be none', () => {
  const unfinished = { label: say('history.unfinished') };
  const catheter = 'Insertion of hemodialysis catheter';
  const days = ['2026-07-30', '2026-08-30', '2026-08-31'];
  answers([
    [
      'because it was broken off is for the investigator',
      session('2026-05-30', { status: 'stopped' }),
      doubtful(seen('2026-05-30', unfinished), days),
    ],
    ['nobody says when', session(undefined, { status: 'stopped' }), doubtful(seen(undefined, unfinished))],
    [
      'that may not be one, in progress and over long ago, is for the investigator',
      procedure(catheter, undefined, {
        status: 'in-progress',
        performedPeriod: { start: '2024-05-01', end: '2024-05-01' },
      }),
      doubtful(seen('2024-05-01', { value: catheter }), longAgo),
    ],
    ['a catheter for it', procedure(catheter, '2026-05-30'), doubtful(seen('2026-05-30', { value: catheter }), days)],
    [
      'a catheter in the words and dialysis in the code',
      procedure('', '2026-05-30', {
        code: { text: catheter, coding: [{ system: 'http://snomed.info/sct', code: '302497006', display: name }] },
      }),
      doubtful(seen('2026-05-30', { value: catheter }), days),
    ],
    [
      'a catheter of more than three months ago does not exclude',
      procedure(catheter, '2026-02-28'),
      last(
        'not-met',
        '2026-02-28',
        ['2026-04-30', '2026-05-28', '2026-05-29'],
        seen('2026-02-28', { value: catheter }),
      ),
    ],
  ]);
});

describe('a planned infusion', () => {
  const before = (verdict: Verdict, date: string, days: readonly string[]): Whole =>
    last(verdict, date, days, seen(date), '-infusion');
  answers([
    [
      'is what three months count back from',
      session('2026-04-01'),
      before('met', '2026-04-01', ['2026-06-01', '2026-07-01', '2026-07-02']),
      planned('2026-07-01'),
    ],
    [
      'leaves a session a day earlier outside, until it has passed',
      session('2026-03-31'),
      before('not-met', '2026-03-31', ['2026-05-31', '2026-07-01', '2026-07-02']),
      planned('2026-07-01'),
    ],
    [
      'of the screening day still counts',
      session('2026-03-01'),
      before('met', '2026-03-01', ['2026-05-01', '2026-06-01', '2026-06-02']),
      planned('2026-06-01'),
    ],
    [
      'that has passed no longer counts',
      session('2026-03-01'),
      last('needs-investigator', '2026-03-01', ['2026-05-01', '2026-06-01', '2026-06-02']),
      planned('2026-05-31'),
    ],
    [
      'is a day on which the answer is asked again',
      condition('Asthma'),
      absent({ days: ['2026-07-02'] }),
      planned('2026-07-01'),
    ],
  ]);
});

it('nothing on record is no answer where the search was cut off', () => {
  const searches = [say('history.search.procedures')];
  const retrieved = { procedures: { state: 'partial', reason: 'cut off' } } as const;
  expect(whole(ask(renalReplacementTherapy, [], { retrieved }))).toEqual(
    expected('unknown', say('history.incomplete', { what: say('renal.replacement'), searches }), {
      missing: [{ what: say('history.read-again', { searches }), orders: [] }],
    }),
  );
});
