// Which of several copies of one resource is kept, and in which place?

import { describe, expect, it } from 'vitest';
import { distinct } from '../../src/fhir/distinct.ts';
import type { Resource } from '../../src/fhir/record.ts';

const result = (id: string | undefined, value: number, lastUpdated?: string): Resource => ({
  resourceType: 'Observation',
  ...(id !== undefined && { id }),
  ...(lastUpdated !== undefined && { meta: { lastUpdated } }),
  valueInteger: value,
});
const valuesOf = (...resources: readonly Resource[]): readonly unknown[] =>
  distinct(resources).map((each) => each['valueInteger']);

describe('copies of one resource', () => {
  const [old, fresh] = ['2026-01-01T00:00:00Z', '2026-01-02T00:00:00+08:00'];

  it.each([
    ['the newer of two by their instants', result('a', 1, old), result('a', 2, fresh), 2],
    ['the one that says when it was updated', result('a', 1, old), result('a', 2), 1],
    ['the one whose time can be read', result('a', 1, old), result('a', 2, 'yesterday'), 1],
    ['of two of one time the one whose text comes first', result('a', 2, old), result('a', 1, old), 1],
    ['of two without a time likewise', result('a', 2), result('a', 1), 1],
  ])('leave %s, in whatever order they come', (_what, one, other, value) => {
    expect(valuesOf(one, other)).toEqual([value]);
    expect(valuesOf(other, one)).toEqual([value]);
  });

  it('leave the one that says when it was updated also where its text comes last', () => {
    const timed: Resource = { resourceType: 'Observation', id: 'a', valueInteger: 2, meta: { lastUpdated: old } };
    expect(valuesOf(timed, result('a', 1))).toEqual([2]);
    expect(valuesOf(result('a', 1), timed)).toEqual([2]);
  });

  it('leave one of three, and the first place counts', () => {
    const other = result('b', 9);
    expect(valuesOf(result('a', 1, old), other, result('a', 3, fresh), result('a', 2, old))).toEqual([3, 9]);
  });

  it('without an id are one only if they say the same', () => {
    expect(valuesOf(result(undefined, 1), result(undefined, 2), result(undefined, 1))).toEqual([1, 2]);
  });

  it('are no copies where the type differs', () => {
    const condition: Resource = { resourceType: 'Condition', id: 'a', valueInteger: 7 };
    expect(valuesOf(result('a', 1), condition)).toEqual([1, 7]);
  });

  it('are one and the same when sent twice', () => {
    const one = result('a', 1);
    expect(distinct([one, one])).toEqual([one]);
  });
});
