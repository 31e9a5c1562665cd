// Is what is handed out kept apart from the dose?

import { expect, test } from 'vitest';
import { readSig } from '../../src/fhir/dosage/sig.ts';
import { withoutSupply } from '../../src/fhir/dosage/sig-supply.ts';

test('the tablets that are handed out are no dose', () => {
  const [step, ...others] = readSig('40 mg = 2 tab(s), PO, Daily, # 60 tab(s), 0 Refill(s)');
  expect(others).toEqual([]);
  expect(step?.amounts.map(({ value }) => value.low)).toEqual([40, 2]);
});

test.each([
  ['20 mg daily, # 30 tab', '20 mg daily,'],
  ['20 mg daily, disp: 30 tablets, refills: 2', '20 mg daily, ,'],
  ['20 mg daily. qty 30. no refills', '20 mg daily. .'],
  ['8# qd', '8# qd'],
  ['take 1 tablet, dispense as written', 'take 1 tablet, dispense as written'],
])('%s', (plain, expected) => {
  expect(withoutSupply(plain).replaceAll(/\s+/g, ' ').trim()).toBe(expected);
});
