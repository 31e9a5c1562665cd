// How many days does the supply last, and how many does the written instruction name?

import type { DayRange } from '../../logic/calendar.ts';
import { inMilligrams, readDosage } from '../../fhir/dosage/dosage.ts';
import type { DosageContext } from '../../fhir/dosage/dose.ts';
import { readQuantity } from '../../fhir/dosage/dosage-amount.ts';
import { readDays } from '../../fhir/dosage/dosage-bounds.ts';
import type { MedicationEntry } from '../../fhir/entries.ts';
import { numberAt, objectAt, textAt } from '../../fhir/json.ts';
import { readSig } from '../../fhir/dosage/sig.ts';
import type { Strength } from '../../terminology/drugs.ts';

/** Strength that the Medication states, else that of the product. */
export const entryStrength = (entry: MedicationEntry): Strength | undefined =>
  entry.strength ?? (entry.identified.state === 'known' ? entry.identified.drug.strength : undefined);

/** Days of supply: as stated, else quantity by daily dose; never multiplied by refills, which may not have been dispensed. */
export function supplyDays(entry: MedicationEntry, context: DosageContext): number | undefined {
  const order = objectAt(entry.resource, 'dispenseRequest');
  const stated = readDays(entry.resource['daysSupply']) ?? readDays(order?.['expectedSupplyDuration']);
  if (stated !== undefined) return stated;
  const quantity = entry.resource['quantity'] ?? order?.['quantity'];
  return daysOfQuantity(quantity, entry, context);
}

function daysOfQuantity(quantity: unknown, entry: MedicationEntry, context: DosageContext): number | undefined {
  const [dosage, ...others] = entry.dosages;
  if (dosage === undefined || others.length > 0) return undefined;
  // Pieces by pieces need no strength: one mg stands in for it on both sides.
  const amount = readQuantity(quantity);
  const strength = entryStrength(entry) ?? (amount === undefined ? undefined : stand(amount.of));
  const [step] = readDosage(dosage, strength, context);
  const total = inMilligrams(amount, strength);
  if (step?.dose === undefined || step.dose.per !== undefined || total === undefined || total.per !== undefined)
    return undefined;
  if (step.schedule?.kind !== 'spread') return undefined;
  const perDay = step.dose.milligrams.high * (step.dose.every === 'day' ? 1 : step.schedule.perDay.high);
  const days = Math.floor(total.milligrams.low / perDay + 1e-9);
  return Number.isFinite(days) && days >= 1 ? days : undefined;
}

const stand = (of: 'milligrams' | 'pieces' | 'millilitres'): Strength | undefined =>
  of === 'milligrams' ? undefined : { milligrams: 1, per: of === 'pieces' ? 'piece' : 'mL' };

/** Days that the instruction's own words name ("x 14 days"), if every step names them. */
export function daysInWords(entry: MedicationEntry, { lexicon }: DosageContext): number | undefined {
  const steps = entry.dosages.flatMap((dosage) => lexicon.read(readSig)(textAt(dosage, 'text') ?? ''));
  const total = steps.reduce((sum, step) => sum + (step.days ?? Number.NaN), 0);
  return total > 0 ? total : undefined;
}

/** The days from a start that last so long; the last day is included. */
export const lasting = (start: DayRange, low: number, high = low): DayRange => ({
  from: start.from + Math.max(1, Math.round(low)) - 1,
  to: start.to + Math.max(1, Math.round(high)) - 1,
});

/**
 * The end of an order by its validity. Until when it may be dispensed is not how long it lasts: where its supply with the refills
 * that it allows ends before, with those at most; where nobody says how many they are, or the supply ends later, between both.
 */
export function endOfValidity(entry: MedicationEntry, start: DayRange, context: DosageContext): DayRange | undefined {
  const { end, source, resource } = entry;
  if (end === undefined || source !== 'request') return end;
  const days = supplyDays(entry, context) ?? daysInWords(entry, context);
  if (days === undefined) return end;
  const once = lasting(start, days);
  if (once.from >= end.from) return { from: end.from, to: once.to };
  const refills = numberAt(objectAt(resource, 'dispenseRequest') ?? {}, 'numberOfRepeatsAllowed');
  if (refills === undefined) return { from: once.from, to: end.to };
  const most = lasting(start, days * (1 + Math.max(0, refills)));
  return most.from >= end.from ? end : { from: once.from, to: most.to };
}
