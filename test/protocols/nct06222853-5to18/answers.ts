// How is the table of a criterion, one case a line, turned into tests?

import { expect, it } from 'vitest';

import type { Criterion } from '../../../src/eligibility/criterion.ts';
import type { Json } from '../../../src/fhir/record.ts';
import type { Verdict } from '../../../src/logic/verdict.ts';
import type { Settings } from '../../../src/protocols/nct06222853-5to18/settings.ts';
import { ask, type Asked } from '../../ask.ts';

/** The verdict, the case in words, the record, and how it is asked. */
export type Row = readonly [Verdict, string, readonly Json[], Asked?];

/** One test per row: the criterion gives the verdict on 2026-06-01. */
export function answers(criterion: Criterion<Settings>, rows: readonly Row[]): void {
  const cases = rows.map(([verdict, title, resources, asked]) => ({ verdict, title, resources, asked }));
  it.each(cases)('$verdict: $title', ({ verdict, resources, asked }) => {
    expect(ask(criterion, resources, asked).verdict).toBe(verdict);
  });
}
