// What does the answer about infections and their treatment say, show, ask for and announce?

import { describe, expect, it } from 'vitest';
import type { Json } from '../../../src/fhir/record.ts';
import type { Evidence, Missing } from '../../../src/logic/finding.ts';
import { say, type Message } from '../../../src/logic/message.ts';
import { activeInfection } from '../../../src/protocols/nct06222853-5to18/e6-infection.ts';
import { ask, type Asked } from '../../ask.ts';
import { administration, because, clinically, condition, nameless, statement, verified } from '../history-entries.ts';
import { expected, whole, type Whole } from '../whole.ts';

const name = 'Pneumonia';
const pneumonia = (more: Json = {}): Json => condition(name, { onsetDateTime: '2026-05-20', ...more });
const unstated = (onset: string | undefined): Json => pneumonia({ clinicalStatus: undefined, onsetDateTime: onset });
const ceftriaxone = (date: string, more: Json = {}): Json => administration('ceftriaxone', date, more);
const order = (drug: string, more: Json = {}, repeat: Json = {}): Json => ({
  resourceType: 'MedicationRequest',
  status: 'active',
  intent: 'order',
  medicationCodeableConcept: { text: drug },
  authoredOn: '2026-05-01',
  dosageInstruction: [
    { route: { text: 'oral' }, timing: { repeat: { boundsPeriod: { start: '2026-05-01' }, ...repeat } } },
  ],
  ...more,
});

const what = say('infection.what');
const absent = expected('not-met', say('history.absent', { what }));
const diagnosis = (value: string, date?: string, more: Partial<Evidence> = {}): Evidence => ({
  reference: 'Condition/r1',
  label: say('history.diagnosis'),
  value,
  ...(date !== undefined && { date }),
  ...more,
});
const drug = (reference: string, value: string, date: string, label = 'treatment'): Evidence => ({
  reference,
  label: say(`infection.${label}`),
  value,
  date,
});
const dose = (date: string): Evidence => drug('MedicationAdministration/r2', 'ceftriaxone', date);
const since = '2026-05-25';
const about = (reason: string, infection = name): Message => say(`infection.${reason}`, { infection, since });
const alone = (of: string): Message => say('infection.drug-alone', { drug: of });
const lastDose = (...drugs: readonly string[]): Missing => ({
  what: say('infection.last-dose', { drugs }),
  orders: [],
});
const both = (...reasons: readonly Message[]): Message => say('combined', { reasons });
const known = diagnosis(name, '2026-05-20');

type Row = readonly [string, readonly Json[], Whole, Asked?];
const answers = (rows: readonly Row[]): void => {
  const cases = rows.map(([title, resources, answer, asked]) => ({ title, resources, answer, asked }));
  it.each(cases)('$title', ({ resources, answer, asked }) => {
    expect(whole(ask(activeInfection, resources, asked))).toEqual(answer);
  });
};

