// Was a drug given for lupus, as far as its stated reasons and its dates tell?

import type { Concept } from '../../terminology/concept.ts';
import { textsOf } from '../../terminology/concept.ts';
import type { ValueSetName } from '../../terminology/value-sets.ts';
import type { DayRange } from '../../logic/calendar.ts';
import type { IndexedRecord } from '../../fhir/indexed-record.ts';
import type { Exposure } from './exposures.ts';
import { lupusReasons } from './lupus-reasons.ts';
import { speaksOfLupus } from '../sle-diagnosis.ts';

/** `unclear`: a reason nobody can place, or dates that do not show whether it ended before lupus began. */
export type ForLupus = 'yes' | 'other-disease' | 'before-onset' | 'unclear';

/** Diseases for which the same drugs are given, and which are not lupus. */
const others: readonly ValueSetName[] = [
  'other-glucocorticoid-disease',
  'malignancy',
  'malignancy-history',
  'organ-transplant',
  'hsct',
  'gvhd',
  'allergic-or-eczema',
];

function placed(record: IndexedRecord, reason: Concept): 'lupus' | 'other' | 'unclear' {
  const { sets } = record.meaning(reason);
  if (lupusReasons.some((set) => sets.get(set) === 'in') || textsOf(reason).some(speaksOfLupus)) return 'lupus';
  return others.some((set) => sets.get(set) === 'in') ? 'other' : 'unclear';
}

/**
 * Whether an exposure counts as treatment of lupus: no reason or one that is lupus, and not over before lupus began.
 * @param onset earliest onset of lupus, where it is known.
 * @source Clinical specification
 */
export function forLupus(record: IndexedRecord, exposure: Exposure, onset: DayRange | undefined): ForLupus {
  const reasons = exposure.reasons.map((reason) => placed(record, reason));
  const treatsLupus = reasons.length === 0 || reasons.includes('lupus');
  if (!treatsLupus && reasons.every((each) => each === 'other')) return 'other-disease';
  const { end } = exposure;
  if (onset !== undefined && end !== undefined && end.to < onset.from) return 'before-onset';
  const surelyAfter = onset === undefined || end === undefined || end.from >= onset.to;
  return treatsLupus && surelyAfter ? 'yes' : 'unclear';
}
