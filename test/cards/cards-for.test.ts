import { describe, expect, it } from 'vitest';
import { cardsFor } from '../../src/cards/cards-for.ts';
import { cardSchema, type Card } from '../../src/cards/card.ts';
import type { CardContext } from '../../src/cards/card-context.ts';
import type { Assessment } from '../../src/eligibility/assessment.ts';
import { perSearch } from '../../src/fhir/record-builder.ts';
import { complete, type Retrieved } from '../../src/fhir/retrieved.ts';
import { verbatim } from '../../src/logic/message.ts';
import { day } from '../builders.ts';
import { assessmentOf, contextWith, criteriaWith, criterion } from './assessments.ts';

function cards(assessment: Assessment, context: Partial<CardContext> = {}): readonly Card[] {
  return cardsFor(assessment, contextWith(context)).map((card) => cardSchema.parse(card));
}

function oneCard(assessment: Assessment, context: Partial<CardContext> = {}): Card {
  const [card, ...others] = cards(assessment, context);
  if (card === undefined || others.length > 0) throw new Error('not one card');
  return card;
}

const loinc = 'http://loinc.org';
const orderOf = (id: string, code: string, display = `test ${code}`) => ({
  criterion: id,
  coding: { system: loinc, code, display },
  window: 30,
});

describe('a card', () => {
  it('says how many criteria the patient may meet, and never "eligible"', () => {
    const assessment = assessmentOf(
      criteriaWith(
        criterion('I4', 'unknown'),
        criterion('I5', 'needs-investigator'),
        criterion('I7', 'needs-investigator'),
      ),
    );
    const card = oneCard(assessment);
    expect(card.detail).toMatch(/^\*\*May meet 17 of 20; 2 to confirm, 1 missing\.\*\*/);
    expect(card.summary.length).toBeLessThan(140);
    expect(JSON.stringify(card)).not.toMatch(/\beligible\b/i);
  });

  it('names what to record, per criterion, and the words of a verdict', () => {
    const missing = [
      { what: verbatim('creatinine'), orders: [] },
      { what: verbatim('AST'), orders: [] },
    ];
    const { detail } = oneCard(assessmentOf(criteriaWith(criterion('I4', 'unknown', { missing }))));
    expect(detail).toContain('- **I4 Heart, kidney, liver and lung function:** creatinine; AST');
    expect(detail).toContain('| **I1** Age | met |');
    expect(detail).toContain('| **E7** Transplantation or GVHD | not present | nothing recorded ◦ |');
    expect(detail).toContain('(E1, E2, E3, E4, E5, E6, E7, E8, E9, E10, E11, E12, E13)');
  });

  it('shows value and date of what an answer rests on', () => {
    const evidence = [
      { label: verbatim('AST'), value: '28 U/L', date: '2026-05-28', reference: 'Observation/1' },
      { label: verbatim('born') },
    ];
    const { detail } = oneCard(assessmentOf(criteriaWith(criterion('I4', 'met', { evidence }))));
    expect(detail).toContain('AST: 28 U/L (2026-05-28); born |');
  });

  it('wrote the last day of a treatment twice, as the end of its span and as its date', () => {
    const treated = {
      label: verbatim('hydroxychloroquine'),
      value: '9 days, 2026-05-20 to 2026-05-28',
      date: '2026-05-28',
    };
    const { detail } = oneCard(assessmentOf(criteriaWith(criterion('I2', 'met', { evidence: [treated] }))));
    expect(detail).toContain('| met | hydroxychloroquine: 9 days, 2026-05-20 to 2026-05-28 |');
  });

  it('no longer shows one diagnosis twice because it was coded at two visits', () => {
    const visits = ['2026-05-01', '2026-05-28'].map((date) => ({ label: verbatim('diagnosis'), value: 'SLE', date }));
    const { detail } = oneCard(assessmentOf(criteriaWith(criterion('I2', 'met', { evidence: visits }))));
    expect(detail).toContain('| met | diagnosis: SLE (2026-05-28) |');
  });

  it('shows of each part what leads, else what is of its newest day: the filtration rate, not the height it was computed from', () => {
    const on = { date: '2026-05-28' };
    const rate = [
      { label: verbatim('U25'), value: '85.7', ...on, leads: true as const },
      { label: verbatim('height'), value: '158 cm', ...on },
    ];
    const tested = [
      { label: verbatim('old'), date: '2026-05-01' },
      { label: verbatim('antigen'), value: 'negative', ...on },
      { label: verbatim('antibody'), value: 'negative', ...on },
    ];
    const parts = [
      criterion('I4.eGFR', 'met', { evidence: rate }),
      criterion('I4.AST', 'met', { evidence: tested }),
      criterion('I4.ALT', 'met'),
    ];
    const { detail } = oneCard(assessmentOf(criteriaWith(criterion('I4', 'met', { parts }))));
    expect(detail).toContain(
      '| met | U25: 85.7 (2026-05-28); antigen: negative (2026-05-28); antibody: negative (2026-05-28) |',
    );
  });

  it('told a filtration rate to be judged without any number: what leads in the deciding part stands behind the reason', () => {
    const rate = (value: string) => ({ label: verbatim('eGFR'), value, leads: true as const });
    const parts = [
      criterion('I4.eGFR', 'needs-investigator', {
        evidence: [rate('27.6'), { label: verbatim('height'), value: '158' }],
      }),
      criterion('I4.AST', 'met', { evidence: [rate('28')] }),
    ];
    const { detail } = oneCard(assessmentOf(criteriaWith(criterion('I4', 'needs-investigator', { parts }))));
    expect(detail).toContain('lung function | to confirm | reason of I4; eGFR: 27.6 |');
    const open = oneCard(assessmentOf(criteriaWith(criterion('I4', 'unknown', { parts }))));
    expect(open.detail).toContain('| **missing** | reason of I4 |');
  });

  it('lists the dates that matter, those of one day together', () => {
    const changes = [
      { criterion: 'I4', on: '2026-06-28', becomes: 'unknown' },
      { criterion: 'I4.ALT', on: '2026-06-28', becomes: 'unknown' },
      { criterion: 'I3', on: '2026-06-28', becomes: 'unknown' },
      { criterion: 'I1', on: '2031-03-15', becomes: 'not-met' },
    ] as const;
    const card = oneCard(assessmentOf(criteriaWith(), { changes }));
    expect(card.detail).toContain(
      '- **2026-06-28:** I4 Heart, kidney, liver and lung function (ALT ≤ 3 × ULN); I3 SLEDAI-2K ≥ 8 → **missing**',
    );
    expect(card.detail).toContain('- **2031-03-15:** I1 Age → **not met**');
    expect(card.indicator).toBe('info');
  });

  it('warns when a criterion will stand against the patient within 30 days', () => {
    const leaving = (on: string) =>
      assessmentOf(criteriaWith(), { changes: [{ criterion: 'I1', on, becomes: 'not-met' }] });
    expect(oneCard(leaving('2026-07-01')).indicator).toBe('warning');
    expect(oneCard(leaving('2026-07-02')).indicator).toBe('info');
  });

  it('said only below the table that the chance ends soon: it stands in the summary and before all that is to be done', () => {
    const { summary, detail } = oneCard(
      assessmentOf(criteriaWith(criterion('I4', 'unknown')), {
        changes: [{ criterion: 'I1', on: '2026-06-02', becomes: 'not-met' }],
      }),
    );
    expect(summary).toMatch(/1 missing; ends 2026-06-02$/);
    expect(detail).toContain(
      '### What to do next\n\n- **The chance ends on 2026-06-02:** I1 Age → **not met**\n- **I4 Heart',
    );
  });

  it('says what could not be seen', () => {
    const retrieved = perSearch((name): Retrieved => {
      if (name === 'lists') return { state: 'unavailable', reason: 'status-403' };
      if (name === 'procedures') return { state: 'partial', reason: 'odd_code' };
      return name === 'observations'
        ? { state: 'partial', reason: 'timeout', completeSince: day('2026-01-05') }
        : complete;
    });
    const { detail } = oneCard(assessmentOf(criteriaWith()), { retrieved, dropped: 2 });
    expect(detail).toContain('- Lists (complete medication history): could not be read (access refused)');
    expect(detail).toContain('- Results and vital signs: complete only after 2026-01-05 (no answer in time)');
    expect(detail).toContain('- Procedures: only in part (answer not usable: odd\\_code)');
    expect(detail).toContain('- 2 resources of another patient were sent and left out.');
  });

  it.each([
    [['I1'], 'Not yet reviewed by a clinician as read here: 1 of 20 criteria (I1).'],
    [criteriaWith().map(({ id }) => id), 'Not yet reviewed by a clinician: all 20 criteria as they are read here.'],
  ])('says that criteria are not yet reviewed: %j', (notYetReviewed, words) => {
    expect(oneCard(assessmentOf(criteriaWith(), { notYetReviewed })).detail).toContain(words);
  });

  it('says nothing of a review when every criterion is reviewed', () => {
    expect(oneCard(assessmentOf(criteriaWith())).detail).not.toContain('reviewed');
  });

  it('escapes what comes from the chart', () => {
    const { detail } = oneCard(
      assessmentOf(criteriaWith(criterion('I4', 'unknown', { reason: '<img src=x> | **x**' }))),
    );
    expect(detail).toContain('\\<img src=x\\> \\| \\*\\*x\\*\\*');
  });
});

