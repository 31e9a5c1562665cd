// Which reference ranges came with a result, for whom, and in the measurement's canonical unit?

import type { Interval } from '../logic/interval.ts';
import { parseQuantity, withDecimalPoints } from '../logic/quantity.ts';
import { textsOf } from '../terminology/concept.ts';
import { ageUnit } from './age-unit.ts';
import { conceptsAt, readConcept } from './concept-reader.ts';
import { asObjects, asText, isJson, numberAt, objectAt, textAt } from './json.ts';
import type { Json } from './record.ts';

/** A range of the same observation; sex and ages (completed years, inclusive) only where it is limited to them. */
export type ReferenceRange = {
  readonly lower?: number | undefined;
  readonly upper?: number | undefined;
  readonly sex?: 'female' | 'male';
  readonly fromAge?: number;
  readonly toAge?: number;
  /** Limited to a group that cannot be checked here (pregnancy, an ethnic group). */
  readonly otherGroup?: true;
};

/** Converts a number in the unit of the range, or of the result where the range has none; undefined if it cannot. */
export type ToCanonical = (value: number, units: readonly string[]) => number | undefined;

/** The ranges of type normal or without a type; normal ones alone if there are any. */
export function readReferenceRanges(part: Json, toCanonical: ToCanonical): readonly ReferenceRange[] {
  const sent = asObjects(part['referenceRange']);
  // Mostly one without a type.
  const isPlain = sent.every((range) => range['type'] === undefined);
  const normal = isPlain ? sent : sent.filter((range) => typeOf(range) === 'normal');
  const chosen = normal.length > 0 ? normal : sent.filter((range) => typeOf(range) === 'none');
  const ranges: ReferenceRange[] = [];
  for (const range of chosen) {
    const own = readRange(range, toCanonical);
    if (own !== undefined) ranges.push(own);
    else for (const each of rangesBySex(range, toCanonical)) ranges.push(each);
  }
  return ranges;
}

const normalInWords = /^(normal|正常)/i;

function typeOf(range: Json): 'normal' | 'none' | 'other' {
  const concept = readConcept(range['type']);
  if (concept === undefined) return 'none';
  const isNormal =
    concept.codings.some(({ code }) => code === 'normal') || textsOf(concept).some((text) => normalInWords.test(text));
  return isNormal ? 'normal' : 'other';
}

function readRange(range: Json, toCanonical: ToCanonical): ReferenceRange | undefined {
  const low = limit(range['low'], toCanonical);
  const high = limit(range['high'], toCanonical);
  const text = low === undefined || high === undefined ? asText(range['text']) : undefined;
  const written = text === undefined ? undefined : rangeInText(text, toCanonical);
  const lower = low ?? (high === undefined || high === written?.high ? written?.low : undefined);
  const upper = high ?? (low === undefined || low === (written?.low ?? 0) ? written?.high : undefined);
  if (lower === undefined && upper === undefined) return undefined;
  // Ends in the wrong order are a mistake: nobody knows which.
  if ((lower ?? -Infinity) > (upper ?? Infinity)) return undefined;
  const isForAll = range['appliesTo'] === undefined && range['age'] === undefined;
  return isForAll ? { lower, upper } : { lower, upper, ...appliesTo(range) };
}

function limit(quantity: unknown, toCanonical: ToCanonical): number | undefined {
  if (!isJson(quantity)) return undefined;
  const value = numberAt(quantity, 'value');
  return value === undefined ? undefined : toCanonical(value, unitsOf(quantity));
}

/** The unit's code and its printed form, as far as they are given; once where they are the same. */
export function unitsOf(quantity: Json): readonly string[] {
  const code = asText(quantity['code']);
  const unit = asText(quantity['unit']);
  if (code === undefined) return unit === undefined ? [] : [unit];
  return unit === undefined || unit === code ? [code] : [code, unit];
}

/** How the words and signs around a range are left out, one after the other. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [
    /^\s*(?:生物)?(?:参考|正常)(?:值|范围|区间)*\s*:?\s*|^\s*(?:normal|norm|ref(?:erence|erenz)?\.?)(?:[ -]?(?:range|values?|interval|bereich|werte?))?\s*:?\s*/i,
    '',
  ],
  [/^\[(.*)\]$|^\((.*)\)$/, '$1$2'],
  [/^\(([^()]+)\)\s*(?=[^\d()]+$)/, '$1 '],
  [/(?<=[\d.])\s*\(([^()\d]+)\)$/, ' $1'],
  [/^([\d.]+)\s*,\s*([\d.]+)$/, '$1-$2'],
  [/^([\d.]+)\s*以(?:下|内)$/, '<$1'],
];

