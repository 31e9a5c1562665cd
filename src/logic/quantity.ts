// Which numbers does a written quantity mean ("<20 IU/mL", "50-60%", "1:320", "1.2×10^5 IU/mL")?

import type { Interval } from './interval.ts';

export type WrittenQuantity = {
  readonly interval: Interval;
  /** What stands after the number, such as "IU/mL"; empty if nothing does. */
  readonly unit: string;
  /** Written as a dilution: the interval is its denominator. */
  readonly titre: boolean;
};

/** "0,55", "60,5 %" as "0.55", "60.5 %"; a comma before three digits may group thousands and stays. */
export const withDecimalPoints = (text: string): string =>
  text.replaceAll(/(?<=(?<![\d.,])\d+),(?=\d{1,2}(?![\d,]|\.\d))|(?<=(?<![\d.,])0),(?=\d+(?![\d,]|\.\d))/g, '.');

/** Full-width forms become plain, superscripts powers, words for comparators their signs; flags around the value go, and remarks after percent. */
function simplified(text: string): string {
  return withDecimalPoints(text)
    .replaceAll(/[⁰¹²³⁴-⁹]+/g, (digits) => `^${digits}`)
    .normalize('NFKC')
    .replaceAll(/[‐‑–—−～~]|\s*至\s*|(?<=\d)\s+to\s+(?=\d)/g, '-')
    .replaceAll(/[≤≦]/g, '<=')
    .replaceAll(/[≥≧]/g, '>=')
    .replace(/^\s*(less than|小于|低于|不足|kleiner als|unter)\s*(?=\d)/i, '<')
    .replace(/^\s*(greater than|more than|大于|高于|超过|größer als|über)\s*(?=\d)/i, '>')
    .replace(/^\s*(不超过|up to|max(?:imal|imum|\.)?|bis(?: zu)?|höchstens)\s*(?=\d)/i, '<=')
    .replace(/^\s*(不低于|不少于|at least|mindestens|mind\.)\s*(?=\d)/i, '>=')
    .replace(
      /^([\d.]+\s*%?)\s*及?以([上下])$/,
      (_, value: string, side: string) => `${side === '上' ? '>=' : '<='}${value}`,
    )
    .replaceAll('∶', ':')
    .replaceAll('×', 'x')
    .replace(/[↑↓]|\((?:\+{1,4}|-|h|l|阴性|阳性)\)|(?:阴性|阳性)/gi, ' ')
    .trim()
    .replace(/^[*★]+\s*(?=[\d<>])/, '')
    .replace(/(?<=\d\s*[^\s\d]+)\s+(?:H{1,2}|L{1,2}|[*!]+)$/, '')
    .replace(/(?<=\d)\s*\(([^()\s]+\/[^()\s]+)\)$/, ' $1')
    .replace(
      /(?<=\d\s*%)[,;]?\s*(?:\([^()%]*\)|on (?=.*(?:\d ?l\b|o2|oxygen|\bnc\b|nasal|mask|[cb]i?pap|hfnc|vent))[^%]{1,40}|(?:on )?(?:ra|room air))$/i,
      '',
    );
}

const number = String.raw`(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)(?:[eE]([+-]?\d+)|\s*[xX*]\s*10(?:\^|\*\*|\*)?([+-]?\d+))?`;
const single = new RegExp(String.raw`^(<=|>=|<|>)?\s*${number}\s*(.*)$`, 's');
const range = new RegExp(String.raw`^${number}\s*([^\d<>-]*?)\s*-{1,2}\s*${number}\s*(.*)$`, 's');
const deviation = new RegExp(String.raw`^${number}\s*([^\d<>±+-]*?)\s*(?:±|\+\/?-)\s*${number}\s*(.*)$`, 's');
const dilution = /^(<=|>=|<|>)?\s*1\s*[:/]\s*(\d+)$/;

/** Finite value of the groups of one number; undefined past the range of numbers. */
function valueOf(digits: string | undefined, exponent: string | undefined): number | undefined {
  const value = Number(`${(digits ?? '').replaceAll(',', '')}e${exponent ?? '0'}`);
  return Number.isFinite(value) ? value : undefined;
}

/** All values a comparator leaves: "<x" is [0, x), ">x" is (x, ∞). A value that is no known comparator gives undefined. */
export function comparedTo(comparator: string | undefined, value: number): Interval | undefined {
  if (comparator === undefined || comparator === '' || comparator === '=') return { low: value, high: value };
  if (comparator === '<') return { low: 0, high: value, highOpen: true };
  if (comparator === '<=' || comparator === '≤') return { low: 0, high: value };
  if (comparator === '>') return { low: value, high: Infinity, lowOpen: true };
  return comparator === '>=' || comparator === '≥' ? { low: value, high: Infinity } : undefined;
}

/** Reads one quantity, range, comparator or dilution; undefined if the text is anything else. Never negative. */
export function parseQuantity(text: string): WrittenQuantity | undefined {
  if (text.length > 60) return undefined;
  const plain = simplified(text);
  const diluted = dilution.exec(plain);
  if (diluted !== null) return withInterval(comparedTo(diluted[1], Number(diluted[2])), '', true);
  const around = deviation.exec(plain);
  if (around !== null) return withDeviation(around);
  const between = range.exec(plain);
  if (between !== null) {
    const pair = pairIn(between);
    if (pair === undefined || pair.first > pair.second) return undefined;
    return withInterval({ low: pair.first, high: pair.second }, pair.unit, false);
  }
  const one = single.exec(plain);
  if (one === null) return undefined;
  const value = valueOf(one[2], one[3] ?? one[4]);
  return value === undefined ? undefined : withInterval(comparedTo(one[1], value), (one[5] ?? '').trim(), false);
}

/** Two numbers of one unit, which stands behind one of them or behind both; undefined if the units differ. */
function pairIn([, ...groups]: RegExpExecArray) {
  const [first, second] = [valueOf(groups[0], groups[1] ?? groups[2]), valueOf(groups[4], groups[5] ?? groups[6])];
  const units = [groups[3] ?? '', (groups[7] ?? '').trim()].filter((unit) => unit !== '');
  const differ = units.length === 2 && units[0] !== units[1];
  return first === undefined || second === undefined || differ ? undefined : { first, second, unit: units[0] ?? '' };
}

/** "58 ± 2 %": all values that it covers. */
function withDeviation(match: RegExpExecArray): WrittenQuantity | undefined {
  const pair = pairIn(match);
  if (pair === undefined || pair.second > pair.first) return undefined;
  return withInterval({ low: pair.first - pair.second, high: pair.first + pair.second }, pair.unit, false);
}

const withInterval = (interval: Interval | undefined, unit: string, titre: boolean): WrittenQuantity | undefined =>
  interval === undefined ? undefined : { interval, unit, titre };
