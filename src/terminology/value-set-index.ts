// Which value sets do a code and a text name, found through tables that are built once from the data files?

import { withoutBillingMark } from './billing-mark.ts';
import { bareCode, codeSystemOf, codeSystemOfCode, type CodeSystem } from './code-systems.ts';
import { siteValueSetSystem, type Coding } from './concept.ts';
import { phraseBook } from './phrases.ts';
import { polarityAt, type Polarity } from './polarity.ts';
import { wordsOf } from './term-text.ts';
import { valueSetFiles, type ValueSetFile } from './value-set-files.ts';
import { valueSetNames, type ValueSetName } from './value-set-names.ts';

/** One line of a set: codes that start so (or are so) belong to it, or are taken out of it again. */
type Rule = { readonly set: ValueSetName; readonly belongs: boolean; readonly edition: CodeSystem };

const icd10: ReadonlySet<CodeSystem> = new Set<CodeSystem>(['icd-10', 'icd-10-cm', 'icd-10-cn']);
const hierarchical: ReadonlySet<CodeSystem> = new Set<CodeSystem>([
  ...icd10,
  'icd-10-pcs',
  'icd-9-procedures',
  'ops',
  'atc',
]);
/** The three editions of ICD-10 share one table; the edition of a rule says how far it reaches. */
const tableOf = (system: CodeSystem): CodeSystem => (icd10.has(system) ? 'icd-10' : system);

const files: readonly (readonly [ValueSetName, ValueSetFile])[] = valueSetFiles;

const tables: ReadonlyMap<CodeSystem, ReadonlyMap<string, readonly Rule[]>> = buildTables();

function buildTables() {
  const built = new Map<CodeSystem, Map<string, Rule[]>>();
  const add = (edition: CodeSystem, code: string, set: ValueSetName, belongs: boolean): void => {
    const table = built.get(tableOf(edition)) ?? new Map<string, Rule[]>();
    built.set(tableOf(edition), table);
    const key = bareCode(code);
    const rules = table.get(key) ?? [];
    table.set(key, rules);
    rules.push({ set, belongs, edition });
  };
  for (const [set, file] of files) {
    for (const group of file.systems) {
      const edition = codeSystemOf(group.system);
      if (edition === undefined) throw new Error(`${file.name}: unknown code system ${group.system}`);
      for (const { code } of group.codes) add(edition, code, set, true);
      for (const prefix of group.prefixes ?? []) add(edition, prefix, set, true);
      for (const code of [...(group.exceptCodes ?? []), ...(group.exceptPrefixes ?? [])])
        add(edition, code, set, false);
    }
  }
  return built;
}

const chineseShape = /^[A-Z]\d{5}(X\d+)?$/;

/** "M32.1+N08.5*": the disease, and behind it where it shows. */
const withManifestation = /^([^+†]+[+†])\s*([A-Z]\d.*)$/i;

/** Names the sets of a code, and of the one that it writes behind a dagger ("M32.1+N08.5*"). */
export function setsOfCode(coding: Coding): ReadonlySet<ValueSetName> {
  const [, disease, manifestation] = withManifestation.exec(coding.code) ?? [];
  if (disease === undefined || manifestation === undefined) return setsOfOneCode(coding);
  return new Set([disease, manifestation].flatMap((code) => [...setsOfOneCode({ ...coding, code })]));
}

/** In a hierarchy the longest rule of each set decides, so a specific code beats a range. */
function setsOfOneCode(coding: Coding): ReadonlySet<ValueSetName> {
  if (coding.system === siteValueSetSystem) return new Set(valueSetNames.filter((name) => name === coding.code));
  const system = codeSystemOfCode(coding.system, coding.code);
  const table = system === undefined ? undefined : tables.get(tableOf(system));
  const sets = new Set<ValueSetName>();
  if (system === undefined || table === undefined) return sets;
  const code = bareCode(coding.code);
  // "M32.114" is Chinese and no kind of "M32.11" of ICD-10-CM, "D89.810" of ICD-10-CM is no kind of a Chinese code.
  const chinese = icd10.has(system) && system !== 'icd-10-cm' && chineseShape.test(code);
  const shortest = hierarchical.has(system) ? 1 : code.length;
  for (let length = shortest; length <= code.length; length += 1) {
    for (const rule of table.get(code.slice(0, length)) ?? []) {
      const foreign = rule.edition === 'icd-10-cm' ? chinese : rule.edition === 'icd-10-cn' && !chinese;
      if (foreign && (length < code.length || (chinese && system === 'icd-10-cn'))) continue;
      if (rule.belongs) sets.add(rule.set);
      else sets.delete(rule.set);
    }
  }
  return sets;
}

type Phrase = { readonly set: ValueSetName; readonly part: 'names' | 'not' | 'unless' };

const book = phraseBook<Phrase>(
  files.flatMap(([set, { texts }]) => {
    const filed = (phrases: readonly string[] | undefined, part: Phrase['part']) =>
      (phrases ?? []).map((phrase) => [phrase, { set, part }] as const);
    return [
      ...filed(texts?.en, 'names'),
      ...filed(texts?.zh, 'names'),
      ...filed(texts?.de, 'names'),
      ...filed(texts?.not, 'not'),
      ...filed(texts?.unless, 'unless'),
    ];
  }),
);

/** What a text says of the sets it names. */
export type Mentions = ReadonlyMap<ValueSetName, Polarity>;

const rank = { yes: 3, maybe: 2, no: 1 } as const;
const nothing: Mentions = new Map<ValueSetName, Polarity>();

/**
 * Names the sets a text speaks of, and whether it says yes, maybe or no. The most affirmative mention of a set counts; a name inside
 * a longer one of the same set (结核 in "结核性脑膜炎？") is no mention of its own.
 */
export function mentionsIn(text: string): Mentions {
  const words = wordsOf(withoutBillingMark(text));
  const found = book(words);
  if (found.length === 0) return nothing;
  const said = new Map<ValueSetName, Polarity>();
  const judged = new Map<number, Polarity>();
  for (const { what, start, end } of found) {
    if (what.part !== 'names') continue;
    const dropped = found.some((other) => {
      if (other.what.set !== what.set) return false;
      const around = other.start <= start && other.end >= end;
      const longer = other.end - other.start > end - start;
      return other.what.part === 'unless' || (around && (other.what.part === 'not' || longer));
    });
    if (dropped) continue;
    const span = start * 100_000 + end;
    const polarity = judged.get(span) ?? polarityAt(words.plain, start, end);
    judged.set(span, polarity);
    const before = said.get(what.set);
    if (before === undefined || rank[polarity] > rank[before]) said.set(what.set, polarity);
  }
  return said;
}

/** Sets that a set is part of or goes with. */
const wider: ReadonlyMap<string, readonly string[]> = new Map(
  files.map(([set, file]) => [set, [...(file.within ?? []), ...(file.narrows ?? [])]]),
);
const narrowed: ReadonlyMap<string, readonly string[]> = new Map(files.map(([set, file]) => [set, file.narrows ?? []]));

const lies = (inner: ValueSetName, outer: ValueSetName): boolean => (wider.get(inner) ?? []).includes(outer);

/** True if one of two sets is the other, or is declared to lie within the other. */
export const related = (one: ValueSetName, other: ValueSetName): boolean =>
  one === other || lies(one, other) || lies(other, one);

/** True if a text that names `part` takes a term out of the range `whole` (spec 1.4-K, 1.4-O, 1.4-S). */
export const narrows = (part: ValueSetName, whole: ValueSetName): boolean => (narrowed.get(part) ?? []).includes(whole);
