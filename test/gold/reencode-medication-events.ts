// How else could the same doses be on record: as what was handed out, or as every dose that was given?

import { mg, milligramsOf, nameOf, orderOf, ucum, type Json } from './reencode-plain-order.ts';
import type { Encoding } from './reencode.ts';

type Entry = Parameters<Encoding['encode']>[0]['entry'][number];

const dayMs = 86_400_000;

const dayOf = (date: string): number =>
  Math.floor((Date.parse(date.length > 10 ? date : `${date}T00:00:00+08:00`) + 8 * 3_600_000) / dayMs);
const isoOf = (day: number): string => new Date(day * dayMs).toISOString().slice(0, 10);

/** What is left of a resource when it becomes another type. */
const common = ({ medicationCodeableConcept, medicationReference, subject, reasonCode }: Json): Json => ({
  ...(medicationCodeableConcept !== undefined && { medicationCodeableConcept }),
  ...(medicationReference !== undefined && { medicationReference }),
  subject,
  ...(reasonCode !== undefined && { reasonCode }),
});

const pieceOf = (entry: Entry, index: number, resource: Json): Entry => ({
  fullUrl: `${entry.fullUrl ?? 'urn:x'}-${String(index)}`,
  resource: { id: `${String(entry.resource['id'])}-${String(index)}`, ...common(entry.resource), ...resource },
});

/** A finished order becomes what was handed out for at most 30 days each; a single infusion becomes a statement of it. */
export function asDispenses(entry: Entry): readonly Entry[] {
  const { resource } = entry;
  if (resource['resourceType'] === 'MedicationAdministration' && resource['status'] === 'completed') {
    const { effectiveDateTime, dosage } = resource;
    return [
      pieceOf(entry, 0, {
        resourceType: 'MedicationStatement',
        status: 'completed',
        effectiveDateTime,
        dosage: [dosage],
      }),
    ];
  }
  const order = orderOf(resource);
  if (order?.start === undefined || order.end === undefined || order.dosage['asNeededBoolean'] === true) return [entry];
  const [first, last] = [dayOf(order.start), dayOf(order.end)];
  const { boundsPeriod: _, ...repeat } = order.repeat;
  return Array.from({ length: Math.ceil((last - first + 1) / 30) }, (__, index) => {
    const from = first + index * 30;
    return pieceOf(entry, index, {
      resourceType: 'MedicationDispense',
      status: 'completed',
      whenHandedOver: isoOf(from),
      daysSupply: { value: Math.min(30, last - from + 1), unit: 'd', system: ucum, code: 'd' },
      dosageInstruction: [{ ...order.dosage, timing: { repeat } }],
    });
  });
}

/** A finished course of a glucocorticoid becomes every dose that was given. */
export function asSingleDoses(entry: Entry): readonly Entry[] {
  const { resource } = entry;
  const order = orderOf(resource);
  const milligrams = milligramsOf(resource, order?.quantity);
  if (!/predniso|泼尼松/i.test(nameOf(resource)) || milligrams === undefined) return [entry];
  if (order?.start === undefined || order.end === undefined || order.dosage['asNeededBoolean'] === true) return [entry];
  const [first, last] = [dayOf(order.start), dayOf(order.end)];
  const perDay = order.repeat['periodUnit'] === 'd' ? order.repeat['frequency'] : 0;
  return Array.from({ length: (last - first + 1) * perDay }, (_, index) =>
    pieceOf(entry, index, {
      resourceType: 'MedicationAdministration',
      status: 'completed',
      effectiveDateTime: `${isoOf(first + Math.floor(index / perDay))}T${index % perDay === 0 ? '09' : '21'}:30:00+08:00`,
      dosage: { route: order.dosage['route'], dose: mg(milligrams) },
    }),
  );
}
