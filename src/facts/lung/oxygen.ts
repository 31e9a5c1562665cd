// Is the oxygen saturation high enough, breathing room air?

import type { Moment } from '../../logic/calendar.ts';
import { finding, type Evidence, type Finding } from '../../logic/finding.ts';
import { msPerDay } from '../../logic/gregorian.ts';
import { isAtLeast, isMoreThan } from '../../logic/interval.ts';
import { say } from '../../logic/message.ts';
import { readConcept } from '../../fhir/concept-reader.ts';
import type { ReportEntry } from '../../fhir/entries.ts';
import type { IndexedRecord } from '../../fhir/indexed-record.ts';
import { objectAt, objectsAt, textAt } from '../../fhir/json.ts';
import type { Reading } from '../../fhir/reading.ts';
import { nameOf, textsOf } from '../../terminology/concept.ts';
import { askLatest, evidenceOf, measurementTitle } from '../results/latest.ts';
import { isDated, type Dated } from '../results/latest-candidates.ts';
import { isBefore, oxygenGivenAt, oxygenOrderedAt, oxygenPerhapsAt, writtenBefore } from './oxygen-given.ts';
import { reportedAs } from '../results/reported.ts';
import type { Screening } from '../screening.ts';
import { notesOf } from '../../fhir/notes.ts';
import { testFor } from '../orders.ts';

/** Oxygen in room air, percent; a stated concentration above it means added oxygen. */
const roomAirPercent = 21;

/**
 * "SpO2 >= percent" by the latest result within the window. Below it is not-met in any case; at or above it proves nothing
 * while oxygen is given (needs-investigator); without a word about oxygen, room air is assumed and flagged.
 * @source clinical specification section 6 (SpO2), R-0.7; threshold NCT06222853, inclusion criterion 4
 */
export function oxygenSaturationAtLeast(
  record: IndexedRecord,
  screening: Screening,
  { percent, windowDays }: { readonly percent: number; readonly windowDays: number },
): Finding {
  const what = measurementTitle('SpO2');
  const missing = [{ what, orders: [{ coding: testFor.oxygenSaturation, windowDays }] }];
  const question = { names: ['SpO2'], what, screening, windowDays, group: 'SPO2', orders: [testFor.oxygenSaturation] };
  return askLatest(record, question, (reading) => {
    const enough = reading.amount === undefined ? 'unknown' : isAtLeast(reading.amount, percent);
    const oxygen = statedWith(reading, [...record.readings('FiO2'), ...record.readings('oxygenFlow')]);
    const given = oxygenGivenAt(record, screening, reading.when);
    const evidence = [evidenceOf(reading), ...oxygen.map((each) => evidenceOf(each)), ...given];
    const values = { value: reading.asWritten(), percent };
    if (enough === 'not-met') return finding('not-met', say('oxygen.too-low', values), { evidence });
    if (enough !== 'met') return finding('unknown', say('oxygen.undecided', values), { evidence, missing });
    const words = [...wordsAround(reading), ...devicesOf(reading, record)];
    const support = supportOf([
      ...words.map(record.lexicon.read(breathingIn)),
      ...oxygen.map(breathedWith),
      ...given.map(() => 'oxygen' as const),
    ]);
    if (support === 'oxygen') return finding('needs-investigator', say('oxygen.on-oxygen', values), { evidence });
    if (support === 'unreadable')
      return finding('unknown', say('oxygen.support-unreadable', values), { evidence, missing });
    if (support === 'not-stated') {
      const perhaps = [
        ...oxygenPerhapsAt(record, screening, reading.when),
        ...oxygenTheDayBefore(record, reading.when),
      ];
      if (perhaps.length > 0)
        return finding('needs-investigator', say('oxygen.perhaps', values), { evidence: [...evidence, ...perhaps] });
      const ordered = oxygenOrderedAt(record, reading.when);
      if (ordered.length > 0)
        return finding('needs-investigator', say('oxygen.ordered', values), { evidence: [...evidence, ...ordered] });
    }
    const flags = support === 'not-stated' ? ['ROOM_AIR_ASSUMED'] : [];
    return finding('met', say(support === 'not-stated' ? 'oxygen.air-assumed' : 'oxygen.on-air', values), {
      evidence,
      flags,
    });
  });
}

/**
 * What is stated about oxygen: in the same observation, else the last of that day up to it. Charts write the flow once and the
 * saturation many times.
 */
function statedWith({ reference, when }: Dated, oxygen: readonly Reading[]): readonly Reading[] {
  const own = oxygen.filter((each) => each.reference === reference);
  if (own.length > 0) return own;
  const before = oxygen.filter(isDated).filter((each) => isBefore(each.when, when));
  const last = Math.max(...before.flatMap((each) => each.when.instant ?? []));
  return before.filter((each) => each.when.instant === undefined || each.when.instant === last);
}

/**
 * What told last, within a day and a night before the saturation, that oxygen was given: a child on oxygen in the evening may be on it
 * in the morning. Both need a time of day.
 */
