// What does the whole answer say where neither a recorded total nor the bounds decide: why, and what would settle it?

import { describe } from 'vitest';
import { say } from '../../../src/logic/message.ts';
import { day as date, observation, textObservation, type RecordOptions } from '../../builders.ts';
import { diagnosis, total, totalNamed } from './builders.ts';
import {
  day,
  protein,
  lowC3,
  eightPoints,
  shownProtein,
  shownC3,
  shownDna,
  what,
  undecided,
  missing,
  measuredEight,
  table,
  type Row,
} from './bounds.ts';
import { item, shown } from './shown.ts';

describe('neither a total nor the bounds decide', () => {
  const score = (n: number, value: string, date: string, name = 'SLEDAI-2K') =>
    shown(n, say(`measurement.${name}`), value, date);
  const fresh = '2026-05-28';
  const differ = say('sledai.total-open', { total: ['8 score', '6 score'], limit: 8 });
  const ignored = (n: number, name: string, why: string, value: string, date: string) =>
    shown(n, say('latest.ignored', { what: say(`measurement.${name}`), why: say(why) }), value, date);
  const stale = (value: string, date: string) => say('latest.stale', { what, days: 30, date, value });
  const missedTotals: readonly (readonly [string, NonNullable<RecordOptions['retrieved']>])[] = [
    ['a form', { questionnaireResponses: { state: 'unavailable', reason: 'refused' } }],
    [
      'a total of the first day of the time',
      { observations: { state: 'partial', reason: 'cut off', completeSince: date('2026-05-02') } },
    ],
  ];
  table([
    ['nothing', 'unknown', undecided(0, 105), [], { missing: missing() }],
    [
      'an open total',
      'unknown',
      undecided(0, 105, say('sledai.total-open', { total: ['>5'], limit: 8 })),
      [textObservation('SLEDAI-2K', '>5', fresh)],
      { evidence: [score(1, '>5', fresh)], missing: missing(), days: ['2026-06-28'] },
    ],
    [
      'two totals that differ',
      'unknown',
      undecided(0, 105, differ),
      [total(8, fresh), total(6, fresh)],
      { evidence: [score(1, '8 score', fresh), score(2, '6 score', fresh)], missing: missing(), days: ['2026-06-28'] },
    ],
    [
      'a total of 1992 below the limit',
      'unknown',
      undecided(0, 105, say('sledai.old-version-below', { total: ['7'], limit: 8 })),
      [totalNamed('SLEDAI 1992', 7, fresh)],
      { evidence: [score(1, '7', fresh, 'SLEDAI-1992')], missing: missing(), days: ['2026-06-28'] },
    ],
    [
      'a stale total',
      'unknown',
      undecided(0, 105, stale('14 score', '2026-03-18')),
      [total(14, '2026-03-18')],
      {
        evidence: [score(1, '14 score', '2026-03-18')],
        missing: missing(),
        flags: ['STALE:SLEDAI'],
        days: ['2026-04-18'],
      },
    ],
    [
      'a stale total of another version',
      'unknown',
      undecided(0, 105, stale('14', '2026-03-18')),
      [totalNamed('SLEDAI 1992', 14, '2026-03-18'), totalNamed('SELENA-SLEDAI', 12, '2026-03-10')],
      {
        evidence: [score(1, '14', '2026-03-18', 'SLEDAI-1992')],
        missing: missing(),
        flags: ['STALE:SLEDAI'],
        days: ['2026-04-10', '2026-04-18'],
      },
    ],
    [
      'stale totals of two versions',
      'unknown',
      undecided(0, 105, stale('14 score', '2026-03-18')),
      [totalNamed('SLEDAI 1992', 12, '2026-03-20'), total(14, '2026-03-18')],
      {
        evidence: [score(2, '14 score', '2026-03-18')],
        missing: missing(),
        flags: ['STALE:SLEDAI'],
        days: ['2026-04-18', '2026-04-20'],
      },
    ],
    [
      'six points, and what may be more',
      'unknown',
      undecided(6, 105),
      [protein, lowC3, diagnosis('vasculitis')],
      {
        evidence: [
          shownProtein(1),
          shownC3(2),
          shown(3, item('vasculitis', say('sledai.diagnosis-only')), 'vasculitis', day, 'Condition'),
        ],
        missing: missing('proteinuria', 'low-complement'),
        days: ['2026-06-20'],
      },
    ],
    ...missedTotals.map(([title, retrieved]): Row => [
      `eight points while ${title} may have been missed`,
      'unknown',
      undecided(8, 105, say('latest.incomplete', { what, days: 30 })),
      eightPoints,
      {
        evidence: [shownProtein(1), shownC3(2), shownDna(3)],
        missing: missing(...measuredEight),
        days: ['2026-06-20'],
      },
      { retrieved },
    ]),
    [
      'a stale result',
      'unknown',
      undecided(0, 105),
      [observation('2889-4', 0.9, 'g/(24.h)', '2026-05-01')],
      { missing: missing() },
    ],
    [
      'a preliminary total of another version beside one of tomorrow',
      'unknown',
      undecided(0, 105),
      [
        { ...totalNamed('SELENA-SLEDAI', 12, fresh), status: 'preliminary' },
        totalNamed('SLEDAI 1992', 12, '2026-06-02'),
        total(12, '2026-06-03'),
      ],
      {
        missing: missing(),
        ignored: [
          ignored(1, 'SELENA-SLEDAI', 'latest.preliminary', '12', fresh),
          ignored(2, 'SLEDAI-1992', 'latest.future', '12', '2026-06-02'),
          ignored(3, 'SLEDAI-2K', 'latest.future', '12 score', '2026-06-03'),
        ],
        days: ['2026-06-02', '2026-06-03'],
      },
    ],
  ]);
});
