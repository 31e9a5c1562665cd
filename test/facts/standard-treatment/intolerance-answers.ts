// How are signs of intolerance and the whole answers about them written down in a line each?

import { expect, it } from 'vitest';
import { intolerance } from '../../../src/facts/standard-treatment/intolerance.ts';
import type { Json } from '../../../src/fhir/record.ts';
import type { Evidence } from '../../../src/logic/finding.ts';
import { say, type Message } from '../../../src/logic/message.ts';
import { recordOf, screeningOn, type RecordOptions } from '../../builders.ts';
import { expected, whole, type Whole } from '../whole.ts';

export const ask = (resources: readonly Json[], options: RecordOptions = {}): Whole =>
  whole(intolerance(recordOf(resources, options), screeningOn('2026-06-01')));

export const none = (...days: readonly string[]): Whole => expected('not-met', say('intolerance.none'), { days });
export const found = (
  evidence: readonly Evidence[],
  drugs: readonly Message[] = evidence.map(({ label }) => label),
): Whole =>
  expected('needs-investigator', say('intolerance.evidence', { drugs }), { evidence, flags: ['INTOLERANCE_EVIDENCE'] });

export type Shown = Pick<Evidence, 'value' | 'date'>;
export const shown = (reference: string, reason: string, drug: string, more: Shown = {}): Evidence => ({
  reference,
  label: say(`intolerance.${reason}`, { drug }),
  ...more,
});

export type Row = readonly [string, readonly Json[], Whole];
export const answers = (rows: readonly Row[]): void => {
  it.each(rows.map(([title, resources, answer]) => ({ title, resources, answer })))(
    '$title',
    ({ resources, answer }) => {
      expect(ask(resources)).toStrictEqual(answer);
    },
  );
};

export const because = (text: string): Json => ({ statusReason: { text } });
export const rxnorm = (code: string, display?: string): Json => ({
  coding: [{ system: 'http://www.nlm.nih.gov/research/umls/rxnorm', code, ...(display !== undefined && { display }) }],
});