describe('suggestions', () => {
  const open = assessmentOf(criteriaWith(criterion('I4', 'unknown')), {
    orders: [orderOf('I4.AST', '1920-8'), orderOf('I4.ALT', '1742-6', ''), orderOf('I2.activity', '1920-8')],
  });

  it('are a referral and one order per missing test, all of them proposals for this patient', () => {
    const { suggestions = [], selectionBehavior } = oneCard(open);
    expect(selectionBehavior).toBe('any');
    expect(suggestions.map(({ label }) => label)).toEqual([
      'Refer for screening: NCT06222853',
      'Order test 1920-8',
      'Order 1742-6',
    ]);
    expect(suggestions.map(({ actions }) => actions.length)).toEqual([1, 1, 1]);
    expect(suggestions[1]?.actions[0]?.resource).toEqual({
      resourceType: 'ServiceRequest',
      status: 'draft',
      intent: 'proposal',
      code: { coding: [{ system: loinc, code: '1920-8', display: 'test 1920-8' }], text: 'test 1920-8' },
      subject: { reference: 'Patient/p' },
      reasonCode: [{ text: 'Screening for NCT06222853: settles I4.AST, I2.activity' }],
    });
    expect(new Set(suggestions.map(({ uuid }) => uuid)).size).toBe(3);
  });

  it('are not made for a trial that does not recruit, and the card says so', () => {
    const trial = { ...contextWith().trial, recruiting: false };
    const card = oneCard(open, { trial });
    expect([card.suggestions, card.selectionBehavior]).toEqual([undefined, undefined]);
    expect(card.detail).toContain('does not recruit at present');
  });
});

