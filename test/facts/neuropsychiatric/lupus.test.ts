// What does the answer about lupus of the central nervous system say, show, ask for and announce?

import { expect, it } from 'vitest';
import type { Json } from '../../../src/fhir/record.ts';
import { centralNervousSystemLupus } from '../../../src/protocols/nct06222853-5to18/e2-neurolupus.ts';
import type { Evidence } from '../../../src/logic/finding.ts';
import { say, type Message } from '../../../src/logic/message.ts';
import { ask, type Asked } from '../../ask.ts';
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
} from '../history-entries.ts';
import { expected, whole, type Whole } from '../whole.ts';

const name = 'Neuropsychiatric lupus';
const forIt = because(name);
const present = condition(name);
const past = condition(name, clinically('resolved'));
const what = say('neuropsychiatric.what');
const absent = expected('not-met', say('history.absent', { what }));

const diagnosis: Evidence = { reference: 'Condition/r1', label: say('history.diagnosis'), value: name };
const given = (reference: string, value: string | Message, date?: string): Evidence => ({
  reference,
  label: say(`history.${reference.startsWith('Procedure') ? 'procedure' : 'administration'}`),
  value,
  ...(date !== undefined && { date }),
});
const until = (drug: string, date: string): Message => say('history.drug-until', { drug, date });

/** The answer about the diagnosis beside the treatments that are shown. */
const beside = (
  verdict: Whole['verdict'],
  reason: string,
  shown: readonly Evidence[] = [],
  days: readonly string[] = [],
  treatments = shown,
): Whole =>
  expected(
    verdict,
    say(`neuropsychiatric.${reason}`, { name, days: 60, treatments: treatments.map(({ value = '' }) => value) }),
    { evidence: [diagnosis, ...shown], days },
  );
const forThis = (shown: Evidence, days: readonly string[], reason = 'given-for-it'): Whole =>
  expected(
    reason === 'given-for-it' ? 'met' : 'needs-investigator',
    say(`neuropsychiatric.${reason}`, { treatment: shown.value ?? '', days: 60 }),
    { evidence: [shown], days },
  );

const cyclophosphamide = (start: string, end: string, more: Json = {}): Json =>
  administration('cyclophosphamide', start, { effectiveDateTime: undefined, effectivePeriod: { start, end }, ...more });
const exchange = (period: Json, more: Json = {}): Json =>
  procedure('Plasma exchange', undefined, { performedPeriod: period, ...more });
const steroid = (value: number | undefined, unit = 'mg', route: string | undefined = 'intravenous', more: Json = {}) =>
  administration('methylprednisolone', '2026-05-10', {
    dosage: {
      ...(route !== '' && { route: { text: route } }),
      ...(value !== undefined && { dose: { value, unit, code: unit } }),
    },
    ...more,
  });
const half = (hour: string, more: Json = {}): Json =>
  steroid(100, 'mg', 'intravenous', { effectiveDateTime: `2026-05-10T${hour}:00:00+08:00`, ...more });
const halves = (first: Json = {}, second: Json = {}): readonly Json[] => [half('08', first), half('20', second)];
const infusion = given('MedicationAdministration/r2', 'methylprednisolone', '2026-05-10');
const twoMonthsOn = ['2026-07-10'];
const asPulse = beside('met', 'present-treated', [infusion], twoMonthsOn);
const noPulse = beside('needs-investigator', 'present');
const maybePulse = beside('needs-investigator', 'present-maybe-treated', [infusion], twoMonthsOn);

type Row = readonly [string, readonly Json[], Whole, Asked?];
const answers = (rows: readonly Row[]): void => {
  const cases = rows.map(([title, resources, answer, asked]) => ({ title, resources, answer, asked }));
  it.each(cases)('$title', ({ resources, answer, asked }) => {
    expect(whole(ask(centralNervousSystemLupus, resources, asked))).toEqual(answer);
  });
};

