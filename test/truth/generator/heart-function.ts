// How does the heart pump, and is its trace normal?

import type { Json } from '../../../src/fhir/record.ts';
import { coded, systems } from './chart.ts';
import { agreed, type Claims, type Expected } from './verdicts.ts';
import type { Topic, World } from './world.ts';
import { measure, result, type Test } from './writers.ts';

const ejection: Test = {
  loinc: ['10230-1', '18043-0', '8806-2'],
  en: 'Left ventricular Ejection fraction',
  zh: '左室射血分数(LVEF)',
  units: [
    ['%', 1],
    ['1', 0.01],
  ],
};

const shortening: Test = {
  loinc: ['18051-3'],
  en: 'Left ventricular Fractional shortening',
  zh: '左室短轴缩短率(FS)',
  units: [['%', 1]],
};

const lvef = (verdict: Expected): Claims => ({ 'I4.LVEF': verdict });

export const never: readonly Json[] = [
  { status: 'entered-in-error' },
  { status: 'cancelled' },
  { status: 'registered' },
  { status: 'preliminary' },
  { subject: { reference: 'Patient/somebody-else' } },
];

export const heart: Topic = {
  usual: (world) => {
    measure(world, ejection, world.random.whole(0, 90), { value: world.random.pick([55, 60, 65, 70]) });
    return lvef('met');
  },
  others: {
    'around 55 %': (world) => {
      const value = world.random.pick([40, 54, 54.9, 55, 55.1]);
      measure(world, ejection, world.random.pick([0, 90]), { value });
      if (world.random.chance(0.5)) measure(world, ejection, 91, { value: world.random.pick([40, 70]) });
      return lvef(value >= 55 ? 'met' : 'not-met');
    },
    'a range': (world) => {
      const [low, high] = world.random.pick([
        [50, 60],
        [55, 60],
        [45, 50],
        [50, 55],
      ] as const);
      result(world, ejection, 20, {
        valueString: world.random.pick([`${String(low)}-${String(high)}%`, `${String(low)}-${String(high)} %`]),
      });
      return lvef(agreed(low >= 55 ? 'met' : 'not-met', high >= 55 ? 'met' : 'not-met'));
    },
    'a comparator': (world) => {
      const [comparator, value, verdict] = world.random.pick([
        ['>', 55, 'met'],
        ['>', 50, 'unknown'],
        ['<', 55, 'not-met'],
        ['<', 60, 'unknown'],
        ['>=', 55, 'met'],
      ] as const);
      measure(world, ejection, 20, { value, comparator });
      return lvef(verdict);
    },
    stale: (world) => {
      measure(world, ejection, world.random.pick([91, 120]), { value: 65 });
      return lvef('unknown');
    },
    'only what never counts': (world) => {
      measure(world, ejection, 5, { value: 65, more: world.random.pick(never) });
      measure(world, shortening, 5, { value: 60 });
      result(world, ejection, 6, {
        dataAbsentReason: coded('http://terminology.hl7.org/CodeSystem/data-absent-reason', 'not-performed'),
      });
      return lvef('unknown');
    },
    'the newest counts, whatever never counts': (world) => {
      measure(world, ejection, 10, { value: 60 });
      measure(world, ejection, 40, { value: 45 });
      measure(world, ejection, 2, { value: 30, more: world.random.pick(never) });
      return lvef('met');
    },
  },
};

const electrocardiogram = (world: World, conclusion: string, daysAgo: number, more: Json = {}): void => {
  world.chart.add('DiagnosticReport', {
    status: 'final',
    code: world.random.pick<Json>([coded(systems.loinc, '11524-6', 'EKG study'), { text: '心电图' }]),
    effectiveDateTime: world.chart.ago(daysAgo),
    conclusion,
    ...more,
  });
};

export const normal = ['正常心电图', 'Normal ECG', '正常'];

export const ecg: Topic = {
  usual: (world) => {
    electrocardiogram(world, world.random.pick(normal), world.random.whole(0, 90));
    return { 'I4.ECG': 'met' };
  },
  others: {
    'an abnormality': (world) => {
      electrocardiogram(
        world,
        world.random.pick(['窦性心动过速', 'Sinus tachycardia', '非特异性ST-T改变', 'Sinus arrhythmia']),
        world.random.pick([0, 90]),
      );
      world.facts.ecgAbnormal = true;
      return { 'I4.ECG': 'needs-investigator' };
    },
    'stale or never valid': (world) => {
      electrocardiogram(world, 'Normal ECG', 91);
      electrocardiogram(world, 'Normal ECG', 3, { status: 'entered-in-error' });
      return { 'I4.ECG': 'unknown' };
    },
    none: () => ({ 'I4.ECG': 'unknown' }),
  },
};
