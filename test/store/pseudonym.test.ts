import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPseudonym, pseudonymiser } from '../../src/store/pseudonym.ts';

const key = 'a key of at least thirty-two characters';
const name = pseudonymiser(key);
const girl = { client: 'https://ehr.example.org', server: 'https://fhir.example.org/r4', patient: 'girl-1' };

describe('a pseudonym', () => {
  it('is the same every time, and for every spelling of the same server', () => {
    expect(name(girl)).toBe(name({ ...girl }));
    expect(name({ ...girl, server: 'https://FHIR.example.org/r4/' })).toBe(name(girl));
    expect(name({ ...girl, server: undefined })).toBe(name({ client: girl.client, patient: girl.patient }));
  });

  it.each([
    ['another patient', { ...girl, patient: 'girl-2' }],
    ['the id in capitals', { ...girl, patient: 'GIRL-1' }],
    ['another client', { ...girl, client: 'https://other.example.org' }],
    ['another server', { ...girl, server: 'https://fhir.example.org/r5' }],
    ['no server', { ...girl, server: undefined }],
  ])('differs for %s', (_what, other) => {
    expect(name(other)).not.toBe(name(girl));
  });

  it('differs under another key', () => {
    expect(pseudonymiser(`${key}.`)(girl)).not.toBe(name(girl));
  });

  it('cannot be taken for a FHIR id, nor a FHIR id for it', () => {
    expect(isPseudonym(name(girl))).toBe(true);
    expect(name(girl)).toMatch(/^p_[\w-]{43}$/);
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z0-9\-.]{1,64}$/), (patient) => {
        expect(isPseudonym(patient)).toBe(false);
        expect(name({ ...girl, patient })).not.toContain(patient.length > 3 ? patient : '/');
      }),
    );
  });

  it('never mixes up where one part ends and the next begins', () => {
    const parts = [
      { client: 'a', patient: 'b"c' },
      { client: 'a","', patient: 'b"c' },
      { client: 'a","",b', patient: 'c' },
    ];
    expect(new Set(parts.map(name)).size).toBe(parts.length);
  });
});
