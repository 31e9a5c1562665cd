// Does a lexicon that remembers answer as the tables do?

import { describe, expect, it } from 'vitest';
import type { Concept } from '../../src/terminology/concept.ts';
import { converterOf } from '../../src/terminology/converters.ts';
import { identifyDrug } from '../../src/terminology/drugs.ts';
import { newLexicon } from '../../src/terminology/lexicon.ts';
import { measurementNamed } from '../../src/terminology/measurement-table.ts';
import { measurementsOf } from '../../src/terminology/measurements.ts';
import { vaccineKind } from '../../src/terminology/vaccines.ts';
import { meaningOf, mentionsIn } from '../../src/terminology/value-sets.ts';

const rxnorm = 'http://www.nlm.nih.gov/research/umls/rxnorm';
const concepts: readonly Concept[] = [
  { codings: [{ system: rxnorm, code: '312615', display: 'prednisone 20 MG Oral Tablet' }] },
  { codings: [{ system: rxnorm, code: '312615' }] },
  { codings: [], text: 'prednisone 20 MG Oral Tablet' },
  { codings: [{ system: 'http://loinc.org', code: '1742-6' }], text: 'ALT' },
  { codings: [{ system: 'http://loinc.org', code: '1742-6' }], text: 'AST' },
  { codings: [{ system: 'http://snomed.info/sct', code: '55464009', display: 'Systemic lupus erythematosus' }] },
  { codings: [], text: '系统性红斑狼疮' },
  { codings: [], text: 'influenza vaccine' },
  { codings: [{ system: 'http://hl7.org/fhir/sid/cvx', code: '03', display: 'MMR' }] },
  { codings: [{ system: '', code: 'a', display: 'b' }] },
  { codings: [{ system: '', code: 'a' }], text: 'b' },
];

describe('a lexicon', () => {
  it('answers the same at the first and at every later time, whatever was asked before', () => {
    const lexicon = newLexicon();
    for (let round = 0; round < 3; round += 1) {
      for (const concept of concepts) {
        expect(lexicon.measurementsOf(concept)).toEqual(measurementsOf(concept));
        expect(lexicon.meaningOf(concept)).toEqual(meaningOf(concept));
        expect(lexicon.identifyDrug([concept])).toEqual(identifyDrug([concept]));
        expect(lexicon.mentionsIn(concept.text ?? '')).toEqual(mentionsIn(concept.text ?? ''));
        for (const route of ['injected', undefined, 'mucosal'] as const)
          expect(lexicon.vaccineKind(concept, route)).toBe(vaccineKind(concept, route));
      }
    }
  });

  it('tells two concepts of one drug from one concept with two codes', () => {
    const [first, second] = [concepts[1], concepts[2]];
    if (first === undefined || second === undefined) throw new Error('no concepts');
    const lexicon = newLexicon();
    const together: Concept = { codings: first.codings, ...(second.text !== undefined && { text: second.text }) };
    lexicon.identifyDrug([together]);
    expect(lexicon.identifyDrug([first, second])).toEqual(identifyDrug([first, second]));
  });

  it('converts a unit as the tables do, whichever spellings, measurements and logarithms were asked before', () => {
    const lexicon = newLexicon();
    const spellings = [
      [],
      ['mg/dL'],
      ['umol/L'],
      ['mg/dL', 'umol/L'],
      ['mg/dL', 'mg / dl'],
      ['mg/dLumol/L'],
      ['{Log}', '1', '1'],
    ];
    for (let round = 0; round < 2; round += 1)
      for (const name of ['creatinine', 'ALT', 'HBV-DNA', 'UPCR']) {
        const measurement = measurementNamed(name);
        if (measurement === undefined) throw new Error(name);
        for (const logarithmic of [false, true])
          for (const units of spellings) {
            const [kept, fresh] = [lexicon.converterOf, converterOf].map((of) => of(measurement, units, logarithmic));
            if (typeof kept === 'function' && typeof fresh === 'function') expect(kept(2)).toBe(fresh(2));
            else expect(kept).toEqual(fresh);
          }
      }
  });

  it('looks a term up once, and a narrative every time', () => {
    const lexicon = newLexicon();
    const short = { codings: [], text: 'lupus nephritis' };
    expect(lexicon.meaningOf({ ...short })).toBe(lexicon.meaningOf(short));
    const long = { codings: [], text: 'lupus nephritis '.repeat(40) };
    expect(lexicon.meaningOf({ ...long })).not.toBe(lexicon.meaningOf(long));
  });

  it('gives the term of a code with its measurements, the same object at every later time', () => {
    const lexicon = newLexicon();
    const ask = (display?: string, text?: string) => lexicon.termOfCode('http://loinc.org', '1742-6', display, text);
    for (const [display, text] of [['ALT'], ['ALT', 'AST'], [undefined, 'ALT'], []] as const) {
      const { concept, measurements } = ask(display, text);
      expect(concept.text).toBe(text);
      expect(concept.codings).toEqual([
        { system: 'http://loinc.org', code: '1742-6', ...(display !== undefined && { display }) },
      ]);
      expect(measurements).toEqual(measurementsOf(concept));
      expect(ask(display, text)).toBe(ask(display, text));
    }
    expect(lexicon.termOfCode('urn:local', '1742-6', 'ALT', undefined)).not.toBe(ask('ALT'));
  });

  it('does not look through a thousand terms for a code that stands for anything', () => {
    const lexicon = newLexicon();
    const ask = (number: number) => lexicon.termOfCode('urn:local', 'OTHER', `test ${String(number)}`, undefined);
    const [first, last] = [ask(0), ...Array.from({ length: 1000 }, (_, number) => ask(number + 1))].flatMap(
      (term, index) => (index === 0 || index === 1000 ? [term] : []),
    );
    expect(ask(0)).toBe(first);
    expect(ask(1000)).not.toBe(last);
    expect(ask(1000)).toEqual(last);
  });

  it('reads a text once for each reader, and a narrative every time', () => {
    const lexicon = newLexicon();
    const lengthOf = (text: string) => ({ length: text.length });
    const firstOf = (text: string) => ({ first: text.charAt(0) });
    const known = lexicon.read(lengthOf)('40 mg daily');
    expect(known).toEqual({ length: 11 });
    expect(lexicon.read(lengthOf)('40 mg daily')).toBe(known);
    expect(lexicon.read(firstOf)('40 mg daily')).toEqual({ first: '4' });
    const long = '40 mg daily '.repeat(40);
    expect(lexicon.read(lengthOf)(long)).not.toBe(lexicon.read(lengthOf)(long));
  });
});
