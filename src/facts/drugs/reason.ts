// For what was a drug given: lupus, another disease, or does nobody say?

import { nameOf, type Concept } from '../../terminology/concept.ts';
import type { ValueSetName } from '../../terminology/value-sets.ts';
import type { IndexedRecord } from '../../fhir/indexed-record.ts';
import { isNephroticOfNoCause } from '../other-disease/nephrotic.ts';
import { standingOf } from '../sightings.ts';
import { lupusReasons } from './lupus-reasons.ts';

export type DrugReason = {
  /**
   * `none`: no reason given, or one that is no disease (prophylaxis, premedication). `unclear`: given, but not understood. `shared`: lupus
   * and another disease, which is the one named.
   */
  readonly of: 'lupus' | 'other-disease' | 'shared' | 'transplant' | 'none' | 'unclear';
  readonly name: string;
};

const sle: readonly ValueSetName[] = ['sle', 'sle-possible'];

/** Lupus, and what a child with lupus takes the drug for although others have it too. */
const lupus: readonly ValueSetName[] = [
  ...lupusReasons,
  'oral-ulcer',
  'alopecia-nonscarring',
  'seizure',
  'psychosis',
  'organic-brain-syndrome',
  'retinal-or-optic-lupus',
  'stroke',
  'cranial-neuropathy',
  'interstitial-lung-disease',
];
const transplant: readonly ValueSetName[] = ['organ-transplant', 'hsct', 'gvhd'];
const noDisease: readonly ValueSetName[] = [
  'prophylaxis',
  'hypersensitivity-reaction',
  'leukapheresis',
  'car-t-procedure',
];
const otherDisease: readonly ValueSetName[] = [
  'other-glucocorticoid-disease',
  'allergic-or-eczema',
  'malignancy',
  'infection',
  'respiratory-failure',
  'acute-lung-disease',
];

/** What reasons come to, the first that one of them is. */
const kinds: readonly (readonly [DrugReason['of'], readonly ValueSetName[]])[] = [
  ['lupus', sle],
  ['other-disease', ['other-glucocorticoid-disease']],
  ['lupus', lupus],
  ['transplant', transplant],
  ['none', noDisease],
  ['other-disease', otherDisease],
];

/** What is treated so for its own sake, also where lupus stands beside it. */
const treatedForItself: readonly ValueSetName[] = ['other-glucocorticoid-disease', 'allergic-or-eczema'];

/** What the coded or written reasons of a drug come to. Where lupus is only possible beside another disease nobody can tell. */
export function drugReason(record: IndexedRecord, reasons: readonly Concept[]): DrugReason {
  const [first] = reasons;
  if (first === undefined) return { of: 'none', name: '' };
  const possiblySle = reasons.find((each) => standingOf(record, each, sle) !== undefined);
  for (const [of, sets] of kinds) {
    const reason = reasons.find((each) => standingOf(record, each, sets) === 'sure');
    if (reason === undefined) continue;
    if (of === 'other-disease' && possiblySle !== undefined) return { of: 'unclear', name: nameOf(possiblySle) };
    const beside = of === 'lupus' ? reasons.find((each) => isTreatedForItself(record, each)) : undefined;
    return beside === undefined ? { of, name: nameOf(reason) } : { of: 'shared', name: nameOf(beside) };
  }
  const doubtful = reasons.find((each) => standingOf(record, each, [...lupus, ...otherDisease]) === 'contradictory');
  return { of: 'unclear', name: nameOf(doubtful ?? first) };
}

const isTreatedForItself = (record: IndexedRecord, reason: Concept): boolean =>
  standingOf(record, reason, treatedForItself) === 'sure' && !isNephroticOfNoCause(reason);
