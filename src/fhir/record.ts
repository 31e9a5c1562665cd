// What was sent or read about one patient, and how complete is it?

import type { Retrieved } from './retrieved.ts';
import type { SearchName } from './searches.ts';

/** A FHIR resource as it arrived: only its type is trusted; every reader checks the fields it reads. */
export type Json = { readonly [key: string]: unknown };
export type Resource = Json & { readonly resourceType: string };

/**
 * One patient's record. `resources` holds what the searches matched and what they referred to (Medication, ResearchStudy),
 * in any order and possibly twice. `retrieved` says for every search how complete its result is.
 */
export type PatientRecord = {
  readonly patient: Resource;
  readonly resources: readonly Resource[];
  readonly retrieved: Readonly<Record<SearchName, Retrieved>>;
  /** Resources with the full URL (http or urn) under which the record itself names them, to resolve references; of one URL the last counts. */
  readonly fullUrls: readonly { readonly fullUrl?: string; readonly resource: Resource }[];
  /**
   * What is left of a result that is in the record but not among the resources, since nothing of it is read (`unreadCodes`): its
   * id and code, by its relative reference. Undefined where there is no such result.
   */
  readonly unread?: (reference: string) => Resource | undefined;
  /** Base URL of the FHIR server the record was read from, without a trailing slash. */
  readonly base?: string;
};
