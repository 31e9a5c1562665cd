import { describe, expect, test } from 'vitest';
import type { Json } from '../../src/fhir/record.ts';
import { recordOf } from '../builders.ts';

const request = (more: Json): Json => ({
  resourceType: 'MedicationRequest',
  id: 'm',
  status: 'active',
  intent: 'order',
  medicationCodeableConcept: { text: 'prednisone tablet' },
  ...more,
});
const only = (resource: Json, others: readonly Json[] = []) => recordOf([resource, ...others]).medications[0];

describe('what counts (R-0.5)', () => {
  test.each(['active', 'completed', 'stopped'])('an order that is %s', (status) => {
    expect(only(request({ status }))?.source).toBe('request');
  });

  test.each([
    ['draft', { status: 'draft' }],
    ['cancelled', { status: 'cancelled' }],
    ['on hold', { status: 'on-hold' }],
    ['entered in error', { status: 'entered-in-error' }],
    ['a proposal', { intent: 'proposal' }],
    ['an option', { intent: 'option' }],
    ['a plan that nobody reported', { intent: 'plan' }],
    ['a prohibition', { doNotPerform: true }],
  ])('not an order that is %s, and it is listed as ignored', (_, more) => {
    const record = recordOf([request(more)]);
    expect(record.medications).toEqual([]);
    expect(record.ignored.map(({ reference }) => reference)).toEqual(['MedicationRequest/m']);
  });

  test('a reported plan ranks like a statement', () => {
    expect(only(request({ intent: 'plan', reportedBoolean: true }))).toMatchObject({
      source: 'statement',
      reported: true,
    });
  });

  // Only the words of the dosage were asked, so that such an order counted as taken.
  test.each<[string, Json]>([
    ['in a note', { note: [{ text: 'Patient not taking' }] }],
    ['as the reason of its status', { status: 'stopped', statusReason: { text: 'never started' } }],
    ['as ordered in error', { status: 'stopped', statusReason: { text: 'Ordered in error' } }],
  ])('not an order that says %s that it is not taken; nobody can say that it never was', (_, more) => {
    const record = recordOf([request(more)]);
    expect(record.medications).toEqual([]);
    expect(record.ignored.map(({ begun }) => begun?.reference)).toEqual(['MedicationRequest/m']);
  });

  // The name was asked for the drug alone, so that such entries proved that it was taken.
  test.each(['prednisone (stopped)', 'No prednisone', 'prednisone vs placebo', '泼尼松（已停）', '拟用泼尼松'])(
    'an order of "%s" proves nothing and disproves that nothing was given',
    (text) => {
      const record = recordOf([request({ medicationCodeableConcept: { text } })]);
      expect(record.medications).toEqual([]);
      expect(record.ignored.map(({ begun }) => begun?.reference)).toEqual(['MedicationRequest/m']);
    },
  );

  test('an order that was completed and names the drug as stopped was taken until then', () => {
    const more = { status: 'completed', medicationCodeableConcept: { text: 'prednisone (stopped)' } };
    expect(only(request(more))).toMatchObject({ status: 'completed' });
  });

  test('an administration of a drug or a placebo proves nothing and disproves that nothing was given', () => {
    const given = {
      resourceType: 'MedicationAdministration',
      id: 'a',
      status: 'completed',
      medicationCodeableConcept: { text: 'belimumab vs placebo' },
    };
    const record = recordOf([given]);
    expect(record.medications).toEqual([]);
    expect(record.ignored.map(({ begun }) => begun?.reference)).toEqual(['MedicationAdministration/a']);
  });

  // A dose of 0 counted as one that was taken.
  test('an order of 0 mg, and a dispense of 0 tablets, prove nothing and disprove that nothing was given', () => {
    const zero = { doseAndRate: [{ doseQuantity: { value: 0, unit: 'mg' } }] };
    const dispense = {
      resourceType: 'MedicationDispense',
      id: 'd',
      status: 'completed',
      medicationCodeableConcept: { text: 'prednisone' },
      quantity: { value: 0, unit: 'tablet' },
    };
    const record = recordOf([request({ dosageInstruction: [zero] }), dispense]);
    expect(record.medications).toEqual([]);
    expect(record.ignored.map(({ begun }) => begun?.reference)).toEqual([
      'MedicationRequest/m',
      'MedicationDispense/d',
    ]);
  });

  test('a statement with words that it is not taken contradicts the orders of that drug, one that names its level does not', () => {
    const statement = (more: Json): Json => ({
      resourceType: 'MedicationStatement',
      status: 'active',
      medicationCodeableConcept: { text: 'tacrolimus' },
      ...more,
    });
    const untaken = (more: Json) => recordOf([statement(more)]).ignored.map((each) => each.untaken?.source);
    expect(untaken({ note: [{ text: 'Patient not taking' }] })).toEqual(['statement']);
    expect(untaken({ medicationCodeableConcept: { text: 'tacrolimus level' } })).toEqual([undefined]);
  });

  test.each(['not-taken', 'intended', 'unknown', 'on-hold'])('not a statement that is %s', (status) => {
    const statement = {
      resourceType: 'MedicationStatement',
      status,
      medicationCodeableConcept: { text: 'prednisone' },
    };
    expect(recordOf([statement]).medications).toEqual([]);
  });

  test.each(['not-done', 'entered-in-error'])('not an administration that is %s', (status) => {
    const given = {
      resourceType: 'MedicationAdministration',
      status,
      medicationCodeableConcept: { text: 'prednisone' },
    };
    expect(recordOf([given]).medications).toEqual([]);
  });
});

