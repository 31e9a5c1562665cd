// How sure is a German diagnosis, which carries a letter of certainty beside its code?

import { describe, expect, it } from 'vitest';
import { clinicalOf, verificationOf } from '../../src/fhir/condition-status.ts';
import type { Json, Resource } from '../../src/fhir/record.ts';
import { clinically, verified } from '../facts/history-entries.ts';

const certaintyUrl = 'http://fhir.de/StructureDefinition/icd-10-gm-diagnosesicherheit';
const coding = (letter: string, url = certaintyUrl): Json => ({
  system: 'http://fhir.de/CodeSystem/bfarm/icd-10-gm',
  code: 'C81.9',
  extension: [{ url, valueCoding: { code: letter } }],
});
const diagnosis = (codings: readonly Json[], more: Json = {}): Resource => ({
  resourceType: 'Condition',
  code: { coding: codings },
  ...more,
});

describe('the letter of certainty', () => {
  it.each([
    ['A', 'refuted', undefined],
    ['V', 'possible', undefined],
    ['G', 'confirmed', undefined],
    ['Z', 'confirmed', 'inactive'],
    ['?', undefined, undefined],
  ] as const)('%s says %s and %s where nothing else is said', (letter, verification, clinical) => {
    const condition = diagnosis([coding(letter)]);
    expect([verificationOf(condition), clinicalOf(condition)]).toEqual([verification, clinical]);
  });

  it.each([
    ['A', 'refuted', 'refuted'],
    ['A', 'confirmed', 'possible'],
    ['G', 'refuted', 'possible'],
    ['Z', 'confirmed', 'confirmed'],
    ['G', 'entered-in-error', 'entered-in-error'],
  ] as const)('%s beside the status %s is %s', (letter, status, both) => {
    expect(verificationOf(diagnosis([coding(letter)], verified(status)))).toBe(both);
  });

  it('leaves the diagnosis possible where two codes say different things', () => {
    expect(verificationOf(diagnosis([coding('A'), coding('G')]))).toBe('possible');
  });

  it('does not outweigh a clinical status that is given', () => {
    expect(clinicalOf(diagnosis([coding('Z')], clinically('active')))).toBe('active');
  });

  it('is read from its own extension alone', () => {
    expect(verificationOf(diagnosis([coding('A', 'http://fhir.de/StructureDefinition/seitenlokalisation')]))).toBe(
      undefined,
    );
  });
});

describe('a status in Chinese words', () => {
  it.each([
    ['初步诊断', 'possible'],
    ['诊断不明确', 'possible'],
    ['不确定', 'possible'],
    ['明确', 'confirmed'],
    ['确诊', 'confirmed'],
  ])('%s is %s', (text, verification) => {
    expect(verificationOf({ resourceType: 'Condition', verificationStatus: { text } })).toBe(verification);
  });

  it.each([
    ['未治愈', 'active'],
    ['未缓解', 'active'],
    ['未完全缓解', 'active'],
    ['治愈', 'inactive'],
    ['完全缓解', 'inactive'],
  ])('%s is %s', (text, clinical) => {
    expect(clinicalOf({ resourceType: 'Condition', clinicalStatus: { text } })).toBe(clinical);
  });
});
