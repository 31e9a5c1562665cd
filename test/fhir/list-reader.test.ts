// Which lists are on record?

import { expect, test } from 'vitest';
import type { Json } from '../../src/fhir/record.ts';
import { day, recordOf } from '../builders.ts';

const list = (more: Json = {}): Json => ({ resourceType: 'List', status: 'current', mode: 'snapshot', ...more });
const read = (more: Json) => recordOf([list(more)]).lists[0];

test('a list has a name, a day, a status and a mode', () => {
  expect(read({ code: { text: 'Medication history' }, title: 'Other', date: '2026-01-05' })).toMatchObject({
    reference: 'List/r1',
    resource: { title: 'Other' },
    concept: { codings: [], text: 'Medication history' },
    when: { from: day('2026-01-05'), to: day('2026-01-05') },
    status: 'current',
    mode: 'snapshot',
  });
});

test('a list without a code has its title, and one without either is none', () => {
  expect(read({ title: 'Medication history' })?.concept).toStrictEqual({ codings: [], text: 'Medication history' });
  expect(read({})).toBeUndefined();
});

test('a list without a status and a mode has neither', () => {
  expect(read({ title: 'x', status: undefined, mode: undefined })).toMatchObject({ status: '', mode: '' });
});

test('a list that was entered in error does not count', () => {
  const { lists, ignored } = recordOf([list({ title: 'x', status: 'entered-in-error' })]);
  expect(lists).toEqual([]);
  expect(ignored).toEqual([
    {
      reference: 'List/r1',
      name: 'x',
      why: { id: 'record.status-does-not-count', values: { status: 'entered-in-error' } },
    },
  ]);
});
