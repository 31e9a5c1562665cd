// Which searches make up one patient's record? The one table: prefetch templates, fetches and bulk types come from it.

export const searchNames = [
  'patient',
  'conditions',
  'observations',
  'medicationRequests',
  'medicationStatements',
  'medicationAdministrations',
  'medicationDispenses',
  'procedures',
  'immunizations',
  'diagnosticReports',
  'questionnaireResponses',
  'allergyIntolerances',
  'adverseEvents',
  'lists',
  'researchSubjects',
] as const;

export type SearchName = (typeof searchNames)[number];

export type Search = {
  readonly name: SearchName;
  /** FHIR resource type of the matches; also the type to ask of a bulk export. */
  readonly type: string;
  /** Query after the type, `{id}` standing for the patient's id; undefined = instance read of the Patient. */
  readonly query?: string;
  /** True if results come newest first, so that a cut-off result is complete since its oldest entry. */
  readonly newestFirst: boolean;
};

const byPatient = (name: SearchName, type: string): Search => ({
  name,
  type,
  query: 'patient={id}',
  newestFirst: false,
});

/** Every search, in the order of `searchNames`; all stay inside the portable query subset of CDS Hooks. */
export const searches: readonly Search[] = [
  { name: 'patient', type: 'Patient', newestFirst: false },
  byPatient('conditions', 'Condition'),
  { name: 'observations', type: 'Observation', query: 'patient={id}&_sort=-date&_count=200', newestFirst: true },
  byPatient('medicationRequests', 'MedicationRequest'),
  byPatient('medicationStatements', 'MedicationStatement'),
  byPatient('medicationAdministrations', 'MedicationAdministration'),
  byPatient('medicationDispenses', 'MedicationDispense'),
  byPatient('procedures', 'Procedure'),
  byPatient('immunizations', 'Immunization'),
  byPatient('diagnosticReports', 'DiagnosticReport'),
  byPatient('questionnaireResponses', 'QuestionnaireResponse'),
  byPatient('allergyIntolerances', 'AllergyIntolerance'),
  { name: 'adverseEvents', type: 'AdverseEvent', query: 'subject=Patient/{id}', newestFirst: false },
  byPatient('lists', 'List'),
  byPatient('researchSubjects', 'ResearchSubject'),
];

/** The searches that can show that a drug was given or ordered, the surest first. */
export const drugSearches = [
  'medicationAdministrations',
  'medicationDispenses',
  'medicationStatements',
  'medicationRequests',
] as const satisfies readonly SearchName[];

/** Resource types that are not searched by patient but read when a match refers to them. */
export const referencedTypes = ['Medication', 'ResearchStudy'] as const;

/** The search whose matches have this resource type; undefined for a type that is not searched for. */
export const searchOfType = (type: string): Search | undefined => searches.find((search) => search.type === type);
