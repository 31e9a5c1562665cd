// How much is one dose, in which unit, and per what?

import { exactly, type Interval } from '../../logic/interval.ts';
import { isJson, numberAt, objectAt, objectsAt, textAt } from '../json.ts';
import { readUnit, timeUnits, type Amount, type Unit } from './dosage-unit.ts';
import type { Json } from '../record.ts';

/** The amount of a number in a unit. */
export const amountOf = (value: Interval, { factor, ...unit }: Unit): Amount => ({
  ...unit,
  value: { low: value.low * factor, high: value.high * factor },
});

/** A Quantity; without any unit it counts pieces. Undefined for a comparator, an unknown unit, or a code and unit that differ. */
export function readQuantity(quantity: unknown): Amount | undefined {
  if (!isJson(quantity) || quantity['comparator'] !== undefined) return undefined;
  const value = numberAt(quantity, 'value');
  if (value === undefined || value < 0) return undefined;
  const unit = unitOf(quantity);
  return unit === undefined ? undefined : amountOf(exactly(value), unit);
}

const same = (a: Unit, b: Unit): boolean =>
  a.of === b.of && a.per === b.per && a.every === b.every && a.factor === b.factor;

function unitOf(quantity: Json): Unit | undefined {
  const [code, text] = [textAt(quantity, 'code'), textAt(quantity, 'unit')];
  if (code === undefined && text === undefined) return { of: 'pieces', every: 'dose', factor: 1 };
  const [byCode, byText] = [code, text].map((each) => (each === undefined ? undefined : readUnit(each)));
  return byCode !== undefined && byText !== undefined && !same(byCode, byText) ? undefined : (byCode ?? byText);
}

/** A Range of two quantities in one unit, which one of them may leave out. An open end cannot be read. */
export function readRange(range: unknown): Amount | undefined {
  if (!isJson(range)) return undefined;
  const [lower, upper] = [objectAt(range, 'low') ?? {}, objectAt(range, 'high') ?? {}];
  const [low, high] = [readQuantity(inUnitOf(lower, upper)), readQuantity(inUnitOf(upper, lower))];
  if (low === undefined || high === undefined || low.of !== high.of || low.per !== high.per || low.every !== high.every)
    return undefined;
  return {
    ...low,
    value: { low: Math.min(low.value.low, high.value.low), high: Math.max(low.value.high, high.value.high) },
  };
}

const inUnitOf = (quantity: Json, { code, unit }: Json): Json => {
  const hasUnit = quantity['code'] !== undefined || quantity['unit'] !== undefined;
  return hasUnit ? quantity : { ...quantity, code, unit };
};

/** A Ratio such as 40 mg per 1 h. */
function readRate(ratio: unknown): Amount | undefined {
  if (!isJson(ratio)) return undefined;
  const above = readQuantity(ratio['numerator']);
  const below = objectAt(ratio, 'denominator') ?? {};
  const hours = timeUnits.get(textAt(below, 'code') ?? textAt(below, 'unit') ?? '');
  const value = numberAt(below, 'value') ?? 0;
  if (above === undefined || hours === undefined || value <= 0) return undefined;
  const factor = hours[1] / value;
  return { ...above, every: hours[0], value: { low: above.value.low * factor, high: above.value.high * factor } };
}

/**
 * The one dose a Dosage states. Some systems repeat the same dose by type (calculated, ordered, administered): they are
 * never added; an amount in mass comes first, then the one called "ordered", then the first. A rate counts only without a dose.
 */
export function readDose(dosage: Json): Amount | undefined {
  const stated = [...objectsAt(dosage, 'doseAndRate'), dosage];
  const doses = stated.flatMap((each) => {
    const amount = readQuantity(each['doseQuantity'] ?? each['dose']) ?? readRange(each['doseRange']);
    return amount === undefined ? [] : [{ amount, ordered: isOrdered(each) }];
  });
  const inMass = doses.filter(({ amount }) => amount.of === 'milligrams' && amount.per === undefined);
  const preferred = inMass.length > 0 ? inMass : doses;
  if (stated.some(statesDose)) return (preferred.find((each) => each.ordered) ?? preferred[0])?.amount;
  const rates = stated.flatMap(
    (each) => readQuantity(each['rateQuantity']) ?? readRange(each['rateRange']) ?? readRate(each['rateRatio']) ?? [],
  );
  return rates.find((rate) => rate.every !== 'dose');
}

/** Whether a dose is stated, if only in a unit that cannot be read. */
export const statesDose = (part: Json): boolean =>
  [part['doseQuantity'], part['dose'], part['doseRange']].some((each) => each !== undefined);

const isOrdered = (doseAndRate: Json): boolean =>
  objectsAt(objectAt(doseAndRate, 'type') ?? {}, 'coding').some((coding) => textAt(coding, 'code') === 'ordered');
