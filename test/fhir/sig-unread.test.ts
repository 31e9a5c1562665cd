// Which words deny the dose beside them?

import { expect, test } from 'vitest';
import { deniesDose } from '../../src/fhir/dosage/sig-unread.ts';

test.each([
  ['reduce by 5 mg', true],
  ['40 mg daily - hold', true],
  ['patient not taking', true],
  ['40 mg daily except sunday', true],
  ['hold', true],
  ['40 mg daily - stopped to reduce side effects', true],
  ['hold if alt is high', false],
  ['if fever', true],
  ['call if fever', false],
  ['40 mg daily', false],
])('"%s" does so: %s', (part, denies) => {
  expect(deniesDose(part)).toBe(denies);
});
