// What does the whole answer say where a recorded total decides, or is disputed?

import { describe, expect, it } from 'vitest';
import type { Json } from '../../../src/fhir/record.ts';
import { say } from '../../../src/logic/message.ts';
import type { Verdict } from '../../../src/logic/verdict.ts';
import { observation, textObservation } from '../../builders.ts';
import { expected } from '../whole.ts';
import { diagnosis, total, totalNamed, withLower, withUpper } from './builders.ts';
import { askWhole, item, pointer, shown, to, type Asked } from './shown.ts';

const day = '2026-05-28';
const values = (score: string, limit = 8, date = day) => ({ total: score, limit, date });
const score = (n: number, value: string, name = 'SLEDAI-2K', date = day) =>
  shown(n, say(`measurement.${name}`), value, date);
const parts = (...named: readonly (readonly [string, number])[]): Json => ({
  component: named.map(([text, points]) => ({ code: { text }, valueInteger: points })),
});
/** 4, 2 and 2 points. */
const protein = (date: string) => observation('2889-4', 0.9, 'g/(24.h)', date);
const lowC3 = (date: string) => observation('4485-9', 0.5, 'g/L', date, withLower(0.9, 'g/L'));
const dna = (date: string) => observation('5130-0', 180, '[IU]/mL', date, withUpper(100, '[IU]/mL'));
const later = [protein('2026-05-20'), lowC3('2026-05-20'), dna('2026-05-20')];
const [old, oldStale, stale] = ['2026-05-10', '2026-06-10', '2026-06-28'];

type More = Parameters<typeof expected>[2];
type Row = readonly [Verdict, ReturnType<typeof say>, readonly Json[], More, Asked?];
const full = ([verdict, reason, resources, more, asked = {}]: Row) =>
  [verdict, reason, resources, more, asked] as const;

const decided: readonly Row[] = [
  [
    'met',
    say('sledai.reached', values('8 score')),
    [total(8, day, parts(['Arthritis', 4], ['Seizure', 0]))],
    { evidence: [score(1, '8 score')] },
  ],
  ['not-met', say('sledai.below', values('7 score')), [total(7, day)], { evidence: [score(1, '7 score')] }],
  [
    'met',
    say('sledai.reached', values('8')),
    [totalNamed('SLEDAI 1992', 8, day)],
    { evidence: [score(1, '8', 'SLEDAI-1992')] },
  ],
  [
    'not-met',
    say('sledai.below', values('7')),
    [totalNamed('SLEDAI', 7, day)],
    { evidence: [score(1, '7', 'SLEDAI')], flags: ['SLEDAI_VERSION_NOT_STATED'] },
  ],
  [
    'met',
    say('sledai.reached', values('9 score')),
    [totalNamed('SLEDAI', 9, day), total(9, day)],
    { evidence: [score(2, '9 score'), score(1, '9', 'SLEDAI')], flags: ['SLEDAI_VERSION_NOT_STATED'] },
  ],
  [
    'needs-investigator',
    say('sledai.selena', values('20')),
    [totalNamed('SELENA-SLEDAI', 20, day)],
    { evidence: [score(1, '20', 'SELENA-SLEDAI')], flags: ['SLEDAI_SELENA'] },
  ],
  [
    'met',
    say('sledai.reached', values('10 score')),
    [total(10, day, parts(['Seizure', 8], ['Rash', 2]))],
    { evidence: [score(1, '10 score'), pointer(8, 'seizure')], flags: ['SLEDAI_CNS_ONLY'] },
  ],
  [
    'met',
    say('sledai.reached', values('17 score')),
    [total(17, day, { ...parts(['CVA', 8], ['Seizure', 8], ['Fever', 1]), code: { text: 'SLEDAI' } })],
    {
      evidence: [score(1, '17 score', 'SLEDAI'), pointer(8, 'seizure', 'cerebrovascular-accident')],
      flags: ['SLEDAI_VERSION_NOT_STATED', 'SLEDAI_CNS_ONLY'],
    },
  ],
  [
    'met',
    say('sledai.reached', values('16 score')),
    [total(16, day, parts(['Seizure', 8], ['Arthritis', 4], ['Proteinuria', 4]))],
    { evidence: [score(1, '16 score')] },
  ],
  [
    'not-met',
    say('sledai.below', values('8 score', 12)),
    [total(8, day, parts(['Seizure', 8]))],
    { evidence: [score(1, '8 score')] },
    { limit: 12 },
  ],
  [
    'met',
    say('sledai.reached', values('8 score')),
    [total(8, day)],
    { evidence: [score(1, '8 score')], days: ['2026-06-27', stale] },
    { attributions: [to('proteinuria', 'not-lupus', '2026-05-27')] },
  ],
  [
    'met',
    say('sledai.reached', values('8 score')),
    [total(8, day), protein('2026-05-20')],
    { evidence: [score(1, '8 score')], days: ['2026-06-02', stale, '2026-07-02', '2026-07-03'] },
    { attributions: [to('proteinuria', 'not-lupus', '2026-06-02'), to('fever', 'lupus', '2026-06-01')] },
  ],
];

