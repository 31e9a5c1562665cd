// What is said of drugs for another disease of which nobody can tell what they are?

import { describe } from 'vitest';
import type { Json } from '../../../src/fhir/record.ts';
import { say } from '../../../src/logic/message.ts';
import { because, nameless, statement } from '../history-entries.ts';
import { order } from '../standard-treatment/lupus-drugs.ts';
import { absent, answers, taken } from './answers.ts';
import { expected, type Whole } from '../whole.ts';

const crohn = 'Crohn disease';
const lupus = 'Systemic lupus erythematosus';
const start = '2026-05-01';
/** Codes in RxNorm. */
const codes: Readonly<Record<string, string>> = { ceftriaxone: '2193', methotrexate: '6851' };

describe('what has neither a name nor a known code', () => {
  const unknown = (code: string, reason: string): Json => ({
    ...taken('', reason, start),
    medicationCodeableConcept: { coding: [{ system: 'urn:x', code }] },
  });
  const open = (diseases: readonly string[], drugs: readonly string[]): Whole =>
    expected('unknown', say('other-disease.nameless', { diseases }), {
      missing: [{ what: say('medication-history.unread', { drugs }), orders: [] }],
    });
  answers([
    ['may be what another disease is treated with', [unknown('9', crohn)], open([crohn], ['9'])],
    [
      'is asked for once with all that it was given for',
      [unknown('9', 'xyz'), unknown('8', crohn), unknown('7', crohn)],
      open([crohn, 'xyz'], ['7', '8', '9']),
    ],
    ['is no matter where it was given for lupus', [unknown('9', lupus)], absent()],
    ['is no matter without a reason', [{ ...statement('', start, nameless) }], absent()],
  ]);
});

describe('what has a name and a code that disagree', () => {
  const both = (text: string, display: string, reason: string, more: Json = {}): Json => ({
    ...taken('', reason, start),
    medicationCodeableConcept: {
      coding: [{ system: 'http://www.nlm.nih.gov/research/umls/rxnorm', code: codes[display], display }],
      text,
    },
    ...more,
  });
  const open = (text: string, disease = crohn): Whole =>
    expected('unknown', say('other-disease.unread', { diseases: [disease] }), {
      missing: [{ what: say('medication-history.unread', { drugs: [text] }), orders: [] }],
    });
  const given = (route: string): Json => ({ dosage: [{ route: { text: route } }] });
  answers([
    ['may be a glucocorticoid', [both('prednisone', 'ceftriaxone', crohn)], open('prednisone')],
    ['may be one without an equivalent', [both('vamorolone', 'ceftriaxone', crohn)], open('vamorolone')],
    ['may be an immunosuppressant by its code', [both('ceftriaxone', 'methotrexate', crohn)], open('ceftriaxone')],
    [
      'may be a glucocorticoid by the group that its code names',
      [
        both('ceftriaxone', '', crohn, {
          medicationCodeableConcept: {
            coding: [{ system: 'http://www.whocc.no/atc', code: 'H02AB' }],
            text: 'ceftriaxone',
          },
        }),
      ],
      open('ceftriaxone'),
    ],
    [
      'is asked for where nobody understands the reason',
      [both('prednisone', 'ceftriaxone', 'xyz')],
      open('prednisone', 'xyz'),
    ],
    [
      'is asked for however long ago it was',
      [both('prednisone', 'ceftriaxone', crohn, { effectivePeriod: { start: '2020-01-01', end: '2020-02-01' } })],
      open('prednisone'),
    ],
    ['is no matter where neither is a drug of these', [both('folic acid', 'ceftriaxone', crohn)], absent()],
    ['is no matter where it was given for lupus', [both('prednisone', 'ceftriaxone', lupus)], absent()],
    ['is no matter on the skin', [both('prednisone', 'ceftriaxone', crohn, given('topical'))], absent()],
    [
      'is asked for in the rectum, from where it reaches the whole body',
      [both('prednisone', 'ceftriaxone', crohn, given('rectal'))],
      open('prednisone'),
    ],
    [
      'is no matter yet where it begins tomorrow',
      [both('prednisone', 'ceftriaxone', crohn, { effectivePeriod: { start: '2026-06-02' } })],
      absent({ days: ['2026-06-02'] }),
    ],
    [
      'stands beside what has neither',
      [both('prednisone', 'ceftriaxone', crohn), { ...statement('', start, nameless), ...because('Asthma') }],
      expected(
        'unknown',
        say('combined', {
          reasons: [
            say('other-disease.nameless', { diseases: ['Asthma'] }),
            say('other-disease.unread', { diseases: [crohn] }),
          ],
        }),
        {
          missing: ['99999', 'prednisone'].map((drug) => ({
            what: say('medication-history.unread', { drugs: [drug] }),
            orders: [],
          })),
        },
      ),
    ],
  ]);
});

// Its words said that it was held: the order passed as nothing on record.
describe('an order whose words say that it is held', () => {
  const held = (text: string): Json => ({
    ...order('prednisone', start, undefined, because(crohn)),
    dosageInstruction: [{ text }],
  });
  const asked = expected('needs-investigator', say('history.broken-off', { name: 'prednisone', status: 'active' }), {
    evidence: [
      {
        reference: 'MedicationRequest/r1',
        label: say('history.broken-off-label', { status: 'active' }),
        value: 'prednisone',
      },
    ],
  });
  answers([
    ['goes to the investigator', [held('HOLD')], asked],
    ['in Chinese too', [held('暂停')], asked],
    ['is no matter where it is for lupus', [{ ...held('HOLD'), ...because(lupus) }], absent()],
  ]);
});
