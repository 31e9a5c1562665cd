// What does the value of an Observation, or of one of its components, say?

import { exactly, type Interval } from '../logic/interval.ts';
import { say, type Message } from '../logic/message.ts';
import { comparedTo, parseQuantity } from '../logic/quantity.ts';
import { nameOf, textsOf, type Concept } from '../terminology/concept.ts';
import type { Measurement } from '../terminology/measurement-table.ts';
import { readConcept } from './concept-reader.ts';
import { isJson, objectAt, textAt } from './json.ts';
import { amountOf, type Amount, type ConverterOf } from './observation-reader-amount.ts';
import { presenceInText, presenceOf } from './presence.ts';
import type { ReaderContext } from './reader-context.ts';
import type { Presence } from './reading.ts';
import type { Json } from './record.ts';
import { unitsOf } from './reference-range.ts';

export type Value = {
  readonly asWritten: string;
  readonly amount?: Interval;
  /** A number in a unit that only its own reference range can be compared with. */
  readonly ownUnit?: Interval;
  /** The unit of the amount as written, for a reference range that has none of its own. */
  readonly units: readonly string[];
  readonly presence?: Presence;
  readonly text?: string;
  readonly concept?: Concept;
  readonly unreadable?: Message;
  /** A different quantity under the same name: set aside. */
  readonly apart?: true;
};

const valueKeys = [
  'valueQuantity',
  'valueCodeableConcept',
  'valueString',
  'valueBoolean',
  'valueInteger',
  'valueRange',
  'valueRatio',
  'valueDateTime',
  'valueDate',
  'valuePeriod',
  'valueTime',
  'valueSampledData',
] as const;

const hasValue = (part: Json, key: string): boolean => part[key] !== undefined && part[key] !== null;

/** Reads the one value of a part; undefined if it has none. `logarithmic`: its code says the number is a logarithm. */
export function readValue(
  part: Json,
  measurement: Measurement,
  logarithmic: boolean,
  { translate, converterOf }: Pick<ReaderContext, 'translate' | 'converterOf'>,
): Value | undefined {
  const key = valueKeys.find((each) => hasValue(part, each));
  if (key === undefined) return undefined;
  const value = part[key];
  if (valueKeys.findLast((each) => hasValue(part, each)) !== key)
    return unread('reading.several-values', valueKeys.filter((each) => hasValue(part, each)).join(', '));
  if (typeof value === 'string' && value.trim() === '') return unread('reading.not-a-value', key);
  if (key === 'valueQuantity' && isJson(value)) {
    const interval = intervalOf(value);
    const asWritten = orElse(written(value), key);
    if (interval === undefined) return unread('reading.not-a-number', asWritten);
    const units = unitsOf(value);
    const read = amountOf(measurement, interval, units, logarithmic, converterOf);
    if (read.state === 'amount') return { asWritten, units, amount: read.amount };
    return withAmount({ asWritten, units }, read);
  }
  const quantity = (interval: Interval | undefined, units: readonly string[], asWritten: string): Value =>
    interval === undefined
      ? unread('reading.not-a-number', asWritten)
      : withAmount({ asWritten, units }, amountOf(measurement, interval, units, logarithmic, converterOf));
  if (key === 'valueString' && typeof value === 'string') return readText(value, measurement, logarithmic, converterOf);
  if (key === 'valueBoolean' && typeof value === 'boolean')
    return { asWritten: String(value), units: [], presence: value ? 'positive' : 'negative' };
  if (key === 'valueInteger' && typeof value === 'number') return quantity(exactly(value), [], String(value));
  if ((key === 'valueDateTime' || key === 'valueDate') && typeof value === 'string')
    return { asWritten: value, units: [], text: value };
  if (!isJson(value)) return unread('reading.not-a-value', Array.isArray(value) ? key : String(value).slice(0, 40));
  if (key === 'valueCodeableConcept')
    return readAnswer(readConcept(value, translate), measurement, logarithmic, converterOf);
  if (key === 'valueRange') return readRange(value, quantity);
  if (key === 'valueRatio')
    return readRatio(value, quantity, (dilution) => readText(dilution, measurement, logarithmic, converterOf));
  const start = textAt(value, 'start');
  if (key === 'valuePeriod' && start !== undefined) return { asWritten: start, units: [], text: start };
  return unread('reading.not-a-value', key);
}

/** What is shown of a value in which nothing is written: its kind. */
const orElse = (asWritten: string, key: string): string => (asWritten === '' ? key : asWritten);

const unread = (id: string, asWritten: string): Value => ({
  asWritten,
  units: [],
  unreadable: say(id, { value: asWritten }),
});

function withAmount(value: Value, read: Amount): Value {
  if (read.state === 'amount') return { ...value, amount: read.amount };
  if (read.state === 'own-unit') return { ...value, ownUnit: read.written };
  return read.state === 'apart' ? { ...value, apart: true } : { ...value, unreadable: read.why };
}

/** The number of a Quantity with its comparator; undefined if it has none, or an unknown comparator. */
function intervalOf(quantity: Json): Interval | undefined {
  const value = quantity['value'];
  return typeof value === 'number' ? comparedTo(textAt(quantity, 'comparator'), value) : undefined;
}

