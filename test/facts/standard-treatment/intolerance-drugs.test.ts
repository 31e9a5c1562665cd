// What do orders, statements and diagnoses say of intolerance, and when is it asked again?

import { describe } from 'vitest';
import type { Json } from '../../../src/fhir/record.ts';
import { answers, because, found, none, rxnorm, shown, type Row } from './intolerance-answers.ts';
import { condition, statement } from '../history-entries.ts';
import { order } from './lupus-drugs.ts';
import type { Whole } from '../whole.ts';

// These words were not known.
describe('a diagnosis', () => {
  answers(
    ['Azathioprin-Unverträglichkeit', 'Prednisone psychosis'].map((name): Row => {
      const drug = name.startsWith('A') ? 'azathioprine' : 'prednisone';
      return [name, [condition(name)], found([shown('Condition/r1', 'diagnosis', drug, { value: name })])];
    }),
  );
});

describe('a treatment that ended', () => {
  const ended = (text: string, more: Json = {}): Json =>
    order('azathioprine', '2025-01-01', '2025-02-01', { status: 'stopped', ...because(text), ...more });
  const harm = (value: string, date = '2025-01-01', drug = 'azathioprine'): Whole =>
    found([shown('MedicationRequest/r1', 'ended', drug, { value, date })]);
  answers([
    ['for what it did', [ended('leukopenia')], harm('leukopenia')],
    [
      'for what it did, while something else is denied',
      [ended('leukopenia, no infection')],
      harm('leukopenia, no infection'),
    ],
    [
      'for what one of two words of the reason says it did',
      [
        ended('', {
          statusReason: { text: 'other', coding: [{ system: 'urn:local', code: '1', display: 'leukopenia' }] },
        }),
      ],
      harm('other'),
    ],
    ['for what is denied in one clause', [ended('no leukopenia')], none()],
    ['for lack of effect', [ended('疗效不佳')], none()],
    ['because it could not be tolerated', [ended('患儿无法耐受')], harm('患儿无法耐受')],
    ['by the code of an allergy', [ended('', { statusReason: { coding: [{ code: 'salg' }] } })], harm('salg')],
    ['with a note', [ended('other', { note: [{ authorString: 'x' }, { text: 'toxicity' }] })], harm('toxicity')],
    ['with a reason and a note: the reason is shown', [ended('rash', { note: [{ text: 'toxicity' }] })], harm('rash')],
    ['with a note of what may have another cause', [ended('other', { note: [{ text: 'infection' }] })], none()],
    [
      'is shown with the day on which it ended',
      [
        statement('azathioprine', '', {
          status: 'stopped',
          effectivePeriod: { start: '2025-01-01', end: '2025-02-01' },
          ...because('rash'),
        }),
      ],
      found([shown('MedicationStatement/r1', 'ended', 'azathioprine', { value: 'rash', date: '2025-02-01' })]),
    ],
    [
      'nobody says when',
      [statement('azathioprine', '', { status: 'stopped', effectivePeriod: undefined, ...because('rash') })],
      found([shown('MedicationStatement/r1', 'ended', 'azathioprine', { value: 'rash' })]),
    ],
    ['and is no standard one', [order('amoxicillin', '2025-01-01', '2025-02-01', because('rash'))], none()],
    [
      'and was to begin tomorrow',
      [order('azathioprine', '2026-06-02', undefined, because('rash'))],
      none('2026-06-02'),
    ],
    [
      'and began on the screening day',
      [order('azathioprine', '2026-06-01', undefined, because('rash'))],
      harm('rash', '2026-06-01'),
    ],
    [
      'whose name and code disagree',
      [ended('rash', { medicationCodeableConcept: { text: 'amoxicillin', ...rxnorm('6851') } })],
      harm('rash', '2025-01-01', 'amoxicillin'),
    ],
    [
      'whose code is that of the group of glucocorticoids',
      [
        ended('rash', {
          medicationCodeableConcept: {
            text: 'amoxicillin',
            coding: [{ system: 'http://www.whocc.no/atc', code: 'H02AB' }],
          },
        }),
      ],
      harm('rash', '2025-01-01', 'amoxicillin'),
    ],
  ]);
});

describe('a treatment that was withheld', () => {
  const held = (drug: string, text: string): Json =>
    order(drug, '2025-01-01', undefined, { status: 'on-hold', ...because(text) });
  answers([
    [
      'for what it did',
      [held('azathioprine', 'rash')],
      found([shown('MedicationRequest/r1', 'withheld', 'azathioprine', { value: 'rash' })]),
    ],
    ['for another reason', [held('azathioprine', 'surgery')], none()],
    ['and is no standard one', [held('amoxicillin', 'rash')], none()],
    ['nobody says why', [order('azathioprine', '2025-01-01', undefined, { status: 'on-hold' })], none()],
    ['and has no name', [{ ...held('', 'rash'), medicationCodeableConcept: undefined }], none()],
  ]);
});

