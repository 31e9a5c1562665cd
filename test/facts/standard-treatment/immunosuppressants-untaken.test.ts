// What becomes of an agent that a statement says is not taken, or may say so where the statements were not read?

import { describe, expect, it } from 'vitest';
import { agentOf } from '../../../src/facts/standard-treatment/immunosuppressants.ts';
import type { Json } from '../../../src/fhir/record.ts';
import type { Evidence } from '../../../src/logic/finding.ts';
import { say, verbatim } from '../../../src/logic/message.ts';
import { defaults } from '../../../src/protocols/nct06222853-5to18/settings.ts';
import { recordOf, screeningOn, type RecordOptions } from '../../builders.ts';
import {
  adequate,
  answers,
  cover,
  doses,
  inadequate,
  infusions,
  mmf,
  mmfShown,
  noTime,
  values,
} from './agents-answers.ts';
import { order } from './lupus-drugs.ts';
import { expected, type Whole } from '../whole.ts';

const fk = 'tacrolimus';
const tacrolimus = order('他克莫司胶囊', '2026-01-01', '2026-04-30');
const tacrolimusShown = cover(fk, 'MedicationRequest/r2', 120, '2026-01-01', '2026-04-30');
const dispensed = (from: string, days: number): Json => ({
  resourceType: 'MedicationDispense',
  status: 'completed',
  medicationCodeableConcept: { text: '他克莫司胶囊' },
  whenHandedOver: from,
  daysSupply: { value: days, unit: 'd' },
});

describe('an agent that a statement says is not taken', () => {
  const untaken = (drug: string, start: string, end?: string): Json => ({
    resourceType: 'MedicationStatement',
    status: 'not-taken',
    medicationCodeableConcept: { text: drug },
    effectivePeriod: { start, ...(end !== undefined && { end }) },
  });
  const ignored = (value: string, n = 3): { readonly ignored: readonly Evidence[] } => ({
    ignored: [
      {
        reference: `MedicationStatement/r${String(n)}`,
        label: say('record.status-does-not-count', { status: 'not-taken' }),
        value,
      },
    ],
  });
  const doubt = (name: string) => say('immunosuppressants.untaken', { name });
  answers([
    [
      'has no proven day where it was said of all of them',
      [mmf, tacrolimus, untaken('他克莫司胶囊', '2026-01-01')],
      inadequate(fk, noTime(fk, 'MedicationRequest/r2'), doubt(fk), ignored('他克莫司胶囊')),
    ],
    [
      'has the days before',
      [mmf, tacrolimus, untaken('他克莫司胶囊', '2026-03-31')],
      inadequate(
        fk,
        cover(fk, 'MedicationRequest/r2', 89, '2026-01-01', '2026-03-30'),
        doubt(fk),
        ignored('他克莫司胶囊'),
      ),
    ],
    [
      'is in doubt also where some of it was dispensed',
      [mmf, tacrolimus, dispensed('2026-01-01', 10), untaken('他克莫司胶囊', '2026-01-01')],
      inadequate(
        fk,
        cover(fk, 'MedicationRequest/r2', 10, '2026-01-01', '2026-01-10'),
        doubt(fk),
        ignored('他克莫司胶囊', 4),
      ),
    ],
    [
      'has no proven dose, although two were ordered',
      [
        mmf,
        order('利妥昔单抗注射液', '2025-05-01', '2025-05-15', {
          dosageInstruction: [{ route: { text: '静脉滴注' }, timing: { event: ['2025-05-01', '2025-05-15'] } }],
        }),
        untaken('利妥昔单抗注射液', '2025-05-01'),
      ],
      inadequate(
        'rituximab',
        noTime('rituximab', 'MedicationRequest/r2'),
        doubt('rituximab'),
        ignored('利妥昔单抗注射液'),
      ),
    ],
  ]);
});

