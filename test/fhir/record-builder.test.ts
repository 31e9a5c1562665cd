import { describe, expect, it } from 'vitest';
import type { Json } from '../../src/fhir/record.ts';
import { without } from '../../src/fhir/left-out.ts';
import { recordFromBundle } from '../../src/fhir/record-builder.ts';
import { searchNames, type SearchName } from '../../src/fhir/searches.ts';

const patient = { resourceType: 'Patient', id: 'p', birthDate: '2012-03-15' };
const condition = { resourceType: 'Condition', id: 'c', subject: { reference: 'Patient/p' } };
const failure = { resourceType: 'OperationOutcome', issue: [{ severity: 'error', code: 'timeout' }] };
const hint = { resourceType: 'OperationOutcome', issue: [{ severity: 'information', code: 'informational' }] };

const bundle = (resources: readonly unknown[], more: Json = {}): Json => ({
  resourceType: 'Bundle',
  type: 'collection',
  entry: resources.map((resource) => ({ resource })),
  ...more,
});

function built(value: unknown) {
  const result = recordFromBundle(value);
  if ('problem' in result) throw new Error(result.problem);
  return result.record;
}

const notComplete = (value: unknown): readonly SearchName[] =>
  searchNames.filter((name) => built(value).retrieved[name].state !== 'complete');

const allButPatient = searchNames.filter((name) => name !== 'patient');

describe('a resource with a modifier extension, which may turn it into its opposite', () => {
  const subject = { reference: 'Patient/p' };
  const patient = { resourceType: 'Patient', id: 'p' };
  const plain = { resourceType: 'Condition', id: 'a', subject };
  const modified = { ...plain, id: 'b', modifierExtension: [{ url: 'urn:example:negated', valueBoolean: true }] };
  const read = (...resources: readonly object[]) => {
    const entry = [patient, ...resources].map((resource) => ({ resource }));
    const built = recordFromBundle({ resourceType: 'Bundle', type: 'collection', entry });
    return 'record' in built ? built.record : undefined;
  };

  it('is not read, and leaves its search incomplete and no other', () => {
    const record = read(plain, modified);
    expect(record?.resources).toEqual([plain]);
    expect(record?.retrieved).toMatchObject({
      conditions: { state: 'partial', reason: 'modifier-extension' },
      observations: { state: 'complete' },
    });
    expect(read(modified)?.retrieved.conditions).toEqual({ state: 'unavailable', reason: 'modifier-extension' });
  });

  it('leaves the search of results partial where further ones are in the record unread', () => {
    const result = { resourceType: 'Observation', id: 'o', subject };
    const { unread, ...record } = { unread: () => undefined, ...built(bundle([patient, result, plain])) };
    const states = [record, { ...record, unread }].map((each) => {
      const { observations, conditions } = without(each, new Set(record.resources), 'set aside').retrieved;
      return [observations, conditions];
    });
    expect(states).toMatchObject([
      [{ state: 'unavailable', reason: 'set aside' }, { state: 'unavailable' }],
      [{ state: 'partial', reason: 'set aside' }, { state: 'unavailable' }],
    ]);
  });

  const marked = [{ modifierExtension: modified.modifierExtension }];

  // Of most of these parts the extension was passed over.
  it.each<[string, object, SearchName]>([
    ['a component', { resourceType: 'Observation', component: marked }, 'observations'],
    ['a limit', { resourceType: 'Observation', referenceRange: marked }, 'observations'],
    [
      'a limit of a component',
      { resourceType: 'Observation', component: [{ referenceRange: marked }] },
      'observations',
    ],
    [
      'what it contains',
      { resourceType: 'Observation', contained: [{ resourceType: 'Specimen', ...marked[0] }] },
      'observations',
    ],
    ['a dosage', { resourceType: 'MedicationRequest', dosageInstruction: marked }, 'medicationRequests'],
    ['a supply', { resourceType: 'MedicationRequest', dispenseRequest: marked[0] }, 'medicationRequests'],
    [
      'a dosage that was dispensed',
      { resourceType: 'MedicationDispense', dosageInstruction: marked },
      'medicationDispenses',
    ],
    ['a dosage that was told', { resourceType: 'MedicationStatement', dosage: marked }, 'medicationStatements'],
    [
      'a dosage that was given',
      { resourceType: 'MedicationAdministration', dosage: marked },
      'medicationAdministrations',
    ],
    [
      'an ingredient of what it contains',
      { resourceType: 'MedicationRequest', contained: [{ resourceType: 'Medication', ingredient: marked }] },
      'medicationRequests',
    ],
    ['a reaction', { resourceType: 'AllergyIntolerance', reaction: marked }, 'allergyIntolerances'],
    ['what is suspected', { resourceType: 'AdverseEvent', suspectEntity: marked }, 'adverseEvents'],
    ['a step of a study', { resourceType: 'ResearchSubject', progress: marked }, 'researchSubjects'],
    ['one component of two', { resourceType: 'Observation', component: [{}, ...marked] }, 'observations'],
    ['a question', { resourceType: 'QuestionnaireResponse', item: marked }, 'questionnaireResponses'],
    [
      'a question below an answer',
      { resourceType: 'QuestionnaireResponse', item: [{ answer: [{ item: marked }] }] },
      'questionnaireResponses',
    ],
    ['an entry of a list', { resourceType: 'List', entry: marked }, 'lists'],
  ])('is not read where it stands in a part: %s', (_, part, search) => {
    expect(read({ ...plain, ...part })?.retrieved[search]).toEqual({
      state: 'unavailable',
      reason: 'modifier-extension',
    });
  });

  it('is read where parts hold none', () => {
    const sent = {
      ...plain,
      resourceType: 'Observation',
      component: [{ modifierExtension: [] }],
      contained: [{ id: 'x', ...marked[0] }],
    };
    expect(read(sent)?.resources).toEqual([sent]);
    const order = { ...plain, resourceType: 'MedicationRequest', dosageInstruction: [{}] };
    expect(read(order)?.resources).toEqual([order]);
  });

  it('is found by no reference either', () => {
    expect(read(plain, modified)?.fullUrls.map(({ resource }) => resource)).toEqual([patient, plain]);
  });

  it('that no search asks for is left out alone', () => {
    const record = read(plain, { resourceType: 'Medication', id: 'm', ingredient: marked });
    expect(record?.resources).toEqual([plain]);
    expect(record?.retrieved).toEqual(read(plain)?.retrieved);
  });

  it('is not read of a Patient: birth and sex were believed, and what had been taken back passed for certain', () => {
    const { modifierExtension } = modified;
    const identity = { ...patient, identifier: [{ value: '1' }], name: [{ text: 'Lin' }] };
    const sent = { ...identity, deceasedBoolean: true, birthDate: '2014-05-05', gender: 'female', modifierExtension };
    const built = recordFromBundle({
      resourceType: 'Bundle',
      entry: [{ fullUrl: 'urn:uuid:1', resource: sent }, { resource: plain }],
    });
    expect('record' in built ? built.record : built).toMatchObject({
      patient: { ...identity, deceasedBoolean: true },
      resources: [plain],
      fullUrls: [{ fullUrl: 'urn:uuid:1', resource: { ...identity, deceasedBoolean: true } }, { resource: plain }],
      retrieved: { patient: { state: 'unavailable', reason: 'modifier-extension' }, conditions: { state: 'complete' } },
    });
    if (!('record' in built)) throw new Error('no record');
    expect(Object.keys(built.record.patient)).not.toContain('birthDate');
    expect(built.record.fullUrls[0]?.resource).toBe(built.record.patient);
  });

  it('is not read of a Patient where it stands in a link to another', () => {
    const link = [{ modifierExtension: modified.modifierExtension }];
    const entry = [{ resource: { ...patient, link } }];
    const built = recordFromBundle({ resourceType: 'Bundle', entry });
    expect('record' in built && built.record.retrieved.patient.state).toBe('unavailable');
  });

  it('is read where the list of them is empty', () => {
    expect(read({ ...plain, modifierExtension: [] })?.retrieved.conditions).toEqual({ state: 'complete' });
  });
});

