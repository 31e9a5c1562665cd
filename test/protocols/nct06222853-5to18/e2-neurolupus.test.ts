import { describe, expect, it } from 'vitest';

import type { Json } from '../../../src/fhir/record.ts';
import { centralNervousSystemLupus } from '../../../src/protocols/nct06222853-5to18/e2-neurolupus.ts';
import { ask } from '../../ask.ts';
import { answers } from './answers.ts';
import { day, textObservation } from '../../builders.ts';
import {
  administration,
  because,
  clinically,
  condition,
  procedure,
  report,
  statement,
  verified,
} from '../../facts/history-entries.ts';

const active = condition('cn M32.114+G94.8* 狼疮性脑病');
const resolved = condition('Neuropsychiatric SLE', clinically('resolved'));
const pulse = (date: string, more: Json = {}): Json => administration('methylprednisolone', date, more);
const half = (date: string, more: Json = {}): Json =>
  pulse(date, { dosage: { route: { text: 'intravenous' }, dose: { value: 125, unit: 'mg' } }, ...more });
const byMouth = (date: string, mg: number): Json =>
  administration('prednisone', date, { dosage: { route: { text: 'oral' }, dose: { value: mg, unit: 'mg' } } });
const tablets = statement('prednisone 5 mg', '2025-01-01');
const scored: Json = {
  ...textObservation('SLEDAI-2K', '16', '2026-05-20'),
  component: [
    { code: { text: 'Seizure' }, valueBoolean: true },
    { code: { text: 'Arthritis' }, valueBoolean: true },
  ],
};

describe('E2: lupus of the central nervous system with an intervention within 60 days', () => {
  answers(centralNervousSystemLupus, [
    ['needs-investigator', 'only an image of 60 days ago names it', [report('MRI：狼疮性脑病', '2026-04-02')]],
    ['not-met', 'only an image of 61 days ago names it', [report('MRI：狼疮性脑病', '2026-04-01')]],
    ['met', 'active, pulse today', [active, pulse('2026-06-01')]],
    ['met', 'active, pulse 60 days ago', [active, pulse('2026-04-02')]],
    ['needs-investigator', 'active, pulse 61 days ago', [active, pulse('2026-04-01')]],
    [
      'met',
      'active, a pulse given in two halves, neither of which is one',
      [active, half('2026-05-10T08:00:00+08:00'), half('2026-05-10T20:00:00+08:00')],
    ],
    ['needs-investigator', 'active, one such half only', [active, half('2026-05-10')]],
    [
      'needs-investigator',
      'active, the two halves 61 days ago',
      [active, half('2026-04-01T08:00:00+08:00'), half('2026-04-01T20:00:00+08:00')],
    ],
    [
      'needs-investigator',
      'over, a pulse in two halves',
      [resolved, half('2026-05-10T08:00:00+08:00'), half('2026-05-10T20:00:00+08:00')],
    ],
    [
      'met',
      'over, a pulse in two halves given for it',
      [resolved, half('2026-05-10T08:00:00+08:00', because('狼疮性脑病')), half('2026-05-10T20:00:00+08:00')],
    ],
    ['met', 'active, a pulse by mouth', [active, byMouth('2026-05-10', 250)]],
    ['needs-investigator', 'active, just below a pulse by mouth', [active, byMouth('2026-05-10', 249)]],
    ['met', 'active, cyclophosphamide', [active, administration('环磷酰胺', '2026-05-10')]],
    ['met', 'active, rituximab', [active, administration('rituximab', '2026-05-10')]],
    ['met', 'active, immunoglobulin', [active, administration('静注人免疫球蛋白', '2026-05-10')]],
    // Immunoglobulins against one disease counted as an intervention for neuropsychiatric lupus.
    ['needs-investigator', 'active, anti-D', [active, administration('Rho(D) immune globulin', '2026-05-10')]],
    [
      'needs-investigator',
      'active, one of hepatitis B',
      [active, administration('乙型肝炎人免疫球蛋白', '2026-05-10')],
    ],
    ['met', 'active, plasma exchange', [active, procedure('血浆置换', '2026-05-10')]],
    ['met', 'active, intensive care', [active, procedure('Admission to intensive care unit', '2026-05-10')]],
    ['needs-investigator', 'active, only tablets of prednisone', [active, tablets]],
    [
      'needs-investigator',
      'active, cyclophosphamide for the kidney',
      [active, administration('cyclophosphamide', '2026-05-10', because('Lupus nephritis'))],
    ],
    ['needs-investigator', 'active, nothing dated', [active]],
    [
      'needs-investigator',
      'active, immunoglobulin of an unknown day',
      [active, administration('immunoglobulin', '2026')],
    ],
    ['needs-investigator', 'provisional', [condition('NPSLE', verified('provisional')), pulse('2026-05-10')]],
    ['not-met', 'over, nothing in the window', [resolved]],
    ['needs-investigator', 'over, an intervention without that reason', [resolved, pulse('2026-05-10')]],
    [
      'met',
      'over, an intervention given for it',
      [resolved, administration('rituximab', '2026-05-10', because('Neuropsychiatric lupus'))],
    ],
    ['met', 'a new antiepileptic given for it', [statement('levetiracetam', '2026-05-01', because('狼疮性脑病'))]],
    ['not-met', 'a new antiepileptic without reason', [statement('levetiracetam', '2026-05-01')]],
    [
      'not-met',
      'an antiepileptic given for it for years',
      [statement('levetiracetam', '2024-05-01', because('狼疮性脑病'))],
    ],
    [
      'not-met',
      'interventions, no such lupus',
      [pulse('2026-05-10'), administration('cyclophosphamide', '2026-05-10')],
    ],
    [
      'not-met',
      'peripheral neuropathy of lupus',
      [condition('cn M32.106+G63.5* 狼疮性周围神经病'), pulse('2026-05-10')],
    ],
    ['needs-investigator', 'a nervous SLEDAI item scored in the window', [scored]],
    ['not-met', 'a nervous SLEDAI item scored before the window', [{ ...scored, effectiveDateTime: '2026-04-01' }]],
    ['needs-investigator', 'a seizure since ten days', [condition('Seizure', { onsetDateTime: '2026-05-22' })]],
    ['not-met', 'epilepsy since years', [condition('Epilepsy', { onsetDateTime: '2020-05-22' })]],
    ['not-met', 'refuted', [condition('Neuropsychiatric lupus', verified('refuted')), pulse('2026-05-10')]],
    ['not-met', 'nothing', []],
    [
      'unknown',
      'nothing, diagnoses cut off',
      [],
      { retrieved: { conditions: { state: 'partial', reason: 'cut off' } } },
    ],
  ]);

  it('turns on the day after the sixtieth', () => {
    const { turns } = ask(centralNervousSystemLupus, [active, pulse('2026-04-02')]);
    expect(turns.map(({ on }) => on)).toContain(Date.UTC(2026, 5, 2) / 86_400_000);
  });
});

it('says on which day a new antiepileptic is new no longer, however long it is taken', () => {
  const levetiracetam = statement('levetiracetam', '2026-05-01', because('cn M32.114+G94.8* 狼疮性脑病'));
  const on = (asOf: string) => ask(centralNervousSystemLupus, [active, levetiracetam], { asOf });
  expect(on('2026-06-30').verdict).toBe('met');
  expect(on('2026-07-01').verdict).toBe('needs-investigator');
  expect(on('2026-06-01').turns.map((turn) => turn.on)).toContain(day('2026-07-01'));
});
