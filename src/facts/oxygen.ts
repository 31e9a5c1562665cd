// Is the oxygen saturation high enough, breathing room air?

import { finding, type Finding } from '../logic/finding.ts';
import { isAtLeast, isMoreThan } from '../logic/interval.ts';
import { say } from '../logic/message.ts';
import { readConcept } from '../fhir/concept-reader.ts';
import type { IndexedRecord } from '../fhir/indexed-record.ts';
import { objectAt, objectsAt, textAt } from '../fhir/json.ts';
import type { Reading } from '../fhir/reading.ts';
import { textsOf } from '../terminology/concept.ts';
import { askLatest, evidenceOf, measurementTitle } from './latest.ts';
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
    const oxygen = [...record.readings('FiO2'), ...record.readings('oxygenFlow')].filter((each) =>
      belongsTo(each, reading),
    );
    const evidence = [evidenceOf(reading), ...oxygen.map((each) => evidenceOf(each))];
    const values = { value: reading.asWritten, percent };
    if (enough === 'not-met') return finding('not-met', say('oxygen.too-low', values), { evidence });
    if (enough !== 'met') return finding('unknown', say('oxygen.undecided', values), { evidence, missing });
    const support = supportOf(reading, oxygen);
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

/** A statement about oxygen of the same observation, or of another one at the same instant. */
function belongsTo(oxygen: Reading, saturation: Reading): boolean {
  if (oxygen.reference === saturation.reference) return true;
  const instant = saturation.when?.instant;
  return instant !== undefined && oxygen.when?.instant === instant;
}

type Support = 'oxygen' | 'air' | 'not-stated' | 'unreadable';

const onAir = /room air|ambient air|without oxygen|no oxygen|未吸氧|不吸氧|空气|无吸氧|脱氧|停氧/i;
const onOxygen =
  /nasal (?:cannula|prong)|(?:oxygen|venturi|face|non-?rebreather|simple|breather) mask|ventilator|ventilation|cpap|bipap|high[- ]flow|supplemental|on oxygen|oxygen therapy|吸氧|鼻导管|面罩|呼吸机|高流量|给氧|氧疗/i;

function supportOf(reading: Reading, oxygen: readonly Reading[]): Support {
  const amounts = oxygen.map(({ measurement, amount }) =>
    amount === undefined ? 'unknown' : isMoreThan(amount, measurement === 'FiO2' ? roomAirPercent : 0),
  );
  if (amounts.includes('met')) return 'oxygen';
  const words = wordsAround(reading);
  if (words.some((text) => onOxygen.test(text.replaceAll(new RegExp(onAir, 'gi'), '')))) return 'oxygen';
  if (amounts.includes('unknown')) return 'unreadable';
  return amounts.length > 0 || words.some((text) => onAir.test(text)) ? 'air' : 'not-stated';
}

/** Names, methods, devices, notes and component answers of the observation, where oxygen is often mentioned in words. */
function wordsAround({ resource }: Reading): readonly string[] {
  const concepts = [resource['code'], resource['method']];
  const components = objectsAt(resource, 'component').flatMap((component) => [component['valueCodeableConcept']]);
  const said = [...concepts, ...components].flatMap((value) => {
    const concept = readConcept(value);
    return concept === undefined ? [] : textsOf(concept);
  });
  const written = objectsAt(resource, 'component').map((component) => textAt(component, 'valueString'));
  const notes = objectsAt(resource, 'note').map((note) => textAt(note, 'text'));
  const device = textAt(objectAt(resource, 'device') ?? {}, 'display');
  return [...said, ...[...written, ...notes, device].filter((text) => text !== undefined)];
}