describe('no card', () => {
  const against = (...ids: readonly string[]) =>
    assessmentOf(criteriaWith(...ids.map((id) => criterion(id, id.startsWith('I') ? 'not-met' : 'met'))), {
      status: 'ineligible',
    });

  it('is shown without any sign of lupus', () => {
    expect(cards(assessmentOf(criteriaWith(), { signOfLupus: false }))).toEqual([]);
  });

  it('is shown when something stands against the patient', () => {
    expect(cards(against('E6'))).toEqual([]);
  });

  it.each(['E1', 'E7', 'E11', 'I3'])('is shown for a near miss that cannot be mended: %s', (id) => {
    expect(cards(against(id), { nearMisses: true })).toEqual([]);
  });

  it('is shown for two criteria against, a deceased patient, or a merged record, even if near misses are wanted', () => {
    expect(cards(against('E6', 'E11'), { nearMisses: true })).toEqual([]);
    for (const flag of ['DECEASED', 'MERGED']) {
      expect(cards({ ...against('E6'), flags: [flag] }, { nearMisses: true })).toEqual([]);
      expect(
        cards(assessmentOf(criteriaWith(), { status: 'ineligible', flags: [flag] }), { nearMisses: true }),
      ).toEqual([]);
    }
  });

  it('is shown for a near miss on a confidential criterion', () => {
    const hidden = criteriaWith(criterion('E6', 'met', { confidential: true }));
    expect(cards(assessmentOf(hidden, { status: 'ineligible' }), { nearMisses: true })).toEqual([]);
  });
});

