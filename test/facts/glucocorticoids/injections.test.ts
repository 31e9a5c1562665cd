// What does an injection nobody says where mean for the answer, and the strength of a salt?

import { describe, expect, it } from 'vitest';
import type { Json } from '../../../src/fhir/record.ts';
import { say } from '../../../src/logic/message.ts';
import { answer, by, numbers, reasonOf, source, statement, lapse } from './answers.ts';
import { dosage } from './asked.ts';
import { ago, mg, order, prednisone } from './prednisone.ts';
import { expected, type Whole } from '../whole.ts';

describe('an injection nobody says where', () => {
  const injected = (milligrams: number, from: number, to: number): Json =>
    by('injection', 'dexamethasone injection', dosage([mg(milligrams)], from, to));
  const shown = (drug = 'dexamethasone injection') => ({ drug });
  const decides = say('glucocorticoid.injection');
  const flags = ['GC_INJECTION_ROUTE'];

  it.each<readonly [string, readonly Json[], Whole]>([
    [
      'goes to the investigator where it decides',
      [injected(6, 99, 1)],
      expected('needs-investigator', decides, {
        evidence: [...numbers('0–99', '0–99', '0–99', [99, 1], '0–1'), source(1, ['40 mg'], 99, shown())],
        flags,
        days: [ago(-365)],
      }),
    ],
    [
      'goes to the investigator where it decides between met and nearly long enough',
      [prednisone(40, 99, 15), injected(6, 14, 5)],
      expected('needs-investigator', decides, {
        evidence: [
          ...numbers('85–95', '85–95', '85–95', [99, 5], '1'),
          source(1, ['40 mg'], 99),
          source(2, ['40 mg'], 14, shown()),
        ],
        flags: [...flags, 'GC_NEAR_THRESHOLD'],
        days: [ago(-351)],
      }),
    ],
    [
      'goes to the investigator where it decides together with another drug of the same days',
      [prednisone(20, 99, 1), injected(6, 99, 1)],
      expected('needs-investigator', decides, {
        evidence: [
          ...numbers('99', '0–99', '0–99', [99, 1], '0.5–1.5'),
          source(1, ['20 mg'], 99),
          source(2, ['40 mg'], 99, shown()),
        ],
        flags,
        days: [ago(-365)],
      }),
    ],
    [
      'changes nothing where it does not decide',
      [prednisone(40, 99, 0), injected(6, 14, 5)],
      expected('met', reasonOf('course', 100, 99, 0), {
        evidence: [
          ...numbers('100', '100', '100', [99, 0], '1–2'),
          source(1, ['40 mg'], 99),
          source(2, ['40 mg'], 14, shown()),
        ],
        days: [ago(-366)],
      }),
    ],
  ])('%s', (_, resources, answered) => {
    expect(answer(resources)).toEqual(answered);
  });

  it('leaves the answer open where something else is open too', () => {
    const found = answer([order('prednisone tablet', [dosage([], 99, 1)]), injected(6, 99, 1)]);
    expect([found.verdict, found.flags]).toEqual(['unknown', ['GC_DOSE_UNREADABLE']]);
    expect(found.missing.map(({ what }) => what.id)).toEqual(['glucocorticoid.dose', 'glucocorticoid.route']);
    const other = answer([by('subcutaneous', 'dexamethasone', dosage([mg(6)], 99, 1)), injected(6, 99, 1)]);
    expect([other.verdict, other.missing.map(({ what }) => what.id)]).toEqual(['unknown', ['glucocorticoid.route']]);
  });
});

it('the day on which another doubt opens the answer is announced', () => {
  const resources = [
    by('injection', 'dexamethasone injection', dosage([mg(6)], 99, 1)),
    prednisone(40, 50, undefined, { status: 'completed' }),
  ];
  const on = (days: number) => answer(resources, { on: ago(-days) });
  expect([on(0), on(32), on(33)].map(({ verdict }) => verdict)).toEqual([
    'needs-investigator',
    'needs-investigator',
    'unknown',
  ]);
  // 180 days after its first one the order of prednisone is taken to have ended.
  expect(on(0).days).toEqual([ago(-33), ago(-131)]);
});

describe('the strength of a salt', () => {
  const drug = 'dexamethasone sodium phosphate 4 MG/ML Injection';
  const salted = (milligrams: number, from = 99, to = 0): Json =>
    by('intravenous', drug, dosage([mg(milligrams)], from, to));

  it.each<readonly [string, readonly Json[], Whole]>([
    [
      // 7 mg are 5.32 mg of base, 35.467 mg of prednisone; read as base 46.667 mg.
      'is flagged where it decides',
      [salted(7)],
      expected('not-met', say('glucocorticoid.too-short', { dose: 1, any: 100, days: 0 }), {
        evidence: [
          statement(15),
          ...numbers('100', '0', '0', [99, 0], '0.887'),
          source(1, ['35.467 mg'], 99, { drug }),
        ],
        flags: ['GC_SALT_STRENGTH'],
        days: [lapse],
      }),
    ],
    [
      'is not flagged where both readings are enough',
      [salted(8)],
      expected('met', reasonOf('course', 100, 99, 0), {
        evidence: [...numbers('100', '100', '100', [99, 0], '1.013'), source(1, ['40.533 mg'], 99, { drug })],
        days: [ago(-366)],
      }),
    ],
    [
      'is not flagged where neither is',
      [salted(5)],
      expected('not-met', say('glucocorticoid.too-short', { dose: 1, any: 100, days: 0 }), {
        evidence: [
          statement(15),
          ...numbers('100', '0', '0', [99, 0], '0.633'),
          source(1, ['25.333 mg'], 99, { drug }),
        ],
        days: [lapse],
      }),
    ],
    [
      'is flagged where it decides together with another drug',
      [prednisone(20, 99, 0), salted(3.5)],
      expected('not-met', say('glucocorticoid.too-short', { dose: 1, any: 100, days: 0 }), {
        evidence: [
          statement(16),
          ...numbers('100', '0', '0', [99, 0], '0.943'),
          source(1, ['20 mg'], 99),
          source(2, ['17.733 mg'], 99, { drug }),
        ],
        flags: ['GC_SALT_STRENGTH'],
        days: [lapse],
      }),
    ],
    [
      'of a few days beside a drug whose strength is none of a salt',
      [prednisone(35, 99, 0), salted(1, 9, 0)],
      expected('not-met', say('glucocorticoid.too-short', { dose: 1, any: 100, days: 10 }), {
        evidence: [
          statement(16),
          ...numbers('100', '10', '10', [99, 0], '1.002'),
          source(1, ['35 mg'], 99),
          source(2, ['5.067 mg'], 9, { drug }),
        ],
        days: [lapse],
      }),
    ],
  ])('%s', (_, resources, answered) => {
    expect(answer(resources)).toEqual(answered);
  });

  it('is not flagged where the dose cannot be read', () => {
    const unread = by('intravenous', drug, dosage([]));
    expect(answer([unread]).flags).toEqual(['GC_DOSE_UNREADABLE']);
  });
});
