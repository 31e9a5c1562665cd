// What does the answer about transplants and graft-versus-host disease say, show, ask for and announce?

import { describe, expect, it } from 'vitest';
import type { Json } from '../../src/fhir/record.ts';
import { transplantOrGvhd } from '../../src/facts/transplant.ts';
import { say } from '../../src/logic/message.ts';
import { recordOf, screeningOn } from '../builders.ts';
import { clinically, condition, procedure, report, verified } from './history-entries.ts';
import { expected, whole, type Whole } from './whole.ts';

const windows = { gvhdWindowDays: 14, reportDays: 90 };
const ask = (...resources: readonly Json[]): Whole =>
  whole(transplantOrGvhd(recordOf(resources), screeningOn('2026-06-01'), windows));

const what = say('transplant.what');
const absent = expected('not-met', say('history.absent', { what }));
const name = 'Acute graft-versus-host disease';
const disease = (more: Json = {}): Json => condition(`cm D89.810 ${name}`, more);
const graded = (text: string, more: Json = {}): Json => disease({ severity: { text }, ...more });
const answer = (
  verdict: Whole['verdict'],
  reason: string,
  grade: number,
  more: {
    readonly values?: { readonly date: string };
    readonly began?: string;
    readonly days?: readonly string[];
  } = {},
): Whole => {
  const values = { name, days: 14, grade, ...more.values };
  return expected(verdict, say(`transplant.${reason}`, values), {
    evidence: [
      {
        reference: 'Condition/r1',
        label: say('history.diagnosis'),
        value: name,
        ...(more.began !== undefined && { date: more.began }),
      },
    ],
    missing: verdict === 'unknown' ? [{ what: say('transplant.gvhd-end', values), orders: [] }] : [],
    days: more.days ?? [],
  });
};

describe('a present disease', () => {
  it.each<readonly [number, readonly string[]]>([
    [
      4,
      [
        'grade IV',
        'Grade  4',
        'stage iv',
        'IV级',
        'Ⅳ度',
        '4 级',
        '四度',
        '分级4',
        'life-threatening',
        'grade 3 to grade 4',
      ],
    ],
    [3, ['grade III', 'stage 3', 'III度', 'Ⅲ 度', '3级', '三级', '度3', 'severe', '重度', 'grade 2 to grade 3']],
    [2, ['grade II', 'stage 2', 'II级', 'Ⅱ 度', '2度', '二度', '级2', 'moderate', '中度', 'grade 1 to grade 2']],
  ])('of grade %s excludes', (grade, texts) => {
    for (const text of texts) expect([text, ask(graded(text))]).toEqual([text, answer('met', 'gvhd', grade)]);
  });

  it('of grade 1 is for the investigator', () => {
    for (const text of ['grade I', 'stage 1', 'I 级', 'Ⅰ度', '1度', '一 度', '分级1', 'mild', '轻度'])
      expect([text, ask(graded(text))]).toEqual([text, answer('needs-investigator', 'gvhd-low', 1)]);
  });

  it('without a grade that can be read is for the investigator', () => {
    for (const text of ['', 'grade', 'grade X', 'grade ivx', 'unsevered', 'immoderate', 'mildew'])
      expect([text, ask(graded(text))]).toEqual([text, answer('needs-investigator', 'gvhd-ungraded', 0)]);
  });

  const stage = (summary: Json): Json => disease({ stage: [{ summary }] });
  it.each<readonly [string, Json, Whole]>([
    ['code of its stage', stage({ coding: [{ code: '2' }] }), answer('met', 'gvhd', 2)],
    ['code in Roman letters', stage({ coding: [{ code: 'III' }] }), answer('met', 'gvhd', 3)],
    ['code with more in front', stage({ coding: [{ code: 'x2' }] }), answer('needs-investigator', 'gvhd-ungraded', 0)],
    ['code with more behind', stage({ coding: [{ code: '2x' }] }), answer('needs-investigator', 'gvhd-ungraded', 0)],
    [
      'code with other words in front',
      stage({ coding: [{ code: 'not grade 2' }] }),
      answer('needs-investigator', 'gvhd-ungraded', 0),
    ],
    ['words of its stage', stage({ text: 'grade 2' }), answer('met', 'gvhd', 2)],
    ['stage that says nothing', disease({ stage: [{}] }), answer('needs-investigator', 'gvhd-ungraded', 0)],
    ['note', disease({ note: [{ text: 'grade 2' }] }), answer('met', 'gvhd', 2)],
    [
      'note that is no text',
      disease({ note: [{ text: ['grade 2'] }] }),
      answer('needs-investigator', 'gvhd-ungraded', 0),
    ],
    ['higher of severity and note', graded('mild', { note: [{ text: 'grade 3' }] }), answer('met', 'gvhd', 3)],
  ])('is graded by the %s', (_, resource, expectation) => {
    expect(ask(resource)).toEqual(expectation);
  });

  it('is graded by its name', () => {
    expect(ask(condition('急性移植物抗宿主病（Ⅲ度）')).reason).toEqual(
      say('transplant.gvhd', { name: '急性移植物抗宿主病（Ⅲ度）', days: 14, grade: 3 }),
    );
  });

  it('that is doubtful is for the investigator, whatever its grade', () => {
    const doubtful = answer('needs-investigator', 'gvhd-doubtful', 2);
    expect(ask(graded('grade 2', verified('provisional')))).toEqual({
      ...doubtful,
      evidence: [{ reference: 'Condition/r1', label: say('history.unconfirmed'), value: name }],
    });
  });
});

