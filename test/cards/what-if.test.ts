import { describe, expect, it } from 'vitest';
import { cardSchema, type Card } from '../../src/cards/card.ts';
import { whatIfCards } from '../../src/cards/what-if.ts';
import type { Assessment } from '../../src/eligibility/assessment.ts';
import type { Gain, Loss, WhatIf } from '../../src/eligibility/what-if.ts';
import type { Draft } from '../../src/fhir/drafts.ts';
import { perSearch } from '../../src/fhir/record-builder.ts';
import { verbatim } from '../../src/logic/message.ts';
import { assessmentOf, contextWith, criteriaWith, criterion } from './assessments.ts';

const draft = (text: string): Draft => ({
  order: { resourceType: 'MedicationRequest' },
  names: [{ codings: [], text }],
  studies: [],
});

const loss = (id: string, more: Partial<Loss> = {}): Loss => ({
  criterion: criterion(id, 'met'),
  becomes: 'met',
  from: '2026-06-01',
  until: '2026-06-30',
  reason: verbatim('given within 28 days'),
  drafts: [draft('M-M-R II')],
  ...more,
});

const gain = (id: string, more: Partial<Gain> = {}): Gain => ({
  criterion: criterion(id, 'needs-investigator', { type: 'inclusion' }),
  on: '2027-02-20',
  drafts: [draft('mycophenolate')],
  ...more,
});

const open = assessmentOf(criteriaWith());

const cards = (more: Partial<WhatIf>, context = contextWith()): readonly Card[] =>
  whatIfCards({ now: open, losses: [], gains: [], ...more }, context).map((each) => cardSchema.parse(each));

describe('the card for an order', () => {
  it('warns of a loss with the order, the criterion, why and until when', () => {
    const [card, ...others] = cards({ losses: [loss('E9')] });
    expect(others).toEqual([]);
    expect(card?.indicator).toBe('warning');
    expect(card?.summary).toBe(
      'M-M-R II: E9 Live vaccine within 4 weeks would be present until 2026-06-30 (NCT06222853)',
    );
    expect(card?.detail).toContain('**If this is carried out: M-M-R II.**');
    expect(card?.detail).toContain(
      '- **E9 Live vaccine within 4 weeks** would be present from 2026-06-01 until 2026-06-30, if nothing else is recorded: given within 28 days',
    );
  });

  it('says so where no end follows from the order', () => {
    const { until: _none, ...endless } = loss('E4.vitals');
    const [card] = cards({ losses: [endless] });
    expect(card?.summary).toBe('M-M-R II: E4 unstable vital signs would be present (NCT06222853)');
    expect(card?.detail).toContain('no end follows from the order itself: given within 28 days');
  });

  it('informs of a gain with its date and its condition', () => {
    const [card] = cards({ gains: [gain('I2.agents', { if: verbatim('if treatment continues') })] });
    expect(card?.indicator).toBe('info');
    expect(card?.summary).toBe(
      'With mycophenolate from today I2 two further agents would be met from 2027-02-20 (NCT06222853)',
    );
    expect(card?.detail).toContain('would be met from 2027-02-20 (if treatment continues).');
  });

  it('is one card for all that the same order changes, a warning if anything is lost', () => {
    const drafts = [draft('rituximab')];
    const [card, ...others] = cards({ losses: [loss('E2', { drafts })], gains: [gain('I2.agents', { drafts })] });
    expect(others).toEqual([]);
    expect([card?.indicator, card?.detail.match(/^- /gm)?.length]).toEqual(['warning', 2]);
  });

  it('is one card for each order', () => {
    expect(cards({ losses: [loss('E9'), loss('E2', { drafts: [draft('rituximab')] })] })).toHaveLength(2);
  });

  it('never suggests anything and never speaks of a candidate', () => {
    for (const card of cards({ losses: [loss('E9')], gains: [gain('I2.agents')] })) {
      expect([card.suggestions, card.selectionBehavior]).toEqual([undefined, undefined]);
      expect(`${card.summary} ${card.detail}`).not.toMatch(/candidate|eligible|refer|suggest/i);
    }
  });

  it('stays within its summary however long the order is called, and shows its letters only', () => {
    const [card] = cards({
      losses: [loss('E9', { drafts: [draft(`<b>[x](http://y)</b>\u202E${'long '.repeat(200)}`)] })],
    });
    expect(card?.summary.length).toBeLessThan(140);
    expect(card?.summary).toContain('E9 Live vaccine');
    expect(card?.summary).not.toContain('\u202E');
    expect(card?.detail).toContain('\\<b\\>\\[x\\]');
  });

  it('names several orders that only together change something', () => {
    const drafts = [draft('mycophenolate'), draft('azathioprine')];
    const [card] = cards({ gains: [gain('I2.agents', { drafts })] });
    expect(card?.summary).toContain('mycophenolate; azathioprine');
  });

  it('says what could not be seen', () => {
    const retrieved = perSearch(() => ({ state: 'unavailable', reason: 'timeout' }) as const);
    const [card] = cards({ losses: [loss('E9')] }, contextWith({ retrieved }));
    expect(card?.detail).toContain('What we could not see');
    expect(cards({ losses: [loss('E9')] })[0]?.detail).not.toContain('What we could not see');
  });

  it('says when the trial does not recruit', () => {
    const trial = { ...contextWith().trial, recruiting: false };
    expect(cards({ losses: [loss('E9')] }, contextWith({ trial }))[0]?.detail).toContain('does not recruit');
  });
});

describe('no card for an order', () => {
  const against = (id: string, more: Partial<Assessment> = {}): Assessment =>
    assessmentOf(criteriaWith(criterion(id, id.startsWith('I') ? 'not-met' : 'met')), {
      status: 'ineligible',
      ...more,
    });

  it('is shown where nothing changes', () => {
    expect(cards({})).toEqual([]);
  });

  it('is shown without any sign of lupus', () => {
    expect(cards({ now: { ...open, signOfLupus: false }, losses: [loss('E9')] })).toEqual([]);
  });

  it('is shown where something stands against the patient that cannot be mended', () => {
    expect(cards({ now: against('E1'), losses: [loss('E9')] })).toEqual([]);
    expect(cards({ now: against('E6'), losses: [loss('E9')] })).toHaveLength(1);
    expect(cards({ now: against('E6', { flags: ['DECEASED'] }), losses: [loss('E9')] })).toEqual([]);
  });

  it('is shown for a confidential criterion or its parts', () => {
    const part = criterion('I6.contraception', 'unknown', { type: 'inclusion', confidential: true });
    const now = assessmentOf(criteriaWith(criterion('I6', 'unknown', { parts: [part] })));
    expect(cards({ now, gains: [gain('I6.contraception')], losses: [loss('I6.test')] })).toEqual([]);
    const hidden = criterion('E10', 'met', { confidential: true });
    expect(cards({ losses: [loss('E10', { criterion: hidden })] })).toEqual([]);
  });
});
