// What does the answer about arrhythmias say where a drug is given against them?

import { describe, expect, it } from 'vitest';
import type { Json } from '../../../src/fhir/record.ts';
import type { Evidence } from '../../../src/logic/finding.ts';
import { say } from '../../../src/logic/message.ts';
import { condition, statement } from '../history-entries.ts';
import { active, answer, ask, fibrillation, over, paroxysmal, shown, unstated, ventricular } from './rhythm-answers.ts';
import type { Whole } from '../whole.ts';

const taken = (drug: string, reference = 'MedicationStatement/r2'): Evidence => ({
  reference,
  label: say('history.statement'),
  value: say('history.drug-until', { drug, date: '2026-06-01' }),
  date: '2026-01-20',
});
const amiodarone = statement('amiodarone', '2026-01-20');
const ended = (end: string): Json =>
  statement('amiodarone', '2026-01-20', { status: 'completed', effectivePeriod: { start: '2026-01-20', end } });

const under = (name: string) => ({ drug: 'amiodarone', evidence: [shown(name), taken('amiodarone')] });

describe('with a drug against it', () => {
  it.each<readonly [string, Json, Json, Whole]>([
    [
      'ventricular tachycardia',
      condition(ventricular, active),
      amiodarone,
      answer('met', 'treated', ventricular, under(ventricular)),
    ],
    [
      'ventricular tachycardia that is over',
      condition(ventricular, over),
      amiodarone,
      answer('met', 'treated', ventricular, under(ventricular)),
    ],
    [
      'ventricular tachycardia whose status nobody states',
      condition(ventricular, unstated),
      amiodarone,
      answer('met', 'treated', ventricular, under(ventricular)),
    ],
    [
      'paroxysmal tachycardia',
      condition(paroxysmal, active),
      amiodarone,
      answer('met', 'treated', paroxysmal, under(paroxysmal)),
    ],
    [
      'paroxysmal tachycardia whose status nobody states',
      condition(paroxysmal, unstated),
      amiodarone,
      answer('met', 'treated', paroxysmal, under(paroxysmal)),
    ],
    [
      'paroxysmal tachycardia that is over',
      condition(paroxysmal, over),
      amiodarone,
      answer('needs-investigator', 'judge', paroxysmal, under(paroxysmal)),
    ],
    [
      'atrial fibrillation',
      condition(fibrillation, active),
      amiodarone,
      answer('needs-investigator', 'judge', fibrillation, { drug: 'amiodarone' }),
    ],
    [
      'atrial fibrillation that is over',
      condition(fibrillation, over),
      amiodarone,
      answer('not-met', 'past', fibrillation, { drug: 'amiodarone' }),
    ],
    [
      'a drug that ends today',
      condition(ventricular, over),
      ended('2026-06-01'),
      answer('met', 'treated', ventricular, { ...under(ventricular), days: ['2026-06-02'] }),
    ],
    [
      'a drug that was ended yesterday',
      condition(ventricular, over),
      ended('2026-05-31'),
      answer('not-met', 'past', ventricular),
    ],
    [
      'a drug that will end in months',
      condition(ventricular, over),
      statement('amiodarone', '2026-01-20', { effectivePeriod: { start: '2026-01-20', end: '2026-09-30' } }),
      answer('met', 'treated', ventricular, { ...under(ventricular), days: ['2026-10-01'] }),
    ],
    [
      'a drug that perhaps was ended, tachycardia that is over',
      condition(ventricular, over),
      ended('2026-05'),
      answer('not-met', 'past', ventricular),
    ],
    [
      'a drug of which nobody knows when it was begun, tachycardia that is over',
      condition(ventricular, over),
      statement('amiodarone', '', { effectivePeriod: undefined }),
      answer('needs-investigator', 'judge', ventricular, {
        evidence: [
          shown(ventricular),
          { reference: 'MedicationStatement/r2', label: say('history.statement'), value: 'amiodarone' },
        ],
      }),
    ],
    [
      'the same, paroxysmal tachycardia',
      condition(paroxysmal, active),
      statement('amiodarone', '', { effectivePeriod: undefined }),
      answer('needs-investigator', 'judge', paroxysmal, {
        evidence: [
          shown(paroxysmal),
          { reference: 'MedicationStatement/r2', label: say('history.statement'), value: 'amiodarone' },
        ],
      }),
    ],
    [
      'drops for the eye',
      condition(ventricular, over),
      statement('propranolol', '2026-01-20', { dosage: [{ route: { text: 'ophthalmic' } }] }),
      answer('not-met', 'past', ventricular),
    ],
    [
      'another drug',
      condition(ventricular, over),
      statement('aspirin', '2026-01-20'),
      answer('not-met', 'past', ventricular),
    ],
    [
      'a drug that begins tomorrow',
      condition(ventricular, over),
      statement('amiodarone', '2026-06-02'),
      answer('not-met', 'past', ventricular, { days: ['2026-06-02'] }),
    ],
  ])('%s', (_, diagnosis, drug, whole) => {
    expect(ask([diagnosis, drug])).toEqual(whole);
  });

  it('every drug against it is shown, and the first that is surely given is named', () => {
    const unsure = statement('sotalol', '', { effectivePeriod: undefined });
    const { reason, evidence } = ask([condition(ventricular, over), unsure, amiodarone]);
    expect(reason).toEqual(say('heart.rhythm-treated', { name: ventricular, drug: 'amiodarone' }));
    expect(evidence.map(({ reference }) => reference)).toEqual([
      'Condition/r1',
      'MedicationStatement/r2',
      'MedicationStatement/r3',
    ]);
  });
});
