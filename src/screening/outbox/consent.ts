// What is on record about a patient's agreement to take part in research, and to be contacted about it?

import { isJson, objectAt, objectsAt, textAt } from '../../fhir/json.ts';
import type { Json, Resource } from '../../fhir/record.ts';
import type { ConsentState } from '../run/screened.ts';

/**
 * Codes by which a Consent is about research.
 * @source HL7 FHIR R4 (4.0.1): CodeSystem consentscope; HL7 v3 ActReason (purpose of use)
 */
const research = new Set(['research', 'HRESCH', 'CLINTRCH', 'CLINTRCHNPC', 'CLINTRCHPC', 'RESEARCH']);

/** What a site has agreed as "do not contact". */
export type RefusalCodes = readonly Code[];

/**
 * Reads a patient's Consents as of a day. The latest that decides counts; of two of one day, or of unknown day, a refusal.
 * @param asOf "2026-06-01".
 */
export function consentIn(consents: readonly Resource[], codes: RefusalCodes, asOf: string): ConsentState {
  const decided = consents.flatMap((consent) => {
    const state = decisionOf(consent, codes, asOf);
    return state === undefined ? [] : [{ state, date: textAt(consent, 'dateTime')?.slice(0, 10) }];
  });
  const latest = decided.reduce((last, { date = '' }) => (date > last ? date : last), '');
  const counting = decided.filter(({ date = latest }) => date === latest);
  if (counting.some(({ state }) => state === 'refused')) return 'refused';
  return counting.length === 0 ? 'none' : 'given';
}

function decisionOf(consent: Resource, codes: RefusalCodes, asOf: string): 'given' | 'refused' | undefined {
  const status = textAt(consent, 'status');
  if (status !== 'active' && status !== 'rejected') return undefined;
  const provision = objectAt(consent, 'provision') ?? {};
  if (isOver(objectAt(provision, 'period'), asOf)) return undefined;
  const named = codesIn(consent);
  const isDoNotContact = named.some(({ system, code }) =>
    codes.some((each) => each.system === system && each.code === code),
  );
  if (isDoNotContact && status === 'active') return 'refused';
  if (!named.some(({ code }) => research.has(code))) return undefined;
  return status === 'rejected' || denies(provision) ? 'refused' : 'given';
}

/** A refusal of any part is one: what exactly it covers is for a human to read. */
const denies = (provision: Json): boolean =>
  textAt(provision, 'type') === 'deny' || objectsAt(provision, 'provision').some(denies);

function isOver(period: Json | undefined, asOf: string): boolean {
  const end = period === undefined ? undefined : textAt(period, 'end');
  return end !== undefined && end.slice(0, 10) < asOf;
}

type Code = { readonly system: string; readonly code: string };

/** Codes of scope, category, policy rule, and of the purposes, codes and actions of every provision. */
function codesIn(consent: Resource): readonly Code[] {
  const concepts = [
    ...objectsAt(consent, 'scope'),
    ...objectsAt(consent, 'category'),
    ...objectsAt(consent, 'policyRule'),
  ];
  return [...concepts.flatMap(codingsOf), ...provisionCodes(objectAt(consent, 'provision'))];
}

function provisionCodes(provision: Json | undefined): readonly Code[] {
  if (!isJson(provision)) return [];
  return [
    ...objectsAt(provision, 'purpose').flatMap(codeOf),
    ...[...objectsAt(provision, 'code'), ...objectsAt(provision, 'action')].flatMap(codingsOf),
    ...objectsAt(provision, 'provision').flatMap(provisionCodes),
  ];
}

const codingsOf = (concept: Json): readonly Code[] => objectsAt(concept, 'coding').flatMap(codeOf);

function codeOf(coding: Json): readonly Code[] {
  const code = textAt(coding, 'code');
  return code === undefined ? [] : [{ system: textAt(coding, 'system') ?? '', code }];
}
