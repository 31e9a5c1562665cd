// What does a glucocorticoid for another disease say, by its days and as far as its dates tell?

import { describe } from 'vitest';
import { say } from '../../../src/logic/message.ts';
import { because } from '../history-entries.ts';
import { order } from '../standard-treatment/lupus-drugs.ts';
import { answers, asthma, course, given, infusion, shown, taken } from './answers.ts';

describe('one course', () => {
  const of = (start: string, end: string) => [taken('prednisone', asthma, start, end)];
  const seen = (start: string, end: string) => [shown('prednisone', start, end)];
  answers([
    [
      'that goes on excludes, and will have lasted long enough on its 28th day',
      [taken('prednisone', asthma, '2026-05-25')],
      course('met', 'going-on', seen('2026-05-25', '2026-06-01'), ['2026-06-21']),
    ],
    [
      'of 28 days excludes',
      of('2026-01-01', '2026-01-28'),
      course('met', 'lasting', seen('2026-01-01', '2026-01-28'), ['2026-01-28', '2026-01-29']),
    ],
    [
      'of 27 days does not',
      of('2026-01-01', '2026-01-27'),
      course('not-met', 'short', seen('2026-01-01', '2026-01-27'), ['2026-01-28']),
    ],
    [
      'of one month, nobody says how much of it, may have lasted its 28 days',
      of('2026-02', '2026-02'),
      course('unknown', 'dates-unclear', [shown('prednisone', '2026-02')], ['2026-02-02', '2026-02-28', '2026-03-01']),
    ],
    [
      'of that month cannot have lasted 29',
      of('2026-02', '2026-02'),
      course('not-met', 'short', [shown('prednisone', '2026-02')], ['2026-02-02', '2026-03-01'], { days: 29 }),
      { days: 29 },
    ],
    [
      'of which nobody says when may have lasted long enough',
      [taken('prednisone', asthma)],
      course('unknown', 'dates-unclear', [shown('prednisone')], []),
    ],
    [
      'that is over, nobody says since when, may still have gone on',
      [order('prednisone', '2026-05-20', undefined, { status: 'completed', ...because(asthma) })],
      course(
        'unknown',
        'dates-unclear',
        [
          {
            ...shown('prednisone', '2026-05-20', '2026-05-20/2026-06-01'),
            reference: 'MedicationRequest/r1',
            label: say('history.request'),
          },
        ],
        ['2026-05-21', '2026-06-16', '2026-11-17'],
      ),
    ],
    [
      'of one infusion today is no course that goes on',
      [infusion('2026-06-01')],
      course('not-met', 'short', [given('2026-06-01')], ['2026-06-02'], { drugs: ['methylprednisolone'] }),
    ],
  ]);
});

describe('lupus and another disease as reasons', () => {
  const both = { reasonCode: ['Systemic lupus erythematosus', asthma].map((text) => ({ text })) };
  answers([
    [
      'are for the investigator where the course was long enough',
      [{ ...taken('prednisone', '', '2026-01-01', '2026-01-28'), ...both }],
      course(
        'needs-investigator',
        'shared',
        [shown('prednisone', '2026-01-01', '2026-01-28')],
        ['2026-01-28', '2026-01-29'],
      ),
    ],
  ]);
});

describe('a reason that nobody understands', () => {
  const disease = 'Coeliac disease';
  answers([
    [
      'is for the investigator where the course was long enough',
      [taken('prednisone', disease, '2026-01-01', '2026-01-28')],
      course(
        'needs-investigator',
        'reason-unclear',
        [shown('prednisone', '2026-01-01', '2026-01-28')],
        ['2026-01-28', '2026-01-29'],
        { disease },
      ),
    ],
    [
      'where it may have been',
      [taken('prednisone', disease)],
      course('needs-investigator', 'reason-unclear', [shown('prednisone')], [], { disease }),
    ],
    [
      'and no matter where it was short',
      [taken('prednisone', disease, '2026-01-01', '2026-01-27')],
      course('not-met', 'short', [shown('prednisone', '2026-01-01', '2026-01-27')], ['2026-01-28'], { disease }),
    ],
  ]);
});