const cyc = given('MedicationAdministration/r2', until('cyclophosphamide', '2026-05-03'), '2026-05-01');
const plasma = given('Procedure/r2', 'Plasma exchange', '2026-03-20');
answers([
  ['a present disease is shown', [present], beside('needs-investigator', 'present')],
  [
    'its end that lies ahead is announced',
    [condition(name, { abatementDateTime: '2026-06-10' })],
    beside('needs-investigator', 'present', [], ['2026-06-11']),
  ],
  ['a past disease does not count', [past], beside('not-met', 'past')],
  [
    'a doubtful one is for the investigator',
    [condition(name, verified('provisional'))],
    expected('needs-investigator', say('neuropsychiatric.doubtful', { name, days: 60, treatments: [] }), {
      evidence: [{ ...diagnosis, label: say('history.unconfirmed') }],
    }),
  ],
  [
    'so is one without a status',
    [condition(name, { clinicalStatus: undefined })],
    beside('needs-investigator', 'status-unknown'),
  ],
  [
    'so is one without a status beside a treatment of the window',
    [condition(name, { clinicalStatus: undefined }), cyclophosphamide('2026-05-01', '2026-05-03')],
    beside('needs-investigator', 'status-unknown', [cyc], ['2026-07-01', '2026-07-03']),
  ],
  [
    'present with a treatment of the window counts',
    [present, cyclophosphamide('2026-05-01', '2026-05-03')],
    beside('met', 'present-treated', [cyc], ['2026-07-01', '2026-07-03']),
  ],
  [
    'past with a treatment of the window is for the investigator',
    [past, cyclophosphamide('2026-05-01', '2026-05-03')],
    beside('needs-investigator', 'past-treated', [cyc], ['2026-07-01', '2026-07-03']),
  ],
  [
    'present with a treatment of a month that began outside is for the investigator',
    [present, administration('cyclophosphamide', '2026-04')],
    beside(
      'needs-investigator',
      'present-maybe-treated',
      [given('MedicationAdministration/r2', 'cyclophosphamide', '2026-04')],
      ['2026-06-01', '2026-06-30'],
    ),
  ],
  [
    'only the treatment that proves it stands in the reason',
    [
      present,
      cyclophosphamide('2026-05-01', '2026-05-03'),
      administration('immunoglobulin', '2026-05-04', because('Kawasaki disease')),
    ],
    beside(
      'met',
      'present-treated',
      [cyc, given('MedicationAdministration/r3', 'immunoglobulin', '2026-05-04')],
      ['2026-07-01', '2026-07-03', '2026-07-04'],
      [cyc],
    ),
  ],
  [
    'a treatment of the window that was given for it counts without a diagnosis',
    [cyclophosphamide('2026-05-01', '2026-05-03', forIt)],
    forThis({ ...cyc, reference: 'MedicationAdministration/r1' }, ['2026-07-01', '2026-07-03']),
  ],
  [
    'one of a month that began outside is for the investigator',
    [administration('cyclophosphamide', '2026-04', forIt)],
    forThis(
      given('MedicationAdministration/r1', 'cyclophosphamide', '2026-04'),
      ['2026-06-01', '2026-06-30'],
      'maybe-given-for-it',
    ),
  ],
  [
    'a refuted one is shown as not counted',
    [condition(name, verified('refuted'))],
    {
      ...absent,
      ignored: [{ reference: 'Condition/r1', label: say('record.refuted', { status: 'refuted' }), value: name }],
      flags: ['IGNORED_INVALID_EVIDENCE'],
    },
  ],
  [
    'a report that names it is for the investigator',
    [report(name, '2026-04-02')],
    expected('needs-investigator', say('history.reported', { what, date: '2026-04-02' }), {
      evidence: [{ reference: 'DiagnosticReport/r1', label: say('heart.report'), value: name, date: '2026-04-02' }],
      days: ['2026-06-02'],
    }),
  ],
  [
    'a disease, a drug and a report that lie ahead are announced',
    [
      condition(name, { onsetDateTime: '2026-06-05' }),
      administration('cyclophosphamide', '2026-06-07'),
      report(name, '2026-06-09'),
    ],
    { ...absent, days: ['2026-06-05', '2026-06-07', '2026-06-09'] },
  ],
]);

