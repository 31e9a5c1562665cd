// How do the answers of the searches, or one Bundle with everything, become one patient's record?

import { distinct } from './distinct.ts';
import { readBundle, type BundleEntry, type Page } from './bundle.ts';
import { isJson } from './json.ts';
import { withoutModified } from './left-out.ts';
import type { PatientRecord, Resource } from './record.ts';
import { complete, type Retrieved } from './retrieved.ts';
import { searches, searchNames, type SearchName } from './searches.ts';

/** What one search gave, and how complete that is. */
export type Part = { readonly entries: readonly BundleEntry[]; readonly retrieved: Retrieved };

export type Parts = Readonly<Record<SearchName, Part>>;

/** A record, or in a few words why the input is none; the words never repeat its content. */
export type Built = { readonly record: PatientRecord } | { readonly problem: string };

/** One value per search name, in the table's order. */
export function perSearch<T>(valueOf: (name: SearchName) => T): Readonly<Record<SearchName, T>> {
  return {
    patient: valueOf('patient'),
    conditions: valueOf('conditions'),
    observations: valueOf('observations'),
    medicationRequests: valueOf('medicationRequests'),
    medicationStatements: valueOf('medicationStatements'),
    medicationAdministrations: valueOf('medicationAdministrations'),
    medicationDispenses: valueOf('medicationDispenses'),
    procedures: valueOf('procedures'),
    immunizations: valueOf('immunizations'),
    diagnosticReports: valueOf('diagnosticReports'),
    questionnaireResponses: valueOf('questionnaireResponses'),
    allergyIntolerances: valueOf('allergyIntolerances'),
    adverseEvents: valueOf('adverseEvents'),
    lists: valueOf('lists'),
    researchSubjects: valueOf('researchSubjects'),
  };
}

/**
 * Puts the answers of all searches and the resources they refer to into one record.
 * @param base base URL of the FHIR server the answers came from, without a trailing slash.
 */
export function recordFromParts(
  patient: Resource,
  parts: Parts,
  referenced: readonly BundleEntry[] = [],
  base?: string,
): PatientRecord {
  const entries = [...searchNames.flatMap((name) => parts[name].entries), ...referenced];
  const resources: Resource[] = [];
  for (const { resource } of entries) if (resource.resourceType !== 'Patient') resources.push(resource);
  return withoutModified({
    patient,
    resources,
    retrieved: perSearch((name) => parts[name].retrieved),
    fullUrls: entries,
    ...(base !== undefined && { base }),
  });
}

/**
 * Reads a Bundle (collection, searchset, transaction, batch-response …, also nested) as the complete record of one patient.
 * A reported failure or a further page inside it makes the searches it may touch partial.
 * @param unread results that belong to it and are not in it.
 */
export function recordFromBundle(bundle: unknown, unread?: PatientRecord['unread']): Built {
  if (!isJson(bundle) || bundle['resourceType'] !== 'Bundle') return { problem: 'not a Bundle' };
  const pages = pagesOf(readBundle(bundle), 0);
  const entries = pages.length === 1 ? (pages[0]?.entries ?? []) : pages.flatMap((page) => page.entries);
  const patients: Resource[] = [];
  const resources: Resource[] = [];
  for (const { resource } of entries) (resource.resourceType === 'Patient' ? patients : resources).push(resource);
  const [patient, ...others] = patients.length === 1 ? patients : distinct(patients);
  if (patient === undefined) return { problem: 'no Patient in the Bundle' };
  if (others.length > 0) return { problem: `${String(others.length + 1)} Patients in one Bundle` };
  const partial = partialSearches(pages);
  // Whichever copy of the Patient a URL names, it names the one that counts.
  const fullUrls =
    patients.length === 1
      ? entries
      : entries.map((entry) => (entry.resource.resourceType === 'Patient' ? { ...entry, resource: patient } : entry));
  return {
    record: withoutModified({
      patient,
      resources,
      retrieved: perSearch((name) => partial.get(name) ?? complete),
      fullUrls,
      ...(unread !== undefined && { unread }),
    }),
  };
}

const deepest = 8;

/** A page and, in place of the Bundles among its entries, their pages. */
function pagesOf(page: Page, depth: number): readonly Page[] {
  const isNested = ({ resource }: BundleEntry): boolean => resource.resourceType === 'Bundle';
  if (!page.entries.some(isNested)) return [page];
  const nested = page.entries.filter(isNested);
  const own = { ...page, entries: page.entries.filter((entry) => !isNested(entry)) };
  if (depth >= deepest) return [{ ...own, failure: 'nested-too-deep' }];
  return [own, ...nested.flatMap(({ resource }) => pagesOf(readBundle(resource), depth + 1))];
}

/** Why a page may not be everything that its search matched. */
function lossOf(page: Page): string | undefined {
  if (page.failure !== undefined) return page.failure;
  return page.next === undefined ? undefined : 'further-pages';
}

function partialSearches(pages: readonly Page[]): ReadonlyMap<SearchName, Retrieved> {
  return new Map(
    pages.flatMap((page) => {
      const reason = lossOf(page);
      return reason === undefined ? [] : touched(page).map((name) => [name, { state: 'partial', reason }] as const);
    }),
  );
}

/** The searches a page answers: by its own link, else every search but the Patient's, since it may lack anything. */
function touched(page: Page): readonly SearchName[] {
  const type = /([A-Z][A-Za-z]+)\/?(?:_search)?(?:\?|$)/.exec(page.self ?? '')?.[1];
  const named = searches.filter((search) => search.type === type && type !== 'Patient');
  const names = named.length > 0 ? named : searches.filter((search) => search.type !== 'Patient');
  return names.map(({ name }) => name);
}
