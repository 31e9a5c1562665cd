// What does a statement that a drug is not taken do to the order of it?

import { describe, expect, it } from 'vitest';
import { understand } from '../../../src/eligibility/understand.ts';
import { withoutUntaken } from '../../../src/facts/drugs/untaken.ts';
import type { Json } from '../../../src/fhir/record.ts';
import { twoAgents } from '../../../src/protocols/nct06222853-5to18/i2-agents.ts';
import { hydroxychloroquine } from '../../../src/protocols/nct06222853-5to18/i2-hydroxychloroquine.ts';
import { defaults } from '../../../src/protocols/nct06222853-5to18/settings.ts';
import { recordOf, screeningOn, type RecordOptions } from '../../builders.ts';
import { ago, asked, prednisone as prednisoneOf, weighing } from '../glucocorticoids/prednisone.ts';
import { statement } from '../history-entries.ts';
import { historyComplete, order } from '../standard-treatment/lupus-drugs.ts';

const screening = screeningOn('2026-06-01');
const judge = (criterion: typeof twoAgents, resources: readonly Json[], options: RecordOptions = {}) =>
  criterion.assess(understand(recordOf(resources, options), screening), screening, defaults);

const untaken = (drug: string, when: Json = {}): Json => ({
  resourceType: 'MedicationStatement',
  status: 'not-taken',
  medicationCodeableConcept: { text: drug },
  ...when,
});
const during = (start: string, end?: string): Json => ({
  effectivePeriod: { start, ...(end !== undefined && { end }) },
});
const mmf = order('吗替麦考酚酯胶囊', '2024-02-01', '2025-08-01');
const tacrolimus = order('他克莫司胶囊', '2026-01-01', '2026-04-30');
const tablets = '他克莫司胶囊';

describe('an order of 120 days that was taken for adequate although a statement says that the drug is not taken', () => {
  it.each<readonly [string, Json, string]>([
    ['in all of it', during('2026-01-01'), 'needs-investigator'],
    ['on days that nobody names', {}, 'needs-investigator'],
    ['since its 90th day', during('2026-03-31'), 'needs-investigator'],
    ['since its 91st day', during('2026-04-01'), 'met'],
    ['for a fortnight of it', during('2026-02-01', '2026-02-14'), 'met'],
    ['for 31 days of it', during('2026-02-01', '2026-03-03'), 'needs-investigator'],
    ['before it', during('2025-01-01', '2025-12-31'), 'met'],
    ['as of a day of it, which speaks of the days since', { effectiveDateTime: '2026-03-01' }, 'needs-investigator'],
    ['as of a day before it, which speaks of earlier orders', { dateAsserted: '2025-12-31' }, 'met'],
    ['as of its last day', { dateAsserted: '2026-04-30' }, 'met'],
  ])('%s', (_, when, verdict) => {
    expect(judge(twoAgents, [mmf, tacrolimus, untaken(tablets, when)]).verdict).toBe(verdict);
  });

  it('as of its first day counts too', () => {
    expect(judge(twoAgents, [mmf, tacrolimus, untaken(tablets, { dateAsserted: '2026-01-01' })]).verdict).toBe(
      'needs-investigator',
    );
  });

  it('for a fortnight, and in another statement for 17 days more', () => {
    const denials = [
      untaken(tablets, during('2026-02-01', '2026-02-14')),
      untaken(tablets, during('2026-02-15', '2026-03-03')),
    ];
    for (const both of [denials, denials.toReversed()])
      expect(judge(twoAgents, [mmf, tacrolimus, ...both]).verdict).toBe('needs-investigator');
  });

  it('is the same for what another statement says is taken', () => {
    const stated = statement(tablets, '2026-01-01', { effectivePeriod: { start: '2026-01-01', end: '2026-04-30' } });
    expect(judge(twoAgents, [mmf, stated]).verdict).toBe('met');
    expect(judge(twoAgents, [mmf, stated, untaken(tablets, during('2026-01-01'))]).verdict).toBe('needs-investigator');
  });

  it('says so', () => {
    const { reason } = judge(twoAgents, [mmf, tacrolimus, untaken(tablets, during('2026-01-01'))]);
    expect(JSON.stringify(reason)).toContain('immunosuppressants.untaken');
  });

  it.each<readonly [string, Json]>([
    ['another drug', untaken('硫唑嘌呤片', during('2026-01-01'))],
    ['a drug entered in error', { ...untaken(tablets, during('2026-01-01')), status: 'entered-in-error' }],
    ['a drug that is only intended', { ...untaken(tablets, during('2026-01-01')), status: 'intended' }],
  ])('does not count for %s', (_, statement) => {
    expect(judge(twoAgents, [mmf, tacrolimus, statement]).verdict).toBe('met');
  });

  it('counts as FHIR STU3 says it', () => {
    const stu3 = { ...untaken(tablets, during('2026-01-01')), status: 'active', taken: 'n' };
    expect(judge(twoAgents, [mmf, tacrolimus, stu3]).verdict).toBe('needs-investigator');
  });

  it('does not outweigh what was dispensed', () => {
    const dispensed = (month: string): Json => ({
      resourceType: 'MedicationDispense',
      status: 'completed',
      medicationCodeableConcept: { text: tablets },
      whenHandedOver: `2026-${month}-01`,
      daysSupply: { value: 31, unit: 'd' },
    });
    const months = ['01', '02', '03', '04'].map(dispensed);
    expect(judge(twoAgents, [mmf, ...months, untaken(tablets, during('2026-01-01'))]).verdict).toBe('met');
  });

  it('is the same for hydroxychloroquine, also in a complete history', () => {
    const ordered = order('硫酸羟氯喹片', '2024-01-01', '2026-05-01');
    const denied = untaken('硫酸羟氯喹片', during('2024-01-01'));
    expect(judge(hydroxychloroquine, [ordered]).verdict).toBe('met');
    expect(judge(hydroxychloroquine, [historyComplete, ordered, denied]).verdict).toBe('needs-investigator');
  });
});

