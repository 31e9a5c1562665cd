// Which measurement does a term name (ALT, weight, HBsAg …)?

import { codeSystemOf } from './code-systems.ts';
import { textsOf } from './concept.ts';
import type { Coding, Concept } from './concept.ts';
import { allMeasurements, lookalikes, measurementNamed, type Measurement } from './measurement-table.ts';
import { measurementInText, normaliseName } from './measurement-text.ts';

/** Name of a measurement as `data/measurements/` lists it: "ALT", "creatinine", "HBsAg", "LVEF", "weight" … */
export type MeasurementName = string;

/** What a code stands for: a measurement, or (name undefined) something that only resembles one. */
type Coded = { readonly system: 'loinc' | 'snomed' | 'local'; readonly name: MeasurementName | undefined };

const byCode = new Map<string, Coded>();
for (const { name, codes, snomed, local } of allMeasurements) {
  for (const code of codes) byCode.set(code, { system: 'loinc', name });
  for (const code of snomed ?? []) byCode.set(code, { system: 'snomed', name });
  for (const code of local ?? []) byCode.set(code, { system: 'local', name });
}
for (const code of Object.keys(lookalikes.codes)) byCode.set(code, { system: 'loinc', name: undefined });

/** A code counts in its own system; one of ours in no standard system at all; a LOINC code also without any system. */
function codedBy(coding: Coding): Coded | undefined {
  const coded = byCode.get(coding.code.trim());
  if (coded === undefined) return undefined;
  const system = codeSystemOf(coding.system);
  if (system === undefined) return coded.system === 'local' || coding.system === '' ? coded : undefined;
  return system === coded.system ? coded : undefined;
}

/** Of a broader and a narrower name for one measurement the narrower; undefined if they are different measurements. */
function narrower(one: MeasurementName, two: MeasurementName): MeasurementName | undefined {
  if (one === two || measurementNamed(one)?.within === two) return one;
  return measurementNamed(two)?.within === one ? two : undefined;
}

/** The measurements that a term names. */
export type NamedMeasurements = { readonly names: readonly MeasurementName[]; readonly contradictory: boolean };

/**
 * The measurements a code or text names: none for a term nobody knows, usually one. `contradictory` when a code names one
 * and its own display or text another: the result then counts as unread for both.
 */
export function measurementsOf(concept: Concept): NamedMeasurements {
  const coded = concept.codings.flatMap((coding) => codedBy(coding) ?? []);
  if (coded.some((each) => each.name === undefined)) return { names: [], contradictory: false };
  const texts = [...new Set(textsOf(concept))];
  const said = texts.length > 0 ? texts.map(measurementInText) : concept.codings.map(({ code }) => wholeCode(code));
  const names = new Set([
    ...coded.flatMap(({ name }) => name ?? []),
    ...said.flatMap((each) => (each === undefined || each === 'other' ? [] : [each.name])),
  ]);
  if (names.size === 0) return { names: [], contradictory: false };
  const [first = '', ...rest] = names;
  const one = rest.reduce<MeasurementName | undefined>(
    (name, each) => (name === undefined ? undefined : narrower(name, each)),
    first,
  );
  if (said.includes('other'))
    return coded.length === 0 ? { names: [], contradictory: false } : { names: [...names], contradictory: true };
  if (one === undefined) return { names: [...names], contradictory: true };
  return {
    names: [concept.codings.map(({ code }) => byCodeName(code, one)).find((each) => each !== one) ?? one],
    contradictory: false,
  };
}

/** A hospital's own code may name the kind that its text leaves open ("egfr_schwartz" beside "eGFR"). */
function byCodeName(code: string, name: MeasurementName): MeasurementName {
  const named = /[a-z]/i.test(code) ? measurementInText(code.replaceAll(/[_.]/g, ' ')) : undefined;
  return typeof named === 'object' && measurementNamed(named.name)?.within === name ? named.name : name;
}

/** A hospital's own code without any text ("ALT", "TBIL") is read as a name, if it is one as a whole. */
function wholeCode(code: string): ReturnType<typeof measurementInText> {
  return normaliseName(code).includes(' ') ? undefined : measurementInText(code);
}

/** True if the results under one of the term's codes are decadic logarithms. */
export const isLogarithmic = (concept: Concept, { logCodes }: Measurement): boolean =>
  logCodes !== undefined && concept.codings.some(({ code }) => logCodes.includes(code));
