// Is a result beyond the limit that a descriptor of SLEDAI-2K or an item of the EULAR/ACR criteria names?

import { isLessThan, isMoreThan } from '../../logic/interval.ts';
import type { Verdict } from '../../logic/verdict.ts';
import type { Reading } from '../../fhir/reading.ts';

/** `met` if the result is beyond the limit, `not-met` if it is not, `unknown` if it does not say. */
export type Limit = (reading: Reading) => Verdict;

/** More than a number, in the measurement's canonical unit; a word such as "+" does not say how many. */
export const moreThan =
  (limit: number): Limit =>
  ({ amount, presence }) =>
    amount !== undefined ? isMoreThan(amount, limit) : presence === 'negative' ? 'not-met' : 'unknown';

/** Less than a number. */
export const lessThan =
  (limit: number): Limit =>
  ({ amount }) =>
    amount === undefined ? 'unknown' : isLessThan(amount, limit);

/** mg/g of protein to creatinine for one mg/mmol, as the measurement table converts. */
const perMillimole = 8.84;

/**
 * Proteinuria above 0.5 g in 24 h, or the ratio to creatinine by the unit of the result: above 500 mg/g, 0.5 g/g or
 * 56.6 mg/mmol. @source clinical specification, sections 2 and 3 (item 13)
 */
export const proteinuria: Limit = (reading) =>
  reading.measurement === 'UPCR' && /mol/i.test(reading.asWritten()) ? ratioInMoles(reading) : milligrams(reading);

const ratioInMoles = moreThan(56.6 * perMillimole);
const milligrams = moreThan(500);

/** Below the lower limit of the same result's range; without a range its flag decides. */
export const belowRange: Limit = ({ amount, limits, interpretation }) => {
  const { lower } = limits();
  if (amount !== undefined && lower !== undefined) return isLessThan(amount, lower);
  if (interpretation === 'low') return 'met';
  return interpretation === 'normal' || interpretation === 'high' ? 'not-met' : 'unknown';
};

/** Above the upper limit of the same result's range; without a range its flag decides. */
export const aboveRange: Limit = ({ amount, limits, interpretation }) => {
  const { upper } = limits();
  if (amount !== undefined && upper !== undefined) return isMoreThan(amount, upper);
  if (interpretation === 'high') return 'met';
  return interpretation === 'normal' || interpretation === 'low' ? 'not-met' : 'unknown';
};

/** Positive in words, or above the upper limit of its own range; weakly positive or borderline does not say. */
export const positive: Limit = (reading) => {
  const { amount, presence } = reading;
  const { upper } = reading.limits();
  const byRange = amount !== undefined && upper !== undefined ? isMoreThan(amount, upper) : undefined;
  const byWord = presence === 'positive' ? 'met' : presence === 'negative' ? 'not-met' : undefined;
  if (byRange !== undefined) return byWord === undefined || byWord === byRange ? byRange : 'unknown';
  return byWord ?? (presence === undefined ? aboveRange(reading) : 'unknown');
};

/** Seen at all: more than none. */
export const seen: Limit = (reading) => {
  const { amount, presence } = reading;
  if (amount !== undefined) return isMoreThan(amount, 0);
  if (presence === 'positive') return 'met';
  return presence === 'negative' ? 'not-met' : 'unknown';
};
