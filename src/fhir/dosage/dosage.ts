// What does one Dosage say: how much, how often, from when to when?

import { hull, isAbout, type Interval } from '../../logic/interval.ts';
import type { Strength } from '../../terminology/drugs.ts';
import { readDose, statesDose } from './dosage-amount.ts';
import type { Amount } from './dosage-unit.ts';
import { agreed, mayAgree, type Given } from './dosage-agreement.ts';
import { isOnlyAsNeeded } from './dosage-as-needed.ts';
import { readBounds, type Bounds } from './dosage-bounds.ts';
import { ceilingOf } from './dosage-ceiling.ts';
import type { Schedule } from './dosage-schedule.ts';
import { readSchedule } from './dosage-timing.ts';
import { numberAt, objectAt, textArrayAt, textAt } from '../json.ts';
import type { Json } from '../record.ts';
import { readSig } from './sig.ts';
import type { SigStep } from './sig-step.ts';
import { inDays } from './dosage-schedule.ts';
import type { DosageContext, Dose } from './dose.ts';
import { instructionOf } from './instruction.ts';

/** One step of a dosage. `dose` or `schedule` undefined: it is there and cannot be read. */
export type DosageStep = {
  readonly sequence: number | undefined;
  readonly asNeeded: boolean;
  readonly dose: Dose | undefined;
  readonly schedule: Schedule | undefined;
  readonly bounds: Bounds;
  /** Hours that one infusion lasts. */
  readonly hours: number | undefined;
  /** Clock times and events of the day ("08:00:00", "MORN"). */
  readonly timesOfDay: readonly string[];
  /** Dose or rhythm come from the text. */
  readonly fromText: boolean;
};

/**
 * Reads one Dosage. Its fields come before its text; the text completes them, tells the steps of a taper of which the fields hold
 * only the first, and where it gives another dose a day, the dose may be either.
 */
export function readDosage(
  dosage: Json,
  strength: Strength | undefined,
  { zone, lexicon }: DosageContext,
): readonly DosageStep[] {
  const repeat = objectAt(objectAt(dosage, 'timing') ?? {}, 'repeat') ?? {};
  const text = instructionOf(dosage);
  const amount = readDose(dosage);
  const dose = inMilligrams(amount, strength);
  const schedule = readSchedule(dosage['timing'], { zone, lexicon });
  const sig = text === undefined ? [] : lexicon.read(readSig)(text);
  const needed = isOnlyAsNeeded(dosage, lexicon);
  const hours = inDays(numberAt(repeat, 'duration') ?? 0, textAt(repeat, 'durationUnit') ?? 'h');
  const common = {
    sequence: numberAt(dosage, 'sequence'),
    bounds: readBounds(dosage, { zone, lexicon }),
    hours: hours === undefined || hours <= 0 ? undefined : hours * 24,
    timesOfDay: [...textArrayAt(repeat, 'timeOfDay'), ...textArrayAt(repeat, 'when')],
  };
  const [first, ...later] = sig;
  if (first === undefined || (dose !== undefined && (later.length === 0 || !mayBe(dose, schedule, first, strength)))) {
    const rhythm = schedule ?? first?.schedule;
    const asNeeded = needed || first?.asNeeded === true;
    const most = ceilingOf(dosage, first, rhythm);
    const fromText = schedule === undefined && rhythm !== undefined;
    const words = sig.flatMap((step) => besides(step, strength, dose, rhythm));
    const given = either(sig.some((step) => step.denies) ? undefined : dose, rhythm, words);
    return [{ ...common, asNeeded, dose: limited(given.dose, most), schedule: given.schedule, fromText }];
  }
  // A dose that is stated in an unknown unit is not replaced by a guess from the text.
  const unreadable = amount === undefined && (dosage['doseAndRate'] !== undefined || statesDose(dosage));
  return sig.map((step, index) => {
    const rhythm = (index === 0 ? schedule : undefined) ?? step.schedule ?? schedule;
    const given = either(unreadable ? undefined : doseOfStep(step, strength), rhythm, givenIn(step, strength));
    return {
      ...common,
      ...boundsOfStep(common.bounds, step, sig.length),
      asNeeded: needed || step.asNeeded,
      dose: limited(given.dose, ceilingOf(dosage, step, rhythm)),
      schedule: given.schedule,
      fromText: true,
    };
  });
}

/** A dose and a rhythm, or what may be where words give another dose a day. */
const either = (dose: Dose | undefined, schedule: Schedule | undefined, words: readonly Given[]) =>
  dose === undefined || schedule === undefined ? { dose, schedule } : agreed({ dose, schedule }, ...words);

