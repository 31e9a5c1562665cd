// Which codes and texts does a CodeableConcept carry?

import { describe, expect, test } from 'vitest';
import { conceptsAt, readCoding, readConcept, readTerm } from '../../src/fhir/concept-reader.ts';
import { newLexicon } from '../../src/terminology/lexicon.ts';

const loinc = 'http://loinc.org';
const creatinine = { system: loinc, code: '2160-0' };

test.each([
  [
    { ...creatinine, display: ' Creatinine ' },
    { ...creatinine, display: 'Creatinine' },
  ],
  [creatinine, creatinine],
  [{ code: 'X17' }, { system: '', code: 'X17' }],
  [{ system: loinc, display: 'Creatinine' }, undefined],
  [{ code: ' ' }, undefined],
])('the coding of %j is %j', (sent, coding) => {
  expect(readCoding(sent)).toStrictEqual(coding);
});

describe('a concept', () => {
  test.each<[unknown, unknown]>([
    [
      { coding: [creatinine], text: 'Crea' },
      { codings: [creatinine], text: 'Crea' },
    ],
    [{ coding: [creatinine] }, { codings: [creatinine] }],
    [{ text: 'Crea' }, { codings: [], text: 'Crea' }],
    [{ coding: [{ display: 'Creatinine' }] }, { codings: [], text: 'Creatinine' }],
    [
      { coding: [{ display: 'Creatinine' }], text: 'Crea' },
      { codings: [], text: 'Crea' },
    ],
    [
      { coding: [{ code: 'X17' }, { ...creatinine, display: 'Creatinine' }] },
      {
        codings: [
          { system: '', code: 'X17' },
          { ...creatinine, display: 'Creatinine' },
        ],
        text: 'Creatinine',
      },
    ],
    [{ coding: [{}] }, undefined],
    [{}, undefined],
    ['Creatinine', undefined],
    [undefined, undefined],
  ])('%j is %j', (sent, concept) => {
    expect(readConcept(sent)).toStrictEqual(concept);
  });

  test('has the codes that the site maps it to', () => {
    const translated = readConcept({ text: 'Crea' }, (each) => ({ ...each, codings: [creatinine] }));
    expect(translated).toStrictEqual({ codings: [creatinine], text: 'Crea' });
  });

  test('is one of those under a key, without what names nothing', () => {
    expect(conceptsAt({ reasonCode: [{ text: 'a' }, {}, { text: 'b' }] }, 'reasonCode')).toStrictEqual([
      { codings: [], text: 'a' },
      { codings: [], text: 'b' },
    ]);
  });
});

describe('a term', () => {
  test.each<[string, unknown]>([
    ['one coding', { coding: [{ ...creatinine, display: 'Creatinine' }] }],
    ['one coding with a text', { coding: [{ ...creatinine, display: 'Creatinine' }], text: 'Crea' }],
    ['one coding without a display', { coding: [creatinine], text: 'Crea' }],
    ['one coding alone', { coding: [creatinine] }],
    ['one coding that is no list', { coding: { ...creatinine, display: 'Creatinine' } }],
    ['one coding without a system', { coding: [{ code: 'X17', display: 'Creatinine' }] }],
    ['one coding without a code', { coding: [{ display: 'Creatinine' }] }],
    ['two codings', { coding: [{ code: 'X17' }, creatinine] }],
    ['a text', { text: 'Creatinine' }],
  ])('of %s is its concept with what it measures', (_, sent) => {
    const lexicon = newLexicon();
    const concept = readConcept(sent);
    if (concept === undefined) throw new Error('no concept');
    expect(readTerm(sent, lexicon)).toStrictEqual({ concept, measurements: lexicon.measurementsOf(concept) });
  });

  test.each([{}, { coding: [{}] }, 'Creatinine', undefined])('of %j is none', (sent) => {
    expect(readTerm(sent, newLexicon())).toBeUndefined();
  });
});
