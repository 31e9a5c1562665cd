// How are sessions of dialysis and dependence on it, and the whole answers about them, written down in a line each?

import { expect, it } from 'vitest';
import type { Json } from '../../../src/fhir/record.ts';
import type { Evidence } from '../../../src/logic/finding.ts';
import { say } from '../../../src/logic/message.ts';
import type { Verdict } from '../../../src/logic/verdict.ts';
import { renalReplacementTherapy } from '../../../src/protocols/nct06222853-5to18/e3-renal-replacement.ts';
import { ask, type Asked } from '../../ask.ts';
import { day } from '../../builders.ts';
import { clinically, condition, procedure } from '../history-entries.ts';
import { expected, whole, type Whole } from '../whole.ts';

export const name = 'Hemodialysis';
export const session = (date: string | undefined, more: Json = {}): Json => procedure(name, date, more);
export const since = (start: string, end?: string, more: Json = {}): Json =>
  session(undefined, { performedPeriod: { start, ...(end !== undefined && { end }) }, ...more });
export const depends = 'Dependence on dialysis';
export const dependence = (more: Json = {}): Json => condition(`cm Z99.2 ${depends}`, more);
export const over = (more: Json = {}): Json => dependence({ ...clinically('resolved'), ...more });
export const unstated = (more: Json = {}): Json => dependence({ clinicalStatus: undefined, ...more });
export const planned = (infusion: string): Asked => ({ screening: { plannedInfusion: day(infusion) } });

export const seen = (date?: string, more: Partial<Evidence> = {}): Evidence => ({
  reference: 'Procedure/r1',
  label: say('history.procedure'),
  value: name,
  ...(date !== undefined && { date }),
  ...more,
});
export const diagnosed = (date?: string, label = 'diagnosis'): Evidence =>
  seen(date, { reference: 'Condition/r1', label: say(`history.${label}`), value: depends });

/** By the last day: what is said of it, and the days on which that is asked again. */
export const last = (verdict: Verdict, date: string, days: readonly string[], of = seen(date), after = ''): Whole =>
  expected(verdict, say(`renal.${verdict}${after}`, { name: of.value ?? '', date, days: 60, months: 3 }), {
    evidence: [of],
    days,
  });
export const going = (of: Evidence): Whole =>
  expected('met', say('renal.ongoing', { name: of.value ?? '' }), { evidence: [of] });
export const doubtful = (of: Evidence, days: readonly string[] = []): Whole =>
  expected('needs-investigator', say('renal.doubtful', { name: of.value ?? '' }), { evidence: [of], days });
export const open = (of: Evidence, days: readonly string[] = []): Whole =>
  expected('unknown', say('renal.last-unknown', { name: of.value ?? '' }), {
    evidence: [of],
    missing: [{ what: say('renal.last-day', { name: of.value ?? '' }), orders: [] }],
    days,
  });

export type Row = readonly [string, Json, Whole, Asked?];
export const answers = (rows: readonly Row[]): void => {
  it.each(rows.map(([title, resource, answer, asked]) => ({ title, resource, answer, asked })))(
    '$title',
    ({ resource, answer, asked }) => {
      expect(whole(ask(renalReplacementTherapy, [resource], asked))).toEqual(answer);
    },
  );
};

export const absent = (more: Partial<Whole> = {}): Whole =>
  expected('not-met', say('history.absent', { what: say('renal.replacement') }), more);