/** The dose and the rhythm of a step that states both. */
function givenIn(step: SigStep, strength: Strength | undefined): readonly Given[] {
  const dose = step.asNeeded ? undefined : doseOfStep(step, strength);
  return dose === undefined || step.schedule === undefined ? [] : [{ dose, schedule: step.schedule }];
}

/** The same of a step beside a dose in the fields: what it does not state is that of the fields. */
function besides(
  step: SigStep,
  strength: Strength | undefined,
  dose: Dose | undefined,
  schedule: Schedule | undefined,
): readonly Given[] {
  if (step.asNeeded) return [];
  const stated = doseOfStep(step, strength);
  const [given, rhythm] = [stated ?? (step.amounts.length === 0 ? dose : undefined), step.schedule ?? schedule];
  return given === undefined || rhythm === undefined ? [] : [{ dose: given, schedule: rhythm }];
}

/** A dose in mg is what it is; one per kg or m² ends at the ceiling. */
const limited = (dose: Dose | undefined, most: Interval | undefined): Dose | undefined =>
  dose?.per === undefined || most === undefined ? dose : { ...dose, most };

/** Whether the fields may say the same as a step: unless another dose, or the same that comes to another in a day, can be read in both. */
function mayBe(dose: Dose, schedule: Schedule | undefined, step: SigStep, strength: Strength | undefined): boolean {
  const stated = doseOfStep(step, strength);
  if (stated === undefined) return true;
  const { low, high } = dose.milligrams;
  if (dose.per !== stated.per || low !== stated.milligrams.low || high !== stated.milligrams.high) return false;
  return schedule === undefined || givenIn(step, strength).every((each) => mayAgree({ dose, schedule }, each));
}

/** In a text of several steps each lasts as long as it says; alone it is bounded by the fields, then by the text. */
function boundsOfStep(bounds: Bounds, step: SigStep, steps: number): { readonly bounds: Bounds } {
  const days = step.days === undefined ? undefined : { low: step.days, high: step.days };
  if (steps === 1) {
    const stated = bounds.days?.high === Infinity ? (days ?? bounds.days) : bounds.days;
    return { bounds: { ...bounds, days: stated ?? (bounds.end === undefined ? days : undefined) } };
  }
  return { bounds: { start: undefined, end: undefined, days } };
}

/** A tonne is no dose and no supply: such a number is a slip, and multiplied it may be no number any more. */
const mostMilligrams = 1e9;

/** An amount in mg: mass as it is, pieces and mL by the strength of the product. */
export function inMilligrams(amount: Amount | undefined, strength: Strength | undefined): Dose | undefined {
  if (amount === undefined) return undefined;
  const { per, every } = amount;
  const factor =
    amount.of === 'milligrams'
      ? 1
      : strength !== undefined && (strength.per === 'piece') === (amount.of === 'pieces')
        ? strength.milligrams
        : undefined;
  if (factor === undefined) return undefined;
  const milligrams = { low: amount.value.low * factor, high: amount.value.high * factor };
  if (milligrams.high > mostMilligrams) return undefined;
  return { every, milligrams, ...(per !== undefined && { per }) };
}

/**
 * Pieces and mass said together ("3 tablets (60 mg)") must agree with the strength; where they do not, or mg may be one tablet's
 * or the whole, both are kept. A mass comes before the same per kg; two different amounts cannot be read.
 */
function doseOfStep(step: SigStep, product: Strength | undefined): Dose | undefined {
  const strength = step.strength ?? product;
  const counted = step.amounts.filter((each) => each.of !== 'milligrams');
  const masses = step.amounts.filter((each) => each.of === 'milligrams');
  const absolute = masses.filter((each) => each.per === undefined);
  const stated = absolute.length > 0 ? absolute : masses;
  if (!alike(counted) || !alike(stated)) return undefined;
  const [piece] = counted;
  const [mass] = stated;
  if (piece === undefined || mass === undefined) return inMilligrams(piece ?? mass, strength);
  const asWhole = inMilligrams(mass, undefined);
  const ofOne: Strength = { milligrams: mass.value.high, per: piece.of === 'pieces' ? 'piece' : 'mL' };
  const byStrength = inMilligrams(piece, strength ?? (mass.per === undefined ? ofOne : undefined));
  if (byStrength === undefined || asWhole === undefined) return byStrength ?? asWhole;
  const ofStrength = strength !== undefined && isAbout(strength.milligrams, mass.value.high);
  if (mass.per !== undefined || mass.every !== piece.every || ofStrength) return byStrength;
  return { ...byStrength, milligrams: hull(byStrength.milligrams, asWhole.milligrams) };
}

function alike([first, ...others]: readonly Amount[]): boolean {
  if (first === undefined) return true;
  const { of, per, value } = first;
  return others.every(
    (each) => each.of === of && each.per === per && each.value.low === value.low && each.value.high === value.high,
  );
}
