// Which terms of a record are listed as not understood, and how are they named?

import { expect, it } from 'vitest';
import { unreadOf } from '../../src/eligibility/coverage.ts';
import type { Json } from '../../src/fhir/record.ts';
import { observation, recordOf } from '../builders.ts';

const unread = (resource: Json) => unreadOf(recordOf([resource])).map(({ kind, term }) => `${kind}: ${term}`);

const result = (code: Json): Json => ({ ...observation('2160-0', 50, 'umol/L', '2026-05-01'), code });
const local = { system: 'http://hospital.example.org/lab', code: 'X17' };
const drug = (medicationCodeableConcept: Json | undefined): Json => ({
  resourceType: 'MedicationRequest',
  status: 'active',
  intent: 'order',
  authoredOn: '2026-05-01',
  ...(medicationCodeableConcept !== undefined && { medicationCodeableConcept }),
});

it.each<[string, Json, readonly string[]]>([
  ['a result that is understood', observation('2160-0', 50, 'umol/L', '2026-05-01'), []],
  ['a result without a code', result({}), []],
  ['a local code', result({ coding: [local] }), ['result code: http://hospital.example.org/lab|X17']],
  [
    'a local code with its text',
    result({ coding: [local], text: 'Widget count' }),
    ['result code: http://hospital.example.org/lab|X17 Widget count'],
  ],
  ['a text alone', result({ text: 'Widget count' }), ['result code: Widget count']],
  [
    'a code and a text that contradict each other',
    result({ coding: [{ system: 'http://loinc.org', code: '2160-0' }], text: 'Haemoglobin' }),
    ['contradictory result code: http://loinc.org|2160-0 Haemoglobin'],
  ],
  [
    'a unit that nobody knows',
    observation('2160-0', 50, 'widgets', '2026-05-01'),
    ['value or unit: creatinine: 50 widgets'],
  ],
  [
    'a result that was entered in error was listed as a code that nobody understands',
    { ...observation('1742-6', 1870, 'U/L', '2026-05-01'), status: 'entered-in-error' },
    [],
  ],
  [
    'a unit that nobody knows beside a part without a value',
    {
      ...result({ text: 'Liver panel' }),
      valueQuantity: undefined,
      component: [
        { code: { text: 'ALT' }, valueQuantity: { value: 50, unit: 'widgets' } },
        { code: { text: 'AST' }, dataAbsentReason: { text: 'haemolysed' } },
      ],
    },
    ['value or unit: ALT: 50 widgets'],
  ],
  ['a drug that is understood', drug({ text: 'prednisone 5 mg tablet' }), []],
  ['a drug that nobody knows', drug({ text: 'Wunderwasser' }), ['drug: Wunderwasser']],
  [
    'a drug whose code and text contradict each other',
    drug({ coding: [{ system: 'http://www.nlm.nih.gov/research/umls/rxnorm', code: '8640' }], text: 'methotrexate' }),
    ['contradictory drug: http://www.nlm.nih.gov/research/umls/rxnorm|8640 methotrexate'],
  ],
  ['a drug without a name', drug(undefined), ['drug: (no name)']],
])('%s', (_, resource, terms) => {
  expect(unread(resource)).toEqual(terms);
});
