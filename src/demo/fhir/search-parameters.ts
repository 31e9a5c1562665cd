// Which resource types does the demo FHIR server keep, and which search parameters does each have?

export type ParameterType = 'token' | 'reference' | 'date' | 'string';

export type Parameter = {
  readonly type: ParameterType;
  /** Paths of the elements searched, "a.b"; arrays are looked into. */
  readonly paths: readonly string[];
  /** The one type a reference can have, so that a bare id says enough. */
  readonly target?: string;
};

const token = (...paths: readonly string[]): Parameter => ({ type: 'token', paths });
const date = (...paths: readonly string[]): Parameter => ({ type: 'date', paths });
const string = (...paths: readonly string[]): Parameter => ({ type: 'string', paths });
const patientAt = (path: string): Parameter => ({ type: 'reference', paths: [path], target: 'Patient' });
const reference = (path: string, target?: string): Parameter => ({
  type: 'reference',
  paths: [path],
  ...(target !== undefined && { target }),
});

const aboutSubject = { patient: patientAt('subject'), subject: reference('subject') };
const aboutPatient = { patient: patientAt('patient') };

const everyType = { _id: token('id'), _lastUpdated: date('meta.lastUpdated') };

const medication = token('medicationCodeableConcept');

const own: Readonly<Record<string, Readonly<Record<string, Parameter>>>> = {
  Patient: {
    identifier: token('identifier'),
    name: string('name'),
    family: string('name.family'),
    given: string('name.given'),
    gender: token('gender'),
    birthdate: date('birthDate'),
  },
  Practitioner: { name: string('name'), identifier: token('identifier') },
  Organization: { name: string('name') },
  Encounter: { ...aboutSubject, status: token('status'), class: token('class'), date: date('period') },
  Condition: {
    ...aboutSubject,
    code: token('code'),
    category: token('category'),
    'clinical-status': token('clinicalStatus'),
    'verification-status': token('verificationStatus'),
    'onset-date': date('onsetDateTime', 'onsetPeriod'),
    'recorded-date': date('recordedDate'),
  },
  Observation: {
    ...aboutSubject,
    code: token('code'),
    category: token('category'),
    status: token('status'),
    date: date('effectiveDateTime', 'effectivePeriod', 'effectiveInstant'),
  },
  DiagnosticReport: {
    ...aboutSubject,
    code: token('code'),
    category: token('category'),
    status: token('status'),
    date: date('effectiveDateTime', 'effectivePeriod'),
  },
  MedicationRequest: {
    ...aboutSubject,
    code: medication,
    status: token('status'),
    intent: token('intent'),
    authoredon: date('authoredOn'),
    medication: reference('medicationReference', 'Medication'),
  },
  MedicationStatement: {
    ...aboutSubject,
    code: medication,
    status: token('status'),
    effective: date('effectiveDateTime', 'effectivePeriod'),
    medication: reference('medicationReference', 'Medication'),
  },
  MedicationAdministration: {
    ...aboutSubject,
    code: medication,
    status: token('status'),
    'effective-time': date('effectiveDateTime', 'effectivePeriod'),
    medication: reference('medicationReference', 'Medication'),
  },
  MedicationDispense: {
    ...aboutSubject,
    code: medication,
    status: token('status'),
    whenhandedover: date('whenHandedOver'),
    medication: reference('medicationReference', 'Medication'),
  },
  Medication: { code: token('code') },
  Procedure: {
    ...aboutSubject,
    code: token('code'),
    status: token('status'),
    date: date('performedDateTime', 'performedPeriod'),
  },
  Immunization: {
    ...aboutPatient,
    'vaccine-code': token('vaccineCode'),
    status: token('status'),
    date: date('occurrenceDateTime'),
  },
  AllergyIntolerance: {
    ...aboutPatient,
    code: token('code'),
    'clinical-status': token('clinicalStatus'),
    date: date('recordedDate'),
  },
  AdverseEvent: { subject: patientAt('subject'), date: date('date'), event: token('event') },
  FamilyMemberHistory: { ...aboutPatient, code: token('condition.code'), status: token('status'), date: date('date') },
  List: { ...aboutSubject, code: token('code'), status: token('status'), date: date('date') },
  QuestionnaireResponse: { ...aboutSubject, status: token('status'), authored: date('authored') },
  ResearchStudy: { status: token('status'), identifier: token('identifier'), title: string('title') },
  ResearchSubject: {
    patient: patientAt('individual'),
    individual: patientAt('individual'),
    study: reference('study', 'ResearchStudy'),
    status: token('status'),
    date: date('period'),
  },
  ServiceRequest: {
    ...aboutSubject,
    code: token('code'),
    status: token('status'),
    intent: token('intent'),
    authored: date('authoredOn'),
  },
  Task: {
    patient: patientAt('for'),
    subject: reference('for'),
    code: token('code'),
    status: token('status'),
    intent: token('intent'),
    'authored-on': date('authoredOn'),
  },
  Subscription: {
    url: string('channel.endpoint'),
    type: token('channel.type'),
    status: token('status'),
    criteria: string('criteria'),
  },
  CommunicationRequest: { ...aboutSubject, status: token('status'), authored: date('authoredOn') },
  DocumentReference: { ...aboutSubject, type: token('type'), status: token('status'), date: date('date') },
};

/** The parameters of every type the server keeps, by type and name. */
export const searchParameters: ReadonlyMap<string, ReadonlyMap<string, Parameter>> = new Map(
  Object.entries(own).map(([type, parameters]) => [type, new Map(Object.entries({ ...everyType, ...parameters }))]),
);
