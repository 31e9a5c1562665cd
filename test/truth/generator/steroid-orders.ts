// Which glucocorticoid orders are not simply one dose a day from one day to another?

import { dayOf, iso, partsOf } from './days.ts';
import { dailyDose, quantity } from './doses.ts';
import { give, giveNever } from './drugs.ts';
import { count, counted, methylprednisolone, prednisolone, prednisone } from './steroids.ts';
import type { Topic } from './world.ts';

export const unusuallyOrdered: Topic['others'] = {
  'start, then taper by sequence': (world) => {
    const lengths = [world.random.whole(10, 60), world.random.whole(10, 40), world.random.whole(20, 50)] as const;
    const total = lengths.reduce((a, b) => a + b, 0);
    let ago = total - 1;
    const steps = lengths.map((days, index) => {
      const mg = world.kg * ([1.2, 1, 0.3][index] ?? 0);
      count(world, prednisone, 'MedicationRequest', ago, ago - days + 1, { low: mg, high: mg });
      ago -= days;
      return {
        sequence: index + 1,
        timing: { repeat: { frequency: 1, period: 1, periodUnit: 'd', boundsDuration: quantity(days, 'd') } },
        doseAndRate: [{ doseQuantity: quantity(mg, 'mg') }],
        route: { text: 'oral' },
      };
    });
    world.chart.add('MedicationRequest', {
      status: 'active',
      intent: 'order',
      medicationCodeableConcept: { text: 'prednisone' },
      authoredOn: world.chart.dateAgo(total - 1),
      dosageInstruction: steps,
    });
    world.facts.courses.push({ startAgo: total - 1, endAgo: 0 });
    return counted;
  },
  'every other day': (world) => {
    const mg = world.kg * world.random.pick([1.8, 1.99, 2, 2.2]);
    const startAgo = world.random.whole(80, 130);
    give(world, {
      drug: prednisone,
      startAgo,
      endAgo: 0,
      dosage: {
        timing: { repeat: { frequency: 1, period: 2, periodUnit: 'd' } },
        doseAndRate: [{ doseQuantity: quantity(mg, 'mg') }],
      },
    });
    count(world, prednisone, 'MedicationRequest', startAgo, 0, { low: mg / 2, high: mg / 2, averaged: true });
    world.facts.courses.push({ startAgo, endAgo: 0 });
    return counted;
  },
  'ordered per kg': (world) => {
    const [share, startAgo] = [world.random.pick([0.8, 0.99, 1, 1.5]), world.random.whole(85, 120)];
    give(world, {
      drug: methylprednisolone,
      startAgo,
      endAgo: 0,
      dosage: {
        timing: { repeat: { frequency: 1, period: 1, periodUnit: 'd' } },
        doseAndRate: [{ doseQuantity: quantity(share, 'mg/kg') }],
      },
    });
    count(world, methylprednisolone, 'MedicationRequest', startAgo, 0, {
      low: share * 1.25,
      high: share * 1.25,
      perKg: true,
    });
    world.facts.courses.push({ startAgo, endAgo: 0 });
    return counted;
  },
  'by drip, so much an hour': (world) => {
    const [mg, startAgo] = [world.kg * world.random.pick([0.7, 0.8, 1]), world.random.whole(85, 120)];
    give(world, {
      drug: methylprednisolone,
      startAgo,
      endAgo: 0,
      dosage: {
        timing: { repeat: { frequency: 1, period: 1, periodUnit: 'd', duration: 4, durationUnit: 'h' } },
        doseAndRate: [{ rateQuantity: quantity(mg / 4, 'mg/h') }],
      },
    });
    count(world, methylprednisolone, 'MedicationRequest', startAgo, 0, { low: mg * 1.25, high: mg * 1.25 });
    world.facts.courses.push({ startAgo, endAgo: 0 });
    return counted;
  },
  'a range of doses': (world) => {
    const [low, above] = [world.kg * world.random.pick([0.8, 1]), world.kg * world.random.pick([1, 1.2])];
    const startAgo = world.random.whole(85, 120);
    give(world, {
      drug: prednisolone,
      startAgo,
      endAgo: 0,
      dosage: {
        timing: { repeat: { frequency: 1, period: 1, periodUnit: 'd' } },
        doseAndRate: [{ doseRange: { low: quantity(low, 'mg'), high: quantity(above, 'mg') } }],
      },
    });
    count(world, prednisolone, 'MedicationRequest', startAgo, 0, { low, high: above });
    world.facts.courses.push({ startAgo, endAgo: 0 });
    return counted;
  },
  'begun on some day of a month': (world) => {
    const [year, month] = partsOf(world.asOf - world.random.whole(80, 130));
    const [first, next] = [dayOf(year, month, 1), month === 12 ? dayOf(year + 1, 1, 1) : dayOf(year, month + 1, 1)];
    const mg = world.kg;
    world.chart.add('MedicationStatement', {
      status: 'active',
      medicationCodeableConcept: { text: '泼尼松' },
      effectivePeriod: { start: iso(first).slice(0, 7), end: world.chart.dateAgo(0) },
      dosage: [
        {
          timing: { repeat: { frequency: 1, period: 1, periodUnit: 'd' } },
          doseAndRate: [{ doseQuantity: quantity(mg, 'mg') }],
          route: { text: '口服' },
        },
      ],
    });
    for (let day = first; day <= world.asOf; day += 1)
      world.facts.doses.push({
        day,
        drug: 'prednisone',
        source: 'MedicationStatement',
        perKg: false,
        averaged: false,
        low: day < next - 1 ? 0 : mg,
        high: mg,
      });
    world.facts.courses.push({ startAgo: world.asOf - first, endAgo: 0 });
    return counted;
  },
  'as needed, local or not valid': (world) => {
    const startAgo = world.random.whole(95, 150);
    give(world, {
      drug: prednisone,
      startAgo,
      endAgo: 0,
      dosage: {
        timing: { repeat: { frequency: 1, period: 1, periodUnit: 'd' } },
        asNeededBoolean: true,
        doseAndRate: [{ doseQuantity: quantity(world.kg, 'mg') }],
      },
    });
    give(world, {
      drug: { en: 'budesonide inhalation', zh: '布地奈德吸入气雾剂', route: 'oral' },
      startAgo,
      endAgo: 0,
      more: { dosageInstruction: [{ route: { text: '吸入' } }] },
    });
    give(world, {
      drug: { en: 'dexamethasone eye drops', zh: '地塞米松滴眼液', route: 'oral' },
      startAgo,
      endAgo: 0,
      more: { dosageInstruction: [{ route: { text: '滴眼' } }] },
    });
    giveNever(world, { drug: prednisone, startAgo, endAgo: 0, dosage: dailyDose(world, world.kg) });
    world.facts.courses.push({ startAgo, endAgo: 0, doubtful: true });
    return counted;
  },
};
