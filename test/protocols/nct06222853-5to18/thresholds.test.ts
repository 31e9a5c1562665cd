import { describe, expect, it } from 'vitest';

import { allCriteria } from '../../../src/eligibility/digest.ts';
import { understand } from '../../../src/eligibility/understand.ts';
import { nct06222853From5To18 } from '../../../src/protocols/nct06222853-5to18/protocol.ts';
import { defaults, type Settings } from '../../../src/protocols/nct06222853-5to18/settings.ts';
import type { Verdict } from '../../../src/logic/verdict.ts';
import { ask } from '../../ask.ts';
import { recordOf, screeningOn } from '../../builders.ts';
import { ago } from '../../facts/glucocorticoids/prednisone.ts';
import type { Edge } from './thresholds/edge.ts';
import { edges } from './thresholds/edges.ts';

const criteria = new Map(allCriteria(nct06222853From5To18).map((criterion) => [criterion.id, criterion]));

function verdictOf({ id, at, asked }: Edge, steps: number, changed: Partial<Settings> = {}): Verdict | undefined {
  const patient = understand(recordOf(at(steps), asked), screeningOn('2026-06-01'));
  return criteria.get(id)?.assess(patient, patient.screening, { ...defaults, ...changed }).verdict;
}

const rows = Object.entries(edges).map(([name, edge]) => ({ name, edge, id: edge.id, verdicts: edge.verdicts }));

it('every number among the settings has an edge, save the warning that decides nothing', () => {
  const numbers = Object.entries(defaults).flatMap(([name, value]) => (typeof value === 'number' ? [name] : []));
  expect([...Object.keys(edges), 'ageOutWarningDays'].sort()).toEqual(numbers.sort());
});

describe('one step below a setting, at it, and one step above', () => {
  it.each(rows)('$name: $id is $verdicts', ({ edge, verdicts }) => {
    expect([-1, 0, 1].map((steps) => verdictOf(edge, steps))).toEqual(verdicts);
  });
});

describe('another setting moves the edge', () => {
  it.each(rows.filter(({ edge }) => edge.changed === undefined))('$name, by one step', ({ name, edge, verdicts }) => {
    const value = Object.entries(defaults).find(([each]) => each === name)?.[1];
    const moved = { [name]: Number(value) + (edge.step ?? 1) };
    expect([0, 1, 2].map((steps) => verdictOf(edge, steps, moved))).toEqual(verdicts);
  });

  it.each(
    rows.flatMap(({ name, edge }) => (edge.changed === undefined ? [] : [{ name, edge, changed: edge.changed }])),
  )('$name, to $changed.0', ({ name, edge, changed: [value, verdict] }) => {
    expect(verdictOf(edge, 0, { [name]: value })).toBe(verdict);
  });
});

it.each([
  [61, false],
  [60, true],
  [59, true],
])('the warning of a nineteenth birthday in %i days is given: %s', (days, warned) => {
  const birthDate = ago(-days).replace('2026', '2007');
  const [age] = [...criteria.values()];
  const flags = age === undefined ? [] : ask(age, [], { patient: { birthDate } }).flags;
  expect(flags.some((flag) => flag.startsWith('AGE_OUT'))).toBe(warned);
});