describe('an administration that was not done speaks', () => {
  it.each<readonly [string, Json, string]>([
    ['of its own day alone', { effectiveDateTime: '2026-02-01' }, 'met'],
    ['of the days of its period', during('2026-02-01', '2026-03-03'), 'needs-investigator'],
    ['of its period, which may begin before the order', during('2025-12-15', '2026-02-03'), 'needs-investigator'],
    ['of the first day of a period without an end', during('2026-02-01'), 'met'],
    ['of no other dose where nobody knows its day', {}, 'met'],
  ])('%s', (_, when, verdict) => {
    const notDone = { ...untaken(tablets, when), resourceType: 'MedicationAdministration', status: 'not-done' };
    expect(judge(twoAgents, [mmf, tacrolimus, notDone]).verdict).toBe(verdict);
  });
});

describe('orders alone, while the statements that may deny them were not read', () => {
  const unread: RecordOptions = { retrieved: { medicationStatements: { state: 'unavailable', reason: 'down' } } };
  it('leave the question open', () => {
    expect(judge(twoAgents, [mmf, tacrolimus], unread)).toMatchObject({
      verdict: 'unknown',
      missing: [{ what: { id: 'immunosuppressants.statements' } }],
    });
    const ordered = order('硫酸羟氯喹片', '2024-01-01', '2026-05-01');
    expect(judge(hydroxychloroquine, [ordered], unread).verdict).toBe('unknown');
  });
});

describe('days of prednisone by an order of 133 days', () => {
  const start = ago(132);
  const prednisone = prednisoneOf(50, 132);
  const kilograms = weighing(45);
  it.each<readonly [string, Json, string]>([
    ['that a statement says were not taken', during(start), 'unknown'],
    ['of which a week was missed', during(ago(60), ago(54)), 'met'],
    ['of which the last 44 were not taken', during(ago(43)), 'unknown'],
    ['of which the last 43 were not taken', during(ago(42)), 'met'],
  ])('%s: no longer counted in full', (_, when, verdict) => {
    expect(asked([prednisone, ...kilograms, untaken('泼尼松片', when)]).verdict).toBe(verdict);
  });

  it('asks whether it was taken', () => {
    const { missing } = asked([prednisone, ...kilograms, untaken('泼尼松片', during(start))]);
    expect(missing.map(({ what }) => what.id)).toEqual(['glucocorticoid.untaken']);
  });
});

it('what is left of days is told to the day', () => {
  const days = { from: 10, to: 20 };
  expect(withoutUntaken(days, [{ from: 12, to: 14 }])).toEqual([
    { from: 10, to: 11 },
    { from: 15, to: 20 },
  ]);
  expect(withoutUntaken(days, [{ from: 25, to: 30 }])).toEqual([days]);
  expect(withoutUntaken(days, [{ from: 1, to: 5 }])).toEqual([days]);
  expect(withoutUntaken(days, [{ from: 11, to: 19 }])).toEqual([
    { from: 10, to: 10 },
    { from: 20, to: 20 },
  ]);
  expect(withoutUntaken(days, [{ from: 10, to: 20 }])).toEqual([]);
  expect(
    withoutUntaken(days, [
      { from: 9, to: 10 },
      { from: 20, to: 21 },
    ]),
  ).toEqual([{ from: 11, to: 19 }]);
});
