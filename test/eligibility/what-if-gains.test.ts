// What is gained where the answers with and without the orders, and the days on which they change, are known?

import { expect, it } from 'vitest';
import { whatIf, type Gain } from '../../src/eligibility/what-if.ts';
import { verbatim } from '../../src/logic/message.ts';
import { patientRecordOf } from '../builders.ts';
import { agents, assessed, compare, one, today, type Answer } from './what-if-answers.ts';

it.each<[string, Answer, Answer, readonly Pick<Gain, 'on'>[]]>([
  ['at once', [agents('not-met')], [agents('met')], [{ on: today }]],
  ['on a later day', [agents('not-met')], [agents('unknown'), '2026-09-12 met'], [{ on: '2026-09-12' }]],
  [
    'sooner than without the order',
    [agents('unknown'), '2026-09-12 met'],
    [agents('unknown'), '2026-09-01 needs-investigator, 2026-09-11 met'],
    [{ on: '2026-09-11' }],
  ],
  ['on the same day', [agents('unknown'), '2026-09-12 met'], [agents('unknown'), '2026-09-12 met'], []],
  ['on no day', [agents('not-met')], [agents('unknown'), '2026-09-12 needs-investigator'], []],
  ['where the criterion is met without it', [agents('not-met', 'met')], [agents('met')], []],
  ['where the part is met without it', [agents('met', 'unknown')], [agents('met', 'unknown')], []],
])('a part of an inclusion is gained %s', (_, before, after, gains) => {
  const [part] = [after[0]].flat()[0]?.parts ?? [];
  expect(compare(before, after)).toStrictEqual({
    now: assessed(before),
    losses: [],
    gains: gains.map((each) => ({ criterion: part, ...each, drafts: one })),
  });
});

it('a gain comes with its condition', () => {
  const condition = verbatim('if treatment goes on');
  const then = assessed([agents('unknown')], {
    changes: [{ criterion: 'I2.agents', on: '2026-09-12', becomes: 'met', if: condition }],
  });
  const now = assessed([agents('unknown')]);
  const { gains } = whatIf(({ resources }) => (resources.length === 0 ? now : then), patientRecordOf([]), one);
  expect(gains.map(({ on, if: only }) => [on, only])).toEqual([['2026-09-12', condition]]);
});
