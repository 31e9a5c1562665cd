// What does the answer about infections say of drugs that were broken off or cannot be told?

import { expect, it } from 'vitest';
import type { Json } from '../../../src/fhir/record.ts';
import { say } from '../../../src/logic/message.ts';
import { activeInfection } from '../../../src/protocols/nct06222853-5to18/e6-infection.ts';
import { ask } from '../../ask.ts';
import { administration, nameless } from '../history-entries.ts';
import { expected, whole, type Whole } from '../whole.ts';

/** The first day of the window of seven. */
const since = '2026-05-25';
const brokenOff = (drug: string, more: Json = {}): Json => administration(drug, since, { status: 'stopped', ...more });
const by = (route: string | undefined): Json => ({ dosage: route === undefined ? {} : { route: { text: route } } });
/** A drug by its name, and another by its code in RxNorm with its display. */
const coded = (text: string, code: string, display: string): Json => ({
  medicationCodeableConcept: {
    coding: [{ system: 'http://www.nlm.nih.gov/research/umls/rxnorm', code, display }],
    text,
  },
});
const ceftriaxone = ['2193', 'ceftriaxone'] as const;

const absent = expected('not-met', say('history.absent', { what: say('infection.what') }));
const asked = (name: string): Whole =>
  expected('needs-investigator', say('history.broken-off', { name, status: 'stopped' }), {
    evidence: [
      {
        reference: 'MedicationAdministration/r1',
        label: say('history.broken-off-label', { status: 'stopped' }),
        value: name,
        date: since,
      },
    ],
    days: ['2026-06-02'],
  });

it.each<[string, Json, Whole]>([
  ['an anti-infective nobody says how', brokenOff('ceftriaxone', by(undefined)), asked('ceftriaxone')],
  ['what has neither a name nor a known code', brokenOff('', nameless), asked('99999')],
  ['the same into the eye', brokenOff('', { ...nameless, ...by('ophthalmic') }), absent],
  ['what has a name that means nothing here', brokenOff('0.9 % saline'), absent],
  [
    'what an anti-infective is by its code only',
    brokenOff('', coded('prednisone', ...ceftriaxone)),
    asked('prednisone'),
  ],
  [
    'what is none by its name and another by its code',
    brokenOff('', coded('prednisone', '6851', 'methotrexate')),
    absent,
  ],
])('of what was broken off: %s', (_, resource, answer) => {
  expect(whole(ask(activeInfection, [resource]))).toEqual(answer);
});

it('a drug whose name and code disagree is shown with all its names', () => {
  const contained = {
    resourceType: 'Medication',
    id: 'm',
    code: coded('prednisone', ...ceftriaxone)['medicationCodeableConcept'],
    ingredient: [{ itemCodeableConcept: { text: 'ceftriaxone' } }],
  };
  const medication = { medicationCodeableConcept: undefined, medicationReference: { reference: '#m' } };
  expect(whole(ask(activeInfection, [administration('', since, { ...medication, contained: [contained] })]))).toEqual(
    expected('needs-investigator', say('infection.unread-drug'), {
      evidence: [
        {
          reference: 'MedicationAdministration/r1',
          label: say('infection.treatment'),
          value: 'prednisone, ceftriaxone',
        },
      ],
      days: ['2026-06-02'],
    }),
  );
});

/** A drug of RxNorm that holds none of the table's. */
const ofRxNorm = (display: string): Json => ({
  medicationCodeableConcept: {
    coding: [{ system: 'http://www.nlm.nih.gov/research/umls/rxnorm', code: '99999999', display }],
  },
});
/** A product by its own name, and what it says is in it. */
const holding = (product: string, ingredient: string): Json => ({
  medicationCodeableConcept: undefined,
  medicationReference: { reference: '#m' },
  contained: [
    {
      resourceType: 'Medication',
      id: 'm',
      code: { text: product },
      ingredient: [{ itemCodeableConcept: { text: ingredient } }],
    },
  ],
});

it.each<[string, string, string, Json, Whole['verdict']]>([
  ['sounds like an antibiotic', 'cefnovelim 200 mg tablet', since, {}, 'needs-investigator'],
  ['sounds like one in Chinese', '头孢新诺片', since, {}, 'needs-investigator'],
  ['sounds like one by its name in RxNorm', '', since, ofRxNorm('cefnovelim 200 MG Oral Tablet'), 'needs-investigator'],
  ['sounds like none by its name in RxNorm', '', since, ofRxNorm('novelimab 200 MG Oral Tablet'), 'not-met'],
  ['holds what sounds like one', '', since, holding('Novelim', 'cefnovelim'), 'needs-investigator'],
  ['sounds like an antiviral', 'novotegravir', since, {}, 'needs-investigator'],
  ['sounds like one, the day before the window', 'cefnovelim', '2026-05-24', {}, 'not-met'],
  ['sounds like one and is an ointment', 'cefnovelim ointment', since, {}, 'not-met'],
  ['sounds like one, put on the skin', 'cefnovelim', since, by('topical'), 'not-met'],
  ['is an anticancer antibiotic', '丝裂霉素注射液', since, {}, 'not-met'],
  ['is bleomycin', 'bleomycin 15 units', since, {}, 'not-met'],
  ['comes in a vial that is called so', '氯化钠注射液(西林瓶)', since, {}, 'not-met'],
])('a drug that nobody knows and that %s', (_, name, date, more, verdict) => {
  expect(whole(ask(activeInfection, [administration(name, date, more)])).verdict).toBe(verdict);
});

it('a drug that only sounds like an anti-infective is named, with the day on which it leaves the window', () => {
  expect(whole(ask(activeInfection, [administration('cefnovelim', since)]))).toEqual(
    expected('needs-investigator', say('infection.unknown-drug'), {
      evidence: [{ reference: 'MedicationAdministration/r1', label: say('infection.treatment'), value: 'cefnovelim' }],
      days: ['2026-06-02'],
    }),
  );
});

it.each([
  'cefprozil 250 mg tablet',
  '头孢丙烯颗粒',
  'ofloxacin 200 mg tablet',
  '阿苯达唑片',
  '阿比多尔片',
  'terbinafine',
])('a systemic anti-infective by its name: %s', (name) => {
  const answer = whole(ask(activeInfection, [administration(name, since, by('oral'))]));
  expect([answer.verdict, answer.reason.id]).toEqual(['needs-investigator', 'infection.drug-alone']);
});

// Its words said that it was held: the order passed as nothing on record.
it.each(['hold', '暂停', 'Patient not taking', 'never started'])(
  'an order of an anti-infective whose words say "%s" goes to the investigator',
  (text) => {
    const order: Json = {
      resourceType: 'MedicationRequest',
      status: 'active',
      intent: 'order',
      authoredOn: '2026-05-28',
      medicationCodeableConcept: { text: 'amoxicillin 500 mg capsule' },
      dosageInstruction: [{ text }],
    };
    const { verdict, reason } = whole(ask(activeInfection, [order]));
    expect([verdict, reason.id]).toEqual(['needs-investigator', 'history.broken-off']);
  },
);
