// How are lupus nephritis and the whole answers about signals of severe nephritis written down in a line each?

import type { Json } from '../../../src/fhir/record.ts';
import { nephritisSignals, type NephritisSignals } from '../../../src/facts/kidney/severe-nephritis.ts';
import type { Evidence } from '../../../src/logic/finding.ts';
import { say, type Message } from '../../../src/logic/message.ts';
import { recordOf, screeningOn, type RecordOptions } from '../../builders.ts';
import { condition } from '../history-entries.ts';
import { expected, rowsAnswered, whole, type Whole } from '../whole.ts';

const signals: NephritisSignals = {
  laboratoryWindowDays: 30,
  heightWindowDays: 180,
  proteinuriaFrom: 3000,
  filtrationBelow: 45,
  fallFrom: 0.3,
  fallMonths: 3,
  biopsyMonths: 6,
};
export const screening = screeningOn('2026-06-01');
export type Options = RecordOptions & Partial<NephritisSignals>;
export const ask = (resources: readonly Json[], options: Options = {}): Whole =>
  whole(nephritisSignals(recordOf(resources, options), screening, { ...signals, ...options }));

/** Her 18th birthday, from which on equations for adults count. */
export const adult = '2030-03-15';
export const what = say('nephritis.what');
export const absent = (more: Partial<Whole> = {}): Whole =>
  expected('not-met', say('history.absent', { what }), { days: [adult], ...more });
export const raised = (reason: Message, evidence: readonly Evidence[], days: readonly string[] = []): Whole =>
  expected('needs-investigator', reason, { evidence, days: [...days, adult] });

export const answers = rowsAnswered(ask);

export const name = 'Lupus nephritis';
export const nephritis = (more: Json = {}): Json => condition(`cm M32.14 ${name}`, more);
export const known = (date?: string): Evidence => ({
  reference: 'Condition/r1',
  label: say('history.diagnosis'),
  value: name,
  ...(date !== undefined && { date }),
});
export const present = say('nephritis.present', { name });
