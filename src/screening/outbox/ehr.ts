// What does writing back need to read of, and write to, the EHR?

import type { Connection } from '../../access/connection.ts';
import { fhirReader } from '../../access/reader.ts';
import { runSearch } from '../../access/search-run.ts';
import type { TokenSource } from '../../access/token-source.ts';
import { fhirWriter, type FhirWriter } from '../../access/writer.ts';
import { isJson } from '../../fhir/json.ts';
import { isDeceased, isMerged } from '../../fhir/patient-reader.ts';
import type { Resource } from '../../fhir/record.ts';
import { isResource } from '../../fhir/bundle.ts';
import type { ConsentState } from '../run/screened.ts';
import { consentIn, type RefusalCodes } from './consent.ts';

/** A resource as it stands on the server; `gone` if it is not there (any more); or in a stable word why nobody knows. */
export type OnServer = { readonly resource: Resource } | { readonly gone: true } | { readonly reason: string };

/** What a search found; or in a stable word why nobody knows. */
export type SearchFound = { readonly resources: readonly Resource[] } | { readonly reason: string };

/** Whether the patient lives and has one record here. */
export type PatientState = 'there' | 'deceased' | 'merged' | 'gone' | 'unreadable';

export type Ehr = FhirWriter & {
  readonly read: (place: string) => Promise<OnServer>;
  /** @param query "identifier=system|value" */
  readonly find: (type: string, query: string) => Promise<SearchFound>;
  /** @param id FHIR id of the patient. */
  readonly patientState: (id: string) => Promise<PatientState>;
  /** `not-asked` if the server does not say. @param asOf "2026-06-01" */
  readonly consentOf: (id: string, asOf: string) => Promise<ConsentState>;
};

export type EhrOptions = {
  readonly base: URL;
  readonly tokens: TokenSource;
  /** Its limiter is the shared quota. */
  readonly connection: Connection;
  readonly callTimeout: number;
  readonly signal: AbortSignal;
  readonly refusalCodes: RefusalCodes;
  /** The site states that this server keeps no Consents, so that none is asked for. */
  readonly keepsConsents: boolean;
};

const responseBytes = 5_000_000;

const gone = new Set([404, 410]);

/** One EHR as the outbox writes to it. Nothing here throws: what could not be had or done says why in a stable word. */
export function openEhr({ refusalCodes, keepsConsents, ...options }: EhrOptions): Ehr {
  const { base } = options;
  const read = fhirReader({ ...options, responseBytes, connections: 8, totalTime: 600_000 });
  const standing = async (place: string): Promise<OnServer> => {
    const got = await read(place);
    if ('reason' in got) return gone.has(got.status ?? 0) ? { gone: true } : { reason: got.reason };
    return isJson(got.value) && isResource(got.value) ? { resource: got.value } : { reason: 'not-a-resource' };
  };
  const search = async (type: string, query: string, id: string) =>
    await runSearch(read, { base, pages: 20 }, { name: 'patient', type, query, newestFirst: false }, id);
  return {
    ...fhirWriter({ ...options, responseBytes }),
    read: standing,
    find: async (type, query) => {
      const { part } = await search(type, query, '');
      if (part.retrieved.state !== 'complete') return { reason: part.retrieved.reason };
      return { resources: part.entries.map(({ resource }) => resource).filter((each) => each.resourceType === type) };
    },
    patientState: async (id) => {
      const patient = await standing(`Patient/${id}`);
      if ('gone' in patient) return 'gone';
      if ('reason' in patient) return 'unreadable';
      if (isMerged(patient.resource)) return 'merged';
      return isDeceased(patient.resource) ? 'deceased' : 'there';
    },
    consentOf: async (id, asOf) => {
      if (!keepsConsents) return 'none';
      const { part } = await search('Consent', 'patient={id}', id);
      if (part.retrieved.state !== 'complete') return 'not-asked';
      const consents = part.entries.map(({ resource }) => resource).filter((each) => each.resourceType === 'Consent');
      return consentIn(consents, refusalCodes, asOf);
    },
  };
}
