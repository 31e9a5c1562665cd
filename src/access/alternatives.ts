// How else can a search be asked where a server refuses its usual form?

import type { SearchName } from '../fhir/searches.ts';

/** One search asked in parts, by the values of a parameter. */
export type Split = {
  readonly queries: readonly string[];
  /** True if the parts together are everything: the element is required and its codes are fixed by FHIR R4. */
  readonly exhaustive: boolean;
};

const bySubject = 'subject=Patient/{id}';

/** Queries that ask the same question in other words; each is as complete as the usual one. */
const sameQuestion: Partial<Record<SearchName, readonly string[]>> = {
  conditions: [bySubject],
  observations: ['patient={id}', bySubject],
  medicationRequests: [bySubject],
  medicationStatements: [bySubject],
  medicationAdministrations: [bySubject],
  medicationDispenses: [bySubject],
  procedures: [bySubject],
  diagnosticReports: [bySubject],
  questionnaireResponses: [bySubject],
  adverseEvents: ['patient={id}', 'subject:Patient={id}'],
  lists: [bySubject],
  researchSubjects: ['individual=Patient/{id}', 'individual={id}'],
};

const split = (parameter: string, values: string, exhaustive: boolean): Split => ({
  queries: values.split(' ').map((value) => `patient={id}&${parameter}=${value}`),
  exhaustive,
});

/**
 * Categories are optional and sites add their own: what carries none of these is not found. Intents are required.
 * @source HL7 FHIR R4 (4.0.1): value sets observation-category, condition-category, medicationrequest-intent
 */
const splits: Partial<Record<SearchName, Split>> = {
  observations: split(
    'category',
    'laboratory vital-signs imaging survey exam procedure social-history therapy activity',
    false,
  ),
  conditions: split('category', 'problem-list-item encounter-diagnosis', false),
  medicationRequests: split(
    'intent',
    'order plan proposal original-order reflex-order filler-order instance-order option',
    true,
  ),
};

/** In the order to try them. */
export const queriesInsteadOf = (name: SearchName): readonly string[] => sameQuestion[name] ?? [];

/** The parts in which a search can be asked; undefined where there are none. */
export const partsOf = (name: SearchName): Split | undefined => splits[name];
