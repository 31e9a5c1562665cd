// Which glucocorticoid orders are written per square metre, or in millilitres of a solution?

import type { Json } from '../../../src/fhir/record.ts';
import { quantity } from './doses.ts';
import { give } from './drugs.ts';
import { count, counted, methylprednisolone, prednisolone, prednisone } from './steroids.ts';
import type { Topic, World } from './world.ts';
import { measure } from './writers.ts';

const height = {
  loinc: ['8302-2', '3137-7'],
  en: 'Body height',
  zh: '身高',
  units: [
    ['cm', 1],
    ['m', 0.01],
  ],
} as const;

const everyDay = { repeat: { frequency: 1, period: 1, periodUnit: 'd' } };

/** Heights too old for the filtration and near enough for the surface of these days (at most a year). */
const measured = (world: World): void => {
  for (const daysAgo of [185, 300]) measure(world, height, daysAgo, { value: world.heightCm });
};

/** A solution of so many mg in so many mL, by its own Medication or by its name. */
function solution(world: World, mg: number, mL: number): Json {
  const text = `prednisolone oral solution`;
  const code = { text };
  const named = { text: `prednisolone ${String(mg)} mg/${mL === 1 ? '' : `${String(mL)} `}mL oral solution` };
  const strength = { numerator: quantity(mg, 'mg'), denominator: quantity(mL, 'mL') };
  const ingredient = [{ itemCodeableConcept: { text: 'prednisolone' }, strength }];
  return world.random.pick<Json>([
    { medicationCodeableConcept: named },
    {
      contained: [{ resourceType: 'Medication', id: 'm', code, ingredient }],
      medicationReference: { reference: '#m' },
    },
    { medicationReference: { reference: world.chart.add('Medication', { code, ingredient }) } },
  ]);
}

export const unusuallyMeasured: Topic['others'] = {
  'ordered per square metre': (world) => {
    const [drug, startAgo] = [world.random.pick([prednisone, methylprednisolone]), world.random.whole(84, 130)];
    const perKilogram = world.random.pick([0.7, 0.94, 0.96, 1.001, 1.3]);
    const surface = Math.sqrt((world.heightCm * world.kg) / 3600);
    const share = Number(((perKilogram * world.kg) / surface / drug.factor).toFixed(3));
    measured(world);
    give(world, {
      drug,
      startAgo,
      endAgo: 0,
      dosage: {
        timing: everyDay,
        doseAndRate: [{ doseQuantity: quantity(share, world.random.pick(['mg/m2', 'mg/m²'])) }],
      },
    });
    const amount = share * drug.factor;
    count(world, drug, 'MedicationRequest', startAgo, 0, { low: amount, high: amount, perSquareMetre: true });
    world.facts.courses.push({ startAgo, endAgo: 0 });
    return counted;
  },
  'a solution by volume': (world) => {
    const [mg, mL] = world.random.pick([
      [15, 5],
      [5, 5],
      [10, 1],
      [5, 1],
    ] as const);
    const startAgo = world.random.whole(84, 130);
    const volume = Number(((world.kg * world.random.pick([0.5, 0.96, 1, 1.2]) * mL) / mg).toPrecision(12));
    const daily = (volume * mg) / mL;
    const twice = world.random.chance(0.3);
    const dosage: Json = world.random.chance(0.3)
      ? { text: `take ${String(volume)} mL by mouth daily` }
      : {
          timing: twice ? { repeat: { frequency: 2, period: 1, periodUnit: 'd' } } : everyDay,
          doseAndRate: [{ doseQuantity: quantity(twice ? volume / 2 : volume, 'mL') }],
        };
    world.chart.add('MedicationStatement', {
      status: 'active',
      ...solution(world, mg, mL),
      effectivePeriod: { start: world.chart.dateAgo(startAgo), end: world.chart.dateAgo(0) },
      dosage: [{ ...dosage, route: { text: 'oral' } }],
    });
    count(world, prednisolone, 'MedicationStatement', startAgo, 0, { low: daily, high: daily });
    world.facts.courses.push({ startAgo, endAgo: 0 });
    return counted;
  },
};