describe('an infection', () => {
  const met = { evidence: [known, dose(since)], days: ['2026-05-28', '2026-06-02'] };
  answers([
    ['treated 7 days ago', [pneumonia(), ceftriaxone(since)], expected('met', about('treated'), met)],
    [
      'treated by a drug given for it',
      [pneumonia(), ceftriaxone(since, because(name))],
      expected(
        'met',
        both(about('treated'), say('infection.treated-for', { drug: 'ceftriaxone', reason: [name] })),
        met,
      ),
    ],
    [
      'treated 8 days ago',
      [pneumonia(), ceftriaxone('2026-05-24')],
      expected('needs-investigator', about('untreated'), { evidence: [known], days: ['2026-05-28'] }),
    ],
    [
      'treated on some day of May',
      [pneumonia(), ceftriaxone('2026-05')],
      expected(
        'unknown',
        both(about('treatment-date-unknown'), say('infection.drug-date-unknown', { drug: 'ceftriaxone' })),
        {
          evidence: [known, dose('2026-05')],
          missing: [lastDose('ceftriaxone')],
          days: ['2026-05-09', '2026-05-28', '2026-06-08'],
        },
      ),
    ],
    [
      'treated on some day of May with two drugs, whose last doses are asked for one by one',
      [pneumonia(), ceftriaxone('2026-05'), administration('meropenem', '2026-05')],
      expected(
        'unknown',
        both(
          about('treatment-date-unknown'),
          say('infection.drug-date-unknown', { drug: 'ceftriaxone' }),
          say('infection.drug-date-unknown', { drug: 'meropenem' }),
        ),
        {
          evidence: [known, dose('2026-05'), drug('MedicationAdministration/r3', 'meropenem', '2026-05')],
          missing: [lastDose('ceftriaxone'), lastDose('meropenem')],
          days: ['2026-05-09', '2026-05-28', '2026-06-08'],
        },
      ),
    ],
    [
      'that is doubtful, and treated',
      [pneumonia(verified('provisional')), ceftriaxone(since, because(name))],
      expected('needs-investigator', both(about('doubtful'), alone('ceftriaxone')), {
        evidence: [{ ...known, label: say('history.unconfirmed') }, dose(since)],
        days: ['2026-05-28', '2026-06-02'],
      }),
    ],
    [
      'of 8 days ago without a status, and treated',
      [unstated('2026-05-24'), ceftriaxone('2026-05-26')],
      expected('needs-investigator', both(about('status-not-stated'), alone('ceftriaxone')), {
        evidence: [diagnosis(name, '2026-05-24'), dose('2026-05-26')],
        days: ['2026-06-01', '2026-06-03'],
      }),
    ],
    [
      'of 7 days ago without a status, and treated',
      [unstated(since), ceftriaxone('2026-05-26')],
      expected('met', about('treated'), {
        evidence: [diagnosis(name, since), dose('2026-05-26')],
        days: ['2026-06-02', '2026-06-03'],
      }),
    ],
    [
      'of a visit without a status',
      [{ ...unstated('2026-05-20'), category: [{ coding: [{ code: 'encounter-diagnosis' }] }] }],
      expected('needs-investigator', about('status-not-stated'), {
        evidence: [known],
        days: ['2026-05-28', '2026-08-19'],
      }),
    ],
    [
      'of no day without a status',
      [unstated(undefined)],
      expected('needs-investigator', about('status-not-stated'), { evidence: [diagnosis(name)] }),
    ],
    [
      'that will end',
      [pneumonia({ abatementDateTime: '2026-06-20' })],
      expected('needs-investigator', about('untreated'), { evidence: [known], days: ['2026-05-28', '2026-06-21'] }),
    ],
    [
      'that is over',
      [pneumonia({ ...clinically('resolved'), abatementDateTime: '2026-05-30' })],
      {
        ...absent,
        evidence: [{ ...known, label: say('infection.past') }],
        days: ['2026-05-28', '2026-05-31'],
      },
    ],
    [
      'that is over, treated for it',
      [pneumonia(clinically('resolved')), ceftriaxone(since, because(name))],
      expected('needs-investigator', alone('ceftriaxone'), {
        evidence: [dose(since), { ...known, label: say('infection.past') }],
        days: ['2026-05-28', '2026-06-02'],
      }),
    ],
    [
      'that is refuted',
      [pneumonia(verified('refuted'))],
      {
        ...absent,
        ignored: [{ reference: 'Condition/r1', label: say('record.refuted', { status: 'refuted' }), value: name }],
        flags: ['IGNORED_INVALID_EVIDENCE'],
      },
    ],
    [
      'treated by a drug that counts beside one that may',
      [pneumonia(), ceftriaxone(since), administration('vancomycin', '2026-05')],
      expected('met', about('treated'), {
        evidence: [known, dose(since), drug('MedicationAdministration/r3', 'vancomycin', '2026-05')],
        days: ['2026-05-09', '2026-05-28', '2026-06-02', '2026-06-08'],
      }),
    ],
    ['of tomorrow', [pneumonia({ onsetDateTime: '2026-06-02' })], { ...absent, days: ['2026-06-02'] }],
  ]);
});

describe('without treatment', () => {
  answers([
    [
      'sepsis decides',
      [condition('Sepsis')],
      expected('met', about('decides', 'Sepsis'), { evidence: [diagnosis('Sepsis')] }),
    ],
    [
      'nor does sepsis that one of its two names calls past',
      [
        condition('Sepsis', {
          code: { text: 'Sepsis', coding: [{ system: 'urn:local', code: '1', display: 'History of sepsis' }] },
        }),
      ],
      expected('needs-investigator', about('called-past', 'Sepsis'), { evidence: [diagnosis('Sepsis')] }),
    ],
    ...['History of sepsis', 'Neonatal sepsis', '肺结核治愈'].map((past): Row => [
      `${past}, kept active on a list of problems, no longer decides`,
      [condition(past)],
      expected('needs-investigator', about('called-past', past), { evidence: [diagnosis(past)] }),
    ]),
    [
      'active tuberculosis decides',
      [condition('Active tuberculosis')],
      expected('met', about('decides', 'Active tuberculosis'), { evidence: [diagnosis('Active tuberculosis')] }),
    ],
    [
      'doubtful sepsis is for the investigator',
      [condition('Sepsis', verified('provisional'))],
      expected('needs-investigator', about('doubtful', 'Sepsis'), {
        evidence: [diagnosis('Sepsis', undefined, { label: say('history.unconfirmed') })],
      }),
    ],
    [
      'sepsis without a status is for the investigator',
      [condition('Sepsis', { clinicalStatus: undefined })],
      expected('needs-investigator', about('status-not-stated', 'Sepsis'), { evidence: [diagnosis('Sepsis')] }),
    ],
    ...['Chronic hepatitis B', 'Chronic hepatitis C', 'HIV infection', 'Syphilis'].map((lasting): Row => [
      `${lasting} is left to its tests`,
      [condition(lasting)],
      absent,
    ]),
  ]);
});

