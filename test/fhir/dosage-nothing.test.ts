// Which dosages come to nothing?

import { expect, it } from 'vitest';
import { comesToNothing } from '../../src/fhir/dosage/dosage-nothing.ts';
import type { Json } from '../../src/fhir/record.ts';
import { newLexicon } from '../../src/terminology/lexicon.ts';

const amount = (value: number): Json => ({ doseAndRate: [{ doseQuantity: { value, unit: 'mg' } }] });
const nothing = (...dosages: readonly Json[]): boolean => comesToNothing({}, dosages, newLexicon());

it.each<[string, Json, boolean]>([
  ['a dose of 0 mg', amount(0), true],
  ['a dose of 5 mg', amount(5), false],
  ['0 in the field and an amount in the words', { ...amount(0), text: '40 mg daily' }, false],
  ['a field of 5 mg beside words of 0', { ...amount(5), text: '0 mg' }, false],
  [
    'a field of 5 mg beside one of 0',
    { doseAndRate: [{ doseQuantity: { value: 5, unit: 'mg' } }, { doseQuantity: { value: 0, unit: 'mg' } }] },
    false,
  ],
  ['a range from 0 to 0', { doseAndRate: [{ doseRange: { low: { value: 0 }, high: { value: 0 } } }] }, true],
  ['a range from 0 to 5', { doseAndRate: [{ doseRange: { low: { value: 0 }, high: { value: 5 } } }] }, false],
  ['a rate of 0', { rateQuantity: { value: 0, unit: 'mL/h' } }, true],
  ['0 times a day', { ...amount(5), timing: { repeat: { frequency: 0, period: 1, periodUnit: 'd' } } }, true],
  ['0 to 2 times a day', { ...amount(5), timing: { repeat: { frequency: 0, frequencyMax: 2 } } }, false],
  ['words of 0 mg', { text: '0 mg daily' }, true],
  ['words of 0 mg for the patient', { patientInstruction: '0 mg daily' }, true],
  ['words of 0 tablets', { text: 'Take 0 tablets by mouth daily' }, true],
  ['a scheme of nothing', { text: '0-0-0-0' }, true],
  ['half a milligram', { text: '0.5 mg daily' }, false],
  ['a taper to 0', { text: '10 mg for 7 days, then 0 mg' }, false],
  ['a scheme', { text: '0-0-1' }, false],
  ['words without an amount', { text: 'as directed' }, false],
  ['no field and no words', {}, false],
])('%s', (_, dosage, answer) => {
  expect(nothing(dosage)).toBe(answer);
});

it('one dosage of something is something, and no dosage says nothing', () => {
  expect(nothing(amount(0), amount(5))).toBe(false);
  expect(nothing(amount(0), amount(0))).toBe(true);
  expect(nothing()).toBe(false);
});

it('nothing was handed out', () => {
  expect(comesToNothing({ quantity: { value: 0 } }, [amount(5)], newLexicon())).toBe(true);
  expect(comesToNothing({ quantity: { value: 30 } }, [amount(5)], newLexicon())).toBe(false);
});
