// What does the answer about arrhythmias say, show, ask for and announce?

import { describe, expect, it } from 'vitest';
import { exposuresOf } from '../../src/facts/exposures.ts';
import { severeArrhythmiaNow } from '../../src/facts/heart-disease-rhythm.ts';
import type { Json } from '../../src/fhir/record.ts';
import type { Evidence } from '../../src/logic/finding.ts';
import { say } from '../../src/logic/message.ts';
import { day, recordOf, screeningOn, type RecordOptions } from '../builders.ts';
import { clinically, condition, report, statement, verified } from './history-entries.ts';
import { expected, whole, type Whole } from './whole.ts';

const screening = screeningOn('2026-06-01');
function ask(resources: readonly Json[], options: RecordOptions = {}): Whole {
  const record = recordOf(resources, options);
  return whole(severeArrhythmiaNow(record, exposuresOf(record, screening), screening, 90));
}

const what = say('heart.arrhythmia');
const absent = say('history.absent', { what });
const onset = { onsetDateTime: '2026-01-10' };
const [active, unstated, over] = [
  onset,
  { ...onset, clinicalStatus: undefined },
  { ...onset, ...clinically('resolved') },
];
const seen = (value: string, label = 'diagnosis'): Evidence => ({
  reference: 'Condition/r1',
  label: say(`history.${label}`),
  value,
  date: '2026-01-10',
});
const taken = (drug: string, reference = 'MedicationStatement/r2'): Evidence => ({
  reference,
  label: say('history.statement'),
  value: say('history.drug-until', { drug, date: '2026-06-01' }),
  date: '2026-01-20',
});
const [ventricular, paroxysmal, fibrillation] = [
  'Ventricular tachycardia',
  'Paroxysmal supraventricular tachycardia',
  'Atrial fibrillation',
] as const;
const amiodarone = statement('amiodarone', '2026-01-20');
const ended = (end: string): Json =>
  statement('amiodarone', '2026-01-20', { status: 'completed', effectivePeriod: { start: '2026-01-20', end } });

function answer(
  verdict: Whole['verdict'],
  reason: string,
  name: string,
  more: Partial<Pick<Whole, 'evidence' | 'days'>> & { readonly drug?: string } = {},
): Whole {
  const { drug = '', ...shown } = more;
  const unknown = verdict === 'unknown';
  const values = { name, drug };
  return expected(verdict, say(unknown ? 'heart.status-unknown' : `heart.rhythm-${reason}`, values), {
    evidence: [seen(name)],
    missing: unknown ? [{ what: say('heart.status', values), orders: [] }] : [],
    ...shown,
  });
}
const under = (name: string) => ({ drug: 'amiodarone', evidence: [seen(name), taken('amiodarone')] });

describe('alone', () => {
  it.each<readonly [string, Json, Whole]>([
    ['ventricular tachycardia', condition(ventricular, active), answer('met', 'present', ventricular)],
    [
      'ventricular tachycardia whose status nobody states',
      condition(ventricular, unstated),
      answer('unknown', 'status', ventricular),
    ],
    ['ventricular tachycardia that is over', condition(ventricular, over), answer('not-met', 'past', ventricular)],
    [
      'ventricular tachycardia that was over yesterday',
      condition(ventricular, { ...onset, abatementDateTime: '2026-05-31' }),
      answer('not-met', 'past', ventricular, { days: ['2026-06-01'] }),
    ],
    [
      'ventricular tachycardia that is over at the end of today',
      condition(ventricular, { ...onset, abatementDateTime: '2026-06-01' }),
      answer('met', 'present', ventricular, { days: ['2026-06-02'] }),
    ],
    [
      'ventricular tachycardia, not confirmed',
      condition(ventricular, { ...active, ...verified('provisional') }),
      answer('needs-investigator', 'doubtful', ventricular, { evidence: [seen(ventricular, 'unconfirmed')] }),
    ],
    ['paroxysmal tachycardia', condition(paroxysmal, active), answer('needs-investigator', 'judge', paroxysmal)],
    [
      'paroxysmal tachycardia whose status nobody states',
      condition(paroxysmal, unstated),
      answer('needs-investigator', 'judge', paroxysmal),
    ],
    ['another arrhythmia that is over', condition(fibrillation, over), answer('not-met', 'past', fibrillation)],
    [
      'congenital heart block, which is never over',
      condition('Congenital heart block', over),
      answer('needs-investigator', 'judge', 'Congenital heart block'),
    ],
    [
      'one that begins tomorrow',
      condition(ventricular, { onsetDateTime: '2026-06-02' }),
      expected('not-met', absent, { days: ['2026-06-02'] }),
    ],
    [
      'one that is refuted',
      condition(ventricular, verified('refuted')),
      expected('not-met', absent, {
        ignored: [
          { reference: 'Condition/r1', label: say('record.refuted', { status: 'refuted' }), value: ventricular },
        ],
        flags: ['IGNORED_INVALID_EVIDENCE'],
      }),
    ],
  ])('%s', (_, resource, whole) => {
    expect(ask([resource])).toEqual(whole);
  });
});

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
          seen(ventricular),
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
          seen(paroxysmal),
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

it('an entry that names a severe and a lesser one is judged once, as the severe', () => {
  const both = 'Ventricular tachycardia, atrial fibrillation';
  expect(ask([condition(both, active)])).toEqual(answer('met', 'present', both));
});

it('a report of the last 90 days is for the investigator', () => {
  expect(ask([report('频发室性早搏', '2026-03-03')])).toEqual(
    expected('needs-investigator', say('heart.rhythm-report', { date: '2026-03-03' }), {
      evidence: [
        { reference: 'DiagnosticReport/r1', label: say('heart.report'), value: '频发室性早搏', date: '2026-03-03' },
      ],
      days: ['2026-06-02'],
    }),
  );
});

it('nothing on record needs the diagnoses, the drugs, and the reports of the last days', () => {
  const since = (iso: string): RecordOptions => ({
    retrieved: { diagnosticReports: { state: 'partial', reason: 'cut off', completeSince: day(iso) } },
  });
  expect(ask([], since('2026-03-02'))).toEqual(expected('not-met', absent));
  const searches = [say('history.search.diagnosticReports')];
  expect(ask([], since('2026-03-03'))).toEqual(
    expected('unknown', say('history.incomplete', { what, searches }), {
      missing: [{ what: say('history.read-again', { searches }), orders: [] }],
    }),
  );
  for (const search of ['conditions', 'medicationRequests'] as const)
    expect(ask([], { retrieved: { [search]: { state: 'unavailable', reason: 'refused' } } }).verdict).toBe('unknown');
});
