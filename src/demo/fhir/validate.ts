// Is a resource that somebody wants to store worth storing?

import { isJson } from '../../fhir/json.ts';
import type { Json, Resource } from '../../fhir/record.ts';
import { FhirError } from './outcome.ts';
import { searchParameters } from './search-parameters.ts';

/** Elements FHIR R4 requires, by type, and the required codes of those that are bound to a fixed list. */
const required: Readonly<Record<string, readonly string[]>> = {
  Condition: ['subject'],
  Observation: ['status', 'code'],
  DiagnosticReport: ['status', 'code'],
  MedicationRequest: ['status', 'intent', 'subject'],
  MedicationStatement: ['status', 'subject'],
  MedicationAdministration: ['status', 'subject'],
  MedicationDispense: ['status'],
  Procedure: ['status', 'subject'],
  Immunization: ['status', 'vaccineCode', 'patient'],
  AllergyIntolerance: ['patient'],
  AdverseEvent: ['actuality', 'subject'],
  List: ['status', 'mode'],
  QuestionnaireResponse: ['status'],
  ResearchStudy: ['status'],
  ResearchSubject: ['status', 'study', 'individual'],
  ServiceRequest: ['status', 'intent', 'subject'],
  Subscription: ['status', 'reason', 'criteria', 'channel'],
  Task: ['status', 'intent'],
  CommunicationRequest: ['status'],
  DocumentReference: ['status', 'content'],
  Encounter: ['status', 'class'],
  FamilyMemberHistory: ['status', 'patient', 'relationship'],
};

const request = ['draft', 'active', 'on-hold', 'revoked', 'completed', 'entered-in-error', 'unknown'];
const intents = [
  'proposal',
  'plan',
  'directive',
  'order',
  'original-order',
  'reflex-order',
  'filler-order',
  'instance-order',
  'option',
];

const codes: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  Observation: {
    status: ['registered', 'preliminary', 'final', 'amended', 'corrected', 'cancelled', 'entered-in-error', 'unknown'],
  },
  ServiceRequest: { status: request, intent: intents },
  CommunicationRequest: { status: request },
  MedicationRequest: {
    status: ['active', 'on-hold', 'cancelled', 'completed', 'entered-in-error', 'stopped', 'draft', 'unknown'],
    intent: intents.filter((each) => each !== 'directive'),
  },
  Task: {
    status: [
      'draft',
      'requested',
      'received',
      'accepted',
      'rejected',
      'ready',
      'cancelled',
      'in-progress',
      'on-hold',
      'failed',
      'completed',
      'entered-in-error',
    ],
    intent: ['unknown', ...intents],
  },
  ResearchSubject: {
    status: [
      'candidate',
      'eligible',
      'follow-up',
      'ineligible',
      'not-registered',
      'off-study',
      'on-study',
      'on-study-intervention',
      'on-study-observation',
      'pending-on-study',
      'potential-candidate',
      'screening',
      'withdrawn',
    ],
  },
};

/** The resource in a body, checked as far as a careful server would before it stores something. */
export function validResource(body: unknown, type: string): Resource {
  if (!searchParameters.has(type)) throw new FhirError(404, 'not-supported', `no resources of type ${type} here`);
  if (!isJson(body)) throw new FhirError(400, 'structure', 'the body is not a JSON object');
  if (body['resourceType'] !== type)
    throw new FhirError(400, 'invalid', `the body must be a ${type}, and say so in resourceType`);
  const resource: Resource = { ...body, resourceType: type };
  const empty = emptyAt(resource);
  if (empty !== undefined)
    throw new FhirError(422, 'structure', `${type}.${empty} is null or empty; leave it out instead`);
  for (const element of required[type] ?? [])
    if (resource[element] === undefined) throw new FhirError(422, 'required', `${type}.${element} is required`);
  for (const [element, allowed] of Object.entries(codes[type] ?? {})) {
    const value = resource[element];
    if (typeof value !== 'string' || !allowed.includes(value))
      throw new FhirError(422, 'value', `${type}.${element} must be one of ${allowed.join(', ')}`);
  }
  return resource;
}

/** Path of the first element that is null, an empty text, an empty list or an empty object. */
function emptyAt(value: Json | readonly unknown[]): string | undefined {
  for (const [name, each] of Object.entries(value)) {
    if (each === null || each === '') return name;
    if (typeof each !== 'object') continue;
    const parts: Json | readonly unknown[] = Array.isArray(each) ? each : { ...each };
    if (Object.keys(parts).length === 0) return name;
    const inside = emptyAt(parts);
    if (inside !== undefined) return `${name}.${inside}`;
  }
  return undefined;
}
