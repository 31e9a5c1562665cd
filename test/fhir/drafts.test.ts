import { describe, expect, it } from 'vitest';
import { carriedOut } from '../../src/fhir/carried-out.ts';
import { draftsOf, openOrders, ordersNamed, type Draft } from '../../src/fhir/drafts.ts';
import { readBundle } from '../../src/fhir/bundle.ts';
import type { Json, PatientRecord } from '../../src/fhir/record.ts';
import { nameOf } from '../../src/terminology/concept.ts';
import { patientRecordOf } from '../builders.ts';

const today = '2026-06-01';
const record: PatientRecord = { ...patientRecordOf([]), base: 'https://ehr.example/fhir' };

const drug = (more: Json = {}): Json => ({
  resourceType: 'MedicationRequest',
  id: 'd',
  status: 'draft',
  intent: 'order',
  subject: { reference: 'Patient/p' },
  medicationCodeableConcept: { text: 'mycophenolate mofetil 500 mg tablet' },
  ...more,
});

const service = (text: string, more: Json = {}): Json => ({
  resourceType: 'ServiceRequest',
  id: 's',
  status: 'draft',
  intent: 'order',
  subject: { reference: 'Patient/p' },
  code: { text },
  ...more,
});

const bundleOf = (...resources: readonly Json[]): Json => ({
  resourceType: 'Bundle',
  entry: resources.map((resource) => ({ resource })),
});

const draftsIn = (bundle: Json, of: PatientRecord = record) =>
  draftsOf(openOrders(bundle), readBundle(bundle).entries, of);

const names = (bundle: Json, of?: PatientRecord): readonly string[] =>
  draftsIn(bundle, of).drafts.map((draft) => draft.names.map(nameOf)[0] ?? '');

function draftOf(order: Json, ...beside: readonly Json[]): Draft {
  const [draft] = draftsIn(bundleOf(order, ...beside)).drafts;
  if (draft === undefined) throw new Error('no draft');
  return draft;
}

const madeBy = (order: Json, ...beside: readonly Json[]): readonly Json[] =>
  carriedOut(draftOf(order, ...beside), today, 'x');

describe('the orders of a draftOrders Bundle', () => {
  it.each([
    ['a Bundle without a type', bundleOf(drug()), 1],
    ['a Bundle with a type', { ...bundleOf(drug()), type: 'collection' }, 1],
    ['an order without a status', bundleOf(drug({ status: undefined })), 1],
    ['an order that is signed again', bundleOf(drug({ status: 'active' })), 1],
    ['an order on hold', bundleOf(drug({ status: 'on-hold' })), 1],
    ['an order that was stopped', bundleOf(drug({ status: 'stopped' })), 0],
    ['an order that was cancelled', bundleOf(drug({ status: 'cancelled' })), 0],
    ['a request that was revoked', bundleOf(service('x', { status: 'revoked' })), 0],
    ['an order entered in error', bundleOf(drug({ status: 'entered-in-error' })), 0],
    ['an order not to give a drug', bundleOf(drug({ doNotPerform: true })), 0],
    ['a drug somebody reports to take', bundleOf(drug({ reportedBoolean: true })), 0],
    ['an order without any name', bundleOf(drug({ medicationCodeableConcept: {} })), 0],
    ['an order for food', bundleOf({ resourceType: 'NutritionOrder', id: 'n' }), 0],
    ['no entries', { resourceType: 'Bundle' }, 0],
    ['entries that are no resources', { entry: [null, 7, { resource: 'x' }, {}] }, 0],
  ])('%s: %#', (_name, bundle, count) => {
    expect(draftsIn(bundle).drafts).toHaveLength(count);
  });

  it.each([
    ['of the patient', { reference: 'Patient/p' }, 0],
    ['of the patient, absolute', { reference: 'https://ehr.example/fhir/Patient/p' }, 0],
    ['of nobody in particular', undefined, 0],
    ['of another patient', { reference: 'Patient/q' }, 1],
    ['of the same id on another server', { reference: 'https://other.example/fhir/Patient/p' }, 1],
  ])('%s: left out and counted only if they are somebody else’s', (_name, subject, foreign) => {
    const found = draftsIn(bundleOf(drug({ subject })));
    expect([found.foreign, found.drafts.length]).toEqual([foreign, 1 - foreign]);
  });

  it.each(['MedicationRequest/d', 'https://ehr.example/fhir/MedicationRequest/d', 'MedicationRequest/d/_history/2'])(
    'are found by the reference %s',
    (reference) => {
      const orders = openOrders(bundleOf(drug(), drug({ id: 'other' })));
      expect(ordersNamed(orders, [reference]).map(({ resource }) => resource['id'])).toEqual(['d']);
    },
  );

  it('are found by their fullUrl', () => {
    const bundle = { entry: [{ fullUrl: 'urn:uuid:1', resource: drug({ id: undefined }) }, { resource: drug() }] };
    expect(ordersNamed(openOrders(bundle), ['urn:uuid:1'])).toHaveLength(1);
  });

  it('are not found by an id that only ends alike', () => {
    expect(ordersNamed(openOrders(bundleOf(drug({ id: 'd' }))), ['MedicationRequest/add'])).toEqual([]);
  });
});

