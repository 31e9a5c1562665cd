// What does a value in words say: a written quantity, a qualitative answer, or both?

import { say } from '../logic/message.ts';
import type { Interval } from '../logic/interval.ts';
import { parseQuantity, type WrittenQuantity } from '../logic/quantity.ts';
import { isDamaged, nameOf, textsOf, type Concept } from '../terminology/concept.ts';
import type { Lexicon } from '../terminology/lexicon.ts';
import type { Measurement } from '../terminology/measurement-table.ts';
import { unitOf } from '../terminology/units.ts';
import { amountOf } from './observation-reader-amount.ts';
import { unread, withAmount, type Value } from './observation-value.ts';
import { presenceInText, presenceOf } from './presence.ts';
import type { Presence } from './reading.ts';

/** A written answer: a quantity, a qualitative word, or both ("1:640 (+)"). */
export function readText(written: string, measurement: Measurement, logarithmic: boolean, lexicon: Lexicon): Value {
  const text = written.trim();
  const base: Value = { asWritten: () => text, units: [], text };
  if (isDamaged(text)) return { ...base, unreadable: say('reading.letters-lost', { value: text }) };
  if (measurement.kind === 'concept' || measurement.kind === 'date') return base;
  const presence = lexicon.read(presenceInText)(text);
  const parsed = lexicon.read(parseQuantity)(text);
  const said: Value = { ...base, ...(presence !== undefined && { presence }) };
  if (parsed === undefined) return answered(said, measurement);
  if (parsed.titre && measurement.units?.['{titer}'] === undefined) {
    const dilution: Presence = parsed.interval.low === 0 ? 'negative' : 'positive';
    return measurement.anyUnit === true ? { ...said, presence: presence ?? dilution } : answered(said, measurement);
  }
  const units = parsed.unit === '' ? [] : [parsed.unit];
  const value = withAmount(
    { ...said, units },
    amountOf(measurement, numbersMeant(text, parsed), units, logarithmic, lexicon.converterOf),
  );
  if (value.unreadable === undefined) return value;
  const lessThan = parsed.interval.highOpen === true && measurement.lessThanIsBelowLimit === true;
  // "<20 IU/mL (detected)" is too little to be quantified, not a positive answer in words alone.
  if (lessThan && presence === 'positive') return { ...said, presence: 'below-limit' };
  if (lessThan && units.length === 0) return { ...said, presence: presence ?? 'below-limit' };
  return presence !== undefined && measurement.kind !== 'amount' ? said : value;
}

/** Units in which nobody writes three decimals. */
const ofWholeNumbers: ReadonlySet<string | undefined> = new Set([
  'U/L',
  '[IU]/L',
  '[IU]/mL',
  'm[IU]/mL',
  '{copies}/mL',
  '/uL',
  'mg/(24.h)',
  'mg/d',
  'mg/g',
]);
const threeDecimals = /(?<![\d.,])[1-9]\d{0,2}\.\d{3}(?![\d.,]|\s*[ex×*])/i;

/** "1.200 U/L" are 1200 where a point groups thousands, as in German: both readings. */
function numbersMeant(text: string, { interval, unit }: WrittenQuantity): Interval {
  if (!threeDecimals.test(text) || !ofWholeNumbers.has(unitOf(unit))) return interval;
  return { ...interval, high: interval.high * 1000 };
}

/** A text without a number answers only where words can. */
function answered(said: Value, measurement: Measurement): Value {
  if (measurement.kind !== 'amount' && said.presence !== undefined) return said;
  return { ...said, unreadable: say('reading.words-not-known', { value: said.asWritten() }) };
}

/** A coded answer, with what its text says. */
export function readAnswer(
  concept: Concept | undefined,
  measurement: Measurement,
  logarithmic: boolean,
  lexicon: Lexicon,
): Value {
  if (concept === undefined) return unread('reading.not-a-value', 'CodeableConcept');
  const [text] = textsOf(concept);
  const asWritten = nameOf(concept);
  const said: Value = { asWritten: () => asWritten, units: [], concept, ...(text !== undefined && { text }) };
  if (measurement.kind === 'concept' || measurement.kind === 'date') return said;
  const presence = presenceOf(concept);
  if (presence !== undefined && measurement.kind !== 'amount') return { ...said, presence };
  if (text === undefined) return answered(said, measurement);
  const spoken = readText(text, measurement, logarithmic, lexicon);
  const denied = presence === undefined && spoken.presence !== undefined;
  return { ...spoken, ...said, ...(denied && { unreadable: say('reading.answers-disagree', { value: asWritten }) }) };
}
