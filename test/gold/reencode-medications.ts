// How else could a hospital have written the same medications?

/* Rewritten by plain tables, without the readers of src/: the shapes of Epic and Cerner, text alone, dispenses, single doses. */

import { mg, milligramsOf, nameOf, orderOf, ucum, type Json } from './reencode-plain-order.ts';
import { asDispenses, asSingleDoses } from './reencode-medication-events.ts';
import type { Encoding } from './reencode.ts';

type Bundle = Parameters<Encoding['encode']>[0];
type Entry = Bundle['entry'][number];

const clockTimes: Readonly<Record<number, readonly string[]>> = {
  1: ['09:00:00'],
  2: ['09:00:00', '21:00:00'],
  3: ['08:00:00', '14:00:00', '20:00:00'],
};

const typed = (code: string, doseQuantity: Json): Json => ({
  type: { coding: [{ system: 'http://epic.com/CodeSystem/dose-rate-type', code, display: code }], text: code },
  doseQuantity,
});

/** One dose three times, clock times instead of a frequency, and the drug in a Medication of its own. */
function asEpic(entry: Entry, index: number): readonly Entry[] {
  const order = orderOf(entry.resource);
  const { medicationCodeableConcept, ...rest } = entry.resource;
  const times = clockTimes[order?.repeat['periodUnit'] === 'd' ? order.repeat['frequency'] : 0];
  const milligrams = milligramsOf(entry.resource, order?.quantity);
  if (order === undefined || times === undefined || order.quantity === undefined || milligrams === undefined)
    return [entry];
  const url = `urn:uuid:00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
  const coding = [
    { system: 'urn:oid:2.16.840.1.113883.6.68', code: `2210004500${String(index)}` },
    ...(medicationCodeableConcept?.coding ?? []).map(({ system, code }: Json) => ({ system, code })),
  ];
  const dosage = {
    ...order.dosage,
    text: undefined,
    timing: {
      repeat: { boundsPeriod: order.repeat['boundsPeriod'], timeOfDay: times },
      code: { text: times.map((time) => time.slice(0, 5).replace(':', '')).join(', ') },
    },
    doseAndRate: [
      typed('calculated', mg(milligrams)),
      typed('admin-amount', order.quantity),
      typed('ordered', mg(milligrams)),
    ],
  };
  const drug = {
    resourceType: 'Medication',
    id: `drug-${String(index)}`,
    code: { ...medicationCodeableConcept, coding },
  };
  return [
    {
      ...entry,
      resource: { ...rest, medicationReference: { reference: url }, dosageInstruction: [dosage] },
    },
    { fullUrl: url, resource: drug },
  ];
}

const cernerCodes: Readonly<Record<string, string>> = { '1d': 'Daily', '2d': 'BID', '3d': 'TID', '1wk': 'qWeek' };

/** A tenant's own timing codes, doses in g, and what is taken at home as a plan that the patient reported. */
function asCerner(entry: Entry): readonly Entry[] {
  const { resource } = entry;
  const order = orderOf(resource);
  const display = cernerCodes[`${String(order?.repeat['frequency'])}${String(order?.repeat['periodUnit'])}`];
  const milligrams = milligramsOf(resource, order?.quantity);
  if (order === undefined || display === undefined || milligrams === undefined) return [entry];
  const timing = {
    repeat: { boundsPeriod: order.repeat['boundsPeriod'] },
    code: { coding: [{ system: 'https://fhir.cerner.com/tenant/codeSet/4003', code: '2244', display }], text: display },
  };
  const doseAndRate = [{ doseQuantity: { value: milligrams / 1000, unit: 'g', system: ucum, code: 'g' } }];
  const dosageInstruction = [{ ...order.dosage, timing, doseAndRate, text: undefined }];
  const reported = { intent: 'plan', reportedBoolean: true };
  return [{ ...entry, resource: { ...resource, ...(order.end !== undefined && reported), dosageInstruction } }];
}

const inPounds = (resource: Json): Json => {
  const { valueQuantity } = resource;
  if (resource['resourceType'] !== 'Observation' || valueQuantity?.unit !== 'kg') return resource;
  return {
    ...resource,
    valueQuantity: { value: valueQuantity.value / 0.45359237, unit: 'lbs', system: ucum, code: '[lb_av]' },
  };
};

const frequencies: Readonly<Record<string, readonly [en: string, zh: string]>> = {
  '1d': ['once daily', '1日1次'],
  '2d': ['two times a day', '2次/日'],
  '3d': ['three times a day', '一日三次'],
  '1wk': ['once a week', '每周1次'],
};

/** The instruction in words only, in the other language; the days in the order's validity. */
function asText(entry: Entry): readonly Entry[] {
  const { resource } = entry;
  const order = orderOf(resource);
  const words = frequencies[`${String(order?.repeat['frequency'])}${String(order?.repeat['periodUnit'])}`];
  if (order?.quantity === undefined || words === undefined || order.start === undefined) return [entry];
  const { value, unit } = order.quantity;
  const chinese = /[\u4e00-\u9fff]/.test(nameOf(resource));
  const prn = order.dosage['asNeededBoolean'] === true;
  const pieces = String(unit).startsWith('cap') ? ['capsules', '粒'] : ['tablets', '片'];
  const [en, zh] =
    unit === 'mg'
      ? [`${String(value)} mg`, `${String(value)}mg`]
      : [`${String(value)} ${pieces[0] ?? ''}`, `${String(value)}${pieces[1] ?? ''}`];
  const text = chinese
    ? `Take ${en} by mouth ${words[0]}${prn ? ' as needed' : ''}`
    : `一次${zh}，口服，${words[1]}${prn ? '，必要时' : ''}`;
  const { start, end } = order;
  const when =
    end === undefined
      ? { dosageInstruction: [{ text, timing: { repeat: { boundsPeriod: { start } } } }] }
      : { dosageInstruction: [{ text }], dispenseRequest: { validityPeriod: { start, end } } };
  return [{ ...entry, resource: { ...resource, ...when } }];
}

const rewriting =
  (change: (entry: Entry, index: number) => readonly Entry[]) =>
  (bundle: Bundle): Bundle => ({ ...bundle, entry: bundle.entry.flatMap((entry, index) => change(entry, index)) });

/** Other ways to write medications. */
export const medicationEncodings: readonly Encoding[] = [
  { name: 'Epic orders', encode: rewriting(asEpic) },
  {
    name: 'Cerner orders, doses in g, weights in lb',
    encode: rewriting((entry) => asCerner({ ...entry, resource: inPounds(entry.resource) })),
  },
  { name: 'instructions in words of the other language', encode: rewriting(asText) },
  { name: 'dispenses and statements', encode: rewriting(asDispenses) },
  { name: 'single doses', encode: rewriting(asSingleDoses) },
];
