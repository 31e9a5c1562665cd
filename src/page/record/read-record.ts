// What is on the patient's record, and what of it could not be read?
//
// The searches, their other wordings, the paging and the rules for "complete" are those of the service itself.

import { readCapabilities } from '../../access/capabilities.ts';
import { fullSearch } from '../../access/full-search.ts';
import type { BundleEntry } from '../../fhir/bundle.ts';
import { missingTargets } from '../../fhir/referenced.ts';
import { readAnswer } from '../../fhir/search-answer.ts';
import type { Retrieved } from '../../fhir/retrieved.ts';
import { searches, type SearchName } from '../../fhir/searches.ts';
import type { Resource } from '../../fhir/record.ts';
import { isoDay } from '../../logic/calendar.ts';
import { lazy } from '../../logic/lazy.ts';
import type { AssessmentRequest } from '../../report/assessment-api.ts';
import { readerOf, type FhirServer } from './fhir-server.ts';

export type ReadRecord = Required<Pick<AssessmentRequest, 'record' | 'unread'>> & {
  /** The Patient resource, for name and date of birth; undefined if it could not be read. */
  readonly patient: Resource | undefined;
};

/** Without the Patient nothing can be said; the message is the reason in a stable word. */
export class UnreadPatient extends Error {}

/** Pages of one search. */
const mostPages = 100;

/** Medications and ResearchStudies that are read because something refers to them. */
const mostReferenced = 200;

/**
 * Reads everything that the trial asks about, with the user's own rights. Nothing fails as a whole: a search that is
 * refused, cut off or late is named in `unread`.
 * @param onProgress is told how many of the searches have been answered.
 */
export async function readRecord(
  server: FhirServer,
  onProgress: (answered: number, of: number) => void,
): Promise<ReadRecord> {
  const { base, patientId } = server;
  const read = readerOf(server);
  const capabilities = lazy(async () => {
    const got = await read('metadata');
    return 'reason' in got ? undefined : readCapabilities(got.value);
  });
  const limits = { base, pages: mostPages };
  let answered = 0;
  const parts = await Promise.all(
    searches.map(async (search) => {
      const server = { read, limits, capabilities, everyObservationHasCategory: false };
      const { part } = await fullSearch(server, search, patientId);
      answered += 1;
      onProgress(answered, searches.length);
      return { name: search.name, ...part };
    }),
  );
  const found = parts.flatMap(({ entries }) => entries);
  const targets = missingTargets(found, base.href.replace(/\/+$/, '')).slice(0, mostReferenced);
  const referenced = await Promise.all(
    targets.map(async ({ type, id }): Promise<readonly BundleEntry[]> => {
      const got = await read(`${type}/${id}`);
      const answer = 'reason' in got ? undefined : readAnswer({ name: 'patient', type, newestFirst: false }, got.value);
      return answer?.state === 'page' ? answer.page.entries : [];
    }),
  );
  const entries = [...found, ...referenced.flat()];
  return {
    patient: entries.map(({ resource }) => resource).find(({ resourceType }) => resourceType === 'Patient'),
    record: { resourceType: 'Bundle', type: 'collection', entry: entries },
    unread: parts.flatMap(({ name, retrieved }) => unreadOf(name, retrieved)),
  };
}

/** How a search that was not answered in full is named to the service. */
function unreadOf(search: SearchName, retrieved: Retrieved): ReadRecord['unread'] {
  if (retrieved.state === 'complete') return [];
  const { state, reason } = retrieved;
  const since = retrieved.state === 'partial' ? retrieved.completeSince : undefined;
  return [{ search, state, reason, ...(since !== undefined && { completeSince: isoDay(since) }) }];
}
