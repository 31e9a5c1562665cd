// Is the oxygen saturation high enough, breathing room air?

import { finding, type Finding } from '../logic/finding.ts';
import { isAtLeast, isMoreThan } from '../logic/interval.ts';
import { possiblyWithin, type Moment } from '../logic/calendar.ts';
import { say } from '../logic/message.ts';
import { readConcept } from '../fhir/concept-reader.ts';
import type { ReportEntry } from '../fhir/entries.ts';
import type { IndexedRecord } from '../fhir/indexed-record.ts';
import { objectAt, objectsAt, textAt } from '../fhir/json.ts';
import type { Reading } from '../fhir/reading.ts';
import { nameOf, textsOf } from '../terminology/concept.ts';
import { askLatest, evidenceOf, measurementTitle } from './latest.ts';
import { isDated } from './latest-candidates.ts';
import { reportedAs } from './reported.ts';
import type { Screening } from './screening.ts';

const oximetry = {
  system: 'http://loinc.org',
  code: '59408-5',
  display: 'Oxygen saturation in Arterial blood by Pulse oximetry',
} as const;

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
  const missing = [{ what, orders: [{ coding: oximetry, windowDays }] }];
  const question = { names: ['SpO2'], what, screening, windowDays, group: 'SPO2', orders: [oximetry] };
  return askLatest(record, question, (reading) => {
    const enough = reading.amount === undefined ? 'unknown' : isAtLeast(reading.amount, percent);
    const oxygen = statedWith(reading, [...record.readings('FiO2'), ...record.readings('oxygenFlow')]);
    const reports = oxygenInReports(reading, record);
    const evidence = [evidenceOf(reading), ...oxygen.map((each) => evidenceOf(each)), ...reports.map(reportedAs)];
    const values = { value: reading.asWritten(), percent };
    if (enough === 'not-met') return finding('not-met', say('oxygen.too-low', values), { evidence });
    if (enough !== 'met') return finding('unknown', say('oxygen.undecided', values), { evidence, missing });
    const words = [...wordsAround(reading), ...devicesOf(reading, record)];
    const support = supportOf([
      ...words.map(record.lexicon.read(breathingIn)),
      ...oxygen.map(breathedWith),
      ...reports.map(() => 'oxygen' as const),
    ]);
    if (support === 'oxygen') return finding('needs-investigator', say('oxygen.on-oxygen', values), { evidence });
    if (support === 'unreadable')
      return finding('unknown', say('oxygen.support-unreadable', values), { evidence, missing });
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
function statedWith({ reference, when }: Reading, oxygen: readonly Reading[]): readonly Reading[] {
  const own = oxygen.filter((each) => each.reference === reference);
  if (own.length > 0) return own;
  const before = oxygen.filter(isDated).filter((each) => isBefore(each.when, when));
  const last = Math.max(...before.flatMap((each) => each.when.instant ?? []));
  return before.filter((each) => each.when.instant === undefined || each.when.instant === last);
}

/** On the same day, and not known to be later. */
const isBefore = (when: Moment, at: Moment | undefined): boolean =>
  at !== undefined &&
  when.from === when.to &&
  possiblyWithin(when, at.from, at.to) &&
  (when.instant ?? 0) <= (at.instant ?? Infinity);

/** Reports and answers in words of that day up to the saturation. */
const writtenBefore = ({ when }: Reading, record: IndexedRecord): readonly ReportEntry[] =>
  record.reports.filter((report) => report.when !== undefined && isBefore(report.when, when));

/** Words of other observations of that day that say how oxygen is given ("O2 device: nasal cannula"); not yet final ones may only add oxygen. */
const devicesOf = (reading: Reading, record: IndexedRecord): readonly string[] =>
  writtenBefore(reading, record).flatMap(({ resource, concept, conclusion = '', status }) => {
    const name = nameOf(concept);
    if (resource.resourceType !== 'Observation' || !/\bo2\b|oxygen|吸氧|给氧|供氧|氧疗/i.test(name)) return [];
    const answer = conclusion.slice(name.length);
    return status === 'valid' || breathingIn(answer) === 'oxygen' ? [answer] : [];
  });

/** Diagnostic reports of that day that tell of oxygen being given; what they say of room air may be of another hour. */
const oxygenInReports = (reading: Reading, record: IndexedRecord): readonly ReportEntry[] =>
  writtenBefore(reading, record).filter(
    ({ resource, conclusion }) =>
      resource.resourceType === 'DiagnosticReport' &&
      conclusion !== undefined &&
      record.lexicon.read(tellsOfOxygen)(conclusion),
  );

type Support = 'oxygen' | 'air' | 'not-stated' | 'unreadable';

const onAir = /room air|ambient air|without oxygen|no oxygen|未吸氧|不吸氧|空气|无吸氧|脱氧|停氧/gi;
const onOxygen =
  /nasal (?:cannula|prong)|(?:oxygen|venturi|face|non-?rebreather|simple|breather) mask|ventilator|ventilation|cpap|bipap|high[- ]flow|supplemental|on oxygen|oxygen therapy|吸氧|鼻导管|面罩|呼吸机|高流量|给氧|氧疗/i;

/** Oxygen that is advised, not needed, or no longer given. */
const notGiven =
  /\b(?:recommend\w*|consider\w*|suggest\w*|advise\w*|if (?:needed|necessary)|may (?:need|require)|no (?:need|indication)|not (?:currently |now )?(?:on|requir\w+|need\w*|receiv\w+|using)|never|off|weaned?)\b(?:(?!\bon\b)[^.;,\n]){0,25}?(?:oxygen|o2|cannula|ventilat\w*|cpap|bipap|high[- ]flow)|(?:建议|必要时|可予|可给予|考虑|无需|不需|不用|未予?|停止?|脱离?|拒绝)[^,。;\n]{0,6}(?:吸氧|给氧|氧疗|呼吸机|通气|鼻导管|面罩|高流量)/g;
const given =
  /nasal (?:cannula|prong)|(?:oxygen|venturi|non-?rebreather) mask|(?:mechanical(?:ly)?|non-?invasive|assisted) ventilat|\bventilator|\bintubated|cpap|bipap|high[- ]flow (?:nasal|oxygen)|supplemental oxygen|\bon (?:oxygen|o2)\b|oxygen (?:therapy|inhalation|supplementation|at \d|via|\d)|\d ?(?:l|l\/min|lpm) (?:of )?(?:oxygen|o2)\b|吸氧|鼻导管|面罩|呼吸机|高流量|给氧|氧疗|机械通气|气管插管/;

/** Whether the words of a report, on whatever matter, tell of oxygen being given. */
export function tellsOfOxygen(conclusion: string): boolean {
  const text = conclusion.normalize('NFKC').toLowerCase();
  return given.test(text.replaceAll(notGiven, ' ').replaceAll(onAir, ' '));
}

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
  const written = objectsAt(resource, 'component').map((component) => textAt(component, 'valueString'));
  const notes = objectsAt(resource, 'note').map((note) => textAt(note, 'text'));
  const device = textAt(objectAt(resource, 'device') ?? {}, 'display');
  return [...said, ...[value, ...written, ...notes, device].filter((text) => text !== undefined)];
}