const running = (value: string, label = 'treatment'): Evidence =>
  drug('MedicationRequest/r1', value, '2026-06-01', label);
const openEnd = ['2026-06-09', '2026-11-05'];
const prevention = (of: string): Whole => ({ ...absent, evidence: [running(of, 'preventive')], days: openEnd });
const treatment = (of: string): Whole =>
  expected('needs-investigator', alone(of), { evidence: [running(of)], days: openEnd });

describe('a drug', () => {
  const first = (date: string): Evidence => ({ ...dose(date), reference: 'MedicationAdministration/r1' });
  const unsure = expected('unknown', say('infection.drug-date-unknown', { drug: 'ceftriaxone' }), {
    missing: [lastDose('ceftriaxone')],
  });
  const by = (route: string | undefined): Json => ({ dosage: route === undefined ? {} : { route: { text: route } } });
  const single = expected('needs-investigator', alone('ceftriaxone'), {
    evidence: [first(since)],
    days: ['2026-06-02'],
  });
  answers([
    ['given 7 days ago', [ceftriaxone(since)], single],
    ['given today', [ceftriaxone('2026-06-01')], { ...single, evidence: [first('2026-06-01')], days: ['2026-06-09'] }],
    [
      'taken nobody says when',
      [{ ...statement('aciclovir', ''), effectivePeriod: undefined }],
      expected('unknown', say('infection.drug-date-unknown', { drug: 'aciclovir' }), {
        evidence: [{ reference: 'MedicationStatement/r1', label: say('infection.treatment'), value: 'aciclovir' }],
        missing: [lastDose('aciclovir')],
      }),
    ],
    [
      'given for an infection and for something else',
      [ceftriaxone(since, { reasonCode: [{ text: name }, { text: 'Asthma' }] })],
      expected('met', say('infection.treated-for', { drug: 'ceftriaxone', reason: [name, 'Asthma'] }), {
        evidence: [first(since)],
        days: ['2026-06-02'],
      }),
    ],
    ['given 8 days ago', [ceftriaxone('2026-05-24')], absent],
    [
      'given on some day of May',
      [ceftriaxone('2026-05')],
      { ...unsure, evidence: [first('2026-05')], days: ['2026-05-09', '2026-06-08'] },
    ],
    ['planned for tomorrow', [ceftriaxone('2026-06-02')], { ...absent, days: ['2026-06-02'] }],
    [
      'ordered tomorrow',
      [order('aciclovir', { authoredOn: '2026-06-02', dosageInstruction: [] })],
      { ...absent, days: ['2026-06-02'] },
    ],
    ['of another kind', [administration('cyclophosphamide', '2026-05-30')], absent],
    ['of another kind planned for tomorrow', [administration('cyclophosphamide', '2026-06-02')], absent],
    [
      'given for an infection',
      [ceftriaxone(since, because(name))],
      expected('met', say('infection.treated-for', { drug: 'ceftriaxone', reason: [name] }), {
        evidence: [first(since)],
        days: ['2026-06-02'],
      }),
    ],
    ['given for an infection that is only suspected', [ceftriaxone(since, because('Suspected pneumonia'))], single],
    ['given for an infection that tests decide on', [ceftriaxone(since, because('Chronic hepatitis B'))], single],
    ['given for something else', [ceftriaxone(since, because('Asthma'))], single],
    ['given by an injection', [ceftriaxone(since, by('injection'))], single],
    ['that is sold for the whole body only, given nobody says how', [ceftriaxone(since, by(undefined))], single],
    [
      'of which there are eye drops, given nobody says how',
      [administration('azithromycin', since, by(undefined))],
      expected('unknown', say('infection.drug-date-unknown', { drug: 'azithromycin' }), {
        evidence: [drug('MedicationAdministration/r1', 'azithromycin', since)],
        missing: [lastDose('azithromycin')],
        days: ['2026-06-02'],
      }),
    ],
    ['given into the eye', [ceftriaxone(since, by('ophthalmic'))], absent],
    ['that goes on', [order('aciclovir')], treatment('aciclovir')],
    [
      'that was broken off 7 days ago',
      [ceftriaxone(since, { status: 'stopped' })],
      expected('needs-investigator', say('history.broken-off', { name: 'ceftriaxone', status: 'stopped' }), {
        evidence: [{ ...first(since), label: say('history.broken-off-label', { status: 'stopped' }) }],
        days: ['2026-06-02'],
      }),
    ],
    ['that was broken off 8 days ago', [ceftriaxone('2026-05-24', { status: 'stopped' })], absent],
    ['into the eye that was broken off', [ceftriaxone(since, { status: 'stopped', ...by('ophthalmic') })], absent],
    ['of another kind that was broken off', [administration('cyclophosphamide', since, { status: 'stopped' })], absent],
    [
      'that will be broken off',
      [ceftriaxone('2026-06-02', { status: 'stopped' })],
      { ...absent, days: ['2026-06-02'] },
    ],
    [
      'without a name of 7 days ago',
      [administration('', since, nameless)],
      expected('unknown', say('history.nameless-drug', { since }), {
        missing: [{ what: say('medication-history.unread', { drugs: ['99999'] }), orders: [] }],
        days: ['2026-06-02'],
      }),
    ],
    ['without a name of 8 days ago', [administration('', '2026-05-24', nameless)], absent],
  ]);

  const rxnorm = { system: 'http://www.nlm.nih.gov/research/umls/rxnorm', code: '2193', display: 'ceftriaxone' };
  const contradictory = (date: string, coding: Json = rxnorm): Json =>
    administration('', date, { medicationCodeableConcept: { coding: [coding], text: 'prednisone' } });
  const unread = expected('needs-investigator', say('infection.unread-drug'), {
    evidence: [{ reference: 'MedicationAdministration/r1', label: say('infection.treatment'), value: 'prednisone' }],
    days: ['2026-06-02'],
  });
  const atc = 'http://www.whocc.no/atc';
  answers([
    ['whose name and code disagree', [contradictory(since)], unread],
    ['whose code is that of a group of antibiotics', [contradictory(since, { system: atc, code: 'J01CA' })], unread],
    ['whose code is that of another group', [contradictory(since, { system: atc, code: 'P01BA' })], absent],
    ['whose name and code disagree, of 8 days ago', [contradictory('2026-05-24')], absent],
  ]);
});