describe('a near miss', () => {
  it('is shown when wanted, with the one reason and without suggestions', () => {
    const assessment = assessmentOf(criteriaWith(criterion('E6', 'met', { reason: 'pneumonia under treatment' })), {
      status: 'ineligible',
      orders: [orderOf('I4.AST', '1920-8')],
    });
    const card = oneCard(assessment, { nearMisses: true });
    expect(card.summary).toContain('one criterion stands against it today: E6');
    expect(card.detail).toContain('- **E6 Uncontrolled or active infection:** pneumonia under treatment');
    expect(card.suggestions).toBeUndefined();
  });

  it('may be one that the calendar alone mends', () => {
    const changes = [{ criterion: 'E9', on: '2026-06-20', becomes: 'not-met' }] as const;
    const assessment = assessmentOf(criteriaWith(criterion('E9', 'met')), { status: 'ineligible', changes });
    const [card] = cards(assessment, { nearMisses: true });
    expect(card?.detail).toContain('- **E9 Live vaccine within 4 weeks:** reason of E9 (from 2026-06-20: not present)');
    expect(cards({ ...assessment, changes: [] }, { nearMisses: true })).toEqual([]);
  });

  it.each([
    ['the course is too short', ['I2.glucocorticoid', 'I2.intolerance'], 1],
    ['nothing but intolerance is missing', ['I2.intolerance'], 0],
    ['the diagnosis is missing', ['I2.classification', 'I2.glucocorticoid'], 0],
  ])('of treatment: %s', (_name, notMet, count) => {
    const parts = ['I2.classification', 'I2.glucocorticoid', 'I2.intolerance'].map((id) =>
      criterion(id, notMet.includes(id) ? 'not-met' : 'met'),
    );
    const assessment = assessmentOf(criteriaWith(criterion('I2', 'not-met', { parts })), { status: 'ineligible' });
    expect(cards(assessment, { nearMisses: true })).toHaveLength(count);
  });
});

describe('a confidential criterion', () => {
  const secret = 'beta-hCG canary';
  const verdicts = ['met', 'not-met', 'unknown', 'needs-investigator'] as const;
  const withVerdict = (verdict: (typeof verdicts)[number]): Assessment =>
    assessmentOf(
      criteriaWith(
        criterion('I6', verdict, {
          reason: secret,
          missing: [{ what: verbatim(secret), orders: [] }],
          evidence: [{ label: verbatim(secret), value: secret }],
          parts: [criterion('I6.test', verdict, { confidential: true, reason: secret })],
        }),
      ),
      {
        orders: [orderOf('I6.test', secret)],
        changes: [
          { criterion: 'I6', on: '2026-06-05', becomes: 'not-met' },
          { criterion: 'I6.test', on: '2026-06-05', becomes: 'not-met', if: verbatim(secret) },
        ],
      },
    );

  it('leaves the same card whatever its answer is', () => {
    const newId = () => '6a4f1d5e-0000-4000-8000-000000000000';
    const texts = verdicts.map((verdict) => JSON.stringify(cards(withVerdict(verdict), { newId })));
    expect(new Set(texts).size).toBe(1);
    expect(texts[0]).not.toContain('canary');
    expect(texts[0]).toContain('| **I6** Pregnancy test and contraception | see chart | – |');
  });

  it('is not counted', () => {
    expect(oneCard(withVerdict('unknown')).detail).toMatch(
      /^\*\*May meet 19 of 19; 0 to confirm, 0 missing\.\*\* 1 more/,
    );
  });
});