answers([
  [
    'a plasma exchange that ended 60 days ago counts',
    [present, exchange({ start: '2026-03-20', end: '2026-04-02' })],
    beside('met', 'present-treated', [plasma], ['2026-06-02']),
  ],
  [
    'a plasma exchange that is over and names no end no longer ends on its first day',
    [past, exchange({ start: '2026-03-20' })],
    beside('needs-investigator', 'past-treated', [plasma], ['2026-05-20']),
  ],
  [
    'a plasma exchange that ended 61 days ago does not',
    [present, exchange({ start: '2026-03-20', end: '2026-04-01' })],
    noPulse,
  ],
  [
    'a plasma exchange that began long ago and goes on may count',
    [present, exchange({ start: '2026-03-20' }, { status: 'in-progress' })],
    beside('needs-investigator', 'present-maybe-treated', [plasma], ['2026-05-20']),
  ],
  [
    'a plasma exchange that ended in a month that began outside may count',
    [present, exchange({ start: '2026-03-20', end: '2026-04' })],
    beside('needs-investigator', 'present-maybe-treated', [plasma], ['2026-06-01', '2026-06-30']),
  ],
  [
    'an undated plasma exchange may count',
    [present, procedure('Plasma exchange')],
    beside('needs-investigator', 'present-maybe-treated', [given('Procedure/r2', 'Plasma exchange')]),
  ],
  [
    'a plasma exchange that is only suspected may count',
    [present, procedure('Suspected plasma exchange', '2026-05-10')],
    beside(
      'needs-investigator',
      'present-maybe-treated',
      [
        {
          reference: 'Procedure/r2',
          label: say('history.suspected'),
          value: 'Suspected plasma exchange',
          date: '2026-05-10',
        },
      ],
      twoMonthsOn,
    ),
  ],
  [
    'a plasma exchange that was done for it counts without a diagnosis',
    [exchange({ start: '2026-03-20', end: '2026-04-02' }, forIt)],
    forThis({ ...plasma, reference: 'Procedure/r1' }, ['2026-06-02']),
  ],
]);

answers([
  ['200 mg of methylprednisolone, 250 mg of prednisone, are a pulse', [present, steroid(200)], asPulse],
  ['199 mg are none', [present, steroid(199)], noPulse],
  ['8 mg/kg of methylprednisolone, 10 mg/kg of prednisone, are a pulse', [present, steroid(8, 'mg/kg')], asPulse],
  ['7.9 mg/kg are none', [present, steroid(7.9, 'mg/kg')], noPulse],
  ['by an injection it is a pulse', [present, steroid(200, 'mg', 'injection')], asPulse],
  ['by nobody says which way it is a pulse', [present, steroid(200, 'mg', '')], asPulse],
  ['by mouth the sum of the day is a pulse', [present, steroid(200, 'mg', 'oral')], asPulse],
  ['by the eye it is none', [present, steroid(200, 'mg', 'ophthalmic')], noPulse],
  ['by vein without a dose it may be a pulse', [present, steroid(undefined)], maybePulse],
  ['by mouth without a dose it is none', [present, steroid(undefined, 'mg', 'oral')], noPulse],
]);

const ofTheDay = (drug: string, route: string, mg: number): Json =>
  administration(drug, '2026-05-10', {
    dosage: { route: { text: route }, dose: { value: mg, unit: 'mg', code: 'mg' } },
  });
answers([
  ['tablets beside a pulse are not a second one', [present, steroid(200), ofTheDay('prednisone', 'oral', 10)], asPulse],
  ['what does not reach the whole body is no treatment', [present, ofTheDay('rituximab', 'ophthalmic', 1)], noPulse],
  [
    'a treatment of no day that was given for it may count',
    [{ ...statement('cyclophosphamide', '', forIt), effectivePeriod: undefined, dosage: undefined }],
    forThis(
      { reference: 'MedicationStatement/r1', label: say('history.statement'), value: 'cyclophosphamide' },
      [],
      'maybe-given-for-it',
    ),
  ],
  [
    'a disease that names a new disorder as well is said once',
    [condition('Neuropsychiatric lupus with seizure', { onsetDateTime: '2026-05-20' })],
    expected(
      'needs-investigator',
      say('neuropsychiatric.present', { name: 'Neuropsychiatric lupus with seizure', days: 60, treatments: [] }),
      { evidence: [{ ...diagnosis, value: 'Neuropsychiatric lupus with seizure', date: '2026-05-20' }] },
    ),
  ],
]);