describe('prevention is', () => {
  answers([
    ['a drug given for it', [order('aciclovir', because('prophylaxis'))], prevention('aciclovir')],
    ...['to prevent infection', '预防感染', 'for prophylaxis'].map((text): Row => [
      `a drug whose instructions say ${text}`,
      [order('aciclovir', { dosageInstruction: [{ text, route: { text: 'oral' } }] })],
      prevention('aciclovir'),
    ]),
    [
      'not a drug whose instructions say something else',
      [order('aciclovir', { dosageInstruction: [{ text: 'with water', route: { text: 'oral' } }] })],
      treatment('aciclovir'),
    ],
    [
      'co-trimoxazole three times a week',
      [order('co-trimoxazole', {}, { frequency: 3, period: 1, periodUnit: 'wk' })],
      prevention('co-trimoxazole'),
    ],
    [
      'not four times',
      [order('co-trimoxazole', {}, { frequency: 4, period: 1, periodUnit: 'wk' })],
      treatment('co-trimoxazole'),
    ],
    [
      'co-trimoxazole on three days',
      [order('co-trimoxazole', {}, { dayOfWeek: ['mon', 'wed', 'fri'] })],
      prevention('co-trimoxazole'),
    ],
    [
      'not on four',
      [order('co-trimoxazole', {}, { dayOfWeek: ['mon', 'wed', 'fri', 'sun'] })],
      treatment('co-trimoxazole'),
    ],
    [
      'co-trimoxazole every third day',
      [order('co-trimoxazole', {}, { frequency: 1, period: 3, periodUnit: 'd' })],
      prevention('co-trimoxazole'),
    ],
    [
      'not every other day',
      [order('co-trimoxazole', {}, { frequency: 1, period: 2, periodUnit: 'd' })],
      treatment('co-trimoxazole'),
    ],
    ['not without a dosage', [order('co-trimoxazole', { dosageInstruction: [] })], treatment('co-trimoxazole')],
    [
      'not where one of two dosages is more often',
      [
        order('co-trimoxazole', {
          dosageInstruction: [
            { frequency: 3, periodUnit: 'wk' },
            { frequency: 1, periodUnit: 'd' },
          ].map((each) => ({
            route: { text: 'oral' },
            timing: { repeat: { boundsPeriod: { start: '2026-05-01' }, period: 1, ...each } },
          })),
        }),
      ],
      treatment('co-trimoxazole'),
    ],
    ['not without a schedule', [order('co-trimoxazole')], treatment('co-trimoxazole')],
    [
      'not another drug three times a week',
      [order('aciclovir', {}, { frequency: 3, period: 1, periodUnit: 'wk' })],
      treatment('aciclovir'),
    ],
    [
      'isoniazid for latent tuberculosis',
      [order('isoniazid', because('Latent tuberculosis'))],
      prevention('isoniazid'),
    ],
    [
      'isoniazid beside latent tuberculosis',
      [order('isoniazid'), condition('Latent tuberculosis')],
      prevention('isoniazid'),
    ],
    ['not isoniazid alone', [order('isoniazid')], treatment('isoniazid')],
    [
      'not another drug beside latent tuberculosis',
      [order('aciclovir'), condition('Latent tuberculosis')],
      treatment('aciclovir'),
    ],
    [
      'not isoniazid beside active tuberculosis too',
      [order('isoniazid'), condition('Latent tuberculosis'), condition('Active tuberculosis')],
      expected('met', about('decides', 'Active tuberculosis'), {
        evidence: [diagnosis('Active tuberculosis', undefined, { reference: 'Condition/r3' }), running('isoniazid')],
        days: openEnd,
      }),
    ],
    [
      'not a drug taken for lasting hepatitis B',
      [condition('Chronic hepatitis B'), order('entecavir')],
      expected('needs-investigator', both(about('lasting', 'Chronic hepatitis B'), alone('entecavir')), {
        evidence: [diagnosis('Chronic hepatitis B'), drug('MedicationRequest/r2', 'entecavir', '2026-06-01')],
        days: openEnd,
      }),
    ],
  ]);
});

