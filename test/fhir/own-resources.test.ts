// Which of the resources that were sent are the patient's own?

import { describe, expect, test } from 'vitest';
import { withoutOthers } from '../../src/fhir/other-patients.ts';
import type { Json } from '../../src/fhir/record.ts';
import { indexRecord } from '../../src/fhir/index-record.ts';
import { patientRecordOf, recordOf, shanghai } from '../builders.ts';
import { condition } from '../facts/history-entries.ts';

const other = { subject: { reference: 'Patient/q' } };
const references = (...resources: readonly Json[]) => recordOf(resources).conditions.map(({ reference }) => reference);

describe('own resources', () => {
  test('come in the order of their references, however they were sent', () => {
    const [a, b, c] = ['a', 'b', 'c'].map((id) => ({ ...condition('Asthma'), id }));
    const drug: Json = { resourceType: 'Procedure', id: 'p', status: 'completed', code: { text: 'x' } };
    const expected = ['Condition/a', 'Condition/b', 'Condition/c'];
    expect(references(c ?? {}, drug, a ?? {}, b ?? {})).toEqual(expected);
    expect(references(a ?? {}, b ?? {}, c ?? {})).toEqual(expected);
    expect(references(b ?? {}, a ?? {})).toEqual(['Condition/a', 'Condition/b']);
  });

  test('of one reference come in one order', () => {
    const [x, y] = ['Asthma', 'Bronchitis'].map((text) => ({ ...condition(text), id: undefined }));
    const names = (...resources: readonly Json[]) => recordOf(resources).conditions.map(({ concept }) => concept.text);
    expect(names(x ?? {}, y ?? {})).toEqual(['Asthma', 'Bronchitis']);
    expect(names(y ?? {}, x ?? {})).toEqual(['Asthma', 'Bronchitis']);
  });

  test('come in the order of their references, whatever else they say', () => {
    const subject = { reference: 'Patient/p' };
    const resources = [
      { resourceType: 'Condition', code: { text: 'A' }, id: 'b', subject },
      { resourceType: 'Condition', code: { text: 'B' }, id: 'a', subject },
    ];
    const { conditions } = indexRecord({ ...patientRecordOf([]), resources }, shanghai);
    expect(conditions.map(({ reference }) => reference)).toEqual(['Condition/a', 'Condition/b']);
  });

  test('are those that were sent and nothing else', () => {
    const sent = recordOf([{ resourceType: 'Observation', code: { text: 'x' } }]).observations;
    expect(sent.map(({ resource }) => resource['code'])).toEqual([{ text: 'x' }]);
  });

  test('count once', () => {
    const twice = { ...condition('Asthma'), id: 'a' };
    expect(references(twice, { ...twice })).toEqual(['Condition/a']);
  });

  test.each<[string, Json, string]>([
    ['its name', condition('Asthma', other), 'Asthma'],
    [
      'its drug',
      { resourceType: 'MedicationRequest', medicationCodeableConcept: { text: 'prednisone' }, ...other },
      'prednisone',
    ],
    ['its type', { resourceType: 'Observation', ...other }, 'Observation'],
  ])('are not those of somebody else, which are named by %s', (_, resource, name) => {
    const { ignored } = recordOf([{ ...resource, id: 'x' }]);
    expect(ignored).toEqual([
      { reference: `${String(resource['resourceType'])}/x`, name, why: { id: 'record.other-patient', values: {} } },
    ]);
  });
});

describe('a record without the resources of others', () => {
  test.each<[string, Json, number]>([
    ['its own', condition('Asthma'), 0],
    ['another', condition('Asthma', other), 1],
    [
      'its patient by the address of another server',
      condition('Asthma', { subject: { reference: 'https://host/fhir/Patient/p' } }),
      1,
    ],
    [
      'what names its patient otherwise',
      { resourceType: 'AllergyIntolerance', patient: { reference: 'Patient/q' } },
      1,
    ],
    [
      'what names another beside',
      { ...condition('Asthma', { subject: { reference: 'Patient/p' } }), patient: { reference: 'Patient/q' } },
      1,
    ],
    ['a participation of another', { resourceType: 'ResearchSubject', individual: { reference: 'Patient/q' } }, 1],
    [
      'a participation of another beside',
      { resourceType: 'ResearchSubject', subject: { reference: 'Patient/p' }, individual: { reference: 'Patient/q' } },
      1,
    ],
  ])('drops %s, or keeps it', (_, resource, dropped) => {
    const found = withoutOthers(patientRecordOf([resource]));
    expect([found.dropped, found.record.resources.length]).toEqual([dropped, 1 - dropped]);
    const isIncomplete = resource['resourceType'] === 'Condition' && dropped > 0;
    expect(found.record.retrieved['conditions'].state === 'complete').toBe(!isIncomplete);
  });

  test('keeps what names the patient otherwise, and says why a search is not complete', () => {
    const own = { resourceType: 'AllergyIntolerance', patient: { reference: 'Patient/p' } };
    expect(withoutOthers(patientRecordOf([own])).dropped).toBe(0);
    const { record } = withoutOthers(patientRecordOf([condition('Asthma', other)]));
    expect(JSON.stringify(record.retrieved['conditions'])).toContain('other-patient');
  });
});