describe('a diagnosis', () => {
  const named = (drug: string, value: string, date?: string): Whole =>
    found([shown('Condition/r1', 'diagnosis', drug, { value, ...(date !== undefined && { date }) })]);
  const liver = 'methotrexate-induced hepatotoxicity';
  answers([
    [
      'that names a treatment and its harm',
      [condition(liver, { onsetDateTime: '2025-03-01' })],
      named('methotrexate', liver, '2025-03-01'),
    ],
    [
      'by the day on which it was recorded',
      [condition(liver, { recordedDate: '2026-06-01' })],
      named('methotrexate', liver, '2026-06-01'),
    ],
    ['of which nobody says when', [condition(liver)], named('methotrexate', liver)],
    ['from tomorrow on', [condition(liver, { onsetDateTime: '2026-06-02' })], none('2026-06-02')],
    [
      'whose harm stands in one of its words and the treatment in another',
      [
        condition('', {
          code: { text: 'Poisoning', coding: [{ system: 'urn:x', code: 'x', display: 'methotrexate' }] },
        }),
      ],
      named('methotrexate', 'Poisoning'),
    ],
    [
      'that names glucocorticoids',
      [condition('osteonecrosis related to steroids, drug-induced')],
      named('steroids', 'osteonecrosis related to steroids, drug-induced'),
    ],
    [
      'that names two',
      [condition('methotrexate and azathioprine toxicity')],
      named('azathioprine, methotrexate', 'methotrexate and azathioprine toxicity'),
    ],
    ...(
      [
        ['Adverse effect of antineoplastic and immunosuppressive drugs', 'immunosuppressive'],
        ['免疫抑制剂不良反应', '免疫抑制剂'],
        ['Adverse effect of antimalarials', 'antimalarials'],
      ] as const
    ).map(([text, drug]): Row => [`that names a class: ${text}`, [condition(text)], named(drug, text)]),
    ...(
      [
        ['icd-10-cm', 'T45.1X5A', 'antineoplastic and immunosuppressive drugs'],
        ['icd-10-cm', 'T38.0X5D', 'glucocorticoids'],
        ['icd-10', 'Y41.2', 'antimalarials'],
      ] as const
    ).map(([system, code, drug]): Row => [
      `that is only a code of an adverse effect: ${code}`,
      [condition('', { code: { coding: [{ system: `http://hl7.org/fhir/sid/${system}`, code }] } })],
      named(drug, code),
    ]),
    [
      'that is a code of an adverse effect beside another code',
      [
        condition('', {
          code: {
            coding: ['K71.2', 'T38.0X5A'].map((code) => ({ system: 'http://hl7.org/fhir/sid/icd-10-cm', code })),
          },
        }),
      ],
      named('glucocorticoids', 'K71.2'),
    ],
    [
      'that has such a code in another system',
      [condition('', { code: { coding: [{ system: 'http://snomed.info/sct', code: 'T38.0X5A' }] } })],
      none(),
    ],
    [
      'that is a code of poisoning by them in an accident',
      [
        condition('', {
          code: { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code: 'T45.1X1A' }] },
        }),
      ],
      none(),
    ],
    ['that names a class and no harm', [condition('Long term use of immunosuppressants')], none()],
    ['that names another drug', [condition('amoxicillin-induced hepatotoxicity')], none()],
    ['that names the treatment and no harm', [condition('Under methotrexate')], none()],
  ]);
});

// Such entries passed as a drug that was taken, and the intolerance in their name as nothing.
describe('a medication whose name speaks of an intolerance', () => {
  const named = (name: string): Whole => found([shown('MedicationStatement/r1', 'of', name, { date: '2025-01-01' })]);
  const rows = ['MTX intolerance', 'Allergy to hydroxychloroquine', '环磷酰胺过敏', 'Azathioprin-Unverträglichkeit'];
  answers([
    ...rows.map((name): Row => [name, [statement(name, '2025-01-01')], named(name)]),
    [
      'that is said beside a name of its own',
      [
        {
          ...statement('MTX', '2025-01-01'),
          medicationCodeableConcept: { text: 'methotrexate' },
          medicationReference: { display: 'MTX intolerance' },
        },
      ],
      named('methotrexate'),
    ],
    ['of no standard treatment is no matter', [statement('Allergy to amoxicillin', '2025-01-01')], none()],
    ['of a level of the drug is none', [statement('tacrolimus level', '2025-01-01')], none()],
  ]);
});
