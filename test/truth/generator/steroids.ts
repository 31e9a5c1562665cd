// How is a course of a glucocorticoid written down and counted day by day?

import type { Json } from '../../../src/fhir/record.ts';
import { dailyDose, quantity } from './doses.ts';
import { type Drug, give } from './drugs.ts';
import type { Source } from './glucocorticoid-oracle.ts';
import type { Claims } from './verdicts.ts';
import type { World } from './world.ts';

export type Steroid = Drug & { readonly factor: number };

export const prednisone: Steroid = {
  en: 'prednisone',
  zh: '醋酸泼尼松片',
  rxnorm: '8640',
  atc: 'H02AB07',
  route: 'oral',
  factor: 1,
};

export const prednisolone: Steroid = {
  en: 'prednisolone',
  zh: '泼尼松龙片',
  rxnorm: '8638',
  atc: 'H02AB06',
  route: 'oral',
  factor: 1,
};

export const methylprednisolone: Steroid = {
  en: 'methylprednisolone',
  zh: '甲泼尼龙片',
  rxnorm: '6902',
  atc: 'H02AB04',
  route: 'oral',
  factor: 1.25,
};

export const pulseDrug: Steroid = { ...methylprednisolone, zh: '注射用甲泼尼龙琥珀酸钠', route: 'iv' };

export const dexamethasone: Steroid = {
  en: 'dexamethasone',
  zh: '地塞米松片',
  rxnorm: '3264',
  atc: 'H02AB02',
  route: 'oral',
  factor: 5 / 0.75,
};

const hydrocortisone: Steroid = {
  en: 'hydrocortisone',
  zh: '氢化可的松片',
  rxnorm: '5492',
  atc: 'H02AB09',
  route: 'oral',
  factor: 0.25,
};

const deflazacort: Steroid = {
  en: 'deflazacort',
  zh: '地夫可特片',
  rxnorm: '22396',
  atc: 'H02AB13',
  route: 'oral',
  factor: 5 / 6,
};

export const steroids = [
  prednisone,
  prednisone,
  prednisolone,
  methylprednisolone,
  dexamethasone,
  hydrocortisone,
  deflazacort,
];

export type Course = {
  readonly drug: Steroid;
  readonly source?: Source;
  readonly startAgo: number;
  readonly endAgo: number;
  /** Prednisone equivalent per day. */
  readonly mg: number;
  readonly reason?: Json;
  readonly reasonIs?: 'lupus';
};

/** Writes a course of a constant daily dose and counts its days. */
export function course(
  world: World,
  { drug, source = 'MedicationRequest', startAgo, endAgo, mg, reason, reasonIs }: Course,
): void {
  const own = mg / drug.factor;
  const single = source === 'MedicationAdministration';
  const dosage = single
    ? { doseAndRate: [{ doseQuantity: quantity(own, 'mg') }] }
    : dailyDose(world, Number(own.toPrecision(12)), Number.isInteger(own));
  if (single)
    for (let ago = startAgo; ago >= endAgo; ago -= 1)
      give(world, { drug, source, startAgo: ago, endAgo: ago, dosage, ...(reason !== undefined && { reason }) });
  else give(world, { drug, source, startAgo, endAgo, dosage, ...(reason !== undefined && { reason }) });
  count(world, drug, source, startAgo, endAgo, { low: mg, high: mg });
  world.facts.courses.push({
    startAgo,
    endAgo,
    ...(reasonIs !== undefined && source !== 'MedicationDispense' && { reason: reasonIs }),
  });
}

type Amount = {
  readonly low: number;
  readonly high: number;
  readonly perKg?: boolean;
  readonly perSquareMetre?: true;
  readonly averaged?: boolean;
};

export function count(
  world: World,
  drug: Steroid,
  source: Source,
  startAgo: number,
  endAgo: number,
  amount: Amount,
): void {
  for (let ago = startAgo; ago >= endAgo; ago -= 1)
    world.facts.doses.push({ day: world.asOf - ago, drug: drug.en, source, perKg: false, averaged: false, ...amount });
}

/** The verdict follows from the counted days, at the end. */
export const counted: Claims = {};
