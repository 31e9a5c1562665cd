// How much is one dose, in which unit, and per what?

import { exactly, type Interval } from '../logic/interval.ts';
import { isJson, numberAt, objectAt, objectsAt, textAt } from './json.ts';
import type { Json } from './record.ts';

/**
 * An amount of a drug as written. `per`: for every kilogram or square metre of the patient. `every`: one dose, the whole
 * day, or an hour of infusion.
 */
export type Amount = {
  readonly of: 'milligrams' | 'pieces' | 'millilitres';
  readonly per?: 'kilogram' | 'square-metre';
  readonly every: 'dose' | 'day' | 'hour';
  readonly value: Interval;
};

type Unit = Omit<Amount, 'value'> & { readonly factor: number };

const masses = new Map([
  ['mg', 1],
  ['milligram', 1],
  ['milligrams', 1],
  ['毫克', 1],
  ['g', 1000],
  ['gm', 1000],
  ['gram', 1000],
  ['grams', 1000],
  ['克', 1000],
  ['ug', 0.001],
  ['mcg', 0.001],
  ['microgram', 0.001],
  ['micrograms', 0.001],
  ['微克', 0.001],
  ['ng', 1e-6],
]);

const volumes = new Map([
  ['ml', 1],
  ['milliliter', 1],
  ['milliliters', 1],
  ['millilitre', 1],
  ['millilitres', 1],
  ['毫升', 1],
  ['cc', 1],
  ['l', 1000],
  ['dl', 100],
]);

const piece =
  /^\{?(?:tbl|tab|tabs|tablet|tablets|cap|caps|capsule|capsules|pill|pills|piece|pieces|each|ea|unit dose|vial|vials|ampule|ampoule|amp|片|粒|颗|枚|丸|支|1)\}?$/;

const times = new Map<string, readonly [Amount['every'], number]>([
  ...['d', 'day', '24h', '日', '天'].map((each) => [each, ['day', 1]] as const),
  ...['h', 'hr', 'hour', '小时', '时'].map((each) => [each, ['hour', 1]] as const),
  ...['min', 'minute', '分钟', '分'].map((each) => [each, ['hour', 60]] as const),
  ...['s', 'sec'].map((each) => [each, ['hour', 3600]] as const),
  ...['dose', '次'].map((each) => [each, ['dose', 1]] as const),
]);

/** "mg", "mg/kg", "ug/kg/min", "tablet", "{tbl}", "mL/h" … as a unit; undefined for anything else. */
export function readUnit(text: string): Unit | undefined {
  const parts = text
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replaceAll(/[µμ]/g, 'u')
    .replaceAll(/[()]/g, '')
    .split(/\/|\.(?=kg|m2|d|h|min)/);
  const [head = '', ...rest] = parts.map((part) => part.replaceAll(/\s+/g, ' ').trim());
  const of = kindOf(head);
  if (of === undefined) return undefined;
  let { factor } = of;
  let per: Amount['per'];
  let every: Amount['every'] = 'dose';
  for (const part of rest) {
    const time = times.get(part);
    if (part === 'kg' || part === '公斤' || part === '千克') per = 'kilogram';
    else if (part === 'm2' || part === '㎡' || part === 'm^2') per = 'square-metre';
    else if (time === undefined) return undefined;
    else {
      [every] = time;
      factor *= time[1];
    }
  }
  return { of: of.of, every, factor, ...(per !== undefined && { per }) };
}

function kindOf(head: string): Pick<Unit, 'of' | 'factor'> | undefined {
  const mass = masses.get(head);
  if (mass !== undefined) return { of: 'milligrams', factor: mass };
  const volume = volumes.get(head);
  if (volume !== undefined) return { of: 'millilitres', factor: volume };
  return piece.test(head) ? { of: 'pieces', factor: 1 } : undefined;
}

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

/** A Range of two quantities in one unit. An open end cannot be read. */
export function readRange(range: unknown): Amount | undefined {
  if (!isJson(range)) return undefined;
  const [low, high] = [readQuantity(range['low']), readQuantity(range['high'])];
  if (low === undefined || high === undefined || low.of !== high.of || low.per !== high.per || low.every !== high.every)
    return undefined;
  return {
    ...low,
    value: { low: Math.min(low.value.low, high.value.low), high: Math.max(low.value.high, high.value.high) },
  };
}

/** A Ratio such as 40 mg per 1 h. */
function readRate(ratio: unknown): Amount | undefined {
  if (!isJson(ratio)) return undefined;
  const above = readQuantity(ratio['numerator']);
  const below = objectAt(ratio, 'denominator');
  const hours = below === undefined ? undefined : times.get(textAt(below, 'code') ?? textAt(below, 'unit') ?? '');
  const value = below === undefined ? undefined : numberAt(below, 'value');
  if (above === undefined || hours === undefined || value === undefined || value <= 0) return undefined;
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
  const dose = (preferred.find((each) => each.ordered) ?? preferred[0])?.amount;
  if (dose !== undefined || stated.some((each) => each['doseQuantity'] !== undefined)) return dose;
  const rates = stated.flatMap(
    (each) => readQuantity(each['rateQuantity']) ?? readRange(each['rateRange']) ?? readRate(each['rateRatio']) ?? [],
  );
  return rates.find((rate) => rate.every !== 'dose');
}

const isOrdered = (doseAndRate: Json): boolean =>
  objectsAt(objectAt(doseAndRate, 'type') ?? {}, 'coding').some((coding) => textAt(coding, 'code') === 'ordered');