describe('where a search was not complete', () => {
  const refused = { state: 'unavailable', reason: 'refused' } as const;
  const without = (...names: readonly string[]): Asked => ({
    retrieved: Object.fromEntries(names.map((each) => [each, refused])),
  });
  const searches = (...names: readonly string[]): readonly Message[] =>
    names.map((each) => say(`history.search.${each}`));
  const unread = (...names: readonly string[]): Whole =>
    expected('unknown', say('history.incomplete', { what, searches: searches(...names) }), {
      missing: [{ what: say('history.read-again', { searches: searches(...names) }), orders: [] }],
    });
  const perhaps = (of: string, search: string): Whole => {
    const { reason, missing } = unread(search);
    return expected('unknown', both(reason, say('infection.drug-date-unknown', { drug: of })), {
      evidence: [running(of)],
      missing: [...missing, lastDose(of)],
      days: openEnd,
    });
  };
  answers([
    ['nothing is known', [], unread('conditions', 'medicationRequests'), without('conditions', 'medicationRequests')],
    [
      'an open end may have been missed',
      [order('aciclovir')],
      perhaps('aciclovir', 'medicationDispenses'),
      without('medicationDispenses'),
    ],
    [
      'latent tuberculosis may have been missed',
      [order('isoniazid')],
      perhaps('isoniazid', 'conditions'),
      without('conditions'),
    ],
    [
      'a drug of another kind is sure without the diagnoses',
      [order('aciclovir')],
      { ...unread('conditions'), evidence: [running('aciclovir')], days: openEnd },
      without('conditions'),
    ],
    [
      'a dose of one day is sure without the orders',
      [ceftriaxone(since)],
      {
        ...unread('medicationRequests'),
        evidence: [{ ...dose(since), reference: 'MedicationAdministration/r1' }],
        days: ['2026-06-02'],
      },
      without('medicationRequests'),
    ],
    [
      'a drug for an infection proves none without the diagnoses',
      [ceftriaxone(since, because(name))],
      {
        ...unread('conditions'),
        evidence: [{ ...dose(since), reference: 'MedicationAdministration/r1' }],
        days: ['2026-06-02'],
      },
      without('conditions'),
    ],
  ]);
});
