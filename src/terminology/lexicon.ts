// What do codes and texts mean, for a reader who remembers what she has looked up before?
//
// Charts repeat few terms many times, and so do the charts of one hospital. Meanings depend on nothing but the term and our
// tables, so remembering changes no answer. Whoever reads many records makes one lexicon and hands it to each reading.

import type { Concept } from './concept.ts';
import { converterOf, type Converter, type ConverterOf } from './converters.ts';
import { identifyDrug } from './drugs.ts';
import type { Measurement } from './measurement-table.ts';
import { measurementsOf, type NamedMeasurements } from './measurements.ts';
import { vaccineKind, type VaccineRoute } from './vaccines.ts';
import { meaningOf, mentionsIn } from './value-sets.ts';

/** A term with the measurements it names; while it is remembered the same term is the same object. */
export type Term = { readonly concept: Concept; readonly measurements: NamedMeasurements };

export type Lexicon = {
  /** The term of one code; by far the most frequent kind of term, found without putting a concept together. */
  readonly termOfCode: (system: string, code: string, display: string | undefined, text: string | undefined) => Term;
  /** Which measurement a term names. */
  readonly measurementsOf: typeof measurementsOf;
  /** How a unit of a measurement is converted. */
  readonly converterOf: ConverterOf;
  /** Which drug the names of one medication mean. */
  readonly identifyDrug: typeof identifyDrug;
  /** Whether a vaccine is live. */
  readonly vaccineKind: typeof vaccineKind;
  /** To which value sets a term belongs. */
  readonly meaningOf: typeof meaningOf;
  /** Which value sets a text mentions. */
  readonly mentionsIn: typeof mentionsIn;
  /** What a reader of texts makes of a text and nothing else; hand in one that stands at the top of its module. */
  readonly read: <Meaning>(reader: (text: string) => Meaning) => (text: string) => Meaning;
};

type Vaccine = { readonly concept: Concept; readonly route: VaccineRoute | undefined };

/** Terms remembered of each kind; when there are more, all of that kind are forgotten. */
const most = 20_000;

/** A text longer than this is a narrative of its own: it will not come again. */
const longest = 300;

/** A lexicon that has not looked anything up yet. */
export const newLexicon = (): Lexicon => {
  const drug = remembering((concepts: readonly Concept[]) => concepts.map(keyOf).join('\u0002'), identifyDrug);
  const measurements = remembering(keyOf, measurementsOf);
  const vaccine = remembering(
    ({ concept, route }: Vaccine) => `${route ?? ''}${keyOf(concept)}`,
    ({ concept, route }) => vaccineKind(concept, route),
  );
  return {
    termOfCode: rememberingTerms(measurements),
    measurementsOf: measurements,
    converterOf: rememberingConverters(),
    identifyDrug: drug,
    vaccineKind: (concept, route) => vaccine({ concept, route }),
    meaningOf: remembering(keyOf, meaningOf),
    mentionsIn: remembering((text: string) => text, mentionsIn),
    read: rememberingReaders(),
  };
};

/** Keeps what is remembered of each reader under the reader itself. */
function rememberingReaders(): Lexicon['read'] {
  const made = new Map<unknown, unknown>();
  return <Meaning>(reader: (text: string) => Meaning) => {
    const isMade = (kept: unknown): kept is (text: string) => Meaning => kept !== undefined;
    const known = made.get(reader);
    if (isMade(known)) return known;
    const remembers = remembering((text: string) => text, reader);
    made.set(reader, remembers);
    return remembers;
  };
}

function remembering<Term, Meaning>(key: (term: Term) => string, lookUp: (term: Term) => Meaning) {
  const known = new Map<string, { readonly meaning: Meaning }>();
  return (term: Term): Meaning => {
    const name = key(term);
    if (name.length > longest) return lookUp(term);
    let found = known.get(name);
    if (found === undefined) {
      if (known.size >= most) known.clear();
      found = { meaning: lookUp(term) };
      known.set(name, found);
    }
    return found.meaning;
  };
}

/** Converters by measurement and by the spellings of the unit: mostly one, else both, with what stands in none between them. Logarithms are rare. */
function rememberingConverters(): ConverterOf {
  const known = new Map<Measurement, Map<string, Converter>>();
  let size = 0;
  return (measurement, units, logarithmic) => {
    const [first = ''] = units;
    const spelling = units.length === 2 ? `${first}\u0000${units[1] ?? ''}` : first;
    if (logarithmic || units.length > 2 || spelling.length > longest)
      return converterOf(measurement, units, logarithmic);
    const found = known.get(measurement)?.get(spelling);
    if (found !== undefined) return found;
    if (size >= most) known.clear();
    size = known.size === 0 ? 1 : size + 1;
    const converter = converterOf(measurement, units, logarithmic);
    known.set(measurement, (known.get(measurement) ?? new Map<string, Converter>()).set(spelling, converter));
    return converter;
  };
}

/** Terms kept under one code, which are looked through one by one; a code of a hospital for "other" may come with any number. */
const mostOfCode = 32;

/** Terms by their code: mostly one code comes with few displays and texts. */
function rememberingTerms(named: Lexicon['measurementsOf']): Lexicon['termOfCode'] {
  const byCode = new Map<string, Term[]>();
  let size = 0;
  return (system, code, display, text) => {
    const known = byCode.get(code);
    for (const term of known ?? []) {
      const { codings, text: ownText } = term.concept;
      const own = codings[0];
      if (ownText === text && own?.system === system && own.display === display) return term;
    }
    const concept = conceptOf(system, code, display, text);
    const term: Term = { concept, measurements: named(concept) };
    if ((known?.length ?? 0) >= mostOfCode || keyOf(concept).length > longest) return term;
    size += 1;
    if (size > most) {
      byCode.clear();
      size = 1;
    }
    if (known === undefined || size === 1) byCode.set(code, [term]);
    else known.push(term);
    return term;
  };
}

function conceptOf(system: string, code: string, display: string | undefined, text: string | undefined): Concept {
  const codings = [display === undefined ? { system, code } : { system, code, display }];
  return text === undefined ? { codings } : { codings, text };
}

/** Two concepts have the same key if and only if they are the same to the letter. */
function keyOf({ codings, text }: Concept): string {
  let key = text === undefined ? '' : `=${text}`;
  for (const { system, code, display } of codings)
    key += `\u0001${system}\u0000${code}${display === undefined ? '' : `\u0000${display}`}`;
  return key;
}
