// How does what was prefetched, and what is fetched in its place, become the record of the patient in question?

import type { FhirSession } from '../access/fhir-session.ts';
import { ServiceError } from '../errors.ts';
import type { BundleEntry } from '../fhir/bundle.ts';
import { withoutHarmless, type HarmlessWarnings } from '../fhir/harmless-warnings.ts';
import { textAt } from '../fhir/json.ts';
import { withoutOthers } from '../fhir/other-patients.ts';
import { perSearch, recordFromParts, type Part, type Parts } from '../fhir/record-builder.ts';
import type { PatientRecord } from '../fhir/record.ts';
import { complete } from '../fhir/retrieved.ts';
import { missingTargets, type Target } from '../fhir/referenced.ts';
import { partOf, readAnswer, unavailable } from '../fhir/search-answer.ts';
import { searches, type Search, type SearchName } from '../fhir/searches.ts';

export type Gathering = {
  readonly patientId: string;
  readonly prefetch: Readonly<Record<string, unknown>>;
  /** Warnings that the site has stated to mean nothing; what is fetched comes without them. */
  readonly harmlessWarnings?: HarmlessWarnings;
  /** Base URL of the caller's FHIR server, by which absolute references are recognised. */
  readonly base: string | undefined;
  /** Opened when something has to be fetched; undefined where the caller's server may not be read. */
  readonly session: () => FhirSession | undefined;
  /** What else the request speaks of and has to be read, given the base URL. */
  readonly reads?: (base: string) => readonly Target[];
};

/** The record without the resources of other patients, and how many those were; or the Patient that came is another one. */
export type Gathered = { readonly record: PatientRecord; readonly dropped: number } | { readonly foreignPatient: true };

/** At most this many Medications and ResearchStudies are read by reference. */
const mostReferenced = 200;

/**
 * Gathers one patient's record. Every search is judged by itself: absent keys are fetched in parallel, further pages are
 * followed, failures stay failures of that search only.
 * @throws ServiceError 412 if no Patient with a birth date can be had.
 */
export async function gather(gathering: Gathering): Promise<Gathered> {
  const { patientId, base, session, reads } = gathering;
  const resolved = await Promise.all(
    searches.map(async (search) => [search.name, await partFor(search, gathering)] as const),
  );
  const found = new Map<SearchName, Part>(resolved);
  const parts: Parts = perSearch((name) => found.get(name) ?? unavailable('not-sent'));

  const patients = parts.patient.entries.filter(({ resource }) => resource.resourceType === 'Patient');
  if (patients.some(({ resource }) => textAt(resource, 'id') !== patientId)) return { foreignPatient: true };
  const patient = patients[0]?.resource;
  if (patient === undefined || textAt(patient, 'birthDate') === undefined) {
    throw patientUnavailable(parts.patient, base, session());
  }

  const entries = resolved.flatMap(([, part]) => part.entries);
  const asked = base === undefined ? [] : (reads?.(base) ?? []);
  const referenced = await readReferenced(entries, asked, session);
  const { record, dropped } = withoutOthers(recordFromParts(patient, parts, referenced, base));
  const otherPatients = entries.filter(
    ({ resource }) => resource.resourceType === 'Patient' && textAt(resource, 'id') !== patientId,
  );
  return { record, dropped: dropped + otherPatients.length };
}

/**
 * The caller hears which part of its request could have brought the Patient; the log says what happened. `server-not-open`: the
 * server is not configured for this caller, or no token came with the call.
 */
function patientUnavailable(
  { retrieved }: Part,
  base: string | undefined,
  session: FhirSession | undefined,
): ServiceError {
  const failed =
    retrieved.state === 'complete' ? 'no-birth-date' : known.test(retrieved.reason) ? retrieved.reason : 'failed';
  const reason = base === undefined ? 'no-server' : session === undefined ? 'server-not-open' : failed;
  const place = session === undefined ? 'request.fhirServer' : 'request.context.patientId';
  return new ServiceError('patient-unavailable', ['request.prefetch.patient', place], reason);
}

/** Words of ours; another may have been sent. */
const known =
  /^(status-\d{3}|timeout|unreachable|unknown-host|certificate|not-json|not-final|redirect|encoded|not-sent|no-patient|too-large|unsafe-json|circuit-open|forbidden-address)$/;

async function partFor(
  search: Search,
  { patientId, prefetch, session, harmlessWarnings = [] }: Gathering,
): Promise<Part> {
  const fetched = async (reason: string): Promise<Part> =>
    (await session()?.search(search, patientId)) ?? unavailable(reason);
  if (!Object.hasOwn(prefetch, search.name)) return fetched('not-sent');
  const answer = readAnswer(search, withoutHarmless(prefetch[search.name], harmlessWarnings));
  if (answer.state === 'unusable') return fetched(answer.reason);
  if (search.name === 'patient') {
    const entries = answer.state === 'page' ? answer.page.entries : [];
    return answersForPatient(entries, patientId) ? { entries, retrieved: complete } : fetched('no-patient');
  }
  if (answer.state === 'failed') return unavailable(answer.reason);
  const { page } = answer;
  const reader = page.next === undefined ? undefined : session();
  return reader === undefined ? partOf(search, [page]) : reader.follow(search, [page]);
}

/** The Patient is required: none, or one without id or birth date, is asked for again; another patient is not. */
const answersForPatient = (entries: readonly BundleEntry[], patientId: string): boolean =>
  entries.some(({ resource }) => {
    const id = textAt(resource, 'id');
    return id !== undefined && (id !== patientId || textAt(resource, 'birthDate') !== undefined);
  });

async function readReferenced(
  entries: readonly BundleEntry[],
  asked: readonly Target[],
  session: Gathering['session'],
): Promise<readonly BundleEntry[]> {
  const isHere = ({ type, id }: Target): boolean =>
    entries.some(({ resource }) => resource.resourceType === type && textAt(resource, 'id') === id);
  const unread = asked.filter((target) => !isHere(target));
  const refers = entries.some(({ resource }) => 'medicationReference' in resource || 'study' in resource);
  const reader = refers || unread.length > 0 ? session() : undefined;
  if (reader === undefined) return [];
  const targets = [...unread, ...missingTargets(entries, reader.base)].slice(0, mostReferenced);
  const read = await Promise.all(targets.map(({ type, id }) => reader.read(type, id)));
  return read.flatMap((resource) => (resource === undefined ? [] : [{ resource }]));
}
