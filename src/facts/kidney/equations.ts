// How is the glomerular filtration rate estimated from creatinine and height or from cystatin C, at an age, of a sex?
//
// Creatinine in mg/dL (IDMS-traceable), cystatin C in mg/L, height in cm, age in decimal years; result in mL/min/1.73 m2.

export type KnownSex = 'female' | 'male';

/**
 * k of the CKiD under-25 creatinine equation. Valid from 1 to 25 years.
 * @source CKiD U25 constants as published with their Stata/R code and test values, clinical specification section 6 (S28)
 */
function u25Creatinine(sex: KnownSex, age: number): number {
  if (sex === 'male') return age < 12 ? 39.0 * 1.008 ** (age - 12) : age < 18 ? 39.0 * 1.045 ** (age - 12) : 50.8;
  return age < 12 ? 36.1 * 1.008 ** (age - 12) : age < 18 ? 36.1 * 1.023 ** (age - 12) : 41.4;
}

/** CKiD U25: k x height in m / creatinine. @source S28, see above */
export const ckidU25 = (sex: KnownSex, age: number, heightCm: number, creatinine: number): number =>
  (u25Creatinine(sex, age) * (heightCm / 100)) / creatinine;

/**
 * CKiD U25 by cystatin C: k / cystatin C, valid from 1 to 25 years. Cystatin C is raised by glucocorticoids.
 * @source clinical specification section 6 (S28)
 */
export const ckidU25ByCystatinC = (sex: KnownSex, age: number, cystatinC: number): number =>
  u25CystatinC(sex, age) / cystatinC;

function u25CystatinC(sex: KnownSex, age: number): number {
  if (sex === 'male') return age < 15 ? 87.2 * 1.011 ** (age - 15) : age < 18 ? 87.2 * 0.96 ** (age - 15) : 77.1;
  return age < 12 ? 79.9 * 1.004 ** (age - 12) : age < 18 ? 79.9 * 0.974 ** (age - 12) : 68.3;
}

/**
 * Ages between which these constants of cystatin C only rise or only fall: they are greatest at 12 (girls) and 15 (boys), and a
 * girl's is least just below 18.
 */
export const cystatinTurningAges = [12, 15, 18 - 1e-9] as const;

/** The constant of the bedside Schwartz equation. @source PMC2653687 (Schwartz 2009, S29) */
const schwartzConstant = 0.413;

/** Bedside Schwartz 2009: 0.413 x height / creatinine. @source PMC2653687 (S29); for ages under 18 */
export const bedsideSchwartz = (heightCm: number, creatinine: number): number =>
  (schwartzConstant * heightCm) / creatinine;

/** The U25 estimate that a reported bedside Schwartz value implies: height / creatinine is value / 0.413 (clinical specification section 6). */
export const u25FromSchwartz = (sex: KnownSex, age: number, schwartz: number): number =>
  (u25Creatinine(sex, age) * (schwartz / schwartzConstant)) / 100;

/** CKD-EPI 2021, creatinine, without race; for adults. @source clinical specification section 6 (S28b) */
export function ckdEpi2021(sex: KnownSex, age: number, creatinine: number): number {
  const ratio = creatinine / (sex === 'female' ? 0.7 : 0.9);
  const alpha = sex === 'female' ? -0.241 : -0.302;
  return (
    142 * Math.min(ratio, 1) ** alpha * Math.max(ratio, 1) ** -1.2 * 0.9938 ** age * (sex === 'female' ? 1.012 : 1)
  );
}