function written(quantity: Json): string {
  const value = quantity['value'];
  const number = typeof value === 'number' || typeof value === 'string' ? String(value) : '';
  // A UCUM annotation such as {score} is a word for readers, not a unit.
  const sent = textAt(quantity, 'unit') ?? textAt(quantity, 'code') ?? '';
  const unit = sent.startsWith('{') && sent.endsWith('}') ? sent.slice(1, -1) : sent;
  return `${textAt(quantity, 'comparator') ?? ''}${number}${unit === '' ? '' : ` ${unit}`}`;
}

type MakeQuantity = (interval: Interval | undefined, units: readonly string[], asWritten: string) => Value;

function readRange(range: Json, make: MakeQuantity): Value {
  const [low, high] = [objectAt(range, 'low'), objectAt(range, 'high')];
  const [from, to] = [low?.['value'], high?.['value']];
  const units = [...new Set([low, high].flatMap((end) => (end === undefined ? [] : unitsOf(end))))];
  const text = [low, high].map((end) => (end === undefined ? '' : written(end))).join(' - ');
  if (typeof from === 'number' && typeof to === 'number') return make({ low: from, high: to }, units, text);
  if (typeof from === 'number' && high === undefined) return make({ low: from, high: Infinity }, units, text);
  return make(typeof to === 'number' && low === undefined ? { low: 0, high: to } : undefined, units, text);
}

/** A dilution 1:n, or a quotient of two quantities such as 900 mg / 24 h. */
function readRatio(ratio: Json, make: MakeQuantity, readDilution: (text: string) => Value): Value {
  const [top, bottom] = [objectAt(ratio, 'numerator'), objectAt(ratio, 'denominator')];
  const [n, d] = [top?.['value'], bottom?.['value']];
  if (top === undefined || bottom === undefined || typeof n !== 'number' || typeof d !== 'number' || d <= 0)
    return unread('reading.not-a-number', 'ratio');
  const text = `${written(top)}:${written(bottom)}`;
  const comparator = textAt(top, 'comparator') ?? textAt(bottom, 'comparator');
  const units = [unitsOf(top)[0], unitsOf(bottom)[0]].map((unit) => (unit === '1' ? undefined : unit));
  if (units[0] === undefined && units[1] === undefined)
    return n === 1 ? readDilution(`${comparator ?? ''}1:${String(d)}`) : unread('reading.not-a-number', text);
  return make(comparedTo(comparator, n / d), [`${units[0] ?? '1'}/${units[1] ?? '1'}`], text);
}

/** A written answer: a quantity, a qualitative word, or both ("1:640 (+)"). */
function readText(written: string, measurement: Measurement, logarithmic: boolean, converterOf: ConverterOf): Value {
  const text = written.trim();
  const base: Value = { asWritten: text, units: [], text };
  if (measurement.kind === 'concept' || measurement.kind === 'date') return base;
  const presence = presenceInText(text);
  const parsed = parseQuantity(text);
  const said: Value = { ...base, ...(presence !== undefined && { presence }) };
  if (parsed === undefined) return answered(said, measurement);
  if (parsed.titre && measurement.units?.['{titer}'] === undefined) {
    const dilution: Presence = parsed.interval.low === 0 ? 'negative' : 'positive';
    return measurement.anyUnit === true ? { ...said, presence: presence ?? dilution } : answered(said, measurement);
  }
  const units = parsed.unit === '' ? [] : [parsed.unit];
  const value = withAmount({ ...said, units }, amountOf(measurement, parsed.interval, units, logarithmic, converterOf));
  if (value.unreadable === undefined && value.ownUnit === undefined) return value;
  const { low, highOpen } = parsed.interval;
  const lessThan = low === 0 && highOpen === true && units.length === 0;
  if (lessThan && measurement.lessThanIsBelowLimit === true) return { ...said, presence: presence ?? 'below-limit' };
  return value.unreadable !== undefined && presence !== undefined && measurement.kind !== 'amount' ? said : value;
}

/** A text without a number answers only where words can. */
function answered(said: Value, measurement: Measurement): Value {
  if (measurement.kind !== 'amount' && said.presence !== undefined) return said;
  return { ...said, unreadable: say('reading.words-not-known', { value: said.asWritten }) };
}

function readAnswer(
  concept: Concept | undefined,
  measurement: Measurement,
  logarithmic: boolean,
  converterOf: ConverterOf,
): Value {
  if (concept === undefined) return unread('reading.not-a-value', 'CodeableConcept');
  const [text] = textsOf(concept);
  const asWritten = nameOf(concept);
  const said: Value = { asWritten, units: [], concept, ...(text !== undefined && { text }) };
  if (measurement.kind === 'concept' || measurement.kind === 'date') return said;
  const presence = presenceOf(concept);
  if (presence !== undefined && measurement.kind !== 'amount') return { ...said, presence };
  const spoken = readText(text ?? '', measurement, logarithmic, converterOf);
  const denied = presence === undefined && spoken.presence !== undefined && spoken.amount === undefined;
  return { ...spoken, ...said, ...(denied && { unreadable: say('reading.answers-disagree', { value: asWritten }) }) };
}
