// What is lost where the answers with and without the orders, and the days on which they change, are known?

import { describe, expect, it } from 'vitest';
import { whatIf, type Loss } from '../../src/eligibility/what-if.ts';
import { verbatim } from '../../src/logic/message.ts';
import type { Verdict } from '../../src/logic/verdict.ts';
import { patientRecordOf } from '../builders.ts';
import { criterion } from '../cards/assessments.ts';
import { agents, assessed, compare, draft, fromOrder, one, today, vaccine, type Answer } from './what-if-answers.ts';

const old = { reference: 'MedicationRequest/1', label: verbatim('order') };
const bare = { label: verbatim('nothing') };

type Told = Pick<Loss, 'becomes' | 'from' | 'until'>;
const met: Told = { becomes: 'met', from: today };
const untilJuly: Told = { ...met, until: '2026-07-01' };

describe('an exclusion is lost', () => {
  it.each<[string, Answer, Answer, readonly Told[]]>([
    ['for good', [vaccine('not-met')], [vaccine('met')], [met]],
    ['until it is over', [vaccine('not-met')], [vaccine('met'), '2026-07-01 not-met'], [untilJuly]],
    [
      'until it is over for certain',
      [vaccine('not-met')],
      [vaccine('met'), '2026-07-01 unknown, 2026-08-01 not-met'],
      [{ ...met, until: '2026-08-01' }],
    ],
    [
      'until it is as unknown as it was',
      [vaccine('unknown'), '2026-08-01 not-met'],
      [vaccine('met'), '2026-07-01 unknown, 2026-08-01 not-met'],
      [untilJuly],
    ],
    [
      'until the last day that is foreseen',
      [vaccine('not-met')],
      [vaccine('met'), '2026-11-28 not-met'],
      [{ ...met, until: '2026-11-28' }],
    ],
    ['for good where its end is not foreseen', [vaccine('not-met')], [vaccine('met'), '2026-11-29 not-met'], [met]],
    [
      'later, from the day on which it begins',
      [vaccine('not-met')],
      [vaccine('not-met'), '2026-07-01 met, 2026-07-29 not-met'],
      [{ becomes: 'met', from: '2026-07-01', until: '2026-07-29' }],
    ],
    [
      'for longer, from the day on which it would have been over',
      [vaccine('met'), '2026-07-01 not-met'],
      [vaccine('met'), '2026-07-29 not-met'],
      [{ becomes: 'met', from: '2026-07-01', until: '2026-07-29' }],
    ],
    [
      'to the unknown, whatever it speaks of',
      [vaccine('needs-investigator')],
      [vaccine('unknown', fromOrder(1)), '2026-07-01 needs-investigator'],
      [{ becomes: 'unknown', from: today, until: '2026-07-01' }],
    ],
    [
      'to one more question, without a foreseen end',
      [vaccine('needs-investigator', old)],
      [vaccine('needs-investigator', old, fromOrder(1)), '2026-07-01 not-met'],
      [{ becomes: 'needs-investigator', from: today }],
    ],
    [
      'to a question at once, and for certain later',
      [vaccine('not-met')],
      [vaccine('needs-investigator'), '2026-06-20 met, 2026-07-01 needs-investigator, 2026-07-19 not-met'],
      [
        { becomes: 'met', from: '2026-06-20', until: '2026-07-19' },
        { becomes: 'needs-investigator', from: today, until: '2026-07-19' },
      ],
    ],
    [
      'to one more question, and for certain later',
      [vaccine('needs-investigator')],
      [vaccine('needs-investigator', fromOrder(1)), '2026-06-20 met, 2026-07-01 needs-investigator'],
      [
        { becomes: 'met', from: '2026-06-20', until: '2026-07-01' },
        { becomes: 'needs-investigator', from: today },
      ],
    ],
    [
      'once, where it is as certain without the order later',
      [vaccine('not-met'), '2026-06-20 met'],
      [vaccine('needs-investigator'), '2026-06-20 met'],
      [{ becomes: 'needs-investigator', from: today }],
    ],
    ['once, where it becomes less certain later', [vaccine('not-met')], [vaccine('met'), '2026-07-01 unknown'], [met]],
    ['to no question that was there', [vaccine('needs-investigator')], [vaccine('needs-investigator', old, bare)], []],
    ['by nothing that answers better', [vaccine('unknown')], [vaccine('needs-investigator', fromOrder(1))], []],
    ['by nothing that answers the same', [vaccine('not-met')], [vaccine('not-met', fromOrder(1))], []],
  ])('%s', (_, before, after, losses) => {
    const [changed] = [after[0]].flat();
    expect(compare(before, after)).toStrictEqual({
      now: assessed(before),
      losses: losses.map((each) => ({
        criterion: changed,
        ...each,
        ...(each.from === today && { reason: changed?.reason }),
        drafts: one,
      })),
      gains: [],
    });
  });
});

