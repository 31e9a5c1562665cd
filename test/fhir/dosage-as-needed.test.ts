// Is a dosage taken only when it is needed, by its fields or its words?

import { expect, test } from 'vitest';
import { areOnlyAsNeeded, isOnlyAsNeeded } from '../../src/fhir/dosage/dosage-as-needed.ts';

const told = (text: string) => ({ additionalInstruction: [{ text: 'with food' }, { text }] });

test.each([
  [{ asNeededBoolean: true }, true],
  [{ asNeededBoolean: false }, false],
  [{ asNeededCodeableConcept: { text: 'pain' } }, true],
  [told('As needed'), true],
  [told('take only if required.'), true],
  [told('必要时服用'), true],
  [{ additionalInstruction: [{ coding: [{ display: 'as required' }] }] }, true],
  [{ additionalInstruction: [{ text: 'as needed for pain', coding: [{ display: 'as needed' }] }] }, true],
  [{ text: '必要时' }, true],
  [{ text: 'Bei Bedarf' }, true],
  [{ text: ' prn ' }, true],
  [{ patientInstruction: 'prn' }, true],
  [{ text: '0.2g bid', patientInstruction: 'prn' }, false],
  [{ text: '0.2g 必要时服' }, true],
  [{ text: '200 mg po prn' }, true],
  [{ text: '按需口服1片' }, true],
  [{ text: '0.2g qd，必要时加用止痛药' }, false],
  [{ text: '0.2g bid' }, false],
  [told('repeat blood tests as needed'), false],
  [told('take with water'), false],
  [{}, false],
])('%j: %s', (dosage, expected) => {
  expect(isOnlyAsNeeded(dosage)).toBe(expected);
});

test('a drug is taken only when needed if all its dosages are', () => {
  const needed = { text: 'prn' };
  expect([[], [needed], [needed, { text: '40 mg daily' }]].map((each) => areOnlyAsNeeded(each))).toEqual([
    false,
    true,
    false,
  ]);
});
