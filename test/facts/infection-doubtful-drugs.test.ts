// What does the answer about infections say of drugs that were broken off or cannot be told?

import { expect, it } from 'vitest';
import type { Json } from '../../src/fhir/record.ts';
import { say } from '../../src/logic/message.ts';
import { activeInfection } from '../../src/protocols/nct06222853-5to18/e6-infection.ts';
import { ask } from '../ask.ts';
import { administration, nameless } from './history-entries.ts';
import { expected, whole, type Whole } from './whole.ts';

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
    }),
  );
});
