import { describe, expect, it } from 'vitest';

import { allCriteria } from '../../../src/eligibility/digest.ts';
import { searchNames } from '../../../src/fhir/searches.ts';
import { nct06222853From5To18 } from '../../../src/protocols/nct06222853-5to18/protocol.ts';
import { ask } from '../../ask.ts';
import { historyRows } from './standing/history.ts';
import { infectionRows } from './standing/infections.ts';
import { organRows } from './standing/organs.ts';
import { stands } from './standing/row.ts';
import { treatmentRows } from './standing/treatment.ts';

const criteria = new Map(allCriteria(nct06222853From5To18).map((criterion) => [criterion.id, criterion]));
const criterionOf = (id: string) => {
  const found = criteria.get(id);
  if (found === undefined) throw new Error(`no criterion ${id}`);
  return found;
};
const rows = [...treatmentRows, ...organRows, ...historyRows, ...infectionRows];

/** Decided by the Patient alone: what the date of birth says on 2026-06-01. */
const births = [
  ['I1', '2021-06-01', 'met', 'five years old today'],
  ['I1', '2021-06-02', 'not-met', 'five years old tomorrow'],
  ['I1', '2007-06-02', 'met', 'nineteen years old tomorrow'],
  ['I1', '2007-06-01', 'not-met', 'nineteen years old today'],
  ['I1', undefined, 'unknown', 'absent'],
  ['I1', '12/03/2012', 'unknown', 'unreadable'],
] as const;

/**
 * Judged by a human, class E of, with the verdict where no search could be read: whether a girl of 14 must agree to
 * contraception rests on a result (menarche), whatever else is on record.
 */
const human = [
  ['I5', 'needs-investigator'],
  ['I6.contraception', 'unknown'],
  ['I7', 'needs-investigator'],
  ['E13', 'needs-investigator'],
] as const;

it('every criterion of the protocol has a row, and no row is of another', () => {
  const listed = [...rows.map(({ id }) => id), ...[...births, ...human].map(([id]) => id)];
  expect([...new Set(listed)].sort()).toEqual([...criteria.keys()].sort());
});

for (const row of rows) stands(criterionOf(row.id), row);

describe('the date of birth alone', () => {
  it.each(births)('%s of a patient born %s is %s: %s', (id, birthDate, verdict) => {
    expect(ask(criterionOf(id), [], { patient: { birthDate } }).verdict).toBe(verdict);
  });
});

describe('what only a human can judge', () => {
  const everything = rows.flatMap(({ by, age = 4, beside = [] }) => [...by(age), ...beside]);
  const denied = Object.fromEntries(
    searchNames.map((name) => [name, { state: 'unavailable', reason: 'denied' } as const]),
  );

  it.each(human)(
    '%s needs the investigator whatever is on record, and is %s where nothing could be read',
    (id, unread) => {
      expect(ask(criterionOf(id), []).verdict).toBe('needs-investigator');
      expect(ask(criterionOf(id), everything).verdict).toBe('needs-investigator');
      expect(ask(criterionOf(id), [], { retrieved: denied }).verdict).toBe(unread);
    },
  );
});
