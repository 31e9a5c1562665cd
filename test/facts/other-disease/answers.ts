// How are treatments with their reasons, and the whole answers about them, written down in a line each?

import { exposuresOf } from '../../../src/facts/drugs/exposures.ts';
import { otherDiseaseTreated } from '../../../src/facts/other-disease/treatment.ts';
import type { Json } from '../../../src/fhir/record.ts';
import type { Evidence } from '../../../src/logic/finding.ts';
import { say } from '../../../src/logic/message.ts';
import type { Verdict } from '../../../src/logic/verdict.ts';
import { recordOf, screeningOn, type RecordOptions } from '../../builders.ts';
import { administration, because, statement } from '../history-entries.ts';
import { expected, rowsAnswered, whole, type Whole } from '../whole.ts';

/** A record is asked for 28 days, or for as many as are given. */
export type Options = RecordOptions & { readonly days?: number };

const ask = (resources: readonly Json[], options: Options = {}): Whole => {
  const record = recordOf(resources, options);
  const screening = screeningOn('2026-06-01');
  return whole(otherDiseaseTreated(record, exposuresOf(record, screening), screening, options.days ?? 28));
};

export const answers = rowsAnswered(ask);

/** A statement of a drug for a reason; without an end it goes on, with neither nobody says when. */
export const taken = (drug: string, reason: string, start?: string, end?: string): Json =>
  statement(drug, '', {
    status: end === undefined && start !== undefined ? 'active' : 'completed',
    effectivePeriod: { ...(start !== undefined && { start }), ...(end !== undefined && { end }) },
    ...(reason !== '' && because(reason)),
  });

export const shown = (drug: string, start?: string, end?: string, at = 1): Evidence => ({
  reference: `MedicationStatement/r${String(at)}`,
  label: say('history.statement'),
  value: end === undefined ? drug : say('history.drug-until', { drug, date: end }),
  ...(start !== undefined && { date: start }),
});

export const what = say('other-disease.what');
export const absent = (more: Partial<Whole> = {}): Whole => expected('not-met', say('history.absent', { what }), more);

export const asthma = 'Asthma';
export const infusion = (date: string): Json => administration('methylprednisolone', date, because(asthma));
export const given = (date: string | undefined, at = 1): Evidence => ({
  ...shown('methylprednisolone', date),
  reference: `MedicationAdministration/r${String(at)}`,
  label: say('history.administration'),
});

export function course(
  verdict: Verdict,
  reason: string,
  evidence: readonly Evidence[],
  turns: readonly string[],
  { disease = asthma, drugs = ['prednisone'], days = 28 } = {},
): Whole {
  const values = { disease, drugs, days };
  return expected(verdict, say(`other-disease.${reason}`, values), {
    evidence,
    missing: verdict === 'unknown' ? [{ what: say('other-disease.dates', values), orders: [] }] : [],
    days: turns,
  });
}
