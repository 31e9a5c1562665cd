// In which unit is a dose written?

import type { Interval } from '../../logic/interval.ts';

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

/** A unit of doses; `factor` turns its numbers into mg, pieces or mL, per hour where it is a rate. */
export type Unit = Omit<Amount, 'value'> & { readonly factor: number };

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
  /^\{?(?:tbl|tab|tabs|tablet|tablets|cap|caps|capsule|capsules|pill|pills|piece|pieces|tablette|tabletten|tabl|kapsel|kapseln|stück|stk|each|ea|unit dose|vial|vials|ampule|ampoule|amp|片|粒|颗|枚|丸|支|#|1)\}?$/;

/** What a dose is given per, and by how much an amount is multiplied so that it is per day, per hour or per dose. */
export const timeUnits = new Map<string, readonly [Amount['every'], number]>([
  ...['d', 'day', '24h', '日', '天'].map((each) => [each, ['day', 1]] as const),
  ...['h', 'hr', 'hour', '小时', '时'].map((each) => [each, ['hour', 1]] as const),
  ...['min', 'minute', '分钟', '分'].map((each) => [each, ['hour', 60]] as const),
  ...['s', 'sec'].map((each) => [each, ['hour', 3600]] as const),
  ...['dose', '次'].map((each) => [each, ['dose', 1]] as const),
]);

/** "mg", "mg/kg", "ug/kg/min", "tablet", "{tbl}", "mL/h" … as a unit; undefined for anything else. */
export const readUnit = (text: string): Unit | undefined => common.get(text) ?? parseUnit(text);

function parseUnit(text: string): Unit | undefined {
  const parts = text
    .normalize('NFKC')
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
    const time = timeUnits.get(part);
    if (part === 'kg' || part === '公斤' || part === '千克') per = 'kilogram';
    else if (part === 'm2' || part === 'm^2') per = 'square-metre';
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

/** The units that nearly every record uses, read once. */
const common: ReadonlyMap<string, Unit | undefined> = new Map(
  ['mg', 'g', 'mg/kg', 'tablet', '{tbl}', '{tablet}', 'capsule', '{cap}', 'mL', '片'].map((text) => [
    text,
    parseUnit(text),
  ]),
);
