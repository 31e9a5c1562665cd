// Which 24 descriptors make up SLEDAI-2K, what does each weigh, and by which names is it known?
//
// @source Gladman 2002 by way of the clinical specification, section 3 (its sources S17, S18): weights add up to 105.

import type { ValueSetName } from '../../terminology/value-sets.ts';

export type ItemId =
  | 'seizure'
  | 'psychosis'
  | 'organic-brain-syndrome'
  | 'visual-disturbance'
  | 'cranial-nerve-disorder'
  | 'lupus-headache'
  | 'cerebrovascular-accident'
  | 'vasculitis'
  | 'arthritis'
  | 'myositis'
  | 'urinary-casts'
  | 'haematuria'
  | 'proteinuria'
  | 'pyuria'
  | 'rash'
  | 'alopecia'
  | 'mucosal-ulcers'
  | 'pleurisy'
  | 'pericarditis'
  | 'low-complement'
  | 'increased-dna-binding'
  | 'fever'
  | 'thrombocytopenia'
  | 'leukopenia';

export type Item = {
  readonly id: ItemId;
  readonly weight: number;
  /** Decided by laboratory or vital signs; the others need an examining physician. */
  readonly measured?: true;
  /** Items 1-7: central nervous system, see exclusion E2. */
  readonly nervousSystem?: true;
  /** Diagnoses that make the item possible; a diagnosis alone never proves it. */
  readonly diagnoses: readonly ValueSetName[];
  /** How a questionnaire or a component names the item. */
  readonly named: RegExp;
};

const nervousSystem = true as const;
const measured = true as const;

/** The descriptors in the order of the form. */
export const items: readonly Item[] = [
  { id: 'seizure', weight: 8, nervousSystem, diagnoses: ['seizure'], named: /seizure|癫痫|抽搐|惊厥/i },
  { id: 'psychosis', weight: 8, nervousSystem, diagnoses: ['psychosis'], named: /psychosis|精神症状|精神病|精神异常/i },
  {
    id: 'organic-brain-syndrome',
    weight: 8,
    nervousSystem,
    diagnoses: ['organic-brain-syndrome', 'delirium'],
    named: /organic brain|器质性脑|脑器质/i,
  },
  {
    id: 'visual-disturbance',
    weight: 8,
    nervousSystem,
    diagnoses: ['retinal-or-optic-lupus'],
    named: /visual(?! analog)|视觉(?!模拟)|视力|视网膜/i,
  },
  {
    id: 'cranial-nerve-disorder',
    weight: 8,
    nervousSystem,
    diagnoses: ['cranial-neuropathy'],
    named: /cranial nerve|颅神经|脑神经/i,
  },
  { id: 'lupus-headache', weight: 8, nervousSystem, diagnoses: ['lupus-headache'], named: /headache|头痛/i },
  {
    id: 'cerebrovascular-accident',
    weight: 8,
    nervousSystem,
    diagnoses: ['stroke'],
    named: /cva|cerebrovascular|stroke|脑血管/i,
  },
  { id: 'vasculitis', weight: 8, diagnoses: ['vasculitis'], named: /vasculitis|血管炎/i },
  { id: 'arthritis', weight: 4, diagnoses: ['synovitis-arthritis'], named: /arthritis|关节炎/i },
  { id: 'myositis', weight: 4, diagnoses: ['myositis'], named: /myositis|肌炎/i },
  { id: 'urinary-casts', weight: 4, measured, diagnoses: [], named: /casts?\b|管型/i },
  { id: 'haematuria', weight: 4, measured, diagnoses: [], named: /ha?ematuria|血尿/i },
  { id: 'proteinuria', weight: 4, measured, diagnoses: [], named: /proteinuria|蛋白尿/i },
  { id: 'pyuria', weight: 4, measured, diagnoses: [], named: /pyuria|脓尿|白细胞尿/i },
  {
    id: 'rash',
    weight: 2,
    diagnoses: ['lupus-rash', 'acute-cutaneous-lupus', 'subacute-cutaneous-lupus', 'discoid-lupus'],
    named: /rash|皮疹/i,
  },
  { id: 'alopecia', weight: 2, diagnoses: ['alopecia-nonscarring'], named: /alopecia|脱发/i },
  { id: 'mucosal-ulcers', weight: 2, diagnoses: ['oral-ulcer'], named: /ulcers?\b|黏膜溃疡|粘膜溃疡|口腔溃疡/i },
  { id: 'pleurisy', weight: 2, diagnoses: ['pleurisy', 'pleural-effusion'], named: /pleurisy|pleuritis|胸膜炎/i },
  {
    id: 'pericarditis',
    weight: 2,
    diagnoses: ['pericarditis', 'lupus-pericarditis', 'pericardial-effusion'],
    named: /pericarditis|心包炎/i,
  },
  { id: 'low-complement', weight: 2, measured, diagnoses: [], named: /complement|补体/i },
  { id: 'increased-dna-binding', weight: 2, measured, diagnoses: [], named: /dna/i },
  { id: 'fever', weight: 1, measured, diagnoses: [], named: /fever|发热/i },
  { id: 'thrombocytopenia', weight: 1, measured, diagnoses: [], named: /thrombocytopa?enia|血小板/i },
  { id: 'leukopenia', weight: 1, measured, diagnoses: [], named: /leu[ck]opa?enia|白细胞/i },
];

/** Sum of all weights. */
export const maximum = items.reduce((sum, { weight }) => sum + weight, 0);

/** The item a question of a form names: the one whose name stands first; undefined if it names none. */
export function itemNamed(label: string): Item | undefined {
  let first: { readonly item: Item; readonly at: number } | undefined;
  for (const item of items) {
    const at = label.search(item.named);
    if (at >= 0 && (first === undefined || at < first.at)) first = { item, at };
  }
  return first?.item;
}
