// For what was a drug given: lupus, another disease, or does nobody say?

import { nameOf, type Concept } from '../terminology/concept.ts';
import type { ValueSetName } from '../terminology/value-sets.ts';
import type { IndexedRecord } from '../fhir/indexed-record.ts';
import { standingOf } from './sightings.ts';

export type DrugReason = {
  /** `none`: no reason given, or one that is no disease (prophylaxis, premedication). `unclear`: given, but not understood. */
  readonly of: 'lupus' | 'other-disease' | 'transplant' | 'none' | 'unclear';
  readonly name: string;
};

/** Lupus, its organs, its complications, and what a child with lupus takes the drug for. */
const lupus: readonly ValueSetName[] = [
  'sle',
  'sle-possible',
  'sle-secondary',
  'drug-induced-lupus',
  'cutaneous-lupus-only',
  'overlap-mctd',
  'lupus-nephritis',
  'crescentic-nephritis',
  'acute-cutaneous-lupus',
  'lupus-rash',
  'oral-ulcer',
  'alopecia-nonscarring',
  'seizure',
  'psychosis',
  'organic-brain-syndrome',
  'synovitis-arthritis',
  'pleural-effusion',
  'pleurisy',
  'pericarditis',
  'pericardial-effusion',
  'myositis',
  'vasculitis',
  'retinal-or-optic-lupus',
  'stroke',
  'cranial-neuropathy',
  'myocarditis',
  'alveolar-haemorrhage',
  'interstitial-lung-disease',
  'lupus-pneumonitis',
  'lupus-cardiomyopathy',
  'neuropsychiatric-lupus',
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

/** What the coded or written reasons of a drug come to. Any lupus reason counts before another disease. */
export function reasonOf(record: IndexedRecord, reasons: readonly Concept[]): DrugReason {
  if (reasons.length === 0) return { of: 'none', name: '' };
  const is = (sets: readonly ValueSetName[]) => reasons.find((reason) => standingOf(record, reason, sets) === 'sure');
  const doubtful = reasons.find(
    (reason) => standingOf(record, reason, [...lupus, ...otherDisease]) === 'contradictory',
  );
  const kinds = [
    ['lupus', is(['sle', 'sle-possible'])],
    ['other-disease', is(['other-glucocorticoid-disease'])],
    ['lupus', is(lupus)],
    ['transplant', is(transplant)],
    ['none', is(noDisease)],
    ['other-disease', is(otherDisease)],
    ['unclear', doubtful ?? reasons[0]],
  ] as const;
  const [of, reason] = kinds.find(([, found]) => found !== undefined) ?? ['none' as const, undefined];
  return { of, name: reason === undefined ? '' : nameOf(reason) };
}
