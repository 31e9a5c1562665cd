// Whose answers would change, and why, between two runs over the same patients?

import type { Language } from '../../logic/language.ts';
import type { Database } from '../../store/store.ts';
import type { Vault } from '../run/vault.ts';
import { storedAssessment, type StoredAssessment } from '../stored-assessment.ts';
import { answersOf, differences } from '../worklist/difference.ts';
import { differenceJson } from '../worklist/history-json.ts';
import { screeningNumber, trialOf } from '../worklist/number.ts';
import { resultsOf, type RunHead, type RunResult } from './run-results.ts';

export type Comparison = {
  readonly before: RunHead;
  readonly after: RunHead;
  /** Patients of both runs, and of only one of them. */
  readonly both: number;
  readonly onlyBefore: number;
  readonly onlyAfter: number;
  /** How many patients of both went from one status to another: "potential-candidate -> candidate". */
  readonly statuses: Readonly<Record<string, number>>;
  /** Everybody of whom anything differs, in order of the screening numbers. */
  readonly patients: readonly {
    readonly number: string;
    readonly from: StoredAssessment['status'];
    readonly to: StoredAssessment['status'];
    readonly differences: readonly ReturnType<typeof differenceJson>[];
  }[];
};

export type Compared = { readonly comparison: Comparison; readonly shown: readonly string[] };

/** Compares two runs question by question. `shown` are the pseudonyms of the patients in it. */
export async function compareRuns(
  database: Database,
  vault: Vault,
  [before, after]: readonly [RunHead, RunHead],
  language: Language,
): Promise<Compared> {
  const trial = trialOf(after.protocol);
  const counts = { both: 0, onlyBefore: 0, onlyAfter: 0 };
  const statuses: Record<string, number> = {};
  const found: { readonly patient: string; readonly entry: Comparison['patients'][number] }[] = [];
  for await (const { one, other } of sideBySide(database, vault, before.run, after.run)) {
    if (one === undefined || other === undefined) {
      counts[one === undefined ? 'onlyAfter' : 'onlyBefore'] += 1;
      continue;
    }
    counts.both += 1;
    const [earlier, later] = [storedAssessment(one.json), storedAssessment(other.json)];
    const change = `${earlier.status} -> ${later.status}`;
    if (earlier.status !== later.status) statuses[change] = (statuses[change] ?? 0) + 1;
    const changed = differences(answersOf(earlier), later);
    if (changed.length === 0 && earlier.status === later.status) continue;
    const words = changed.map((each) => differenceJson(each, language));
    const entry = { number: screeningNumber(trial, other.patient), from: earlier.status, to: later.status };
    found.push({ patient: other.patient, entry: { ...entry, differences: words } });
  }
  const sorted = found.toSorted((a, b) => (a.entry.number < b.entry.number ? -1 : 1));
  const patients = sorted.map(({ entry }) => entry);
  return {
    comparison: { before, after, ...counts, statuses, patients },
    shown: sorted.map(({ patient }) => patient),
  };
}

type Pair = { readonly one?: RunResult | undefined; readonly other?: RunResult | undefined };

/** Both runs in order of the pseudonyms, merged: no more than a page of each is in memory. */
async function* sideBySide(database: Database, vault: Vault, before: string, after: string): AsyncGenerator<Pair> {
  const [left, right] = [resultsOf(database, vault, before), resultsOf(database, vault, after)];
  const nextOf = async (results: AsyncGenerator<RunResult>): Promise<RunResult | undefined> => {
    const { value, done } = await results.next();
    return done === true ? undefined : value;
  };
  let [one, other] = [await nextOf(left), await nextOf(right)];
  while (one !== undefined || other !== undefined) {
    const isFirst = one !== undefined && (other === undefined || one.patient <= other.patient);
    const isSecond = other !== undefined && (one === undefined || other.patient <= one.patient);
    yield { one: isFirst ? one : undefined, other: isSecond ? other : undefined };
    if (isFirst) one = await nextOf(left);
    if (isSecond) other = await nextOf(right);
  }
}
