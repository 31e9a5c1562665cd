// Who is the patient?

import { describe, expect, test } from 'vitest';
import { birthOf, isDeceased, isMerged, sexOf } from '../../src/fhir/patient-reader.ts';
import type { Json } from '../../src/fhir/record.ts';
import { day, shanghai } from '../builders.ts';

const patient = (fields: Json) => ({ resourceType: 'Patient', ...fields });

test.each<[unknown, unknown]>([
  ['2012-03-15', { from: day('2012-03-15'), to: day('2012-03-15') }],
  ['2012-03', { from: day('2012-03-01'), to: day('2012-03-31') }],
  ['2012-03-15T23:30:00Z', { from: day('2012-03-16'), to: day('2012-03-16') }],
  ['about 2012', undefined],
  [undefined, undefined],
])('born %j, she was born on %j', (birthDate, days) => {
  expect(birthOf(patient({ birthDate }), shanghai)).toStrictEqual(days);
});

describe('the sex', () => {
  test.each<[unknown, string]>([
    ['female', 'female'],
    ['Male', 'male'],
    ['F', 'female'],
    ['other', 'unclear'],
    ['specified', 'unclear'],
    [undefined, 'unclear'],
  ])('of gender %j is %s', (gender, sex) => {
    expect(sexOf(patient({ gender }))).toBe(sex);
  });

  const usCore = 'http://hl7.org/fhir/us/core/StructureDefinition/us-core-birthsex';
  const forUse = 'http://hl7.org/fhir/StructureDefinition/patient-sexParameterForClinicalUse';
  const concept = (code: string): Json => ({ coding: [{ code }] });

  test.each<[string, Json, string]>([
    ['the same', { url: usCore, valueCode: 'F' }, 'female'],
    ['another', { url: usCore, valueCode: 'M' }, 'unclear'],
    ['another, of SNOMED CT', { url: 'http://x.org/us-core-sex', valueCode: '248153007' }, 'unclear'],
    ['another, as a concept', { url: 'http://x.org/birth-sex', valueCodeableConcept: concept('male') }, 'unclear'],
    [
      'another, inside',
      { url: forUse, extension: [{ url: 'value', valueCodeableConcept: concept('male-typical') }] },
      'unclear',
    ],
    [
      'another, for clinical use',
      { url: 'http://hl7.org/fhir/StructureDefinition/sex-for-clinical-use', valueCode: 'male' },
      'unclear',
    ],
    ['nothing that is known', { url: usCore, valueCode: 'UNK' }, 'female'],
    ['nothing', { url: usCore }, 'female'],
    ['something else', { url: 'http://x.org/pronouns', valueCode: 'M' }, 'female'],
    ['a sex without saying what for', { valueCode: 'M' }, 'female'],
  ])('of a girl whose extension states %s', (_, extension, sex) => {
    expect(sexOf(patient({ gender: 'female', extension: [extension] }))).toBe(sex);
  });

  test('of a girl of whom two extensions state different sexes is unclear', () => {
    const extension = ['F', 'M'].map((valueCode) => ({ url: usCore, valueCode }));
    expect(sexOf(patient({ gender: 'female', extension }))).toBe('unclear');
  });
});

test.each<[Json, boolean]>([
  [{ deceasedBoolean: true }, true],
  [{ deceasedBoolean: false }, false],
  [{ deceasedDateTime: '2026' }, true],
  [{ deceasedDateTime: 'unknown' }, true],
  [{}, false],
])('%j: deceased %s', (fields, deceased) => {
  expect(isDeceased(patient(fields))).toBe(deceased);
});

test.each<[string, Json, boolean]>([
  ['was merged into another', { link: [{ type: 'seealso' }, { type: 'replaced-by' }] }, true],
  ['took another in', { link: [{ type: 'replaces' }] }, false],
  ['is linked with none', {}, false],
])('a record that %s', (_, fields, merged) => {
  expect(isMerged(patient(fields))).toBe(merged);
});
