// What is on the patient's record, and what of it could not be read?
//
// The searches, their other wordings, the paging and the rules for "complete" are those of the service itself.

import { withoutSlash } from '../../access/base-url.ts';
import { readCapabilities } from '../../access/capabilities.ts';
import { fullSearch } from '../../access/full-search.ts';
import { heeding } from '../../access/heeding.ts';
import type { BundleEntry } from '../../fhir/bundle.ts';
import { withoutOthers } from '../../fhir/other-patients.ts';
import { perSearch, recordFromParts, type Part } from '../../fhir/record-builder.ts';
import { missingTargets } from '../../fhir/referenced.ts';
import { readAnswer, unavailable } from '../../fhir/search-answer.ts';
import type { Retrieved } from '../../fhir/retrieved.ts';
import { searches, type SearchName } from '../../fhir/searches.ts';
import type { Resource } from '../../fhir/record.ts';
import { isoDay } from '../../logic/calendar.ts';
import { lazy } from '../../logic/lazy.ts';
import type { AssessmentRequest, StatedAboutServer } from '../../report/assessment-api.ts';
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
 * @param stated what the site has stated about this server.
 */
export async function readRecord(
  server: FhirServer,
  onProgress: (answered: number, of: number) => void,
  stated?: StatedAboutServer,
): Promise<ReadRecord> {
  const { base, patientId } = server;
  const { harmlessWarnings = [], everyObservationHasCategory = false } = stated ?? {};
  const read = heeding(readerOf(server), harmlessWarnings);
  const capabilities = lazy(async () => {
    const got = await read('metadata');
    return 'reason' in got ? undefined : readCapabilities(got.value);
  });
  const limits = { base, pages: mostPages };
  let answered = 0;
  const answers = await Promise.all(
    searches.map(async (search) => {
      const server = { read, limits, capabilities, everyObservationHasCategory };
      const { part } = await fullSearch(server, search, patientId);
      answered += 1;
      onProgress(answered, searches.length);
      return [search.name, part] as const;
    }),
  );
  const found = answers.flatMap(([, { entries }]) => entries);
  const ownBase = withoutSlash(base);
  const targets = missingTargets(found, ownBase).slice(0, mostReferenced);
  const referenced = await Promise.all(
    targets.map(async ({ type, id }): Promise<readonly BundleEntry[]> => {
      const got = await read(`${type}/${id}`);
      const answer = 'reason' in got ? undefined : readAnswer({ name: 'patient', type, newestFirst: false }, got.value);
      return answer?.state === 'page' ? answer.page.entries : [];
    }),
  );
  const entries = [...found, ...referenced.flat()];
  const patient = entries.map(({ resource }) => resource).find(({ resourceType }) => resourceType === 'Patient');
  const byName = new Map<SearchName, Part>(answers);
  const parts = perSearch((name) => byName.get(name) ?? unavailable('not-sent'));
  // What a search brought about somebody else is posted too: the service leaves it out and says how many it was.
  const retrieved =
    patient === undefined
      ? perSearch((name) => parts[name].retrieved)
      : withoutOthers(recordFromParts(patient, parts, referenced.flat(), ownBase)).record.retrieved;
  return {
    patient,
    record: { resourceType: 'Bundle', type: 'collection', entry: entries },
    unread: searches.flatMap(({ name }) => unreadOf(name, retrieved[name])),
  };
}

/** How a search that was not answered in full is named to the service. */
function unreadOf(search: SearchName, retrieved: Retrieved): ReadRecord['unread'] {
  if (retrieved.state === 'complete') return [];
  const { state, reason } = retrieved;
  const since = retrieved.state === 'partial' ? retrieved.completeSince : undefined;
  return [{ search, state, reason, ...(since !== undefined && { completeSince: isoDay(since) }) }];
}
