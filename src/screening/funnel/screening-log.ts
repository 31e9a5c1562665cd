// What stands in the screening log that good clinical practice asks for?

import type { Language } from '../../logic/language.ts';
import type { Database } from '../../store/store.ts';
import type { Vault } from '../run/vault.ts';
import { isAgainst, storedAssessment, type StoredAssessment } from '../stored-assessment.ts';
import { csv } from '../worklist/csv.ts';
import { screeningNumber, trialOf } from '../worklist/number.ts';
import { printedFor } from '../worklist/printed-for.ts';
import { listWords } from '../worklist/words.ts';
import { resultsOf, type RunHead } from './run-results.ts';

export type ScreeningLog = { readonly patients: readonly string[]; readonly csv: string };

/**
 * Every patient of a run: number, date, outcome, reasons. Why somebody is not eligible is what stands against her; otherwise
 * it is what is unknown. Confidential criteria say "see chart".
 */
export async function screeningLog(
  database: Database,
  vault: Vault,
  { run, protocol }: RunHead,
  language: Language,
): Promise<ScreeningLog> {
  const words = listWords(language);
  const trial = trialOf(protocol);
  const rows: { readonly patient: string; readonly line: readonly string[] }[] = [];
  for await (const { patient, asOf, json } of resultsOf(database, vault, run)) {
    const assessment = storedAssessment(json);
    const line = [
      screeningNumber(trial, patient),
      asOf,
      words(`status.${assessment.status}`),
      reasons(assessment, language),
    ];
    rows.push({ patient, line });
  }
  const sorted = rows.toSorted(({ line: [a = ''] }, { line: [b = ''] }) => (a < b ? -1 : 1));
  const head = (['column.number', 'column.date', 'column.outcome', 'column.reasons'] as const).map((id) => words(id));
  return { patients: sorted.map(({ patient }) => patient), csv: csv([head, ...sorted.map(({ line }) => line)]) };
}

function reasons({ status, criteria }: StoredAssessment, language: Language): string {
  const telling = criteria.filter((each) => (status === 'ineligible' ? isAgainst(each) : each.verdict === 'unknown'));
  return telling
    .map(({ id, confidential, reasonMessage }) =>
      confidential === true ? listWords(language)('see-chart') : `${id}: ${printedFor(reasonMessage, language)}`,
    )
    .join('; ');
}
