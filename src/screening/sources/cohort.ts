// Which patients of a FHIR server may have lupus and the right age?

import { withoutSlash } from '../../access/base-url.ts';
import type { Reader } from '../../access/reader.ts';
import { runSearch } from '../../access/search-run.ts';
import type { BundleEntry } from '../../fhir/bundle.ts';
import { objectAt, textAt } from '../../fhir/json.ts';
import { targetOf } from '../../fhir/referenced.ts';
import { completedYears, parseDay, type Day } from '../../logic/calendar.ts';
import { noSearchByText, SourceError } from './source.ts';
import { searchCodes } from '../../terminology/search-codes.ts';

export type CohortOptions = {
  readonly read: Reader;
  readonly base: URL;
  /** Pages of one query. */
  readonly pages: number;
  /** Completed years on that day, both ends included: outside it a patient is left out, if the birth date says so. */
  readonly age: { readonly from: number; readonly to?: number; readonly on: Day };
  /** Searches for Conditions as the site words them, instead of the usual ones: "code:in=…". */
  readonly queries?: readonly string[] | undefined;
};

/** The patients found, sorted; and what of the questions was not answered in full, with why in a stable word. */
export type Cohort = { readonly patients: readonly string[]; readonly losses: Readonly<Record<string, string>> };

/** Lupus of any certainty: who has none will be told so by the assessment. */
const lupusSets = ['sle', 'sle-possible', 'lupus-nephritis'] as const;

/** Names under which it is recorded without a code. */
const lupusTexts = ['lupus', '红斑狼疮'] as const;

/** Codes in one query, so that its address stays short. */
const codesAtOnce = 40;

/** Every query of the cohort: by code, and by text for those coded otherwise. */
function cohortQueries(): readonly string[] {
  const codes = searchCodes(lupusSets);
  const slices = Array.from({ length: Math.ceil(codes.length / codesAtOnce) }, (_, index) =>
    codes.slice(index * codesAtOnce, (index + 1) * codesAtOnce),
  );
  return [
    ...slices.map((slice) => `code=${encodeURIComponent(slice.join(','))}`),
    ...lupusTexts.map((text) => `code:text=${encodeURIComponent(text)}`),
  ];
}

const isTextQuery = (query: string): boolean => query.startsWith('code:text=');

/**
 * Asks for the Conditions and takes the patients they are about. A question that is not answered in full is a loss: patients
 * may be missing, be it only those whose lupus has no code where the server does not search by text.
 * @throws SourceError where none of the questions is answered: that is no cohort of nobody.
 */
export async function cohortOf({ read, base, pages, age, queries }: CohortOptions): Promise<Cohort> {
  const server = withoutSlash(base);
  const found = new Set<string>();
  const losses: Record<string, string> = {};
  let answered = false;
  for (const query of queries ?? cohortQueries()) {
    const search = { name: 'conditions', type: 'Condition', newestFirst: false } as const;
    const ask = async (more: string) =>
      await runSearch(read, { base, pages }, { ...search, query: `${query}${more}` }, '');
    const included = await ask('&_include=Condition:patient');
    const run = included.refused ? await ask('') : included;
    const { retrieved, entries } = run.part;
    answered ||= retrieved.state !== 'unavailable';
    if (retrieved.state !== 'complete')
      losses['Patient'] ??= run.refused && isTextQuery(query) ? noSearchByText : retrieved.reason;
    const tooYoungOrOld = outsideAge(entries, age);
    for (const id of subjectsOf(entries, server)) if (!tooYoungOrOld.has(id)) found.add(id);
  }
  if (!answered) throw new SourceError(losses['Patient'] ?? 'no-question');
  return { patients: [...found].sort(), losses };
}

function subjectsOf(entries: readonly BundleEntry[], server: string): readonly string[] {
  return entries.flatMap(({ resource }) => {
    if (resource.resourceType !== 'Condition') return [];
    const target = targetOf(textAt(objectAt(resource, 'subject') ?? {}, 'reference') ?? '', server);
    return target?.type === 'Patient' ? [target.id] : [];
  });
}

/** The patients among the entries whose full birth date puts them outside the range. */
function outsideAge(entries: readonly BundleEntry[], { from, to, on }: CohortOptions['age']): ReadonlySet<string> {
  return new Set(
    entries.flatMap(({ resource }) => {
      const [id, birth] = [textAt(resource, 'id'), parseDay(textAt(resource, 'birthDate') ?? '')];
      if (resource.resourceType !== 'Patient' || id === undefined || birth === undefined) return [];
      const years = completedYears(birth, on);
      return years < from || (to !== undefined && years > to) ? [id] : [];
    }),
  );
}