const withdrawn = (recorded: string, points = 4) => say('sledai.withdrawn', { ...values(recorded), points });
const disputed: readonly Row[] = [
  [
    'needs-investigator',
    withdrawn('11 score'),
    [total(11, day), lowC3('2026-05-20')],
    { evidence: [score(1, '11 score')], days: ['2026-06-20', stale, '2026-06-30'] },
    { attributions: [to('proteinuria', 'not-lupus')] },
  ],
  [
    'needs-investigator',
    withdrawn('13 score', 6),
    [total(13, day)],
    { evidence: [score(1, '13 score')], days: [stale] },
    { attributions: [to('proteinuria', 'not-lupus', day), to('rash', 'not-lupus', day), to('fever', 'lupus', day)] },
  ],
  [
    'needs-investigator',
    withdrawn('12 score'),
    [total(12, day), total(11, day)],
    { evidence: [score(1, '12 score'), score(2, '11 score')], days: [stale, '2026-06-30'] },
    { attributions: [to('proteinuria', 'not-lupus')] },
  ],
  [
    'needs-investigator',
    say('sledai.contradicted', { ...values('7 score', 8, old), points: 8 }),
    [total(7, old), ...later],
    {
      evidence: [
        score(1, '7 score', 'SLEDAI-2K', old),
        shown(2, item('proteinuria'), '0.9 g/(24.h)', '2026-05-20'),
        shown(3, item('low-complement'), '0.5 g/L', '2026-05-20'),
        shown(4, item('increased-dna-binding'), '180 [IU]/mL', '2026-05-20'),
      ],
      days: [oldStale, '2026-06-20'],
    },
  ],
  [
    'needs-investigator',
    say('sledai.contradicted', { ...values('7 score', 8, old), points: 8 }),
    [total(7, old)],
    {
      evidence: [
        score(1, '7 score', 'SLEDAI-2K', old),
        { label: item('seizure', say('sledai.attributed-to-lupus', { author: 'Dr. Li', date: '2026-05-30' })) },
      ],
      days: [oldStale, '2026-06-30'],
    },
    { attributions: [to('seizure', 'lupus')] },
  ],
];

describe('a recorded total', () => {
  it.each(decided.map(full))('is %s, %j, of %j', (verdict, reason, resources, more, asked) => {
    expect(askWhole(resources, asked)).toEqual(expected(verdict, reason, { days: [stale], ...more }));
  });

  it.each(disputed.map(full))('is disputed: %s, %j, of %j', (verdict, reason, resources, more, asked) => {
    expect(askWhole(resources, asked)).toEqual(expected(verdict, reason, { flags: ['SLEDAI_CONTRADICTED'], ...more }));
  });

  it.each<[string, readonly Json[], Asked]>([
    ['results of its own day', [total(7, '2026-05-20'), ...later], {}],
    ['later findings of fewer points', [total(7, old), ...later.slice(1)], {}],
    [
      'later findings with another explanation',
      [
        total(7, old),
        protein('2026-05-20'),
        textObservation('尿沉渣红细胞', '20/HP', '2026-05-20'),
        diagnosis('泌尿道感染'),
      ],
      {},
    ],
    ['an attribution of its own day', [total(7, old)], { attributions: [to('seizure', 'lupus', old)] }],
  ])('below the limit stands beside %s', (_, resources, asked) => {
    expect(askWhole(resources, asked)).toMatchObject({ verdict: 'not-met', flags: [] });
  });

  it('that is not counted is shown as such', () => {
    const ignored = { what: say('measurement.SLEDAI-2K'), why: say('latest.preliminary') };
    expect(askWhole([total(8, day), total(2, day, { status: 'preliminary' })])).toEqual(
      expected('met', say('sledai.reached', values('8 score')), {
        evidence: [score(1, '8 score')],
        ignored: [shown(2, say('latest.ignored', ignored), '2 score', day)],
        days: [stale],
      }),
    );
  });
});
