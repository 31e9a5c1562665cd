// What is staged of a line: the line as it came, or what is left of a result that is not read.

import { expect, test } from 'vitest';
import type { UnreadCodes } from '../../../src/fhir/bare-result.ts';
import { stagedLine } from '../../../src/screening/sources/grouping/staged-line.ts';

const bytes = Buffer.from('before {"meta":{"versionId":"3"},"code":{"text":"狼疮"},"x":1} after');
const span = (text: string) => {
  const from = bytes.indexOf(text);
  return { from, to: from + Buffer.byteLength(text) };
};
const line = { bytes, from: 7, to: bytes.length - 6 };
const bare = { code: span('{"text":"狼疮"}'), meta: span('{"versionId":"3"}') };
const placement = { kind: 'patient', patient: '1', key: 'Observation/o1', refers: '', sound: 1, bare } as const;
const unread: UnreadCodes = { digest: '', has: (code) => code === '{"text":"狼疮"}' };
const read: UnreadCodes = { digest: '', has: () => false };

/** The line of text that a bucket gets. */
const written = (...[placed, of, codes]: Parameters<typeof stagedLine>): string => {
  const { header, bytes: from, ...part } = stagedLine(placed, of, codes);
  return header + from.toString('utf8', part.from, part.to);
};
const whole = bytes.toString('utf8', line.from, line.to);

test('of a bare result with an unread code its id, meta and code are left', () => {
  const left = '{"resourceType":"Observation","id":"o1","meta":{"versionId":"3"},"code":{"text":"狼疮"}}';
  expect(written(placement, line, unread)).toBe(`1\tObservation/o1\t\tu\t${left}`);
});

test('without meta its id and code are left, and without an id an empty one', () => {
  const none = { from: -1, to: -1 };
  const placed = { ...placement, key: 'Observation/', bare: { ...bare, meta: none } };
  const left = '{"resourceType":"Observation","id":"","code":{"text":"狼疮"}}';
  expect(written(placed, line, unread)).toBe(`1\tObservation/\t\tu\t${left}`);
});

test.each([
  ['a bare result with a code that is read', placement, read],
  ['a bare result where nobody knows the unread codes', placement, undefined],
  ['a result that is more than bare', { ...placement, bare: undefined }, unread],
])('%s is left as it came', (_, placed, codes) => {
  expect(written(placed, line, codes)).toBe(`1\tObservation/o1\t\t1\t${whole}`);
});

test.each([
  [0, '0'],
  [9, '9'],
  [10, '0'],
])('%s resources in a line are told as %s, after what it refers to', (sound, told) => {
  const placed = { ...placement, refers: 'Medication/a', sound };
  expect(written(placed, line, undefined)).toBe(`1\tObservation/o1\tMedication/a\t${told}\t${whole}`);
});
