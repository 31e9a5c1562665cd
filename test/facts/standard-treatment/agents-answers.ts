// What does a test of the eleven agents need to write down a whole answer in one line?

import { expect, it } from 'vitest';
import type { Json } from '../../../src/fhir/record.ts';
import { isoDay } from '../../../src/logic/calendar.ts';
import type { Evidence } from '../../../src/logic/finding.ts';
import { say, verbatim, type Message } from '../../../src/logic/message.ts';
import { twoAgents } from '../../../src/protocols/nct06222853-5to18/i2-agents.ts';
import { ask, type Asked } from '../../ask.ts';
import { day } from '../../builders.ts';
import { infusion, order } from './lupus-drugs.ts';
import { expected, whole, type Whole } from '../whole.ts';

/** Mycophenolate for long enough: the first agent of most records. */
export const mmf = order('吗替麦考酚酯胶囊', '2024-02-01', '2025-08-01');

/** Some infusions, each so many days after the first. */
export const infusions = (drug: string, first: string, after: readonly number[], more: Json = {}): readonly Json[] =>
  after.map((days) => infusion(drug, isoDay(day(first) + days), more));

/** The case in words, the record, the whole answer on 2026-06-01, and how it is asked. */
export type Row = readonly [string, readonly Json[], Whole, Asked?];

/** One test per row. */
export function answers(rows: readonly Row[]): void {
  const cases = rows.map(([title, resources, answer, asked]) => ({ title, resources, answer, asked }));
  it.each(cases)('$title', ({ resources, answer, asked }) => {
    expect(whole(ask(twoAgents, resources, asked))).toEqual(led(answer));
  });
}

/** The agents that the reason calls adequate lead a short line: those on which the answer rests. */
function led(answer: Whole): Whole {
  const { id, values: named } = answer.reason;
  const adequate = JSON.stringify(named['adequate'] ?? []);
  const evidence = answer.evidence.map((each) =>
    each.label.id === 'verbatim' &&
    (id === 'immunosuppressants.ordered' || adequate.includes(JSON.stringify(each.label)))
      ? { ...each, leads: true as const }
      : each,
  );
  return { ...answer, evidence };
}

const written = (names: readonly string[]): string | readonly Message[] =>
  names.length === 0 ? '–' : names.map(verbatim);

/** What every reason says of the agents. */
export const values = (given: readonly string[], adequate: readonly string[]): Message['values'] => ({
  given: written(given),
  adequate: written(adequate),
  count: given.length,
  needed: 2,
});

const shown = (name: string, reference: string, value: Message, date: string): Evidence => ({
  reference,
  label: verbatim(name),
  value,
  date,
});
/** An agent with its days, or with its doses; `reference` is the entry that goes on for longest. */
export const cover = (name: string, reference: string, days: number, from: string, to: string): Evidence =>
  shown(name, reference, say('immunosuppressants.cover', { days, from, to }), to);
export const doses = (name: string, reference: string, count: number, from: string, to: string): Evidence =>
  shown(name, reference, say('immunosuppressants.doses', { count, from, to }), to);
/** An agent of which no day is proven. */
export const noTime = (name: string, reference: string): Evidence => ({
  reference,
  label: verbatim(name),
  value: say('immunosuppressants.no-time'),
});

export const mmfShown = cover('mycophenolate', 'MedicationRequest/r1', 548, '2024-02-01', '2025-08-01');

const byName = (a: Evidence, b: Evidence): number =>
  a.label.id + JSON.stringify(a.label) < b.label.id + JSON.stringify(b.label) ? -1 : 1;
const both = (name: string): readonly string[] => ['mycophenolate', name].sort();

/** Mycophenolate and another agent that is adequate. */
export const adequate = (name: string, evidence: Evidence, more: Partial<Whole> = {}): Whole =>
  expected('met', say('immunosuppressants.met', values(both(name), both(name))), {
    evidence: [mmfShown, evidence].sort(byName),
    ...more,
  });

/** Mycophenolate and another agent that is not, and why. */
export const inadequate = (name: string, evidence: Evidence, doubt: Message, more: Partial<Whole> = {}): Whole =>
  expected(
    'needs-investigator',
    say('immunosuppressants.not-adequate', { ...values(both(name), ['mycophenolate']), doubts: [doubt] }),
    { evidence: [mmfShown, evidence].sort(byName), ...more },
  );

export const short = (name: string, days: number): Message => say('immunosuppressants.short', { name, days });
export const fewDoses = (name: string, count: number): Message => say('immunosuppressants.few-doses', { name, count });
export const unclear = (name: string): Message => say('immunosuppressants.unclear-time', { name });

/** The statement that the history is complete, and the day on which it lapses. */
export const attested: Evidence = {
  reference: 'List/r1',
  label: say('medication-history.statement'),
  value: '用药史完整，院外处方已核对',
  date: '2026-05-28',
};
export const lapses = '2026-08-27';