function oxygenTheDayBefore(record: IndexedRecord, at: Moment): readonly Evidence[] {
  const said = [
    ...[...record.readings('FiO2'), ...record.readings('oxygenFlow')]
      .filter(isDated)
      .map((reading) => ({ when: reading.when, breathing: breathedWith(reading), evidence: evidenceOf(reading) })),
    ...record.reports.flatMap((entry) => {
      const answer = deviceIn(entry);
      if (answer === undefined || entry.when === undefined) return [];
      return [{ when: entry.when, breathing: breathingIn(answer), evidence: reportedAs(entry) }];
    }),
  ].filter(({ when, breathing }) => breathing !== undefined && isWithinADayBefore(when, at));
  const last = Math.max(...said.flatMap(({ when }) => when.instant ?? []));
  return said
    .filter(({ when, breathing }) => when.instant === last && breathing !== 'air')
    .map(({ evidence }) => evidence);
}

/** Without a time of day on both sides neither holds: of NaN nothing does. */
const isWithinADayBefore = ({ instant: before = Number.NaN }: Moment, { instant = Number.NaN }: Moment): boolean =>
  before <= instant && instant - before <= msPerDay;

/** Words of other observations of that day that say how oxygen is given ("O2 device: nasal cannula"); not yet final ones may only add oxygen. */
const devicesOf = ({ when }: Dated, record: IndexedRecord): readonly string[] =>
  writtenBefore(record, when).flatMap((entry) => deviceIn(entry) ?? []);

const asksForDevice =
  /\bo2\b|oxygen|respirat(?:ory|ion) support|breathing support|ventilat(?:ion|ory|or) (?:mode|support|type)|sauerstoff(?:gabe|therapie|zufuhr)|o2-gabe|atemunterstützung|吸氧|给氧|供氧|氧疗|呼吸支持|通气(?:方式|模式|支持)/i;

/** A question for oxygen, not for the kind of device, may be answered with yes or no. */
const asksWhether = /oxygen|\bo2\b(?! device)|sauerstoff|吸氧|给氧|供氧|氧疗/i;
const [yes, no] = [/^\W*(?:yes|ja|true|是|有)$/i, /^\W*(?:no|none|nein|false|否|无)$/i];

/** The answer of an observation that asks how oxygen is given. */
function deviceIn({ resource, concept, conclusion = '', status }: ReportEntry): string | undefined {
  const name = nameOf(concept);
  if (resource.resourceType !== 'Observation' || !asksForDevice.test(name)) return undefined;
  const said = conclusion.slice(name.length);
  const answer = asksWhether.test(name) ? said.replace(yes, ' on oxygen').replace(no, ' no oxygen') : said;
  return status === 'valid' || breathingIn(answer) === 'oxygen' ? answer : undefined;
}

type Support = 'oxygen' | 'air' | 'not-stated' | 'unreadable';

const onAir =
  /room air|raumluft|(?:ohne|kein(?:en?)?) (?:o2|sauerstoff)|\bra\b|ambient air|without oxygen|no oxygen|未吸氧|不吸氧|空气|无吸氧|脱氧|停氧/gi;
const onOxygen =
  /nasal (?:cannula|prong)|(?:oxygen|venturi|face|non-?rebreather|simple|breather) mask|ventilator|ventilation|cpap|bipap|high[- ]flow|hfnc|\bnc\b|\bniv\b|\becmo\b|intubat|tracheostomy|\d ?(?:lpm|l\/min)\b|\bo2\b ?(?:\d|via)|\d ?l (?:of )?o2\b|supplemental|on oxygen|nasenbrille|(?:sauerstoff|o2)-?(?:gabe|therapie|zufuhr|brille|maske)|unter (?:o2|sauerstoff)\b|oxygen therapy|吸氧|鼻导管|面罩|呼吸机|高流量|给氧|氧疗|插管|无创(?:呼吸|通气|正压)|有创通气|机械通气/i;

type Breathing = 'oxygen' | 'air' | undefined;

/** What a text says she breathes; "without oxygen" does not speak of oxygen. */
function breathingIn(text: string): Breathing {
  const rest = text.replaceAll(onAir, '');
  if (onOxygen.test(rest)) return 'oxygen';
  return rest === text ? undefined : 'air';
}

function supportOf(said: readonly (Breathing | 'unreadable')[]): Support {
  if (said.includes('oxygen')) return 'oxygen';
  if (said.includes('unreadable')) return 'unreadable';
  return said.includes('air') ? 'air' : 'not-stated';
}

/** What a flow or a concentration says she breathes, as a number or in words. */
function breathedWith({ measurement, amount, text = '' }: Reading): Breathing | 'unreadable' {
  if (amount === undefined) return breathingIn(text) ?? 'unreadable';
  const added = isMoreThan(amount, measurement === 'FiO2' ? roomAirPercent : 0);
  return added === 'met' ? 'oxygen' : added === 'not-met' ? 'air' : 'unreadable';
}

/** Names, methods, devices, notes, the value in words and component answers of the observation, where oxygen is often mentioned. */
function wordsAround({ resource, text: value }: Reading): readonly string[] {
  const concepts = [resource['code'], resource['method']];
  const components = objectsAt(resource, 'component').flatMap((component) => [component['valueCodeableConcept']]);
  const said = [...concepts, ...components].flatMap((value) => {
    const concept = readConcept(value);
    return concept === undefined ? [] : textsOf(concept);
  });
  const flags = objectsAt(resource, 'interpretation').map((each) => textAt(each, 'text'));
  const written = objectsAt(resource, 'component').map((component) => textAt(component, 'valueString'));
  const device = textAt(objectAt(resource, 'device') ?? {}, 'display');
  return [...said, ...[value, ...written, ...notesOf(resource), ...flags, device].filter((text) => text !== undefined)];
}
