// Which findings of activity can be written down that nothing but lupus explains?

import { signal, type World } from './world.ts';
import { measure, type Test } from './writers.ts';

const complement: readonly Test[] = [
  {
    loinc: ['4485-9'],
    en: 'Complement C3 [Mass/volume] in Serum or Plasma',
    zh: '补体C3',
    units: [
      ['g/L', 1],
      ['mg/dL', 100],
    ],
  },
  {
    loinc: ['4498-2'],
    en: 'Complement C4 [Mass/volume] in Serum or Plasma',
    zh: '补体C4',
    units: [
      ['g/L', 1],
      ['mg/dL', 100],
    ],
  },
];

const doubleStranded: Test = {
  loinc: ['5130-0'],
  en: 'DNA double strand Ab [Units/volume] in Serum',
  zh: '抗双链DNA抗体',
  units: [['[IU]/mL', 1]],
};

const ratio: Test = {
  loinc: ['2890-2'],
  en: 'Protein/Creatinine [Mass Ratio] in Urine',
  zh: '尿蛋白/肌酐',
  units: [
    ['mg/g', 1],
    ['g/g', 0.001],
    ['mg/mmol', 0.1131222],
  ],
};

const proteinADay: Test = {
  loinc: ['2889-4'],
  en: 'Protein [Mass/time] in 24 hour Urine',
  zh: '24小时尿蛋白定量',
  units: [
    ['g/(24.h)', 1],
    ['mg/(24.h)', 1000],
  ],
};

/** Findings that no infection, drug or period explains away: low complement 2, anti-dsDNA 2, proteinuria 4, red cell casts 4. */
export function findings(world: World, daysAgo: number): void {
  const { random, facts } = world;
  let points = 0;
  if (random.chance(0.7)) {
    const [which] = random.shuffled([0, 1]);
    const low = which === 0 ? 0.9 : 0.1;
    const share = random.pick([0.5, 0.99, 1, 1.2]);
    measure(world, complement[which ?? 0] ?? doubleStranded, daysAgo, {
      value: Number((low * share).toFixed(4)),
      low,
      high: low * 2,
    });
    if (share < 1) {
      points += 2;
      facts.points.push({ domain: 'complement', points: 3, clinical: false, sure: true });
    }
  }
  if (random.chance(0.7)) {
    const value = random.pick([90, 100, 101, 300]);
    measure(world, doubleStranded, daysAgo, { value, high: 100 });
    if (value > 100) {
      points += 2;
      facts.points.push({ domain: 'antibodies', points: 6, clinical: false, sure: true });
    }
  }
  if (random.chance(0.6)) {
    if (random.chance(0.5)) {
      const value = random.pick([499, 500, 501, 2999, 3001]);
      measure(world, ratio, daysAgo, { value });
      if (value > 500) {
        points += 4;
        facts.points.push({ domain: 'renal', points: 4, clinical: true, sure: true });
      }
      if (value >= 3000) signal(world, 'sure');
    } else {
      const value = random.pick([0.49, 0.5, 0.51, 2]);
      measure(world, proteinADay, daysAgo, { value });
      if (value > 0.5) {
        points += 4;
        facts.points.push({ domain: 'renal', points: 4, clinical: true, sure: true });
      }
    }
  }
  if (random.chance(0.3)) {
    world.chart.add('Observation', {
      status: 'final',
      code: { text: random.pick(['Red blood cell casts', '红细胞管型']) },
      effectiveDateTime: world.chart.ago(daysAgo),
      valueString: random.pick(['Positive', '阳性']),
    });
    points += 4;
  }
  facts.findings.sure += points;
  counts(world, daysAgo);
}

const temperature: Test = {
  loinc: ['8310-5'],
  en: 'Body temperature',
  zh: '体温',
  units: [['Cel', 1]],
};

const platelets: Test = {
  loinc: ['777-3', '26515-7'],
  en: 'Platelets [#/volume] in Blood',
  zh: '血小板计数',
  units: [
    ['10*9/L', 1],
    ['10*3/uL', 1],
    ['/uL', 1000],
  ],
};

const leukocytes: Test = {
  loinc: ['6690-2', '26464-8'],
  en: 'Leukocytes [#/volume] in Blood',
  zh: '白细胞计数',
  units: [
    ['10*9/L', 1],
    ['10*3/uL', 1],
  ],
};

/** Fever, low platelets and low white cells: 1 point each, unless an infection or a drug explains them. */
function counts(world: World, daysAgo: number): void {
  const { random, facts } = world;
  const doubtful = (domain: string, points: number): void => {
    facts.points.push({ domain, points, clinical: true, sure: false });
  };
  if (random.chance(0.3)) {
    const value = random.pick([37.2, 38, 38.1, 38.3, 38.4, 39.5]);
    measure(world, temperature, daysAgo, { value });
    facts.findings.fever ||= value > 38;
    if (value > 38.3) doubtful('constitutional', 2);
  }
  if (random.chance(0.3)) {
    const value = random.pick([45, 99, 100, 250]);
    measure(world, platelets, daysAgo, { value });
    facts.findings.thrombocytopenia ||= value < 100;
    if (value < 100) doubtful('haematologic', 4);
  }
  if (random.chance(0.3)) {
    const value = random.pick([1.8, 2.9, 3, 3.9, 4, 6]);
    measure(world, leukocytes, daysAgo, { value });
    facts.findings.leukopenia ||= value < 3;
    if (value < 4) doubtful('haematologic', 3);
  }
}
