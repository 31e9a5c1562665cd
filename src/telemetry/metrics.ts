// What does the service count? No label ever comes from a patient, a token or a caller's own words.

import { metric, type Definition, type Metric } from './metrics-registry.ts';

const seconds = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3, 5, 10] as const;

/** Every metric; `docs/metrics.md` lists the same ones. */
export const definitions = {
  hookRequests: {
    name: 'cds_hook_requests_total',
    help: 'Calls of a CDS service, by service and outcome: answered, refused (4xx), shed (503), failed (5xx), aborted.',
    labels: ['service', 'outcome'],
    type: 'counter',
  },
  hookSeconds: {
    name: 'cds_hook_duration_seconds',
    help: 'Time from the first byte of a call to the end of its answer.',
    labels: ['service'],
    type: 'histogram',
    buckets: seconds,
  },
  hooksInFlight: {
    name: 'cds_hooks_in_flight',
    help: 'Calls of CDS services that are being answered now.',
    labels: [],
    type: 'gauge',
  },
  cards: {
    name: 'cds_cards_total',
    help: 'Cards in the answers, by service.',
    labels: ['service'],
    type: 'counter',
  },
  authenticationRefused: {
    name: 'cds_authentication_refused_total',
    help: 'Calls whose token was not believed, by reason.',
    labels: ['reason'],
    type: 'counter',
  },
  patientMismatch: {
    name: 'cds_patient_mismatch_total',
    help: 'Calls without an answer because the Patient or the token belongs to somebody else.',
    labels: ['service', 'between'],
    type: 'counter',
  },
  foreignResources: {
    name: 'cds_foreign_resources_dropped_total',
    help: 'Resources of other patients that were sent or read and left out.',
    labels: ['service'],
    type: 'counter',
  },
  pageAssessments: {
    name: 'cds_page_assessments_total',
    help: 'Assessments and packages that the evidence page asked for, by outcome, as for hook calls.',
    labels: ['outcome'],
    type: 'counter',
  },
  searches: {
    name: 'fhir_searches_total',
    help: 'Searches on FHIR servers, by search, outcome (complete, partial, unavailable) and manner (usual, reworded, in-parts, not-held).',
    labels: ['search', 'outcome', 'manner'],
    type: 'counter',
  },
  searchSeconds: {
    name: 'fhir_search_duration_seconds',
    help: 'Time for one search with all its pages.',
    labels: ['search'],
    type: 'histogram',
    buckets: seconds,
  },
  notifications: {
    name: 'screening_notifications_total',
    help: 'Notifications of FHIR servers, by configured server and outcome: changed, something, nothing, unreadable, refused (not believed), later (503).',
    labels: ['server', 'outcome'],
    type: 'counter',
  },
  rescreens: {
    name: 'screening_rescreens_total',
    help: 'Patients screened again because of an event or on demand, by outcome: done, skipped (nothing had changed), failed, broken-off (waits).',
    labels: ['outcome'],
    type: 'counter',
  },
  subscriptions: {
    name: 'screening_subscriptions_total',
    help: 'Subscriptions asked for, by configured server and outcome: created, renewed, failed.',
    labels: ['server', 'outcome'],
    type: 'counter',
  },
  circuitsOpen: {
    name: 'fhir_circuits_open',
    help: 'FHIR servers that are not asked at present because half of the last 20 calls failed, by configured server.',
    labels: ['server'],
    type: 'gauge',
  },
} as const satisfies Readonly<Record<string, Definition>>;

type Name = keyof typeof definitions;

export type Metrics = {
  readonly add: (name: Name, amount: number, labels?: Readonly<Record<string, string>>) => void;
  readonly observe: (name: Name, value: number, labels?: Readonly<Record<string, string>>) => void;
  /** Everything, in the text form of Prometheus. */
  readonly text: () => string;
};

/** Metrics that begin at zero. @param process number of this process, where the service has several. */
export function createMetrics(process?: number): Metrics {
  const constant = process === undefined ? {} : { process: String(process) };
  const all = new Map<string, Metric>(
    Object.entries(definitions).map(([name, definition]) => [name, metric(definition, constant)]),
  );
  return {
    add: (name, amount, labels) => all.get(name)?.add(amount, labels),
    observe: (name, value, labels) => all.get(name)?.observe(value, labels),
    text: () => `${[...all.values()].flatMap((each) => each.lines()).join('\n')}\n`,
  };
}
