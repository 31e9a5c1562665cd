// What works on a FHIR server for one patient, and what would stay unknown because of what does not?

import { isR4, readCapabilities } from '../access/capabilities.ts';
import type { FhirSession, SearchEvent } from '../access/fhir-session.ts';
import type { Got } from '../access/reader.ts';
import { coverageOf, type Coverage } from '../access/scopes.ts';
import { gather, type Gathered } from '../cds-hooks/gather.ts';
import { assess } from '../eligibility/assess.ts';
import type { Assessment, CriterionResult } from '../eligibility/assessment.ts';
import { unreadOf, type Unread } from '../eligibility/coverage.ts';
import { ServiceError } from '../errors.ts';
import { indexRecord } from '../fhir/index-record.ts';
import { isJson, objectAt, textAt } from '../fhir/json.ts';
import { perSearch } from '../fhir/record-builder.ts';
import type { PatientRecord } from '../fhir/record.ts';
import { complete, type Retrieved } from '../fhir/retrieved.ts';
import { searches, type SearchName } from '../fhir/searches.ts';
import { countedWarnings, type Counted, type Warning } from './connect-check-warnings.ts';
import type { Options } from './options.ts';

export type SearchReport = SearchEvent & {
  /** Resource type and query as a hospital's log would show it, the patient left out. */
  readonly query: string;
  /** Criteria that cannot be answered because this search is not complete. */
  readonly leavesUnknown: readonly string[];
};

export type ConnectCheckReport = {
  readonly server: string;
  readonly statement: {
    readonly state: 'readable' | 'unusable' | 'unreadable';
    readonly reason?: string;
    readonly fhirVersion?: string;
    readonly software?: string;
    /** Types that are searched for and that the server does not have. */
    readonly lacks: readonly string[];
  };
  /** Undefined where the grant is not known. */
  readonly scopes?: readonly Coverage[];
  readonly patient: 'readable' | 'unreadable' | 'another-patient';
  /** Why it is not readable, in a stable word. */
  readonly patientReason?: string;
  readonly searches: readonly SearchReport[];
  readonly foreignResources: number;
  /** Issues beside the matches that make a search partial, and of how many pages those are counted. */
  readonly warnings: readonly Counted[];
  readonly pages: number;
  readonly unread: readonly (Unread & { readonly count: number })[];
  readonly assessment?: { readonly status: Assessment['status']; readonly unknown: readonly string[] };
};

export type Checked = {
  readonly patientId: string;
  readonly session: FhirSession;
  /** How the searches of the session went, read after they ended. */
  readonly events: () => readonly SearchEvent[];
  /** The pages of matches that came, as the warnings on them. */
  readonly pages: () => readonly (readonly Warning[])[];
  readonly statement: Got;
  readonly grantedScope: string | undefined;
  readonly assessing: Options;
};

/** Reads the record exactly as a hook call without prefetch would, and says how that went. */
export async function connectCheck(checked: Checked): Promise<ConnectCheckReport> {
  const { patientId, session, events, pages, statement, grantedScope, assessing } = checked;
  const gathered = await gather({ patientId, prefetch: {}, base: session.base, session: () => session }).catch(
    (error: unknown) => {
      if (error instanceof ServiceError) return { reason: error.reason };
      throw error;
    },
  );
  const known = 'record' in gathered ? gathered : undefined;
  const effects = known === undefined ? undefined : effectsOf(known.record, assessing);
  const went = new Map(events().map((event) => [event.search, event]));
  return {
    server: session.base,
    statement: statementOf(statement),
    ...(grantedScope !== undefined && { scopes: coverageOf(grantedScope) }),
    ...patientOf(gathered),
    searches: searches.flatMap(({ name, type, query }) => {
      const event = went.get(name);
      if (event === undefined) return [];
      return [
        {
          ...event,
          ...(known !== undefined && known.record.retrieved[name]),
          query: query === undefined ? type : `${type}?${query}`,
          leavesUnknown: effects?.by(name) ?? [],
        },
      ];
    }),
    foreignResources: known?.dropped ?? 0,
    warnings: countedWarnings(pages()),
    pages: pages().length,
    unread: known === undefined ? [] : counted(unreadOf(indexed(known.record, assessing))),
    ...(effects !== undefined && { assessment: { status: effects.status, unknown: effects.unknown } }),
  };
}

