// What is sent: calls of every hook, feedback, tokens, files, and what a FHIR server answers; each from a few numbers.

import * as fc from 'fast-check';
import type { Json, Resource } from '../../src/fhir/record.ts';
import { callOf, chartWithOrder, hookNames, prefetchOf, type HookName } from '../cds-hooks/ehr.ts';
import { stories } from '../stories.ts';
import { cut, cutBytes, mutated, mutation, type Cut, type Mutation } from './mutate.ts';

/** One case. Everything in it is small: the body is made when it is sent. */
export type Case = {
  readonly kind: 'prefetched' | 'fetched' | 'file' | 'feedback' | 'token' | 'random';
  readonly hook: HookName;
  readonly record: number;
  /** The part of the record that is used: some cases are small, some large. */
  readonly part: number;
  readonly mutations: readonly Mutation[];
  readonly cuts: readonly Cut[];
  readonly value: unknown;
};

const kinds: readonly (readonly [number, Case['kind']])[] = [
  [8, 'prefetched'],
  [3, 'fetched'],
  [4, 'file'],
  [2, 'feedback'],
  [3, 'token'],
  [1, 'random'],
];

export const fuzzCase: fc.Arbitrary<Case> = fc.record({
  kind: fc.oneof(...kinds.map(([weight, kind]) => ({ weight, arbitrary: fc.constant(kind) }))),
  hook: fc.constantFrom(...hookNames),
  record: fc.nat(999),
  part: fc.integer({ min: 1, max: 100 }),
  mutations: fc.array(mutation, { maxLength: 8 }),
  cuts: fc.oneof(
    { weight: 4, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.array(cut, { minLength: 1, maxLength: 3 }) },
  ),
  value: fc.jsonValue(),
});

type Record = { readonly patientId: string; readonly resources: readonly Resource[]; readonly bundle: Json };

const records: readonly Record[] = [
  {
    patientId: 'p',
    resources: chartWithOrder,
    bundle: { resourceType: 'Bundle', entry: chartWithOrder.map((resource) => ({ resource })) },
  },
  ...stories.map(({ record, bundle }) => ({
    patientId: String(record.patient['id']),
    resources: [record.patient, ...record.resources],
    bundle: bundle as Json,
  })),
];

const recordOf = ({ record, part }: Pick<Case, 'record' | 'part'>): Record => {
  const chosen = records[record % records.length] ?? { patientId: 'p', resources: chartWithOrder, bundle: {} };
  const [patient, ...others] = chosen.resources;
  const some = others.slice(0, Math.ceil((others.length * part) / 100));
  return { ...chosen, resources: patient === undefined ? some : [patient, ...some] };
};

const bytesOf = (value: unknown, cuts: readonly Cut[]): Buffer =>
  cuts.reduce(cutBytes, Buffer.from(JSON.stringify(value) ?? ''));

/** Most changes strike the clinical data, or hardly anything would be answered; the others strike anything. */
const strikes = (value: Json, key: string, { part, mutations }: Case): unknown =>
  part % 5 === 0 ? mutated(value, mutations) : { ...value, [key]: mutated(value[key], mutations) };

/** A call with everything prefetched, then changed. */
export function prefetchedCall(given: Case, more: Json = {}): Buffer {
  const { patientId, resources } = recordOf(given);
  return bytesOf(strikes(callFor(given.hook, patientId, prefetchOf(resources), more), 'prefetch', given), given.cuts);
}

/** A sound call that brings the Patient only. */
export const fetchingCall = (given: Case, more: Json): Buffer => {
  const { patientId, resources } = recordOf(given);
  return bytesOf(callFor(given.hook, patientId, prefetchOf(resources, ['patient']), more), []);
};

/** What the FHIR server answers to a search for a type in such a case: one page, then changed. */
export function searchAnswer(given: Case, type: string, next: string): Buffer {
  const entry = recordOf(given)
    .resources.filter(({ resourceType }) => resourceType === type)
    .map((resource) => ({ resource }));
  const page = { resourceType: 'Bundle', type: 'searchset', link: [{ relation: 'next', url: next }], entry };
  const once = given.value === null || typeof given.value === 'number' ? page : { ...page, link: [] };
  return bytesOf(strikes(once, 'entry', given), given.cuts);
}

/** A record in a file, then changed. */
export const fileText = (given: Case): Buffer =>
  bytesOf(strikes(records[given.record % records.length]?.bundle ?? {}, 'entry', given), given.cuts);

/** Feedback, then changed. */
export function feedbackBody({ mutations, cuts, record, value }: Case): Buffer {
  const entry = {
    card: '0190163d-8694-739b-aea5-966c26f8ad91',
    outcome: record % 2 === 0 ? 'overridden' : 'accepted',
    acceptedSuggestions: [{ id: '1b4e28ba-2fa1-11d2-883f-0016d3cca427' }],
    overrideReason: { reason: { system: 'urn:x', code: 'declined', display: 'x' }, userComment: value },
    outcomeTimestamp: '2026-06-01T00:00:00Z',
  };
  return bytesOf(mutated({ feedback: [entry, entry] }, mutations), cuts);
}

/** A call in which the patient of the record is everywhere the patient. */
function callFor(hook: HookName, patientId: string, prefetch: unknown, more: Json): Json {
  const call: unknown = JSON.parse(
    JSON.stringify(callOf(hook, {}, more))
      .replaceAll('Patient/p"', `Patient/${patientId}"`)
      .replaceAll('"patientId":"p"', `"patientId":"${patientId}"`),
  );
  return { ...(call as Json), prefetch };
}
