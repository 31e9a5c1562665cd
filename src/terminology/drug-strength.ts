// How strong is one piece or one mL, by the name of a product?

import type { Strength } from './drug-identity.ts';

const toMilligrams: ReadonlyMap<string, number> = new Map([
  ['mg', 1],
  ['毫克', 1],
  ['g', 1000],
  ['克', 1000],
  ['ug', 0.001],
  ['mcg', 0.001],
  ['μg', 0.001],
  ['微克', 0.001],
]);

const number = String.raw`(\d+(?:\.\d+)?)`;
const mass = String.raw`(mg|毫克|g|克|ug|mcg|μg|微克)`;
const volume = String.raw`(?:ml|毫升)`;
/** "2ml:40mg", as Chinese labels write an ampoule. */
const volumeFirst = new RegExp(`${number}\\s*${volume}\\s*[:：]\\s*${number}\\s*${mass}(?![a-z/])`, 'g');
/** "40 mg/ml", "500mg/5ml", "15mg:5ml". */
const perVolume = new RegExp(`${number}\\s*${mass}\\s*[/:：]\\s*(?:${number}\\s*)?${volume}(?![a-z])`, 'g');
/** "5mg", "0.5 g", but not "1 mg/kg", "40 mg/d" or "15 mg/week". */
const perPiece = new RegExp(`${number}\\s*${mass}(?![a-z]|\\s*/\\s*(?!片|粒|支|瓶|袋|tab|cap|vial))`, 'g');

/** Words of an order: a mass beside them is a dose, not the strength of a piece. */
const orderWords =
  /每日|每天|每周|每次|一次|一日|隔日|隔天|顿服|口服(?!溶液|混悬|液|片)|\b(?:daily|day|weekly|week|q[dhw]|qod|bid|tid|qid|q\d+h|every|once|twice|take|po|by mouth|total|dose)\b|\bb\.?i\.?d|\bq\.?d\b/;

const scaled = (amount: string, unit: string, by = '1'): number =>
  (Number(amount) * (toMilligrams.get(unit) ?? Number.NaN)) / Number(by);

/** All strengths that the name of a product gives, with their place in it. `plain` is lower case, single width. */
function strengthsIn(plain: string): readonly (Strength & { readonly at: number })[] {
  const masked = (pattern: RegExp, text: string): string => text.replace(pattern, (hit) => ' '.repeat(hit.length));
  // Thousands separators are taken out of numbers, with the places kept.
  const text = plain.replace(/(\d),(\d{3})(?!\d)/g, ' $1$2');
  const first = [...text.matchAll(volumeFirst)].map((hit) => ({
    milligrams: scaled(hit[2] ?? '', hit[3] ?? '', hit[1]),
    per: 'mL' as const,
    at: hit.index,
  }));
  const rest = masked(volumeFirst, text);
  const second = [...rest.matchAll(perVolume)].map((hit) => ({
    milligrams: scaled(hit[1] ?? '', hit[2] ?? '', hit[3]),
    per: 'mL' as const,
    at: hit.index,
  }));
  const third = [...masked(perVolume, rest).matchAll(perPiece)].map((hit) => ({
    milligrams: scaled(hit[1] ?? '', hit[2] ?? ''),
    per: 'piece' as const,
    at: hit.index,
  }));
  return [...first, ...second, ...third].filter((each) => Number.isFinite(each.milligrams) && each.milligrams > 0);
}

/**
 * The strength that a product's name gives for the ingredient named at `from`..`to`: the only one in the name, or in a
 * combination ("aspirin 300 MG / methylprednisolone 1.5 MG") the one that follows the ingredient. Undefined for an order's
 * wording, and where several stand side by side.
 */
export function strengthOf(plain: string, from: number, to: number): Strength | undefined {
  if (orderWords.test(plain)) return undefined;
  const all = strengthsIn(plain);
  const combination = / \/ |\+|＋/.test(plain);
  const next = plain.indexOf(' / ', to);
  const own = combination
    ? all.filter((each) => each.at >= to && (next < 0 || each.at < next)).slice(0, 1)
    : all.length === 2 && all[0]?.per !== all[1]?.per
      ? all.filter((each) => each.per === 'mL')
      : all;
  const [only, ...more] = own;
  if (only === undefined || more.some((each) => each.milligrams !== only.milligrams || each.per !== only.per))
    return undefined;
  const salt = /dexamethasone (?:sodium )?phosphate|地塞米松磷酸|磷酸地塞米松/.test(plain.slice(Math.max(0, from - 4)));
  return { milligrams: only.milligrams, per: only.per, ...(salt && { ofSalt: true }) };
}
