// For what was a drug given: lupus, another disease, or does nobody say?

import { nameOf, type Concept } from '../../terminology/concept.ts';
import type { ValueSetName } from '../../terminology/value-sets.ts';
import type { IndexedRecord } from '../../fhir/indexed-record.ts';
import { standingOf } from '../sightings.ts';
import { lupusReasons } from './lupus-reasons.ts';

export type DrugReason = {
  /** `none`: no reason given, or one that is no disease (prophylaxis, premedication). `unclear`: given, but not understood. */
  readonly of: 'lupus' | 'other-disease' | 'transplant' | 'none' | 'unclear';
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

/** What the coded or written reasons of a drug come to. Lupus counts before another disease, and where it is only possible nobody can tell. */
export function drugReason(record: IndexedRecord, reasons: readonly Concept[]): DrugReason {
  const [first] = reasons;
  if (first === undefined) return { of: 'none', name: '' };
  const possiblySle = reasons.find((each) => standingOf(record, each, sle) !== undefined);
  for (const [of, sets] of kinds) {
    const reason = reasons.find((each) => standingOf(record, each, sets) === 'sure');
    if (reason === undefined) continue;
    return of === 'other-disease' && possiblySle !== undefined
      ? { of: 'unclear', name: nameOf(possiblySle) }
      : { of, name: nameOf(reason) };
  }
  const doubtful = reasons.find((each) => standingOf(record, each, [...lupus, ...otherDisease]) === 'contradictory');
  return { of: 'unclear', name: nameOf(doubtful ?? first) };
}