/** "9-50", "<40", "≤21.0 μmol/L", "参考值: 0～40"; undefined for a text with more than one range, or for one sex or age. */
export function rangeInText(
  text: string,
  toCanonical: ToCanonical,
): { readonly low?: number; readonly high?: number } | undefined {
  const bare = spellings.reduce((left, [pattern, by]) => left.replace(pattern, by), text.normalize('NFKC'));
  const parsed = parseQuantity(bare);
  if (parsed === undefined || parsed.titre) return undefined;
  const { low, high }: Interval = parsed.interval;
  if (low === high) return undefined;
  const units = parsed.unit === '' ? [] : [parsed.unit];
  const [lower, upper] = [
    low > 0 ? toCanonical(low, units) : undefined,
    Number.isFinite(high) ? toCanonical(high, units) : undefined,
  ];
  return { ...(lower !== undefined && { low: lower }), ...(upper !== undefined && { high: upper }) };
}

const forOneSex =
  /(女|男|\bfemale|\bmale|\bfrauen|\bmänner|\bweiblich|\bmännlich|\b[fmw](?=\s*:|\s+[<\d]))(?:性|s)?\s*:?\s*((?:[<>]=?|bis|unter)?\s*[\d.]+(?:\s*-\s*[\d.]+)?)/g;

/** Which of the ranges is for which age, is not read from words. */
const ofAnAge = /儿童|小儿|婴|岁|child|infant|adult|years?\b|kind|säugling|erwachsen|jahre/;

/** "男 9-50; 女 7-40", "M: <50, F: <35", "Männer bis 50, Frauen bis 35": one text with a range for each sex. */
function rangesBySex(range: Json, toCanonical: ToCanonical): readonly ReferenceRange[] {
  const text = withDecimalPoints((textAt(range, 'text') ?? '').normalize('NFKC').toLowerCase());
  const found = [...text.replaceAll(/[~–—−至]/g, '-').matchAll(forOneSex)].flatMap(([, group = '', written = '']) => {
    const [sex, limits] = [sexIn(group), rangeInText(written, toCanonical)];
    if (sex === undefined || limits === undefined) return [];
    const { low, high } = limits;
    return [{ sex, ...(low !== undefined && { lower: low }), ...(high !== undefined && { upper: high }) }];
  });
  return found.length === 2 && found[0]?.sex !== found[1]?.sex && !ofAnAge.test(text) ? found : [];
}

const everybody = /^(normal|all|everyone|全部|儿童|child)/i;

function appliesTo(range: Json): Omit<ReferenceRange, 'lower' | 'upper'> {
  const groups = conceptsAt(range, 'appliesTo').flatMap((concept) => [
    ...concept.codings.map(({ code }) => code),
    ...textsOf(concept),
  ]);
  const sexes = new Set(groups.flatMap((group) => sexIn(group) ?? []));
  const [sex] = sexes;
  const age = objectAt(range, 'age') ?? {};
  const [from, to] = [yearsAt(age, 'low'), yearsAt(age, 'high')];
  const isOther =
    (sexes.size === 0 && groups.some((group) => !everybody.test(group))) ||
    (from === undefined && age['low'] !== undefined) ||
    (to === undefined && age['high'] !== undefined);
  return {
    ...(sexes.size === 1 && sex !== undefined && { sex }),
    ...(isOther && { otherGroup: true }),
    ...(from !== undefined && { fromAge: from }),
    ...(to !== undefined && { toAge: to }),
  };
}

const female = /^(female|f|女|weiblich|w$)|248152002/i;
const male = /^(male|m$|männ|男)|248153007/i;

const sexIn = (group: string): 'female' | 'male' | undefined =>
  female.test(group) ? 'female' : male.test(group) ? 'male' : undefined;

const perYear = { day: 365.25, week: 52.18, month: 12, year: 1 } as const;

/** An age limit in years; undefined if it is none or in a unit that nobody knows. */
function yearsAt(age: Json, key: string): number | undefined {
  const quantity = objectAt(age, key) ?? {};
  const unit = ageUnit(unitsOf(quantity)[0]);
  const value = numberAt(quantity, 'value');
  return value === undefined || unit === undefined ? undefined : value / perYear[unit];
}
