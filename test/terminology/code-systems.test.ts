import { describe, expect, it } from 'vitest';

import { bareCode, codeSystemOf, codeSystemOfCode } from '../../src/terminology/code-systems.ts';

describe('the name of a code system', () => {
  it.each([
    ['http://snomed.info/sct', 'snomed'],
    ['http://snomed.info/sct|http://snomed.info/sct/900000000000207008', 'snomed'],
    ['urn:oid:2.16.840.1.113883.6.96', 'snomed'],
    ['http://hl7.org/fhir/sid/icd-10', 'icd-10'],
    ['http://hl7.org/fhir/sid/icd-10-cm', 'icd-10-cm'],
    ['urn:oid:2.16.840.1.113883.6.90', 'icd-10-cm'],
    ['https://hl7.org/fhir/sid/icd-10-cm/', 'icd-10-cm'],
    ['urn:x-cn:icd10-chs-yibao-2.0', 'icd-10-cn'],
    ['http://hospital.example.cn/icd10-guobiao', 'icd-10-cn'],
    ['urn:x-cn:icd9cm3-chs-yibao-2.0', 'icd-9-procedures'],
    ['http://www.cms.gov/Medicare/Coding/ICD10', 'icd-10-pcs'],
    ['http://fhir.de/CodeSystem/bfarm/ops', 'ops'],
    ['http://fhir.de/CodeSystem/dimdi/ops', 'ops'],
    ['http://www.ama-assn.org/go/cpt', 'cpt'],
    ['http://loinc.org', 'loinc'],
    ['http://hospital.example.cn/codes', undefined],
    ['', undefined],
  ] as const)('%s is %s', (uri, system) => {
    expect(codeSystemOf(uri)).toBe(system);
  });

  it('is told by the shape of the code where the name is missing or wide', () => {
    expect(codeSystemOfCode('', 'C95.90')).toBe('icd-10');
    expect(codeSystemOfCode('', '30288003')).toBeUndefined();
    expect(codeSystemOfCode('http://www.cms.gov/Medicare/Coding/ICD10', 'XW033C7')).toBe('icd-10-pcs');
    expect(codeSystemOfCode('http://www.cms.gov/Medicare/Coding/ICD10', 'C95.90')).toBe('icd-10-cm');
  });
});

describe('the bare form of a code', () => {
  it.each([
    ['M32.101+N08.5*', 'M32101'],
    ['M32.101†', 'M32101'],
    [' m32.14 ', 'M3214'],
    ['39.9500x004', '399500X004'],
  ])('of %s is %s', (code, bare) => {
    expect(bareCode(code)).toBe(bare);
  });
});