describe('the name of an order', () => {
  const medication = { resourceType: 'Medication', id: 'm', code: { text: 'rituximab 500 mg' } };
  const by = (reference: string, more: Json = {}): Json =>
    drug({ medicationCodeableConcept: undefined, medicationReference: { reference }, ...more });

  it.each([
    ['its own text', bundleOf(drug()), 'mycophenolate mofetil 500 mg tablet'],
    ['a contained Medication', bundleOf(by('#m', { contained: [medication] })), 'rituximab 500 mg'],
    ['a Medication beside it', bundleOf(by('Medication/m'), medication), 'rituximab 500 mg'],
    [
      'a Medication beside it, absolute',
      bundleOf(by('https://ehr.example/fhir/Medication/m'), medication),
      'rituximab 500 mg',
    ],
    [
      'a Medication beside it by its urn',
      { entry: [{ resource: by('urn:uuid:7') }, { fullUrl: 'urn:uuid:7', resource: medication }] },
      'rituximab 500 mg',
    ],
    [
      'the display of a reference that leads nowhere',
      bundleOf(drug({ medicationCodeableConcept: undefined, medicationReference: { display: 'belimumab' } })),
      'belimumab',
    ],
    [
      'its ingredient',
      bundleOf(by('Medication/m'), {
        resourceType: 'Medication',
        id: 'm',
        ingredient: [{ itemCodeableConcept: { text: 'tacrolimus' } }],
      }),
      'tacrolimus',
    ],
    ['the code of a service', bundleOf(service('Haemodialysis')), 'Haemodialysis'],
  ])('is that of %s', (_name, bundle, name) => {
    expect(names(bundle)).toEqual([name]);
  });

  it('is that of a Medication in the record', () => {
    const known = { ...record, resources: [{ ...medication, resourceType: 'Medication' }] };
    expect(names(bundleOf(by('Medication/m')), known)).toEqual(['rituximab 500 mg']);
  });

  it('is the study where nothing else is named', () => {
    const order = service('', {
      code: undefined,
      supportingInfo: [{ reference: 'ResearchStudy/1', display: 'STOP-SLE' }],
    });
    expect(names(bundleOf(order))).toEqual(['STOP-SLE']);
  });
});

describe('an order for a drug that is carried out', () => {
  it('is active from that day, with the Medication inside it', () => {
    const medication = { resourceType: 'Medication', id: 'm', code: { text: 'rituximab' } };
    const order = drug({ medicationCodeableConcept: undefined, medicationReference: { reference: 'Medication/m' } });
    const [made, ...others] = madeBy(order, medication);
    expect(others).toEqual([]);
    expect(made).toMatchObject({
      resourceType: 'MedicationRequest',
      id: 'x',
      status: 'active',
      intent: 'order',
      authoredOn: today,
      subject: { reference: 'Patient/p' },
      contained: [{ resourceType: 'Medication', code: { text: 'rituximab' } }],
    });
  });

  it('does not reach back before its signature, and the first supply does not end it', () => {
    const repeat = (boundsPeriod: Json) => ({ timing: { repeat: { boundsPeriod } } });
    const order = drug({
      dispenseRequest: { validityPeriod: { start: '2020-01-01' }, expectedSupplyDuration: { value: 30, unit: 'd' } },
      dosageInstruction: [repeat({ start: '2020-01-01', end: '2026-07-01' }), repeat({ start: '2026-08-01' })],
    });
    const [made] = madeBy(order);
    expect(made?.['dispenseRequest']).toBeUndefined();
    expect(made?.['dosageInstruction']).toEqual([
      repeat({ start: today, end: '2026-07-01' }),
      repeat({ start: '2026-08-01' }),
    ]);
  });

  it('never changes what was sent', () => {
    const order = drug({ dosageInstruction: [{ timing: { repeat: { boundsPeriod: { start: '2020-01-01' } } } }] });
    const before = structuredClone(order);
    madeBy(order);
    expect(order).toEqual(before);
  });

  it.each([
    ['norepinephrine', { route: { text: 'intravenous' } }, true],
    ['norepinephrine', {}, true],
    ['epinephrine', { asNeededBoolean: true, route: { text: 'intramuscular' } }, false],
    ['norepinephrine', { additionalInstruction: [{ text: 'as needed' }] }, false],
    ['midodrine', {}, false],
    ['prednisone', {}, false],
  ])('%s %j: an infusion is running: %s', (text, dosage, running) => {
    const made = madeBy(drug({ medicationCodeableConcept: { text }, dosageInstruction: [dosage] }));
    expect(made.some(({ resourceType }) => resourceType === 'MedicationAdministration')).toBe(running);
  });
});