type Step = readonly [number, string, string];
const course = (...steps: readonly Step[]): Json => ({
  resourceType: 'MedicationRequest',
  status: 'active',
  intent: 'order',
  medicationCodeableConcept: { text: 'methylprednisolone' },
  authoredOn: steps[0]?.[1],
  dosageInstruction: steps.map(([value, start, end], index) => ({
    sequence: index + 1,
    route: { text: 'intravenous' },
    timing: { repeat: { boundsPeriod: { start, end }, frequency: 1, period: 1, periodUnit: 'd' } },
    doseAndRate: [{ doseQuantity: { value, unit: 'mg', code: 'mg' } }],
  })),
});
const undosed = (date: string): Json => administration('注射用甲泼尼龙琥珀酸钠', date, { dosage: undefined });
it.each<readonly [string, string, Json]>([
  [
    'present-treated',
    'a pulse that ended 60 days ago',
    course([500, '2026-03-30', '2026-04-02'], [40, '2026-04-03', '2026-05-01']),
  ],
  [
    'present',
    'one that ended 61 days ago, followed by less',
    course([500, '2026-03-30', '2026-04-01'], [40, '2026-04-02', '2026-05-01']),
  ],
  [
    'present-treated',
    'one that begins today after less',
    course([40, '2026-05-01', '2026-05-31'], [500, '2026-06-01', '2026-06-03']),
  ],
  [
    'present',
    'one that begins tomorrow after less',
    course([40, '2026-05-01', '2026-06-01'], [500, '2026-06-02', '2026-06-04']),
  ],
  ['present-maybe-treated', 'a drug to inject that says nothing of its dose', undosed('2026-05-10')],
  ['present', 'such a drug of 61 days ago', undosed('2026-04-01')],
  ['present-maybe-treated', 'a dose that may be one', { ...steroid(300, 'mg/m2') }],
  [
    'present-maybe-treated',
    'a dose of a month that began outside',
    steroid(200, 'mg', 'intravenous', { effectiveDateTime: '2026-04' }),
  ],
])('of a present disease is %s: %s', (reason, _, treatment) => {
  expect(ask(centralNervousSystemLupus, [present, treatment]).reason.id).toBe(`neuropsychiatric.${reason}`);
});

const disorder = because('Lupus nephritis');
answers([
  ['two halves of a day are a pulse', [present, ...halves()], asPulse],
  ['two halves are none of a child without the disease', halves(), absent],
  [
    'two halves that were given for it count without a diagnosis',
    halves(forIt, forIt),
    forThis({ ...infusion, reference: 'MedicationAdministration/r1' }, twoMonthsOn),
  ],
  [
    'so do two halves of which only the later one names it',
    halves({}, forIt),
    forThis({ ...infusion, reference: 'MedicationAdministration/r1' }, twoMonthsOn),
  ],
  [
    'a half for the kidney and one for lupus are a pulse for lupus',
    [present, ...halves(disorder, because('SLE'))],
    asPulse,
  ],
  ['two halves for the kidney prove nothing', [present, ...halves(disorder, disorder)], maybePulse],
]);

it.each<[string, Json, 'met' | 'needs-investigator']>([
  ['no reason', {}, 'met'],
  ['lupus', because('Systemic lupus erythematosus'), 'met'],
  ['mixed connective tissue disease', because('Mixed connective tissue disease'), 'met'],
  ['lupus nephritis', because('Lupus nephritis'), 'needs-investigator'],
  ['neuropathy of lupus', because('cn M32.106+G63.5* 狼疮性周围神经病'), 'needs-investigator'],
  ['another disease', because('Kawasaki disease'), 'needs-investigator'],
  [
    'lupus nephritis, and lupus',
    { reasonCode: [{ text: 'Lupus nephritis' }, { text: 'Systemic lupus erythematosus' }] },
    'met',
  ],
])('a treatment for %s beside the present disease', (_, reason, verdict) => {
  const shown = [given('MedicationAdministration/r2', 'cyclophosphamide', '2026-05-10')];
  expect(
    whole(ask(centralNervousSystemLupus, [present, administration('cyclophosphamide', '2026-05-10', reason)])),
  ).toEqual(beside(verdict, verdict === 'met' ? 'present-treated' : 'present-maybe-treated', shown, twoMonthsOn));
});

const taken = (drug: string, start: string): Evidence => ({
  reference: 'MedicationStatement/r1',
  label: say('history.statement'),
  value: until(drug, '2026-06-01'),
  date: start,
});
answers([
  [
    'an antiepileptic begun for it 60 days ago counts',
    [statement('levetiracetam', '2026-04-02', forIt)],
    forThis(taken('levetiracetam', '2026-04-02'), ['2026-06-02', '2026-08-01']),
  ],
  ['an antiepileptic begun for it 61 days ago does not', [statement('levetiracetam', '2026-04-01', forIt)], absent],
  [
    'an antipsychotic begun for it counts',
    [statement('olanzapine', '2026-05-10', forIt)],
    forThis(taken('olanzapine', '2026-05-10'), ['2026-07-10', '2026-08-01']),
  ],
  [
    'an antiepileptic begun for something else does not',
    [present, statement('levetiracetam', '2026-05-10', because('Epilepsy'))],
    noPulse,
  ],
  ['another drug begun for it does not', [statement('folic acid', '2026-05-10', forIt)], absent],
]);

