// An EHR for tests: a paging FHIR R4 server on loopback, and the hook calls such an EHR makes.

import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Json, Resource } from '../../src/fhir/record.ts';
import { textAt } from '../../src/fhir/json.ts';
import { searches, type SearchName } from '../../src/fhir/searches.ts';

export type Ehr = {
  readonly base: string;
  /** Path and query of every request, in the order they came. */
  readonly requests: readonly string[];
  readonly authorizations: readonly (string | undefined)[];
  readonly close: () => Promise<void>;
};

export type EhrOptions = {
  readonly pageSize?: number;
  /** Calls without this token get 401. */
  readonly token?: string;
  /** Answers instead of the server; true if it did. */
  readonly fault?: (path: string, request: IncomingMessage, response: ServerResponse) => boolean;
  /** Rewrites a next link before it is sent. */
  readonly nextLink?: (url: string) => string;
};

const dateOf = (resource: Json): string => textAt(resource, 'effectiveDateTime') ?? '';

/** The matches of one search, in the order it asks for. */
export function matchesOf(resources: readonly Resource[], type: string): readonly Resource[] {
  const matches = resources.filter(({ resourceType }) => resourceType === type);
  return type === 'Observation' ? matches.toSorted((a, b) => (dateOf(a) < dateOf(b) ? 1 : -1)) : matches;
}

/** Starts a server that holds one patient's resources. */
export async function startEhr(resources: readonly Resource[], options: EhrOptions = {}): Promise<Ehr> {
  const { pageSize = 20, token, fault, nextLink = (url) => url } = options;
  const requests: string[] = [];
  const authorizations: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '', 'http://ehr');
    requests.push(url.pathname + url.search);
    authorizations.push(request.headers.authorization);
    const send = (status: number, body: unknown): void => {
      response.writeHead(status, { 'content-type': 'application/fhir+json; charset=utf-8' });
      response.end(JSON.stringify(body));
    };
    const outcome = { resourceType: 'OperationOutcome', issue: [{ severity: 'error', code: 'login' }] };
    if (token !== undefined && request.headers.authorization !== `Bearer ${token}`) {
      send(401, outcome);
      return;
    }
    if (fault?.(url.pathname.replace('/fhir/', ''), request, response) === true) return;
    const [type = '', id] = url.pathname.replace('/fhir/', '').split('/');
    if (id !== undefined) {
      const found = resources.find((each) => each.resourceType === type && each['id'] === id);
      send(found === undefined ? 404 : 200, found ?? outcome);
      return;
    }
    const matches = matchesOf(resources, type);
    const offset = Number(url.searchParams.get('_offset') ?? 0);
    url.searchParams.set('_offset', String(offset + pageSize));
    const next = nextLink(`${base()}/${type}?${url.searchParams.toString()}`);
    send(200, {
      resourceType: 'Bundle',
      type: 'searchset',
      total: matches.length,
      link: [
        { relation: 'self', url: `${base()}/${type}${url.search}` },
        ...(offset + pageSize < matches.length ? [{ relation: 'next', url: next }] : []),
      ],
      entry: matches
        .slice(offset, offset + pageSize)
        .map((resource) => ({ fullUrl: `${base()}/${type}/${String(resource['id'])}`, resource })),
    });
  });
  const base = (): string => `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/fhir`;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    base: base(),
    requests,
    authorizations,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

export const bundleOf = (resources: readonly Json[], more: Json = {}): Json => ({
  resourceType: 'Bundle',
  type: 'searchset',
  total: resources.length,
  ...(resources.length > 0 && { entry: resources.map((resource) => ({ resource, search: { mode: 'match' } })) }),
  ...more,
});

/** The whole record as a client would prefetch it, for the searches named or all of them. */
export function prefetchOf(
  resources: readonly Resource[],
  names: readonly SearchName[] = searches.map(({ name }) => name),
): Record<string, unknown> {
  return Object.fromEntries(
    searches
      .filter(({ name }) => names.includes(name))
      .map(({ name, type }) => [
        name,
        type === 'Patient'
          ? resources.find(({ resourceType }) => resourceType === 'Patient')
          : bundleOf(
              [
                ...matchesOf(resources, type),
                ...(type === 'MedicationRequest' ? matchesOf(resources, 'Medication') : []),
              ],
              { total: matchesOf(resources, type).length },
            ),
      ]),
  );
}