describe('an agent whose administrations were not done', () => {
  const notDone = (drug: string, on?: string): Json => ({
    resourceType: 'MedicationAdministration',
    status: 'not-done',
    medicationCodeableConcept: { text: drug },
    ...(on !== undefined && { effectiveDateTime: on }),
  });
  const shown = (value: string, count: number): readonly Evidence[] =>
    Array.from({ length: count }, (_, index) => ({
      reference: `MedicationAdministration/r${String(index + 3)}`,
      label: say('record.status-does-not-count', { status: 'not-done' }),
      value,
    }));
  const rituximab = order('利妥昔单抗注射液', '2025-05-01', '2025-05-15', {
    dosageInstruction: [{ route: { text: '静脉滴注' }, timing: { event: ['2025-05-01', '2025-05-15'] } }],
  });
  const doubt = (name: string) => say('immunosuppressants.untaken', { name });
  answers([
    [
      'passed as given, since it was ordered',
      [mmf, rituximab, notDone('利妥昔单抗注射液', '2025-05-01'), notDone('利妥昔单抗注射液', '2025-05-15')],
      inadequate('rituximab', noTime('rituximab', 'MedicationRequest/r2'), doubt('rituximab'), {
        ignored: shown('利妥昔单抗注射液', 2),
      }),
    ],
    [
      'has every other day of its order',
      [mmf, tacrolimus, notDone('他克莫司胶囊', '2026-02-01')],
      {
        ...adequate(fk, cover(fk, 'MedicationRequest/r2', 119, '2026-01-01', '2026-04-30')),
        ignored: shown('他克莫司胶囊', 1),
      },
    ],
    [
      'has all days where nobody knows which was not done',
      [mmf, tacrolimus, notDone('他克莫司胶囊')],
      { ...adequate(fk, tacrolimusShown), ignored: shown('他克莫司胶囊', 1) },
    ],
  ]);
});

describe('while the statements were not read', () => {
  const unread: RecordOptions = { retrieved: { medicationStatements: { state: 'unavailable', reason: 'down' } } };
  const open = (agents: readonly string[], evidence: readonly Evidence[]): Whole =>
    expected('unknown', say('immunosuppressants.ordered', { agents: agents.map(verbatim) }), {
      evidence,
      missing: [{ what: say('immunosuppressants.statements'), orders: [] }],
    });
  const cyclophosphamide = infusions('注射用环磷酰胺', '2025-05-01', [0, 30, 60]);
  const infused = doses('cyclophosphamide', 'MedicationAdministration/r3', 3, '2025-05-01', '2025-06-30');
  answers([
    [
      'two agents by orders alone leave the question open',
      [mmf, tacrolimus],
      open(['mycophenolate', fk], [mmfShown, tacrolimusShown]),
      unread,
    ],
    [
      'one of two by orders alone does too, and is named',
      [...cyclophosphamide, tacrolimus],
      open([fk], [{ ...infused }, { ...tacrolimusShown, reference: 'MedicationRequest/r4' }]),
      unread,
    ],
    [
      'two that were given or dispensed are enough, whatever else was ordered',
      [...cyclophosphamide, dispensed('2026-01-01', 120), mmf],
      expected(
        'met',
        say(
          'immunosuppressants.met',
          values(['cyclophosphamide', 'mycophenolate', fk], ['cyclophosphamide', 'mycophenolate', fk]),
        ),
        {
          evidence: [
            infused,
            { ...mmfShown, reference: 'MedicationRequest/r5' },
            { ...tacrolimusShown, reference: 'MedicationDispense/r4' },
          ],
        },
      ),
      unread,
    ],
  ]);

  it('an agent that is not adequate does not rest on its orders', () => {
    const record = recordOf([], unread);
    expect(agentOf(fk, [], defaults, record, screeningOn('2026-06-01')).restsOnOrders).toBe(false);
  });
});

describe('once the statements were read', () => {
  answers([['orders alone are enough', [mmf, tacrolimus], adequate(fk, tacrolimusShown)]]);
});
