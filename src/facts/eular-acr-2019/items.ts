// Which items and domains make up the 2019 EULAR/ACR criteria, and how many points does each give?
//
// @source Aringer 2019 by way of the clinical specification, section 2 (its sources S15, S15b, S15c). The highest item of each
// domain counts; the maximum is 51.

export type ItemId =
  | 'fever'
  | 'leukopenia'
  | 'thrombocytopenia'
  | 'autoimmune-haemolysis'
  | 'delirium'
  | 'psychosis'
  | 'seizure'
  | 'alopecia'
  | 'oral-ulcers'
  | 'subacute-or-discoid'
  | 'acute-cutaneous'
  | 'effusion'
  | 'acute-pericarditis'
  | 'joint-involvement'
  | 'proteinuria'
  | 'nephritis-class-ii-or-v'
  | 'nephritis-class-iii-or-iv'
  | 'antiphospholipid'
  | 'low-c3-or-c4'
  | 'low-c3-and-c4'
  | 'lupus-antibodies';

export type Domain =
  | 'constitutional'
  | 'haematologic'
  | 'neuropsychiatric'
  | 'mucocutaneous'
  | 'serosal'
  | 'musculoskeletal'
  | 'renal'
  | 'antiphospholipid'
  | 'complement'
  | 'antibodies';

export type Item = {
  readonly id: ItemId;
  readonly domain: Domain;
  readonly points: number;
  /** False for the three immunological domains: at least one clinical item is needed. */
  readonly clinical: boolean;
  /** How a note beside a recorded total names a clinical item. */
  readonly named?: RegExp;
};

const clinical = (id: ItemId, domain: Domain, points: number, named: RegExp): Item => ({
  id,
  domain,
  points,
  clinical: true,
  named,
});
const immunological = (id: ItemId, domain: Domain, points: number): Item => ({ id, domain, points, clinical: false });

export const items: readonly Item[] = [
  clinical('fever', 'constitutional', 2, /fever|发热/i),
  clinical('leukopenia', 'haematologic', 3, /leu[ck]opa?enia|白细胞减少/i),
  clinical('thrombocytopenia', 'haematologic', 4, /thrombocytopa?enia|血小板减少/i),
  clinical('autoimmune-haemolysis', 'haematologic', 4, /ha?emoly|溶血/i),
  clinical('delirium', 'neuropsychiatric', 2, /delirium|谵妄/i),
  clinical('psychosis', 'neuropsychiatric', 3, /psychosis|精神/i),
  clinical('seizure', 'neuropsychiatric', 5, /seizure|癫痫|抽搐/i),
  clinical('alopecia', 'mucocutaneous', 2, /alopecia|脱发/i),
  clinical('oral-ulcers', 'mucocutaneous', 2, /oral ulcer|口腔溃疡/i),
  clinical('subacute-or-discoid', 'mucocutaneous', 4, /subacute|discoid|盘状|亚急性/i),
  clinical('acute-cutaneous', 'mucocutaneous', 6, /acute cutaneous|malar|butterfly|颧部|蝶形/i),
  clinical('effusion', 'serosal', 5, /effusion|积液/i),
  clinical('acute-pericarditis', 'serosal', 6, /pericarditis|心包炎/i),
  clinical('joint-involvement', 'musculoskeletal', 6, /joint|arthritis|synovitis|关节/i),
  clinical('proteinuria', 'renal', 4, /proteinuria|蛋白尿/i),
  clinical('nephritis-class-ii-or-v', 'renal', 8, /class (?:ii|v)\b|nephritis|肾炎/i),
  clinical('nephritis-class-iii-or-iv', 'renal', 10, /class (?:iii|iv)\b/i),
  immunological('antiphospholipid', 'antiphospholipid', 2),
  immunological('low-c3-or-c4', 'complement', 3),
  immunological('low-c3-and-c4', 'complement', 4),
  immunological('lupus-antibodies', 'antibodies', 6),
];

/** The most points that some items can give together: the highest of each domain. */
export function mostPoints(of: readonly Item[]): number {
  const domains = Map.groupBy(of, ({ domain }) => domain);
  return [...domains.values()].reduce((sum, own) => sum + Math.max(...own.map(({ points }) => points)), 0);
}

/** Points from which a patient is classified. */
export const classifiedFrom = 10;
/** The most that the immunological domains can give together, in points. */
export const mostImmunological = mostPoints(items.filter(({ clinical }) => !clinical));

/** What a note denies, up to the next comma: "no arthritis", "无关节炎", and an item that was given no points: "arthritis 0". */
const denied =
  /(?:\b(?:no|not|without|denies|negative for|absence of)\b|无|未见|否认|排除)[^,;.，；。、]*|[^,;.，；。、+\n\d]*(?:\n[:：=\s]*)?0(?:分|\s*(?:points?|pts))?(?=\s*(?:[,;.，；。、+\n]|$))/gi;

/** True if a text names a clinical item and does not deny it. */
export function namesClinicalItem(text: string): boolean {
  const affirmed = text.replaceAll(denied, ' ');
  return items.some(({ named }) => named?.test(affirmed) === true);
}