describe('an inclusion is lost', () => {
  it.each<[string, Answer, Answer, readonly Told[]]>([
    [
      'where it is worse at once',
      [agents('met')],
      [agents('not-met'), '2026-07-01 met'],
      [{ becomes: 'not-met', from: today, until: '2026-07-01' }],
    ],
    [
      'once, where it is worse still later',
      [agents('met')],
      [agents('unknown'), '2026-07-01 not-met'],
      [{ becomes: 'unknown', from: today }],
    ],
    ['never where it is worse later', [agents('met')], [agents('met'), '2026-07-01 not-met'], []],
    [
      'never by a question',
      [agents('needs-investigator')],
      [agents('needs-investigator', 'needs-investigator', fromOrder(1))],
      [],
    ],
  ])('%s', (_, before, after, losses) => {
    const [part] = [after[0]].flat()[0]?.parts ?? [];
    const told = losses.map((each) => ({ criterion: part, ...each, reason: part?.reason, drafts: one }));
    expect(compare(before, after)).toStrictEqual({ now: assessed(before), losses: told, gains: [] });
  });
});

it('what stands against the patient comes first, then what is unknown, then what is asked', () => {
  const all = (...verdicts: readonly Verdict[]) =>
    verdicts.map((each, index) => criterion(`E${String(index + 1)}`, each));
  const { losses } = compare(
    [all('not-met', 'not-met', 'not-met', 'not-met')],
    [all('needs-investigator', 'unknown', 'met', 'met')],
  );
  expect(losses.map(({ criterion: { id } }) => id)).toEqual(['E3', 'E4', 'E2', 'E1']);
});

it('what only the record with the orders is asked is no loss', () => {
  expect(compare([vaccine('not-met')], [[vaccine('not-met'), criterion('E10', 'met')]]).losses).toEqual([]);
});

it.each([
  ['the orders that it names', [fromOrder(11), old], ['11']],
  ['each of several', [fromOrder(2), fromOrder(1)], ['1', '2']],
  ['all of them where it names none', [old], Array.from({ length: 11 }, (_each, index) => String(index + 1))],
])('a loss speaks of %s', (_, evidence, names) => {
  const drafts = Array.from({ length: 11 }, (_each, index) => draft(String(index + 1)));
  const { losses } = compare([vaccine('not-met')], [vaccine('met', ...evidence)], drafts);
  expect(losses.map((loss) => loss.drafts.map((each) => each.names[0]?.text))).toEqual([names]);
});

it('of what comes for certain later, all orders are named, and it is told first', () => {
  const drafts = [draft('1'), draft('2')];
  const later = '2026-06-20 met';
  const { losses } = compare([vaccine('not-met')], [vaccine('needs-investigator', fromOrder(1)), later], drafts);
  expect(losses.map((loss) => [loss.becomes, loss.drafts.map((each) => each.names[0]?.text)])).toEqual([
    ['met', ['1', '2']],
    ['needs-investigator', ['1']],
  ]);
});

it.each([
  ['orders that would bring about something', one, true, 2],
  ['no orders', [], true, 1],
  ['a child without a sign of lupus', one, false, 1],
])('%s: the record is assessed %3$i times', (_, drafts, signOfLupus, times) => {
  const asked: number[] = [];
  whatIf(
    ({ resources }) => {
      asked.push(resources.length);
      return assessed([vaccine('not-met')], { signOfLupus });
    },
    patientRecordOf([]),
    drafts,
  );
  expect(asked).toHaveLength(times);
});