const form = (date: string, ...named: readonly string[]): Json => ({
  ...textObservation('SLEDAI-2K', '16', date),
  component: [
    ...named.map((text) => ({ code: { text }, valueBoolean: true })),
    { code: { text: 'Psychosis' }, valueBoolean: false },
  ],
});
const alone = (name: string, points: number): Json => ({
  ...textObservation(name, '', '2026-05-10'),
  valueString: undefined,
  valueInteger: points,
});
const scored = (date: string, days: readonly string[], ...ids: readonly string[]): Whole => {
  const items = ids.map((id) => say(`sledai.item.${id}`));
  return expected('needs-investigator', say('neuropsychiatric.scored', { items, date }), {
    evidence: [{ reference: 'Observation/r1', label: say('neuropsychiatric.items', { items }), date }],
    days,
  });
};
const worded = (name: string, word: string | undefined, date = '2026-05-10'): Json => ({
  ...textObservation(name, '', date),
  valueString: word,
});
const answered = (valueBoolean: boolean): Json => ({ code: { text: 'Seizure' }, valueBoolean });
const seizure = [say('sledai.item.seizure')];
const illegible = expected('unknown', say('neuropsychiatric.illegible', { items: seizure, date: '2026-05-10' }), {
  evidence: [
    { reference: 'Observation/r1', label: say('neuropsychiatric.items', { items: seizure }), date: '2026-05-10' },
  ],
  missing: [{ what: say('neuropsychiatric.items', { items: seizure }), orders: [] }],
  days: ['2026-07-10'],
});
const attributed = (item: string, to: 'lupus' | 'not-lupus', date: string): Asked => ({
  screening: { attributions: [{ item, to, author: 'investigator', date: day(date) }] },
});
const byAnswer = (date: string, on: string): Whole => ({ ...scored(date, [on], 'seizure'), evidence: [] });
const began = (date: string, on: string, name = 'Seizure'): Whole =>
  expected('needs-investigator', say('neuropsychiatric.new-disorder', { name, date }), {
    evidence: [{ ...diagnosis, value: name, date }],
    days: [on],
  });
