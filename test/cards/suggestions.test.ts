import { describe, expect, it } from 'vitest';
import { cardShapes, type CardShape } from '../../src/cards/card-context.ts';
import { cardSchema, type Card } from '../../src/cards/card.ts';
import { cardsFor } from '../../src/cards/cards-for.ts';
import { verbatim } from '../../src/logic/message.ts';
import { assess } from '../../src/eligibility/assess.ts';
import type { Assessment } from '../../src/eligibility/assessment.ts';
import { nct06222853From5To18 } from '../../src/protocols/nct06222853-5to18/protocol.ts';
import { screeningOn } from '../builders.ts';
import { stories } from '../stories.ts';
import { assessmentOf, contextWith, criteriaWith, criterion } from './assessments.ts';

const orderOf = (id: string, test: string) => ({
  criterion: id,
  coding: { system: 'http://loinc.org', code: test, display: test },
  window: 30,
});

/** Eleven tests for activity, which serve two criteria; echo, liver and kidney for a third; two more. */
const activity = Array.from({ length: 11 }, (_, index) => `activity-${String(index + 1)}`);
const many = assessmentOf(criteriaWith(criterion('I3', 'unknown')), {
  orders: [
    ...activity.map((test) => orderOf('I2.activity', test)),
    ...activity.map((test) => orderOf('I3', test)),
    ...['echo', 'ECG', 'AST'].map((test) => orderOf(`I4.${test}`, test)),
    ...['HIV', 'CMV'].map((test) => orderOf(`E8.${test}`, test)),
  ],
});
const few = assessmentOf(criteriaWith(criterion('I4', 'unknown')), {
  orders: [orderOf('I4.AST', 'AST'), orderOf('I4.LVEF', 'echo')],
});

function cardOf(assessment: Assessment, shape: CardShape): Card {
  const [card] = cardsFor(assessment, contextWith({ shape }));
  return cardSchema.parse(card);
}

const shapeOf = ({ suggestions = [] }: Card) =>
  suggestions.map(({ label, actions, isRecommended }) => [label.split(':')[0], actions.length, isRecommended ?? false]);

describe('many missing tests', () => {
  it('are grouped by the criteria they serve, what settles most criteria first', () => {
    expect(shapeOf(cardOf(many, 'any'))).toEqual([
      ['Refer for screening', 1, false],
      ['Order 11 tests', 11, false],
      ['Order 3 tests', 3, false],
      ['Order 2 tests', 2, false],
    ]);
  });

  it('are offered to Epic one by one, what brings an answer nearest first, and the rest is named in the text', () => {
    const card = cardOf(many, 'epic');
    expect(card.suggestions?.map(({ label }) => label)).toEqual([
      'Refer for screening: NCT06222853',
      'Order echo',
      'Order ECG',
      'Order AST',
      'Order HIV',
      'Order CMV',
    ]);
    expect(card.suggestions?.every(({ actions }) => actions.length === 1)).toBe(true);
    expect(card.detail).toContain(`**Further tests that would settle something:** ${activity.join('; ')}`);
  });

  it('are offered with the referral as one of three alternatives where a client takes at most one', () => {
    const card = cardOf(many, 'at-most-one');
    expect(card.selectionBehavior).toBe('at-most-one');
    expect(shapeOf(card)).toEqual([
      ['Refer for screening', 17, true],
      ['Refer for screening', 1, false],
      ['Order 16 tests', 16, false],
    ]);
  });
});

describe('every shape', () => {
  it.each(cardShapes)(
    '%s has at most six suggestions, each test at most once per suggestion, no two alike',
    (shape) => {
      for (const assessment of [many, few, assessmentOf(criteriaWith())]) {
        const { suggestions = [] } = cardOf(assessment, shape);
        expect(suggestions.length).toBeLessThanOrEqual(6);
        expect(suggestions[0]?.label).toMatch(/^Refer for screening/);
        expect(new Set(suggestions.map(({ uuid }) => uuid)).size).toBe(suggestions.length);
        expect(new Set(suggestions.map(({ actions }) => JSON.stringify(actions))).size).toBe(suggestions.length);
        for (const { actions } of suggestions) {
          expect(new Set(actions.map(({ description }) => description)).size).toBe(actions.length);
        }
      }
    },
  );

  it.each([
    ['any', [1, 1, 1], 0],
    ['epic', [1, 1, 1], 0],
    ['at-most-one', [3, 1, 2], 1],
  ] as const)('%s of two missing tests', (shape, actions, recommended) => {
    const { suggestions = [] } = cardOf(few, shape);
    expect(suggestions.map((each) => each.actions.length)).toEqual(actions);
    expect(suggestions.filter(({ isRecommended }) => isRecommended === true)).toHaveLength(recommended);
  });

  it('has a source topic that is the same letters and digits for every patient', () => {
    for (const shape of cardShapes) expect(cardOf(few, shape).source.topic.code).toBe('NCT06222853');
  });
});

describe('what to do next', () => {
  it('names once what several criteria wait for', () => {
    const missing = ['C3', 'C4'].map((what) => ({ what: verbatim(what), orders: [] }));
    const weight = { what: verbatim('body weight'), orders: [] };
    const { detail } = cardOf(
      assessmentOf(
        criteriaWith(
          criterion('I2', 'unknown', { missing: [...missing, weight] }),
          criterion('I3', 'unknown', { missing }),
        ),
      ),
      'any',
    );
    const next = detail.split('### ')[1] ?? '';
    expect(next.match(/C3/g)).toHaveLength(1);
    expect(next).toContain(
      '- **I2 Refractory SLE: active despite treatment, or intolerant; I3 SLEDAI-2K ≥ 8:** C3; C4\n',
    );
    expect(next).toContain('- **I2 Refractory SLE: active despite treatment, or intolerant:** body weight\n');
  });

  it.each(stories.map(({ name, record, asOf }) => [name, record, asOf] as const))(
    'names nothing twice in the story %s',
    (_name, record, asOf) => {
      const [card] = cardsFor(assess(nct06222853From5To18, record, screeningOn(asOf)), contextWith());
      const next = card?.detail.split('### ')[1] ?? '';
      const things = next
        .split('\n')
        .filter((line) => /^- \*\*[IE]\d/.test(line))
        .flatMap((line) => (line.split(':** ')[1] ?? '').split('; '));
      expect(new Set(things).size).toBe(things.length);
    },
  );
});