describe('a disease of grade 2 that is over', () => {
  const over = (more: Json): Json => graded('grade 2', { ...clinically('resolved'), ...more });
  it.each<readonly [string, Json, Whole]>([
    [
      'ended 14 days ago excludes',
      { abatementDateTime: '2026-05-18' },
      answer('met', 'gvhd', 2, { days: ['2026-05-19', '2026-06-02'] }),
    ],
    [
      'ended 15 days ago is for the investigator',
      { abatementDateTime: '2026-05-17' },
      answer('needs-investigator', 'gvhd-over', 2, {
        values: { date: '2026-05-17' },
        days: ['2026-05-18', '2026-06-01'],
      }),
    ],
    [
      'ended in a month that may lie in the window is unknown',
      { abatementDateTime: '2026-05' },
      answer('unknown', 'gvhd-end-unknown', 2, { days: ['2026-05-02', '2026-05-16', '2026-06-01', '2026-06-15'] }),
    ],
    ['ended nobody says when is unknown', {}, answer('unknown', 'gvhd-end-unknown', 2)],
    ['began 14 days ago excludes', { onsetDateTime: '2026-05-18' }, answer('met', 'gvhd', 2, { began: '2026-05-18' })],
    [
      'began 15 days ago is unknown',
      { onsetDateTime: '2026-05-17' },
      answer('unknown', 'gvhd-end-unknown', 2, { began: '2026-05-17' }),
    ],
  ])('%s', (_, more, expectation) => {
    expect(ask(over(more))).toEqual(expectation);
  });

  it('in a month is over only after its last day has left the window', () => {
    const on = (date: string) =>
      transplantOrGvhd(recordOf([over({ abatementDateTime: '2026-05' })]), screeningOn(date), windows).verdict;
    expect([on('2026-06-14'), on('2026-06-15')]).toEqual(['unknown', 'needs-investigator']);
  });

  it('of grade 1 is for the investigator, whenever it was', () => {
    expect(ask(graded('grade 1', { ...clinically('resolved'), abatementDateTime: '2020-01-01' }))).toEqual(
      answer('needs-investigator', 'gvhd-low', 1, { days: ['2020-01-02', '2020-01-16'] }),
    );
  });
});

const entry = (verdict: Whole['verdict'], reason: string, kind: string, value: string, date?: string): Whole =>
  expected(
    verdict,
    say(reason, {
      what,
      entry: date === undefined ? say('history.undated', { name: value }) : say('history.dated', { name: value, date }),
    }),
    {
      evidence: [
        {
          reference: kind === 'diagnosis' ? 'Condition/r1' : 'Procedure/r1',
          label: say(`history.${kind}`),
          value,
          ...(date !== undefined && { date }),
        },
      ],
    },
  );
it.each<readonly [string, Json, Whole]>([
  [
    'a kidney, as a status',
    condition('cm Z94.0 Kidney transplant status', { onsetDateTime: '2020' }),
    entry('met', 'history.found', 'diagnosis', 'Kidney transplant status', '2020'),
  ],
  [
    'a kidney, as an operation',
    procedure('Kidney transplantation', '2020-01-01'),
    entry('met', 'history.found', 'procedure', 'Kidney transplantation', '2020-01-01'),
  ],
  ['stem cells', procedure('造血干细胞移植'), entry('met', 'history.found', 'procedure', '造血干细胞移植')],
  [
    'a cornea',
    condition('cm Z94.7 Corneal transplant status'),
    entry('needs-investigator', 'history.judge', 'diagnosis', 'Corneal transplant status'),
  ],
  ['nothing', condition('Asthma'), absent],
  ['a report of 91 days ago', report('Kidney transplant', '2026-03-02'), absent],
])('%s', (_, resource, expectation) => {
  expect(ask(resource)).toEqual(expectation);
});

it('names the searches that were not complete', () => {
  const refused = { state: 'unavailable', reason: 'refused' } as const;
  const searches = ['conditions', 'procedures', 'diagnosticReports'].map((each) => say(`history.search.${each}`));
  const retrieved = { conditions: refused, procedures: refused, diagnosticReports: refused };
  expect(whole(transplantOrGvhd(recordOf([], { retrieved }), screeningOn('2026-06-01'), windows))).toEqual(
    expected('unknown', say('history.incomplete', { what, searches }), {
      missing: [{ what: say('history.read-again', { searches }), orders: [] }],
    }),
  );
});
