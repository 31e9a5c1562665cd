// Which unit does a spelling mean, and how many canonical units of a measurement is one of it?

import spellings from './data/units.json' with { type: 'json' };
import type { Measurement } from './measurement-table.ts';

/** A unit's spelling without what hospitals write differently: case, micro sign, superscripts, full width, multiplication signs, blanks. */
function normaliseUnit(written: string): string {
  const superscripts = written.replaceAll(/[⁰¹²³⁴-⁹]+/g, (digits) => `^${digits}`);
  return superscripts
    .normalize('NFKC')
    .replaceAll('μ', 'u')
    .toLowerCase()
    .replaceAll(/[×✕]/g, 'x')
    .replaceAll('㎡', 'm2')
    .replaceAll('∧', '^')
    .replaceAll('m^2', 'm2')
    .replaceAll('1,73', '1.73')
    .replaceAll(/\s+/g, '');
}

const exact = new Map<string, string>();
const bySpelling = new Map<string, string>();
for (const [unit, others] of Object.entries(spellings)) {
  exact.set(unit, unit);
  for (const spelling of [unit, ...others]) {
    const key = normaliseUnit(spelling);
    if (!bySpelling.has(key)) bySpelling.set(key, unit);
  }
}

/** The UCUM unit that a spelling means; undefined for an unknown one. UCUM's own spelling (case counts) is tried first. */
export const unitOf = (written: string): string | undefined =>
  exact.get(written.trim()) ?? bySpelling.get(normaliseUnit(written));

export type Conversion =
  /** Multiply by `factor`; temperatures also shift, logarithms are raised first. */
  | { readonly state: 'known'; readonly unit: string; readonly toCanonical: (value: number) => number }
  /** A unit of another quantity under the same name. */
  | { readonly state: 'apart' }
  | { readonly state: 'unknown' };

const fahrenheit = (value: number): number => ((value - 32) * 5) / 9;

/** How a value in a written unit becomes the measurement's canonical unit. */
export function conversionOf(measurement: Measurement, written: string): Conversion {
  const unit = unitIn(measurement, written);
  if (unit === undefined) return { state: 'unknown' };
  if (measurement.apart?.includes(unit) === true) return { state: 'apart' };
  const factor = measurement.units?.[unit];
  if (factor === undefined) return { state: 'unknown' };
  if (unit === '[degF]') return { state: 'known', unit, toCanonical: fahrenheit };
  if (unit === 'K') return { state: 'known', unit, toCanonical: (value) => value - 273.15 };
  if (unit.startsWith('{Log')) return { state: 'known', unit, toCanonical: (value) => 10 ** value * factor };
  return { state: 'known', unit, toCanonical: (value) => value * factor };
}

/** "G/L" beside cell counts means 10^9/L, not grams. */
function unitIn(measurement: Measurement, written: string): string | undefined {
  if (measurement.unit === '10*9/L' && /^\s*[GT]\/[Ll]\s*$/.test(written))
    return written.includes('G') ? '10*9/L' : undefined;
  return unitOf(written);
}
