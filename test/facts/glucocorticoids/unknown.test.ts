// Where is the answer about high-dose glucocorticoids open, and what would settle it?

import { describe, expect, it } from 'vitest';
import type { Missing } from '../../../src/logic/finding.ts';
import { say } from '../../../src/logic/message.ts';
import { answer, numbers, orders, source, unweighed } from './answers.ts';
import { bodyHeight, bodyWeight, dosage, doubt } from './asked.ts';
import { ago, mg, order, prednisone } from './prednisone.ts';
import { expected, type Whole } from '../whole.ts';

const open = (missing: readonly Missing[], more: Partial<Whole>): Whole =>
  expected('unknown', say('glucocorticoid.undecided', { what: missing.map(({ what }) => what) }), { missing, ...more });
const year = ago(-366);

describe('where the least and the most of a course give different answers', () => {
  it.each<readonly [string, () => Whole, Whole]>([
    [
      'without a weight',
      () => unweighed(orders(40, [99, 50], [49, 0])),
      open([bodyWeight(99, 0)], {
        evidence: [
          ...numbers('100', '0–100', '0–100', [99, 0], '0.2–5'),
          source(1, ['40 mg'], 99),
          source(2, ['40 mg'], 49),
        ],
        days: [year],
      }),
    ],
    [
      'of a dose per square metre without a height',
      () => answer([order('prednisone tablet', [dosage([{ doseQuantity: { value: 30, unit: 'mg/m2' } }])])]),
      open([bodyHeight(99, 0)], {
        evidence: [...numbers('100', '0–100', '0–100', [99, 0], '0.559–1.146'), source(1, ['30 mg/m²'], 99)],
        days: [year],
      }),
    ],
    [
      'of a dose that cannot be read',
      () => answer([order('prednisone tablet', [dosage([])])]),
      open([doubt('dose', 1)], {
        evidence: [...numbers('100', '0–100', '0–100', [99, 0]), source(1, ['?'], 99)],
        flags: ['GC_DOSE_UNREADABLE'],
        days: [year],
      }),
    ],
    [
      'of a dose that is a range',
      () =>
        answer([
          order('prednisone tablet', [
            dosage([{ doseRange: { low: { value: 20, unit: 'mg' }, high: { value: 40, unit: 'mg' } } }]),
          ]),
        ]),
      open([doubt('exact-dose', 1)], {
        evidence: [...numbers('100', '0–100', '0–100', [99, 0], '0.5–1'), source(1, ['20–40 mg'], 99)],
        days: [year],
      }),
    ],
    [
      'of a drug that may be given locally',
      () => answer([order('dexamethasone', [dosage([mg(6)])])]),
      open([doubt('route', 1)], {
        evidence: [
          ...numbers('0–100', '0–100', '0–100', [99, 0], '0–1'),
          source(1, ['40 mg'], 99, { drug: 'dexamethasone' }),
        ],
        days: [ago(-1), year],
      }),
    ],
    [
      'of an order whose end nobody knows',
      () => answer([prednisone(40, 99, undefined, { status: 'completed' })]),
      open([doubt('dates', 1)], {
        evidence: [...numbers('1–100', '1–100', '1–100', [99, 0], '1'), source(1, ['40 mg'], 99)],
        flags: ['UNBOUNDED_ORDER'],
        days: [ago(-82), ago(-447)],
      }),
    ],
    [
      'of two orders of which one may have replaced the other',
      () => answer(orders(30, [99, 0], [95, 0])),
      open([doubt('overlap', 1)], {
        evidence: [
          ...numbers('100', '0–96', '0–96', [99, 0], '0.75–1.5'),
          source(1, ['30 mg'], 99),
          source(2, ['30 mg'], 95),
        ],
        flags: ['GC_ORDERS_OVERLAP'],
        days: [ago(-1), year],
      }),
    ],
  ])('%s', (_, found, answered) => {
    expect(found()).toEqual(answered);
  });
});
