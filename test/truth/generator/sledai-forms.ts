// Which forms with the 24 descriptors of SLEDAI-2K are on file, and which totals do their answers allow?

import type { Json } from '../../../src/fhir/record.ts';
import { coded, systems } from './chart.ts';
import type { World } from './world.ts';

type Item = { readonly en: string; readonly zh: string; readonly weight: number };

const weighing = (weight: number, names: readonly (readonly [string, string])[]): readonly Item[] =>
  names.map(([en, zh]) => ({ en, zh, weight }));

/** In the order of the form; the first seven are of the nervous system. */
const items: readonly Item[] = [
  ...weighing(8, [
    ['Seizure', '癫痫发作'],
    ['Psychosis', '精神症状'],
    ['Organic brain syndrome', '器质性脑病综合征'],
    ['Visual disturbance', '视觉障碍'],
    ['Cranial nerve disorder', '颅神经异常'],
    ['Lupus headache', '狼疮性头痛'],
    ['Cerebrovascular accident (CVA)', '脑血管意外'],
    ['Vasculitis', '血管炎'],
  ]),
  ...weighing(4, [
    ['Arthritis', '关节炎'],
    ['Myositis', '肌炎'],
    ['Urinary casts', '管型尿'],
    ['Hematuria (>5 red blood cells/HPF)', '血尿（>5个红细胞/HP）'],
    ['Proteinuria', '蛋白尿'],
    ['Pyuria (>5 white blood cells/HPF)', '脓尿（>5个白细胞/HP）'],
  ]),
  ...weighing(2, [
    ['Rash', '皮疹'],
    ['Alopecia', '脱发'],
    ['Mucosal ulcers', '黏膜溃疡'],
    ['Pleurisy', '胸膜炎'],
    ['Pericarditis', '心包炎'],
    ['Low complement', '低补体'],
    ['Increased DNA binding', 'DNA结合增加'],
  ]),
  ...weighing(1, [
    ['Fever', '发热'],
    ['Thrombocytopenia', '血小板减少'],
    ['Leukopenia', '白细胞减少'],
  ]),
];

const nervousItems = 7;
const all = items.reduce((sum, { weight }) => sum + weight, 0);

type Answer = 'yes' | 'no' | 'open';

/** One answer, in the ways in which forms are built. */
const valueOf = (way: number, yes: boolean, weight: number): Json =>
  way === 0
    ? { valueBoolean: yes }
    : way === 1
      ? { valueInteger: yes ? weight : 0 }
      : way === 2
        ? { valueCoding: { system: systems.loinc, code: yes ? 'LA33-6' : 'LA32-8', display: yes ? 'Yes' : 'No' } }
        : { valueString: yes ? '有' : '无' };

export type Form = {
  readonly daysAgo: number;
  readonly answers: readonly Answer[];
  /** The total that the form states beside its items. */
  readonly total?: number;
  readonly more?: Json;
  /** False: it must not count, so it says nothing of the nervous system either. */
  readonly counts?: false;
};

/** The lowest and the highest total of the answers. */
export const bounds = (answers: readonly Answer[]): readonly [number, number] => {
  const sum = (answer: Answer): number =>
    items.reduce((points, { weight }, index) => points + (answers[index] === answer ? weight : 0), 0);
  return [sum('yes'), all - sum('no')];
};

/** Answers that come to about so many points; `open` is the probability that one is left out. */
export function answersFor(world: World, points: number, open = 0): readonly Answer[] {
  const { random } = world;
  const answers: Answer[] = items.map(() => 'no');
  let left = points;
  for (const index of random.shuffled(items.map((_, each) => each))) {
    const weight = items[index]?.weight ?? 0;
    if (weight <= left) {
      answers[index] = 'yes';
      left -= weight;
    }
  }
  return answers.map((each) => (random.chance(open) ? 'open' : each));
}

/** A QuestionnaireResponse, or a total whose components are the items. */
export function form(world: World, { daysAgo, answers, total, more = {}, counts }: Form): void {
  const { random, chart, facts } = world;
  const [way, chinese, inGroup] = [random.whole(0, 3), random.chance(0.4), random.chance(0.5)];
  const answered = items.flatMap(({ en, zh, weight }, index) => {
    const answer = answers[index];
    if (answer === 'open' || answer === undefined) return [];
    return [{ label: chinese ? zh : en, value: valueOf(way, answer === 'yes', weight) }];
  });
  if (counts !== false && answers.slice(0, nervousItems).includes('yes'))
    facts.nervousItemsAgo = Math.min(facts.nervousItemsAgo ?? Infinity, daysAgo);
  const [exact] = bounds(answers);
  if (total === exact && random.chance(0.3)) {
    chart.add('Observation', {
      status: 'final',
      code: { ...coded(systems.local, 'sledai-2k'), text: 'SLEDAI-2K' },
      effectiveDateTime: chart.ago(daysAgo),
      valueInteger: total,
      component: answered.map(({ label, value }) => ({
        code: { text: label },
        ...('valueCoding' in value ? { valueCodeableConcept: { coding: [value['valueCoding']] } } : value),
      })),
      ...more,
    });
    return;
  }
  const lines: readonly Json[] = [
    ...answered.map(({ label, value }, index) => ({ linkId: String(index + 1), text: label, answer: [value] })),
    ...(total === undefined
      ? []
      : [{ linkId: 'total', text: chinese ? '总分' : 'Total score', answer: [{ valueInteger: total }] }]),
  ];
  chart.add('QuestionnaireResponse', {
    status: random.pick(['completed', 'completed', 'amended']),
    questionnaire: inGroup ? 'http://example.org/Questionnaire/visit' : 'http://example.org/Questionnaire/sledai-2k',
    authored: chart.ago(daysAgo),
    item: inGroup ? [{ linkId: 'g', text: random.pick(['SLEDAI-2K', 'SLEDAI-2K评分表']), item: lines }] : lines,
    ...more,
  });
}
