import { describe, expect, test } from 'vitest';
import { understand } from '../../../src/eligibility/understand.ts';
import type { Json } from '../../../src/fhir/record.ts';
import { isoDay } from '../../../src/logic/calendar.ts';
import { hydroxychloroquine } from '../../../src/protocols/nct06222853-5to18/i2-hydroxychloroquine.ts';
import { defaults } from '../../../src/protocols/nct06222853-5to18/settings.ts';
import { recordOf, screeningOn, type RecordOptions } from '../../builders.ts';
import { historyComplete, order } from '../../facts/standard-treatment/lupus-drugs.ts';

const screening = screeningOn('2026-06-01');
const assess = (resources: readonly Json[], options: RecordOptions = {}) =>
  hydroxychloroquine.assess(understand(recordOf(resources, options), screening), screening, defaults);

const condition = (text: string, more: Json = {}): Json => ({
  resourceType: 'Condition',
  verificationStatus: { coding: [{ code: 'confirmed' }] },
  code: { text },
  ...more,
});
const hcq = '硫酸羟氯喹片';
const words = (text: string): Json => ({ text, timing: { repeat: { boundsPeriod: { start: '2023-04-01' } } } });

describe('I2.hydroxychloroquine', () => {
  test.each<[string, string, readonly Json[]]>([
    ['met', 'exactly 90 days', [order(hcq, '2026-01-01', '2026-03-31')]],
    ['needs-investigator', '89 days', [order(hcq, '2026-01-02', '2026-03-31')]],
    [
      'unknown',
      'a status that FHIR does not know, in a complete history',
      [{ ...order(hcq, '2025-01-01', '2025-12-31'), status: 'dispensed' }, historyComplete],
    ],
    ['not-met', 'a draft, in a complete history', [{ ...order(hcq, '2025-01-01'), status: 'draft' }, historyComplete]],
    ['met', 'an order that still runs since 2023', [order(hcq, '2023-04-01')]],
    [
      'met',
      'two orders with a break of 14 days',
      [order(hcq, '2025-01-01', '2025-02-14'), order(hcq, '2025-03-01', '2025-04-14')],
    ],
    [
      'needs-investigator',
      'two orders with a break of 15 days',
      [order(hcq, '2025-01-01', '2025-02-14'), order(hcq, '2025-03-02', '2025-04-15')],
    ],
    [
      'needs-investigator',
      '80 days with a bridged break of 12 days, which are not counted',
      [order(hcq, '2025-01-01', '2025-02-09'), order(hcq, '2025-02-22', '2025-04-02')],
    ],
    ['needs-investigator', 'months that may be 90 days or fewer', [order(hcq, '2026-01', '2026-03')]],
    ['met', 'months that are 90 days however they are read', [order(hcq, '2025-06', '2026-01')]],
    [
      'met',
      'by an English name without route',
      [
        order('Plaquenil', '2023-04-01', '2024-04-01', {
          dosageInstruction: [{ timing: { repeat: { boundsPeriod: { start: '2023-04-01', end: '2024-04-01' } } } }],
        }),
      ],
    ],
    [
      'needs-investigator',
      'an open order whose words end it after 28 days, or once',
      [order(hcq, '2023-04-01', undefined, { dosageInstruction: [words('200mg bid 连用28天')] })],
    ],
    [
      'needs-investigator',
      'an open order whose words name its last day',
      [order(hcq, '2023-04-01', undefined, { dosageInstruction: [words('200 mg bid until 2023-05-01')] })],
    ],
    ['needs-investigator', 'only chloroquine', [historyComplete, order('磷酸氯喹片', '2023-04-01')]],
    ['needs-investigator', 'none, but G6PD deficiency', [historyComplete, condition('G6PD缺乏症')]],
    ['needs-investigator', 'none, but retinopathy', [condition('Retinopathy')]],
    ['needs-investigator', 'none, but retinopathy of lupus', [historyComplete, condition('狼疮性视网膜病变')]],
    ...['on-hold', 'unknown'].map((status): [string, string, readonly Json[]] => [
      'unknown',
      `an order ${status}, in a complete history`,
      [historyComplete, order(hcq, '2023-04-01', undefined, { status })],
    ]),
    [
      'not-met',
      'a proposal on hold',
      [historyComplete, order(hcq, '2023-04-01', undefined, { status: 'on-hold', intent: 'proposal' })],
    ],
    [
      'not-met',
      'an order that was cancelled',
      [historyComplete, order(hcq, '2023-04-01', undefined, { status: 'cancelled' })],
    ],
    ['not-met', 'none in a complete history', [historyComplete]],
    ['unknown', 'none, and nobody says that the history is complete', []],
    ['unknown', 'none, and a drug that nobody can read', [historyComplete, order('little pink pill', '2023-01-01')]],
    [
      'not-met',
      'only an order that was cancelled',
      [historyComplete, order(hcq, '2023-04-01', undefined, { status: 'cancelled' })],
    ],
    ['not-met', 'only a proposal', [historyComplete, order(hcq, '2023-04-01', undefined, { intent: 'proposal' })]],
    ['not-met', 'only an order for next month', [historyComplete, order(hcq, '2026-07-01')]],
    [
      'not-met',
      'G6PD deficiency refuted',
      [historyComplete, condition('G6PD缺乏症', { verificationStatus: { coding: [{ code: 'refuted' }] } })],
    ],
    [
      'unknown',
      'a code of another drug beside its name',
      [
        historyComplete,
        order('', '2023-01-01', undefined, {
          medicationCodeableConcept: {
            coding: [{ system: 'http://www.nlm.nih.gov/research/umls/rxnorm', code: '9524' }],
            text: 'hydroxychloroquine 200 mg tablet',
          },
        }),
      ],
    ],
  ])('%s: %s', (verdict, _title, resources) => {
    const { verdict: answer, evidence, missing } = assess(resources);
    expect(answer).toBe(verdict);
    expect(missing.length > 0).toBe(answer === 'unknown');
    expect(evidence.length > 0 || answer !== 'met').toBe(true);
  });

  test('what was not attested is flagged', () => {
    expect(assess([]).flags).toEqual(['MED_HISTORY_NOT_ATTESTED']);
  });

  test('a search that was cut off leaves the absence open, not the proof', () => {
    const retrieved = { medicationRequests: { state: 'partial', reason: 'cut off' } } as const;
    expect(assess([historyComplete], { retrieved }).verdict).toBe('unknown');
    expect(assess([order(hcq, '2023-04-01')], { retrieved }).verdict).toBe('met');
    expect(
      assess([historyComplete], { retrieved: { conditions: { state: 'unavailable', reason: 'off' } } }).verdict,
    ).toBe('unknown');
  });

  test('a running course names the day on which it reaches 90 days', () => {
    const { turns, verdict } = assess([order(hcq, '2026-04-01')]);
    expect(verdict).toBe('needs-investigator');
    expect(turns.map(({ on }) => isoDay(on))).toContain('2026-06-29');
    const then = screeningOn('2026-06-29');
    const record = recordOf([order(hcq, '2026-04-01')]);
    expect(hydroxychloroquine.assess(understand(record, then), then, defaults).verdict).toBe('met');
    const before = screeningOn('2026-06-28');
    expect(hydroxychloroquine.assess(understand(record, before), before, defaults).verdict).toBe('needs-investigator');
  });
});
