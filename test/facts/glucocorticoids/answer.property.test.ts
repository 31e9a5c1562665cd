import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Json } from '../../../src/fhir/record.ts';
import { day } from '../../builders.ts';
import { reference, type ReferenceHistory, type ReferenceOrder } from './reference.ts';
import { ago, asked, number, order, timing, today, weight } from './prednisone.ts';

const runs = Number(process.env['GC_RUNS'] ?? '2000');

const sources = ['request', 'request', 'request', 'statement', 'dispense', 'administration'] as const;
const doses = [5, 15, 30, 38, 40, 45, 50, 60, 500];

/** In days before today. */
const anyOrder = fc
  .record({
    source: fc.constantFrom(...sources),
    drug: fc.constantFrom('prednisone', 'prednisone', 'prednisone', 'methylprednisolone', 'dexamethasone'),
    from: fc.oneof(fc.integer({ min: 0, max: 140 }), fc.integer({ min: 0, max: 500 })),
    length: fc.oneof(fc.integer({ min: 1, max: 140 }), fc.integer({ min: 80, max: 95 })),
    open: fc.integer({ min: 0, max: 3 }).map((n) => n === 0),
    low: fc.constantFrom(...doses),
    more: fc.constantFrom(0, 0, 0, 0, 10),
    perKg: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
    everyOtherDay: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
    asNeeded: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
  })
  .map(({ from, length, open, more, ...each }): ReferenceOrder => {
    const instant = each.source === 'administration';
    const start = day(today) - from;
    const scale = each.perKg ? 1 / 40 : 1;
    return {
      ...each,
      start,
      end: instant ? start : open && each.source !== 'dispense' ? undefined : start + length - 1,
      low: each.low * scale,
      high: (each.low + (instant ? 0 : more)) * scale,
      everyOtherDay: each.everyOtherDay && !instant,
      asNeeded: each.asNeeded && !instant,
    };
  });

const anyHistory: fc.Arbitrary<ReferenceHistory> = fc
  .record({
    orders: fc.array(anyOrder, { maxLength: 6 }),
    weights: fc.array(fc.integer({ min: 0, max: 500 }), { maxLength: 6 }),
    kg: fc.constantFrom(30, 40, 41, 50, 60, 64, 75),
    attested: fc.boolean(),
  })
  .map(({ orders, weights, kg, attested }) => ({
    today: day(today),
    orders,
    attested,
    // A slowly growing child: no two weights within 30 days differ by a quarter.
    weights: [...new Set(weights)].map((before) => ({ day: day(today) - before, kg: kg - before / 100 })),
  }));

const before = (on: number): string => ago(day(today) - on);

function resourceOf(o: ReferenceOrder): Json {
  const unit = o.perKg ? 'mg/kg' : 'mg';
  const quantity = (value: number): Json => ({ value, unit, system: 'http://unitsofmeasure.org', code: unit });
  const dose =
    o.low === o.high
      ? { doseQuantity: quantity(o.low) }
      : { doseRange: { low: quantity(o.low), high: quantity(o.high) } };
  const bounds = { boundsPeriod: { start: before(o.start), ...(o.end !== undefined && { end: before(o.end) }) } };
  const dosage = (more: Json): Json => ({
    timing: timing(1, o.everyOtherDay ? 2 : 1, 'd', more),
    route: { text: 'oral' },
    doseAndRate: [dose],
    ...(o.asNeeded && { asNeededBoolean: true }),
  });
  const medicationCodeableConcept = { text: `${o.drug} tablet` };
  const resources: Readonly<Record<ReferenceOrder['source'], () => Json>> = {
    request: () => order(`${o.drug} tablet`, [dosage(bounds)], { authoredOn: before(o.start) }),
    statement: () => ({
      resourceType: 'MedicationStatement',
      status: 'active',
      medicationCodeableConcept,
      effectivePeriod: bounds.boundsPeriod,
      dosage: [dosage({})],
    }),
    dispense: () => ({
      resourceType: 'MedicationDispense',
      status: 'completed',
      medicationCodeableConcept,
      whenHandedOver: before(o.start),
      daysSupply: { value: (o.end ?? o.start) - o.start + 1, unit: 'd' },
      dosageInstruction: [dosage({})],
    }),
    administration: () => ({
      resourceType: 'MedicationAdministration',
      status: 'completed',
      medicationCodeableConcept,
      effectiveDateTime: before(o.start),
      dosage: { dose: quantity(o.low), route: { text: 'oral' } },
    }),
  };
  return resources[o.source]();
}

const range = (low: number, high: number): string => (low === high ? String(low) : `${String(low)}–${String(high)}`);

test(`segments and a day-by-day walk agree on ${String(runs)} generated histories`, () => {
  const seen: Record<string, number> = {};
  fc.assert(
    fc.property(anyHistory, (history) => {
      const expected = reference(history);
      const resources = [...history.orders.map(resourceOf), ...history.weights.map((w) => weight(w.kg, before(w.day)))];
      const finding = asked(resources, history.attested ? {} : { unattested: true });
      seen[expected.verdict] = (seen[expected.verdict] ?? 0) + 1;
      const { least, most } = expected;
      expect(finding.verdict).toBe(expected.verdict);
      if (most.any === 0) return;
      expect(number(finding, 'days-any')).toBe(range(least.any, most.any));
      expect(number(finding, 'days-high')).toBe(range(least.high, most.high));
      expect(number(finding, 'longest-run')).toBe(range(least.longest, most.longest));
    }),
    { numRuns: runs },
  );
  // The generator reaches every answer, or the comparison would prove little.
  for (const verdict of ['met', 'not-met', 'unknown', 'needs-investigator'])
    expect(seen[verdict]).toBeGreaterThan(runs / 50);
  if (process.env['GC_RUNS'] !== undefined) console.log(seen);
}, 600_000);
