// Which procedures were carried out or are under way, and when?

import { describe, expect, test } from 'vitest';
import type { Json } from '../../src/fhir/record.ts';
import { isoRange } from '../../src/logic/calendar.ts';
import { statusDoesNotCount } from '../../src/fhir/reader-context.ts';
import { day, recordOf } from '../builders.ts';

const on = (from: string, to = from): string => isoRange({ from: day(from), to: day(to) });
const dialysis = (more: Json = {}): Json => ({
  resourceType: 'Procedure',
  status: 'completed',
  code: { text: 'Hemodialysis' },
  ...more,
});
const read = (more: Json = {}, others: readonly Json[] = []) => recordOf([dialysis(more), ...others]).procedures[0];

test.each<[unknown, string]>([
  ['completed', 'completed'],
  [' In-Progress ', 'in-progress'],
  ['stopped', 'begun'],
  ['unknown', 'begun'],
  ['x-17', 'begun'],
  [undefined, 'begun'],
])('a procedure of status %j stands as %s', (status, standing) => {
  expect(read({ status })?.status).toBe(standing);
});

test.each(['not-done', 'entered-in-error', 'preparation', 'on-hold', 'Not-Done'])(
  'a procedure of status %s does not count, and is named with the reason',
  (status) => {
    const { procedures, ignored } = recordOf([dialysis({ status })]);
    expect(procedures).toEqual([]);
    expect(ignored).toEqual([
      {
        reference: 'Procedure/r1',
        name: 'Hemodialysis',
        concept: { codings: [], text: 'Hemodialysis' },
        why: { id: 'record.status-does-not-count', values: { status } },
      },
    ]);
  },
);

test('a status that was not sent is said as a dash', () => {
  expect(statusDoesNotCount({ resourceType: 'Procedure' }).values).toEqual({ status: '-' });
});

test('a procedure without a name is none', () => {
  expect(recordOf([dialysis({ code: {} })]).procedures).toEqual([]);
});

describe('the days of a procedure', () => {
  const period = { performedPeriod: { start: '2026-01-05', end: '2026-02-01' } };

  test.each<[string, Json, string | undefined, string | undefined]>([
    ['a date', { performedDateTime: '2026-01-05' }, on('2026-01-05'), on('2026-01-05')],
    ['a date in words', { performedString: '2026-01-05' }, on('2026-01-05'), on('2026-01-05')],
    ['a period', period, on('2026-01-05'), on('2026-02-01')],
    ['the end of a period', { performedPeriod: { end: '2026-02-01' } }, on('2026-02-01'), on('2026-02-01')],
    ['the start of a period', { performedPeriod: { start: '2026-01-05' } }, on('2026-01-05'), undefined],
    ['a date before a period', { performedDateTime: '2026-01-07', ...period }, on('2026-01-07'), on('2026-01-07')],
    ['nothing', {}, undefined, undefined],
    ['a period, under way', { status: 'in-progress', ...period }, on('2026-01-05'), on('2026-02-01')],
    ['a date, under way', { status: 'in-progress', performedDateTime: '2026-01-05' }, on('2026-01-05'), undefined],
    [
      'the end of a period, under way',
      { status: 'in-progress', performedPeriod: { end: '2026-02-01' } },
      undefined,
      on('2026-02-01'),
    ],
  ])('are told by %s', (_, more, performed, ended) => {
    const entry = read(more);
    const written = [entry?.performed, entry?.ended].map((each) => (each === undefined ? undefined : isoRange(each)));
    expect(written).toEqual([performed, ended]);
  });
});

describe('the reason of a procedure', () => {
  const nephritis: Json = { resourceType: 'Condition', id: 'n', code: { text: 'Lupus nephritis' } };

  test.each<[string, Json, readonly string[]]>([
    ['stated', { reasonCode: [{ text: 'Uremia' }] }, ['Uremia']],
    [
      'the diagnosis it refers to',
      { reasonReference: [{ reference: 'Condition/n', display: 'x' }] },
      ['Lupus nephritis'],
    ],
    [
      'the name of a diagnosis that is not there',
      { reasonReference: [{ reference: 'Condition/m', display: 'AKI' }] },
      ['AKI'],
    ],
    ['nothing, of a diagnosis that is not there', { reasonReference: [{ reference: 'Condition/m' }] }, []],
    [
      'all of these',
      { reasonCode: [{ text: 'Uremia' }], reasonReference: [{ reference: 'Condition/n' }, { display: 'AKI' }] },
      ['Uremia', 'Lupus nephritis', 'AKI'],
    ],
    ['none', {}, []],
  ])('is %s', (_, more, reasons) => {
    expect(read(more, [nephritis])?.reasons.map(({ text }) => text)).toEqual(reasons);
  });

  test('that has only a display keeps it as its text', () => {
    expect(read({ reasonReference: [{ display: 'AKI' }] })?.reasons).toStrictEqual([{ codings: [], text: 'AKI' }]);
  });
});