describe('a vaccination that is carried out', () => {
  const vaccine = (more: Json = {}) => drug({ medicationCodeableConcept: { text: 'Varicella vaccine' }, ...more });

  it('is recorded on that day with its route', () => {
    const route = { text: 'subcutaneous' };
    expect(madeBy(vaccine({ dosageInstruction: [{ route }] }))).toEqual([
      expect.objectContaining({
        resourceType: 'Immunization',
        status: 'completed',
        vaccineCode: { text: 'Varicella vaccine' },
        occurrenceDateTime: today,
        patient: { reference: 'Patient/p' },
        route,
      }),
    ]);
  });

  it.each([
    ['a later day', service('水痘疫苗', { occurrenceDateTime: '2026-07-15T09:00:00+08:00' }), '2026-07-15'],
    ['a day that is past', service('水痘疫苗', { occurrenceDateTime: '2026-01-15' }), today],
    ['a month only', service('水痘疫苗', { occurrenceDateTime: '2026-07' }), today],
    ['a period', service('水痘疫苗', { occurrencePeriod: { start: '2026-07-02' } }), '2026-07-02'],
    ['a timing', vaccine({ dosageInstruction: [{ timing: { event: ['2026-07-03'] } }] }), '2026-07-03'],
  ])('is recorded on the day it is planned for: %s', (_name, order, day) => {
    expect(madeBy(order)).toMatchObject([{ resourceType: 'Immunization', occurrenceDateTime: day }]);
  });

  it.each(['M-M-R II', 'ProQuad', 'BCG', '卡介苗', 'Yellow fever vaccine'])('is known by the name %s', (text) => {
    expect(madeBy(drug({ medicationCodeableConcept: { text } }))).toMatchObject([{ resourceType: 'Immunization' }]);
  });
});

describe('a service that is carried out', () => {
  it('is a procedure under way', () => {
    expect(madeBy(service('Haemodialysis'))).toMatchObject([
      { resourceType: 'Procedure', status: 'in-progress', code: { text: 'Haemodialysis' }, performedDateTime: today },
    ]);
  });

  it.each([
    ['a referral', service('Referral to the CAR-T centre')],
    ['a consultation', service('Nephrology consult for dialysis')],
    ['an evaluation', service('Evaluation for kidney transplantation')],
    ['a referral in Chinese', service('转诊至CAR-T中心')],
    ['a titre', service('Varicella vaccine titre')],
    ['a category that says laboratory', service('Dialysis fluid', { category: [{ coding: [{ code: '108252007' }] }] })],
    ['a category in words', service('CAR-T', { category: [{ text: 'Referral' }] })],
    ['a LOINC code', service('x', { code: { coding: [{ system: 'http://loinc.org', code: '2160-0' }] } })],
  ])('leaves nothing if it only looks or talks: %s', (_name, order) => {
    expect(madeBy(order)).toEqual([]);
  });
});

describe('an order that names a study', () => {
  const extension = (reference: Json) => [
    { url: 'http://hl7.org/fhir/StructureDefinition/workflow-researchStudy', valueReference: reference },
  ];
  const study = { resourceType: 'ResearchStudy', id: '9', title: 'Other', identifier: [{ value: 'NCT01234567' }] };

  it.each([
    ['by the extension', service('x', { extension: extension({ reference: 'ResearchStudy/9' }) }), ['NCT01234567']],
    [
      'by supporting information',
      service('x', { supportingInfo: [{ reference: 'ResearchStudy/9' }] }),
      ['NCT01234567'],
    ],
    ['of a drug', drug({ supportingInformation: [{ reference: 'ResearchStudy/9' }] }), ['NCT01234567']],
    ['by a number in its text', service('Infusion in ChiCTR2100045678'), ['CHICTR2100045678']],
    ['by a number in its note', service('Infusion', { note: [{ text: 'per NCT07654321' }] }), ['NCT07654321']],
    ['by nothing', service('Infusion', { supportingInfo: [{ reference: 'Observation/1' }] }), undefined],
  ])('%s', (_name, order, identifiers) => {
    const [named] = draftOf(order, study).studies;
    expect(named?.identifiers).toEqual(identifiers);
  });

  it('puts the patient into that study', () => {
    const order = service('Evaluation', { supportingInfo: [{ reference: 'ResearchStudy/9' }] });
    expect(madeBy(order, study)).toMatchObject([
      {
        resourceType: 'ResearchSubject',
        id: 'x',
        status: 'on-study',
        period: { start: today },
        contained: [{ resourceType: 'ResearchStudy', title: 'Other', identifier: [{ value: 'NCT01234567' }] }],
      },
    ]);
  });
});