answers([
  [
    'items of the nervous system that were scored 60 days ago are named',
    [form('2026-04-02', 'Seizure', 'Headache', 'Arthritis')],
    scored('2026-04-02', ['2026-06-02'], 'seizure', 'lupus-headache'),
  ],
  ['those that were scored 61 days ago do not count', [form('2026-04-01', 'Seizure')], absent],
  ['those that were scored today do', [form('2026-06-01', 'Seizure')], scored('2026-06-01', ['2026-08-01'], 'seizure')],
  ['those that will be scored tomorrow do not', [form('2026-06-02', 'Seizure')], absent],
  ['those of an undated score do not', [{ ...form('', 'Seizure'), effectiveDateTime: undefined }], absent],
  ['items of other organs do not', [form('2026-05-10', 'Arthritis')], absent],
  [
    'an item in a result of its own is named',
    [alone('SLEDAI-2K: seizure', 8)],
    scored('2026-05-10', ['2026-07-10'], 'seizure'),
  ],
  ['of no points it is not', [alone('SLEDAI-2K: seizure', 0)], absent],
  ['of points that the item cannot have it passed', [alone('SLEDAI-2K: seizure', 4)], illegible],
  ['written as a word that is not known it passed', [worded('SLEDAI-2K: seizure', 'see note')], illegible],
  [
    'answered by a component in no known word it passed',
    [{ ...form('2026-05-10'), component: [{ code: { text: 'Seizure' }, valueString: '待定' }] }],
    illegible,
  ],
  [
    'answered with yes and with no by one form it passed',
    [{ ...form('2026-05-10', 'Seizure'), component: [true, false].map(answered) }],
    illegible,
  ],
  ['that cannot be read of 61 days ago does not count', [worded('SLEDAI-2K: seizure', '?', '2026-04-01')], absent],
  [
    'that cannot be read and is not yet final does not count',
    [{ ...worded('SLEDAI-2K: seizure', 'see note'), status: 'preliminary' }],
    absent,
  ],
  ['without an answer does not count', [worded('SLEDAI-2K: seizure', undefined)], absent],
  ['denied in words does not count', [worded('SLEDAI-2K: seizure', 'not present')], absent],
  ['of another organ that cannot be read does not count', [worded('SLEDAI-2K: arthritis', 'see note')], absent],
  [
    'a visual analogue scale on the form is no disturbance of vision',
    [{ ...form('2026-05-10'), component: [{ code: { text: 'Visual analogue scale' }, valueInteger: 5 }] }],
    absent,
  ],
  [
    'an item that was attributed 60 days ago is named',
    [],
    byAnswer('2026-04-02', '2026-06-02'),
    attributed('seizure', 'lupus', '2026-04-02'),
  ],
  ['one attributed 61 days ago does not count', [], absent, attributed('seizure', 'lupus', '2026-04-01')],
  ['one attributed today does', [], byAnswer('2026-06-01', '2026-08-01'), attributed('seizure', 'lupus', '2026-06-01')],
  ['one attributed tomorrow does not', [], absent, attributed('seizure', 'lupus', '2026-06-02')],
  ['one attributed to something else does not', [], absent, attributed('seizure', 'not-lupus', '2026-05-10')],
  ['an attributed item of another organ does not', [], absent, attributed('arthritis', 'lupus', '2026-05-10')],
  [
    'a seizure of 60 days ago is shown',
    [condition('Seizure', { onsetDateTime: '2026-04-02' })],
    began('2026-04-02', '2026-06-02'),
  ],
  ['a seizure of 61 days ago is not', [condition('Seizure', { onsetDateTime: '2026-04-01' })], absent],
  [
    'an undated seizure was not',
    [condition('Seizure')],
    expected('needs-investigator', say('neuropsychiatric.undated-disorder', { name: 'Seizure' }), {
      evidence: [{ ...diagnosis, value: 'Seizure' }],
    }),
  ],
  ['an undated seizure that is over is not', [condition('Seizure', clinically('resolved'))], absent],
  ['an undated febrile seizure is not', [condition('Febrile seizure')], absent],
  [
    'nor is one whose code says no more than seizure',
    [
      condition('', {
        code: {
          text: 'Febrile seizure',
          coding: [{ system: 'http://hospital.example', code: 'S1', display: 'Seizure' }],
        },
      }),
    ],
    absent,
  ],
  [
    'a myelitis of 60 days ago passed',
    [condition('横贯性脊髓炎', { onsetDateTime: '2026-04-02' })],
    began('2026-04-02', '2026-06-02', '横贯性脊髓炎'),
  ],
  [
    'a myelitis of 61 days ago is not shown',
    [condition('Transverse myelitis', { onsetDateTime: '2026-04-01' })],
    absent,
  ],
]);

const searches = (...names: readonly string[]): readonly Message[] =>
  names.map((each) => say(`history.search.${each}`));
const unread = (...names: readonly string[]): Whole =>
  expected('unknown', say('history.incomplete', { what, searches: searches(...names) }), {
    missing: [{ what: say('history.read-again', { searches: searches(...names) }), orders: [] }],
  });
const refused = { state: 'unavailable', reason: 'refused' } as const;
const since = (date: string) => ({ state: 'partial', reason: 'cut off', completeSince: day(date) }) as const;
answers([
  [
    'diagnoses, procedures and drugs that were not read are named',
    [],
    unread('conditions', 'procedures', 'medicationAdministrations'),
    { retrieved: { conditions: refused, procedures: refused, medicationAdministrations: refused } },
  ],
  [
    'results, forms and reports that are complete since the 60th day only in part are named',
    [],
    unread('observations', 'questionnaireResponses', 'diagnosticReports'),
    {
      retrieved: {
        observations: since('2026-04-02'),
        questionnaireResponses: since('2026-04-02'),
        diagnosticReports: since('2026-04-02'),
      },
    },
  ],
  [
    'results, forms and reports that are complete since the day before it are enough',
    [],
    absent,
    {
      retrieved: {
        observations: since('2026-04-01'),
        questionnaireResponses: since('2026-04-01'),
        diagnosticReports: since('2026-04-01'),
      },
    },
  ],
]);