describe('which drug', () => {
  const ingredients = (resource: Json, others: readonly Json[] = []) => {
    const identified = only(resource, others)?.identified;
    return identified?.state === 'known' ? identified.drug.ingredients : identified?.state;
  };
  const referring = (medicationReference: Json, more: Json = {}): Json => {
    const { medicationCodeableConcept: _, ...rest } = request(more);
    return { ...rest, medicationReference };
  };
  const prednisone20 = { coding: [{ system: 'http://www.nlm.nih.gov/research/umls/rxnorm', code: '312615' }] };

  test('by a contained Medication', () => {
    const contained = [{ resourceType: 'Medication', id: 'c', code: prednisone20 }];
    expect(ingredients(referring({ reference: '#c' }, { contained }))).toEqual(['prednisone']);
  });

  test('by a Medication of the record', () => {
    const medication = { resourceType: 'Medication', id: 'x', code: prednisone20 };
    expect(ingredients(referring({ reference: 'Medication/x' }), [medication])).toEqual(['prednisone']);
  });

  test('by the display of a reference that leads nowhere', () => {
    expect(ingredients(referring({ reference: 'Medication/gone', display: '醋酸泼尼松片' }))).toEqual(['prednisone']);
  });

  test('a reference that leads nowhere without a display is an entry of an unknown drug', () => {
    expect(ingredients(referring({ reference: 'Medication/gone' }))).toBe('unknown');
  });

  test('the strength that the Medication states comes with the entry', () => {
    const strength = { numerator: { value: 5, unit: 'mg' }, denominator: { value: 1, unit: 'tablet' } };
    const ingredient = [{ itemCodeableConcept: { text: 'prednisone' }, strength }];
    const medication = { resourceType: 'Medication', id: 'x', code: { text: 'prednisone' }, ingredient };
    expect(only(referring({ reference: 'Medication/x' }), [medication])?.strength).toEqual({
      milligrams: 5,
      per: 'piece',
    });
  });
});

test('reasons come from codes and from the conditions referred to', () => {
  const condition = { resourceType: 'Condition', id: 'sle', code: { text: 'Lupus' } };
  const entry = only(request({ reasonCode: [{ text: 'flare' }], reasonReference: [{ reference: 'Condition/sle' }] }), [
    condition,
  ]);
  expect(entry?.reasons.map(({ text }) => text)).toEqual(['flare', 'Lupus']);
});

test('a stated route comes before the one that the product implies', () => {
  const dosageInstruction = [{ route: { text: 'ophthalmic' } }];
  expect(only(request({ dosageInstruction }))?.route).toBe('ophthalmic');
  expect(only(request({}))?.route).toBe('oral');
});
