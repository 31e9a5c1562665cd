// What does the value of an Observation, or of one of its components, say?

import { exactly, type Interval } from '../logic/interval.ts';
import { comparedTo } from '../logic/quantity.ts';
import type { ConverterOf } from '../terminology/converters.ts';
import type { Measurement } from '../terminology/measurement-table.ts';
import { readConcept } from './concept-reader.ts';
import { asJson, asText, isJson } from './json.ts';
import { amountOf } from './observation-reader-amount.ts';
import { readAnswer, readText } from './observation-reader-words.ts';
import { unread, withAmount, type Value } from './observation-value.ts';
import type { ReaderContext } from './reader-context.ts';
import type { Json } from './record.ts';
import { unitsOf } from './reference-range.ts';

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

/** Reads the one value of a part; undefined if it has none. `logarithmic`: its code says the number is a logarithm. */
export function readValue(
  part: Json,
  measurement: Measurement,
  logarithmic: boolean,
  { translate, lexicon }: Pick<ReaderContext, 'translate' | 'lexicon'>,
): Value | undefined {
  const sent = part['valueQuantity'];
  if (isJson(sent) && !hasOtherValue(part)) return readQuantity(sent, measurement, logarithmic, lexicon.converterOf);
  const keys = valueKeys.filter((each) => part[each] !== undefined && part[each] !== null);
  const [key] = keys;
  if (key === undefined) return undefined;
  if (keys.length > 1) return unread('reading.several-values', keys.join(', '));
  return readOther(part[key], key, measurement, logarithmic, { translate, lexicon });
}

/** Whether a value stands beside the quantity, which is by far the most frequent one. */
const hasOtherValue = (part: Json): boolean =>
  (part['valueCodeableConcept'] ??
    part['valueString'] ??
    part['valueBoolean'] ??
    part['valueInteger'] ??
    part['valueRange'] ??
    part['valueRatio'] ??
    part['valueDateTime'] ??
    part['valueDate'] ??
    part['valuePeriod'] ??
    part['valueTime'] ??
    part['valueSampledData'] ??
    undefined) !== undefined;

function readQuantity(sent: Json, measurement: Measurement, logarithmic: boolean, converterOf: ConverterOf): Value {
  const interval = intervalOf(sent);
  const asWritten = (): string => orElse(written(sent), 'valueQuantity');
  if (interval === undefined) return unread('reading.not-a-number', asWritten());
  const units = unitsOf(sent);
  const read = amountOf(measurement, interval, units, logarithmic, converterOf);
  return read.state === 'amount' ? { asWritten, units, amount: read.amount } : withAmount({ asWritten, units }, read);
}

function readOther(
  value: unknown,
  key: (typeof valueKeys)[number],
  measurement: Measurement,
  logarithmic: boolean,
  { translate, lexicon }: Pick<ReaderContext, 'translate' | 'lexicon'>,
): Value {
  const { converterOf } = lexicon;
  if (typeof value === 'string' && value.trim() === '') return unread('reading.not-a-value', key);
  const quantity = (interval: Interval | undefined, units: readonly string[], asWritten: string): Value =>
    interval === undefined
      ? unread('reading.not-a-number', asWritten)
      : withAmount(
          { asWritten: () => asWritten, units },
          amountOf(measurement, interval, units, logarithmic, converterOf),
        );
  if (key === 'valueString' && typeof value === 'string') return readText(value, measurement, logarithmic, lexicon);
  if (key === 'valueBoolean' && typeof value === 'boolean')
    return { asWritten: () => String(value), units: [], presence: value ? 'positive' : 'negative' };
  if (key === 'valueInteger' && typeof value === 'number') return quantity(exactly(value), [], String(value));
  if ((key === 'valueDateTime' || key === 'valueDate') && typeof value === 'string')
    return { asWritten: () => value, units: [], text: value };
  if (!isJson(value)) return unread('reading.not-a-value', Array.isArray(value) ? key : String(value).slice(0, 40));
  if (key === 'valueCodeableConcept')
    return readAnswer(readConcept(value, translate), measurement, logarithmic, lexicon);
  if (key === 'valueRange') return readRange(value, quantity);
  if (key === 'valueRatio')
    return readRatio(value, quantity, (dilution) => readText(dilution, measurement, logarithmic, lexicon));
  const start = asText(value['start']);
  if (key === 'valuePeriod' && start !== undefined) return { asWritten: () => start, units: [], text: start };
  return unread('reading.not-a-value', key);
}

/** What is shown of a value in which nothing is written: its kind. */
const orElse = (asWritten: string, key: string): string => (asWritten === '' ? key : asWritten);

/** The number of a Quantity with its comparator; undefined if it has none, or an unknown comparator. */
function intervalOf(quantity: Json): Interval | undefined {
  const value = quantity['value'];
  return typeof value === 'number' ? comparedTo(asText(quantity['comparator']), value) : undefined;
}

function written(quantity: Json): string {
  const value = quantity['value'];
  const number = typeof value === 'number' || typeof value === 'string' ? String(value) : '';
  // A UCUM annotation such as {score} is a word for readers, not a unit.
  const sent = asText(quantity['unit']) ?? asText(quantity['code']) ?? '';
  const unit = sent.startsWith('{') && sent.endsWith('}') ? sent.slice(1, -1) : sent;
  return `${asText(quantity['comparator']) ?? ''}${number}${unit === '' ? '' : ` ${unit}`}`;
}

type MakeQuantity = (interval: Interval | undefined, units: readonly string[], asWritten: string) => Value;

function readRange(range: Json, make: MakeQuantity): Value {
  const [low, high] = [asJson(range['low']), asJson(range['high'])];
  const [from, to] = [low?.['value'], high?.['value']];
  const units = [...new Set([low, high].flatMap((end) => (end === undefined ? [] : unitsOf(end))))];
  const text = [low, high].map((end) => (end === undefined ? '' : written(end))).join(' - ');
  if (typeof from === 'number' && typeof to === 'number') return make({ low: from, high: to }, units, text);
  if (typeof from === 'number' && high === undefined) return make({ low: from, high: Infinity }, units, text);
  return make(typeof to === 'number' && low === undefined ? { low: 0, high: to } : undefined, units, text);
}

/** A dilution 1:n, or a quotient of two quantities such as 900 mg / 24 h. */
function readRatio(ratio: Json, make: MakeQuantity, readDilution: (text: string) => Value): Value {
  const [top, bottom] = [asJson(ratio['numerator']), asJson(ratio['denominator'])];
  const [n, d] = [top?.['value'], bottom?.['value']];
  if (top === undefined || bottom === undefined || typeof n !== 'number' || typeof d !== 'number' || d <= 0)
    return unread('reading.not-a-number', 'ratio');
  const text = `${written(top)}:${written(bottom)}`;
  const comparator = asText(top['comparator']) ?? asText(bottom['comparator']);
  const units = [unitsOf(top)[0], unitsOf(bottom)[0]].map((unit) => (unit === '1' ? undefined : unit));
  if (units[0] === undefined && units[1] === undefined)
    return n === 1 ? readDilution(`${comparator ?? ''}1:${String(d)}`) : unread('reading.not-a-number', text);
  return make(comparedTo(comparator, n / d), [`${units[0] ?? '1'}/${units[1] ?? '1'}`], text);
}
