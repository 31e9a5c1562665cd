// What do several glucocorticoids for other diseases say together?

import { describe } from 'vitest';
import { say } from '../../../src/logic/message.ts';
import { answers, asthma, course, given, infusion, shown, taken } from './answers.ts';
import { expected } from '../whole.ts';

describe('several courses', () => {
  const two = [shown('prednisone', '2026-01-01', '2026-01-14'), shown('vamorolone', '2026-02-01', '2026-02-14', 2)];
  const ends = ['2026-01-15', '2026-02-15'];
  answers([
    [
      'of different glucocorticoids for one disease are added up',
      [
        taken('prednisone', asthma, '2026-01-01', '2026-01-14'),
        taken('vamorolone', asthma, '2026-02-01', '2026-02-14'),
      ],
      course('met', 'lasting', two, ['2026-01-15', '2026-02-14', '2026-02-15'], {
        drugs: ['prednisone', 'vamorolone'],
      }),
    ],
    [
      'for two diseases are not',
      [
        taken('prednisone', asthma, '2026-01-01', '2026-01-14'),
        taken('vamorolone', 'Crohn disease', '2026-02-01', '2026-02-14'),
      ],
      expected(
        'not-met',
        say('combined', {
          reasons: [
            say('other-disease.short', { disease: asthma, drugs: ['prednisone'], days: 28 }),
            say('other-disease.short', { disease: 'Crohn disease', drugs: ['vamorolone'], days: 28 }),
          ],
        }),
        { evidence: two, days: ends },
      ),
    ],
    [
      'one of which nobody says when may have lasted long enough together',
      [taken('prednisone', asthma, '2026-01-01', '2026-01-14'), taken('prednisone', asthma)],
      course(
        'unknown',
        'dates-unclear',
        [shown('prednisone', undefined, undefined, 2), shown('prednisone', '2026-01-01', '2026-01-14')],
        ['2026-01-15'],
      ),
    ],
    [
      'one of which was long enough are, whenever the other was',
      [taken('prednisone', asthma), taken('prednisone', asthma, '2026-01-01', '2026-01-28')],
      course(
        'met',
        'lasting',
        [shown('prednisone'), shown('prednisone', '2026-01-01', '2026-01-28', 2)],
        ['2026-01-28', '2026-01-29'],
      ),
    ],
    [
      'of one infusion on some day may have lasted long enough',
      [infusion('some day')],
      course('unknown', 'dates-unclear', [given(undefined)], [], { drugs: ['methylprednisolone'] }),
    ],
    [
      'of two days are two days',
      [infusion('2026-05-01'), infusion('2026-05-03')],
      course(
        'met',
        'lasting',
        [given('2026-05-01'), given('2026-05-03', 2)],
        ['2026-05-02', '2026-05-03', '2026-05-04'],
        { drugs: ['methylprednisolone'], days: 2 },
      ),
      { days: 2 },
    ],
    [
      'of which the later may have been the earlier count their surest days',
      [taken('prednisone', asthma, '2026-01', '2026-02-10'), taken('prednisone', asthma, '2026-01-10', '2026-01-20')],
      course(
        'met',
        'lasting',
        [shown('prednisone', '2026-01', '2026-02-10'), shown('prednisone', '2026-01-10', '2026-01-20', 2)],
        // Together the 20th sure day is the 9th of 31 January to 10 February; at the most it is 20 January.
        ['2026-01-20', '2026-01-21', '2026-02-08', '2026-02-11'],
        { days: 20 },
      ),
      { days: 20 },
    ],
    [
      'one of which may have been of a day or of a month are counted without it at the least',
      [taken('prednisone', asthma, '2026-02', '2026-02'), taken('prednisone', asthma, '2026-03-01', '2026-03-28')],
      course(
        'met',
        'lasting',
        [shown('prednisone', '2026-02'), shown('prednisone', '2026-03-01', '2026-03-28', 2)],
        ['2026-02-02', '2026-02-28', '2026-03-01', '2026-03-28', '2026-03-29'],
      ),
    ],
  ]);
});
