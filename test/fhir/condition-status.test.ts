// How sure is a German diagnosis, which carries a letter of certainty beside its code?

import { describe, expect, it } from 'vitest';
import { clinicalOf, isOfVisit, namesThePast, verificationOf } from '../../src/fhir/condition-status.ts';
import type { Json, Resource } from '../../src/fhir/record.ts';
import { recordOf } from '../builders.ts';
import { clinically, condition, verified } from '../facts/history-entries.ts';

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

  const system = 'http://fhir.de/CodeSystem/bfarm/icd-10-gm';
  const beside = { url: certaintyUrl, valueCoding: { code: 'V' } };
  it.each([
    ['all codes', { code: { coding: [{ system, code: 'C81.9' }], extension: [beside] } }],
    ['the diagnosis', { code: { coding: [{ system, code: 'C81.9' }] }, extension: [beside] }],
    [
      'a code, as a code',
      { code: { coding: [{ system, code: 'C81.9', extension: [{ url: certaintyUrl, valueCode: 'v' }] }] } },
    ],
    [
      'a code, as a concept',
      {
        code: {
          coding: [
            {
              system,
              code: 'C81.9',
              extension: [{ url: certaintyUrl, valueCodeableConcept: { coding: [{ code: 'V' }] } }],
            },
          ],
        },
      },
    ],
    ['nothing, but behind the code', { code: { coding: [{ system, code: 'C81.9V' }] } }],
    ['nothing, but behind the code with a side', { code: { coding: [{ system, code: 'C81.9 V L' }] } }],
    [
      'nothing, but in the place of the status',
      { code: { coding: [{ system, code: 'C81.9' }] }, verificationStatus: { coding: [{ code: 'V' }] } },
    ],
  ])('was passed over beside %s', (_, more: Json) => {
    expect(verificationOf({ resourceType: 'Condition', ...more })).toBe('possible');
  });

  it('is none behind a code of another edition', () => {
    const american = { system: 'http://hl7.org/fhir/sid/icd-10-cm', code: 'S72.01A' };
    expect(verificationOf(diagnosis([american]))).toBe(undefined);
  });

  it('is read from its own extension alone', () => {
    expect(verificationOf(diagnosis([coding('A', 'http://fhir.de/StructureDefinition/seitenlokalisation')]))).toBe(
      undefined,
    );
  });
});

describe('a status', () => {
  const status = (sent: unknown) => verificationOf({ resourceType: 'Condition', verificationStatus: sent });

  it.each<[string, unknown, string | undefined]>([
    ['one code', { coding: [{ code: 'provisional' }] }, 'possible'],
    ['one code in capitals', { coding: [{ code: 'CONFIRMED' }] }, 'confirmed'],
    ['a code before its text', { coding: [{ code: 'CONFIRMED' }], text: 'suspected' }, 'confirmed'],
    ['two codes, of which one is known', { coding: [{ code: 'X17' }, { code: 'refuted' }] }, 'refuted'],
    ['two codes that say the same', { coding: [{ code: 'provisional' }, { code: 'differential' }] }, 'possible'],
    ['two codes that say different things', { coding: [{ code: 'confirmed' }, { code: 'refuted' }] }, 'possible'],
    ['a code in words', { coding: [{ code: 'X17', display: 'Suspected' }] }, 'possible'],
    [
      'a code in words beside a text that says nothing',
      { coding: [{ code: 'X17', display: 'Confirmed by biopsy' }], text: 'see note' },
      'confirmed',
    ],
    ['a text', { text: 'Ruled out' }, 'refuted'],
    ['a text that is a code', { text: 'Differential' }, 'possible'],
    ['a text that says nothing known', { text: 'see note' }, undefined],
    ['a code that is unknown', { coding: [{ code: 'X17' }] }, undefined],
    ['no code', { coding: [{}] }, undefined],
    ['plain text, as older servers have it', 'provisional', 'possible'],
    ['plain text in words', 'Suspected', 'possible'],
    ['nothing', undefined, undefined],
  ])('of %s is read', (_, sent, verification) => {
    expect(status(sent)).toBe(verification);
  });

  it('of a disease that is said to be active and not is neither', () => {
    const coding = [{ code: 'active' }, { code: 'resolved' }];
    expect(clinicalOf({ resourceType: 'Condition', clinicalStatus: { coding } })).toBeUndefined();
  });

  it('of certainty is read beside a code without one', () => {
    expect(verificationOf(diagnosis([{ code: 'C81.9' }, coding('A')]))).toBe('refuted');
    expect(verificationOf(diagnosis([{ code: 'C81.9', extension: [{ url: certaintyUrl }] }]))).toBeUndefined();
  });
});

it.each<[string, readonly string[], boolean]>([
  ['for a visit', ['encounter-diagnosis'], true],
  ['for a visit and for the list of problems', ['encounter-diagnosis', 'problem-list-item'], false],
  ['for the list of problems', ['problem-list-item'], false],
  ['for nobody says what', [], false],
])('a diagnosis %s is one of a visit: %s', (_, codes, ofVisit) => {
  const category = [{ coding: [{ display: 'x' }, ...codes.map((code) => ({ code }))] }];
  expect(isOfVisit({ resourceType: 'Condition', category })).toBe(ofVisit);
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

describe('a name that says itself that it was', () => {
  const past = [
    'History of ventricular tachycardia',
    'Personal history of dialysis',
    'H/o dialysis',
    'Hx of VT',
    'Ventricular tachycardia (history of)',
    'S/P dialysis',
    'Status post dialysis',
    'Z.n. Dialyse',
    'Zustand nach Dialyse',
    '既往血液透析',
    '室性心动过速病史',
  ];
  it.each(past)('was present because its entry is kept active: %s', (name) => {
    expect(namesThePast(` ${name} `)).toBe(true);
    const clinical = (status: string) => recordOf([condition(name, clinically(status))]).conditions[0]?.clinical;
    expect([clinical('active'), clinical('recurrence'), clinical('resolved')]).toEqual([
      'not-stated',
      'not-stated',
      'inactive',
    ]);
  });

  it.each([
    'Ventricular tachycardia',
    'Family history',
    '现病史',
    '家族病史',
    'Zinc deficiency',
    'Pastia sign',
    'Histiocytosis',
  ])('is not %s', (name) => {
    expect(namesThePast(name)).toBe(false);
  });
});