describe('a Bundle as a record', () => {
  it('is complete as it is', () => {
    const record = built(bundle([patient, condition]));
    expect(record.patient).toEqual(patient);
    expect(record.resources).toEqual([condition]);
    expect(notComplete(bundle([patient, condition]))).toEqual([]);
  });

  it('keeps the full URLs by which its resources name each other', () => {
    const { fullUrls } = built({
      resourceType: 'Bundle',
      entry: [
        { fullUrl: 'urn:uuid:1', resource: patient },
        { fullUrl: 'urn:uuid:2', resource: condition },
      ],
    });
    expect(fullUrls.map(({ fullUrl }) => fullUrl)).toEqual(['urn:uuid:1', 'urn:uuid:2']);
  });

  it('may hold Bundles, as the answer to a batch does', () => {
    const record = built(bundle([bundle([patient]), bundle([bundle([condition])])], { type: 'batch-response' }));
    expect(record.resources).toEqual([condition]);
  });

  it('is the record of one patient though the Patient is sent twice', () => {
    expect(built(bundle([patient, { ...patient }, condition])).resources).toEqual([condition]);
  });

  it('does not mind an outcome that only informs', () => {
    expect(notComplete(bundle([patient, hint]))).toEqual([]);
  });

  it('is incomplete everywhere when a failure or a further page may concern everything', () => {
    const next = { link: [{ relation: 'next', url: 'https://e.org/fhir?page=2' }] };
    expect(notComplete(bundle([patient, failure]))).toEqual(allButPatient);
    expect(notComplete(bundle([patient], next))).toEqual(allButPatient);
    expect(notComplete(bundle([patient, 'Condition/7']))).toEqual(allButPatient);
    expect(
      notComplete({ ...bundle([patient]), entry: [{ resource: patient }, { response: { status: '403 Forbidden' } }] }),
    ).toEqual(allButPatient);
  });

  it('is incomplete only where a nested page names its search', () => {
    const page = bundle([condition], {
      link: [
        { relation: 'self', url: 'https://e.org/fhir/Condition?patient=p' },
        { relation: 'next', url: 'https://e.org/fhir/Condition?patient=p&page=2' },
      ],
    });
    expect(notComplete(bundle([patient, page]))).toEqual(['conditions']);
  });

  it.each<readonly [string, unknown, string]>([
    ['a list', [], 'not a Bundle'],
    ['null', null, 'not a Bundle'],
    ['a Patient alone', patient, 'not a Bundle'],
    ['a Bundle without Patient', bundle([condition]), 'no Patient in the Bundle'],
    ['an empty Bundle', { resourceType: 'Bundle' }, 'no Patient in the Bundle'],
    ['two Patients', bundle([patient, { ...patient, id: 'q' }]), '2 Patients in one Bundle'],
  ])('is a problem, not a record: %s', (_name, value, problem) => {
    expect(recordFromBundle(value)).toEqual({ problem });
  });
});