/** A patient-view call. */
export const hookRequest = (prefetch: unknown, more: Json = {}): Record<string, unknown> => ({
  hook: 'patient-view',
  hookInstance: '00000000-007b-9f33-e810-e841a57c502c',
  context: { userId: 'PractitionerRole/r1', patientId: 'p' },
  prefetch,
  ...more,
});

/** A girl with lupus and a long chart: enough observations for several pages, a drug by reference, a foreign study. */
export const chart: readonly Resource[] = [
  {
    resourceType: 'Patient',
    id: 'p',
    gender: 'female',
    birthDate: '2012-03-15',
    name: [{ text: 'Canary Nightingale' }],
  },
  {
    resourceType: 'Condition',
    id: 'sle',
    subject: { reference: 'Patient/p' },
    clinicalStatus: { coding: [{ code: 'active' }] },
    verificationStatus: { coding: [{ code: 'confirmed' }] },
    code: { coding: [{ system: 'http://snomed.info/sct', code: '55464009', display: 'Systemic lupus erythematosus' }] },
    onsetDateTime: '2022-01-10',
  },
  ...Array.from({ length: 45 }, (_, index) => ({
    resourceType: 'Observation',
    id: `alt-${String(index)}`,
    status: 'final',
    subject: { reference: 'Patient/p' },
    code: { coding: [{ system: 'http://loinc.org', code: '1742-6', display: 'ALT' }] },
    effectiveDateTime: new Date(Date.UTC(2026, 4, 30 - index)).toISOString().slice(0, 10),
    valueQuantity: { value: 20 + index, unit: 'U/L', system: 'http://unitsofmeasure.org', code: 'U/L' },
    referenceRange: [{ high: { value: 40, unit: 'U/L' } }],
  })),
  {
    resourceType: 'MedicationRequest',
    id: 'hcq',
    status: 'active',
    intent: 'order',
    subject: { reference: 'Patient/p' },
    medicationReference: { reference: 'Medication/m1' },
    authoredOn: '2025-01-01',
    dosageInstruction: [{ text: '200 mg daily' }],
  },
  { resourceType: 'Medication', id: 'm1', code: { text: 'Hydroxychloroquine 200 mg tablet' } },
];

export const hookNames = [
  'patient-view',
  'encounter-start',
  'order-select',
  'order-sign',
  'order-dispatch',
  'appointment-book',
] as const;

export type HookName = (typeof hookNames)[number];

export const serviceFor = (hook: HookName): string => `/cds-services/lupus-car-t-${hook}`;

const userId = 'PractitionerRole/r1';
const patientId = 'p';

/** An order that would exclude the girl of the chart for four weeks; it is on the server too. */
export const liveVaccineOrder: Resource = {
  resourceType: 'MedicationRequest',
  id: 'mmr',
  status: 'draft',
  intent: 'order',
  subject: { reference: 'Patient/p' },
  medicationCodeableConcept: { text: 'M-M-R II vaccine' },
};

/** A context of each hook, as its page in the library of hooks shows it, which makes the service speak. */
export const contexts: Readonly<Record<HookName, Json>> = {
  'patient-view': { userId, patientId },
  'encounter-start': { userId, patientId, encounterId: '89284' },
  'order-select': {
    userId,
    patientId,
    encounterId: '89284',
    selections: ['MedicationRequest/mmr'],
    draftOrders: { resourceType: 'Bundle', entry: [{ resource: liveVaccineOrder }] },
  },
  'order-sign': { userId, patientId, draftOrders: { resourceType: 'Bundle', entry: [{ resource: liveVaccineOrder }] } },
  'order-dispatch': { patientId, dispatchedOrders: ['MedicationRequest/mmr'], performer: 'Organization/o' },
  'appointment-book': {
    userId,
    patientId,
    appointments: {
      resourceType: 'Bundle',
      entry: [
        {
          resource: {
            resourceType: 'Appointment',
            id: 'a',
            status: 'proposed',
            specialty: [{ coding: [{ system: 'http://snomed.info/sct', code: '419472004' }] }],
            participant: [{ actor: { reference: 'Patient/p' } }],
          },
        },
      ],
    },
  },
};

/** The chart with the order in it, as a client that dispatches it has it. */
export const chartWithOrder: readonly Resource[] = [...chart, { ...liveVaccineOrder, status: 'active' }];

/** A call of any hook. */
export const callOf = (hook: HookName, prefetch: unknown, more: Json = {}): Record<string, unknown> =>
  hookRequest(prefetch, { hook, context: contexts[hook], ...more });
