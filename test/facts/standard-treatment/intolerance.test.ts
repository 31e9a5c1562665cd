// What do allergies and adverse events say of intolerance, when is it asked again, and when is silence no answer?

import { describe, expect, it } from 'vitest';
import type { Json } from '../../../src/fhir/record.ts';
import type { SearchName } from '../../../src/fhir/searches.ts';
import type { Evidence } from '../../../src/logic/finding.ts';
import { say, verbatim } from '../../../src/logic/message.ts';
import { answers, ask, found, none, rxnorm, shown, type Row, type Shown } from './intolerance-answers.ts';
import { expected } from '../whole.ts';

describe('an allergy or intolerance', () => {
  const allergy = (code: string | Json, more: Json = {}): Json => ({
    resourceType: 'AllergyIntolerance',
    verificationStatus: { coding: [{ code: 'confirmed' }] },
    code: typeof code === 'string' ? { text: code } : code,
    patient: { reference: 'Patient/p' },
    ...more,
  });
  const of = (drug: string, more: Shown = {}): Evidence => shown('AllergyIntolerance/r1', 'of', drug, more);
  const reaction = [{ manifestation: [{ text: 'rash' }] }, { manifestation: [{ text: '药物性肝损伤' }] }];
  answers([
    ...['prednisone', 'vamorolone', 'hydroxychloroquine', 'methotrexate', '糖皮质激素', 'corticosteroids'].map(
      (drug): Row => [`of ${drug} is for the investigator`, [allergy(drug)], found([of(drug)])],
    ),
    [
      'is shown with its reactions and the day on which it was recorded',
      [allergy('methotrexate', { reaction, recordedDate: '2025-10-20', onsetDateTime: '2024-01-01' })],
      found([of('methotrexate', { value: verbatim('rash, 药物性肝损伤'), date: '2025-10-20' })]),
    ],
    [
      'or with the day on which it began',
      [allergy('methotrexate', { onsetDateTime: '2024-01' })],
      found([of('methotrexate', { date: '2024-01' })]),
    ],
    [
      'of the screening day counts',
      [allergy('methotrexate', { recordedDate: '2026-06-01' })],
      found([of('methotrexate', { date: '2026-06-01' })]),
    ],
    ['of tomorrow does not count yet', [allergy('methotrexate', { recordedDate: '2026-06-02' })], none('2026-06-02')],
    ['of another drug is no matter, whenever it was', [allergy('amoxicillin', { recordedDate: '2026-06-02' })], none()],
    ['of what is no drug is no matter', [allergy('peanuts')], none()],
    ['of another immunosuppressant is no matter', [allergy('tofacitinib')], none()],
    [
      'whose name and code disagree may be of the one that matters',
      [allergy({ text: 'amoxicillin', ...rxnorm('6851') })],
      found([of('amoxicillin')]),
    ],
    [
      'whose name and code disagree is no matter where neither matters',
      [allergy({ text: 'amoxicillin', ...rxnorm('2193') })],
      none(),
    ],
    ['that is denied is none', [allergy('No known allergy. ; No allergy to methotrexate')], none()],
    ['that is denied in every clause is none', [allergy('否认药物过敏，无甲氨蝶呤过敏')], none()],
    [
      'of which only something else is denied is one',
      [allergy('methotrexate (no anaphylaxis)')],
      found([of('methotrexate (no anaphylaxis)')]),
    ],
    [
      'of one drug on record twice is named once',
      [allergy('methotrexate'), allergy('methotrexate')],
      found([of('methotrexate'), shown('AllergyIntolerance/r2', 'of', 'methotrexate')], [of('methotrexate').label]),
    ],
  ]);
});

describe('an adverse event', () => {
  const event = (text: string, suspects: readonly string[], more: Json = {}): Json => ({
    resourceType: 'AdverseEvent',
    actuality: 'actual',
    event: { text },
    suspectEntity: suspects.map((display) => ({ instance: { display } })),
    ...more,
  });
  const under = (drug: string, value: string, date?: string): Evidence =>
    shown('AdverseEvent/r1', 'adverse-event', drug, { value, ...(date !== undefined && { date }) });
  answers([
    [
      'under a standard treatment',
      [event('rash', ['azathioprine'], { date: '2026-06-01' })],
      found([under('azathioprine', 'rash', '2026-06-01')]),
    ],
    [
      'under several names them once and in order',
      [event('rash', ['prednisone', 'azathioprine', 'prednisone', 'amoxicillin'])],
      found([under('azathioprine, prednisone', 'rash')]),
    ],
    [
      'whose words name the drug',
      [event('methotrexate hepatotoxicity', [])],
      found([under('methotrexate', 'methotrexate hepatotoxicity')]),
    ],
    [
      'whose words name it beside a suspect',
      [event('methotrexate rash', ['azathioprine'])],
      found([under('azathioprine, methotrexate', 'methotrexate rash')]),
    ],
    [
      'whose words name glucocorticoids',
      [event('steroid-induced psychosis', [])],
      found([under('steroid', 'steroid-induced psychosis')]),
    ],
    ['whose words name them in Chinese', [event('激素性青光眼', [])], found([under('激素', '激素性青光眼')])],
    ['whose words deny it', [event('no methotrexate toxicity', [])], none()],
    ['whose words deny it for glucocorticoids', [event('no steroid-induced psychosis', [])], none()],
    ['under another drug is no matter', [event('rash', ['amoxicillin'])], none()],
    ['of tomorrow does not count yet', [event('rash', ['azathioprine'], { date: '2026-06-02' })], none('2026-06-02')],
  ]);
});

describe('nothing on record', () => {
  const open = expected('unknown', say('intolerance.incomplete'), {
    missing: [{ what: say('intolerance.missing'), orders: [] }],
  });
  const searches = [
    'allergyIntolerances',
    'adverseEvents',
    'conditions',
    'medicationRequests',
    'medicationStatements',
    'medicationAdministrations',
    'medicationDispenses',
  ] as const satisfies readonly SearchName[];

  it.each(searches)('is no answer where the %s could not be read', (search) => {
    expect(ask([], { retrieved: { [search]: { state: 'unavailable', reason: 'denied' } } })).toEqual(open);
  });

  it('is none where the results could not be read', () => {
    expect(ask([], { retrieved: { observations: { state: 'unavailable', reason: 'denied' } } })).toEqual(none());
  });
});
