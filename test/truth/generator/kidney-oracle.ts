// Which side of a limit is the estimated filtration on? The equations of section 6 of the specification, written down a second time.

import type { Verdict } from '../../../src/logic/verdict.ts';

export type Child = { readonly sex: 'female' | 'male'; readonly years: number; readonly heightCm: number };

/** CKiD U25, creatinine in mg/dL. */
export function ckidU25({ sex, years, heightCm }: Child, creatinine: number): number {
  const male = sex === 'male';
  const k =
    years < 12
      ? (male ? 39 : 36.1) * 1.008 ** (years - 12)
      : years < 18
        ? male
          ? 39 * 1.045 ** (years - 12)
          : 36.1 * 1.023 ** (years - 12)
        : male
          ? 50.8
          : 41.4;
  return (k * (heightCm / 100)) / creatinine;
}

/** CKiD U25 by cystatin C in mg/L. */
export function byCystatinC({ sex, years }: Omit<Child, 'heightCm'>, cystatinC: number): number {
  const [atPeak, peak, before, after, grown] =
    sex === 'male' ? [87.2, 15, 1.011, 0.96, 77.1] : [79.9, 12, 1.004, 0.974, 68.3];
  const k = years >= 18 ? grown : atPeak * (years < peak ? before : after) ** (years - peak);
  return k / cystatinC;
}

export const bedsideSchwartz = ({ heightCm }: Child, creatinine: number): number => (0.413 * heightCm) / creatinine;

export function ckdEpi2021({ sex, years }: Child, creatinine: number): number {
  const [kappa, alpha, factor] = sex === 'female' ? [0.7, -0.241, 1.012] : [0.9, -0.302, 1];
  const ratio = creatinine / kappa;
  return 142 * Math.min(ratio, 1) ** alpha * Math.max(ratio, 1) ** -1.2 * 0.9938 ** years * factor;
}

/** U25 and the cross-check of this age. */
export const estimates = (child: Child, creatinine: number): readonly [number, number] => [
  ckidU25(child, creatinine),
  child.years < 18 ? bedsideSchwartz(child, creatinine) : ckdEpi2021(child, creatinine),
];

/** At least 30 by both, below by both, or one on each side. */
export function atLeast30(values: readonly number[]): Verdict {
  const above = values.map((value) => value >= 30 * (1 - 1e-9));
  if (above.every(Boolean)) return 'met';
  return above.some(Boolean) ? 'needs-investigator' : 'not-met';
}