function patientOf(
  gathered: Gathered | { readonly reason: string | undefined },
): Pick<ConnectCheckReport, 'patient' | 'patientReason'> {
  if ('record' in gathered) return { patient: 'readable' };
  if ('foreignPatient' in gathered) return { patient: 'another-patient', patientReason: 'other-patient' };
  const { reason } = gathered;
  return { patient: 'unreadable', ...(reason !== undefined && { patientReason: reason }) };
}

const indexed = (record: PatientRecord, { screening, translate }: Options) =>
  indexRecord(record, screening.timeZone, translate);

function statementOf(got: Got): ConnectCheckReport['statement'] {
  if ('reason' in got) return { state: 'unreadable', reason: got.reason, lacks: [] };
  const can = readCapabilities(got.value);
  const value = isJson(got.value) ? got.value : {};
  const fhirVersion = textAt(value, 'fhirVersion');
  const software = textAt(objectAt(value, 'software') ?? {}, 'name');
  return {
    state: can === undefined ? 'unusable' : 'readable',
    ...(fhirVersion !== undefined && !isR4(fhirVersion) && { reason: 'not-r4' }),
    ...(fhirVersion !== undefined && { fhirVersion }),
    ...(software !== undefined && { software }),
    lacks: can === undefined ? [] : searches.map(({ type }) => type).filter((type) => !can.types.has(type)),
  };
}

/** The criteria as they are judged one by one: the parts of one that has parts. */
const judgedParts = ({ criteria }: Assessment): readonly CriterionResult[] =>
  criteria.flatMap((each) => (each.parts === undefined || each.parts.length === 0 ? [each] : each.parts));

const unknownIn = (assessment: Assessment): readonly CriterionResult[] =>
  judgedParts(assessment).filter(({ verdict }) => verdict === 'unknown');

/** A test would settle it: its result may lie among the Observations that did not come. */
const isOpenForATest = ({ missing }: CriterionResult): boolean => missing.some(({ orders }) => orders.length > 0);

const said = ({ id, verdict, reason, missing }: CriterionResult): string =>
  JSON.stringify([id, verdict, reason, missing]);

/**
 * The same entries judged as if every search but one had been answered in full: what is then unknown, and was not or for
 * another reason, is unknown because of that search.
 */
function effectsOf(record: PatientRecord, { protocol, screening, translate }: Options) {
  const judged = (retrieved: PatientRecord['retrieved']): Assessment =>
    assess(protocol, { ...record, retrieved }, screening, translate);
  const actual = judged(record.retrieved);
  const inFull = new Set(judgedParts(judged(perSearch(() => complete))).map(said));
  const by = (name: SearchName): readonly string[] => {
    const own: Retrieved = record.retrieved[name];
    if (own.state === 'complete') return [];
    const alone = judged(perSearch((each) => (each === name ? own : complete)));
    return unknownIn(alone)
      .filter((each) => !inFull.has(said(each)) || (name === 'observations' && isOpenForATest(each)))
      .map(({ id }) => id);
  };
  return { status: actual.status, unknown: unknownIn(actual).map(({ id }) => id), by };
}

function counted(unread: readonly Unread[]): ConnectCheckReport['unread'] {
  const groups = Map.groupBy(unread, ({ kind, term }) => `${kind}\t${term}`);
  return [...groups.values()]
    .flatMap((group) => {
      const [first] = group;
      return first === undefined ? [] : [{ ...first, count: group.length }];
    })
    .sort((a, b) => (a.count === b.count ? (a.term < b.term ? -1 : 1) : b.count - a.count));
}
