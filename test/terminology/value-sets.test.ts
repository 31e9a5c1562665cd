import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

import type { Concept } from '../../src/terminology/concept.ts';
import { allIngredients } from '../../src/terminology/drug-table.ts';
import { meaningOf, mentionsIn, valueSetNames } from '../../src/terminology/value-sets.ts';
import { valueSetFiles } from '../../src/terminology/value-set-files.ts';
import { readConcept } from '../../src/fhir/concept-reader.ts';
import { concept as written } from '../facts/history-entries.ts';

const concept = (text: string): Concept => readConcept(written(text)) ?? { codings: [], text };

describe('the list of value sets', () => {
  it('names every data file once, and every data file is named', () => {
    const files = readdirSync('src/terminology/data/value-sets').map((file) => file.replace('.json', ''));
    expect([...valueSetNames].sort()).toEqual(files.sort());
    expect(valueSetFiles.map(([name]) => name).sort()).toEqual([...valueSetNames].sort());
    expect(valueSetFiles.filter(([name, file]) => file.name !== name)).toEqual([]);
  });

  it('refers only to sets that exist', () => {
    const known = new Set<string>(valueSetNames);
    const named = valueSetFiles.flatMap(([, { within, narrows }]) => [...(within ?? []), ...(narrows ?? [])]);
    expect(named.filter((name) => !known.has(name))).toEqual([]);
  });

  it('holds only SNOMED CT identifiers with a correct check digit', () => {
    const codes = valueSetFiles.flatMap(([, { systems }]) =>
      systems.flatMap(({ system, codes }) =>
        system === 'http://snomed.info/sct' ? codes.map(({ code }) => code) : [],
      ),
    );
    expect(codes.length).toBeGreaterThan(300);
    expect(codes.filter((code) => !checkDigitHolds(code))).toEqual([]);
  });
});

describe('a term belongs to a set', () => {
  it.each([
    ['sle', 'cm M32.9'],
    ['sle', 'cm M329'],
    ['sle', 'who M32.900'],
    ['sle', 'cn M32.100x016 狼疮性关节炎'],
    ['sle', 'sct 55464009'],
    ['sle', '儿童系统性红斑狼疮'],
    ['sle', 'SLE'],
    ['sle', '系统性红斑性狼疮'],
    ['lupus-nephritis', 'cm M3214'],
    ['lupus-nephritis', 'cn M32.101+N08.5* 狼疮性肾炎'],
    ['lupus-nephritis', 'cn M32.101†'],
    ['lupus-nephritis', 'who M32.101+'],
    ['lupus-nephritis-class-iv', '狼疮性肾炎Ⅳ型'],
    ['lupus-nephritis-class-v', 'Lupus nephritis, ISN/RPS class III+V'],
    ['neuropsychiatric-lupus', 'who M32.114 狼疮性脑病'],
    ['neuropsychiatric-lupus', 'Seizure disorder due to SLE'],
    ['neuropsychiatric-lupus', '系统性红斑狼疮累及神经系统'],
    ['nervous-disorder', 'Transverse myelitis'],
    ['nervous-disorder', 'who G37.3'],
    ['nervous-disorder', '无菌性脑膜炎'],
    ['peripheral-neuropathic-lupus', 'cn M32.106+G63.5*'],
    ['drug-induced-lupus', 'who M32.000 药物性系统性红斑狼疮'],
    ['active-tuberculosis', 'cn A18.410 寻常性狼疮'],
    ['chd', 'sct 30288003'],
    ['chd', 'cm Q210'],
    ['chd', '室间隔缺损修补术后'],
    ['chd', 'AVSD'],
    ['chd', '先天性肺动脉瓣狭窄'],
    ['chd', 'who Q22.1 Pulmonary stenosis'],
    ['outflow-stenosis', '肺动脉瓣狭窄'],
    ['neoplasm-unclear', '颅内占位'],
    ['neoplasm-unclear', '胰腺实性假乳头状瘤'],
    ['malignancy', 'Choriocarcinoma'],
    ['acute-lung-disease', 'Pulmonary aspergillosis'],
    ['acute-lung-disease', '大量胸腔积液'],
    ['other-glucocorticoid-disease', 'Juvenile arthritis'],
    ['in-situ-or-borderline-neoplasm', '真性红细胞增多症'],
    ['other-glucocorticoid-disease', 'Behçet disease'],
    ['other-glucocorticoid-disease', '成人Still病'],
    ['chd-trivial', 'cm Q21.12'],
    ['chd-trivial', 'who Q21.1 Patent foramen ovale'],
    ['congenital-heart-block', 'cm Q24.6'],
    ['paroxysmal-svt', 'who I47.102 阵发性室上性心动过速'],
    ['ventricular-tachycardia', 'cm I47.20'],
    ['malignancy', 'cm C95.90 Leukemia, unspecified not having achieved remission'],
    ['malignancy', '神经母细胞瘤'],
    ['malignancy', 'Acute lymphoblastic leukaemia'],
    ['malignancy-history', 'cm Z85.6'],
    ['in-situ-or-borderline-neoplasm', 'who D05.1'],
    ['organ-transplant', 'cn9 55.6901 肾异体移植术'],
    ['organ-transplant', 'pcs 0TY00Z0'],
    ['organ-transplant', 'cpt 50360'],
    ['minor-tissue-transplant', 'cm Z94.7'],
    ['hsct', 'cn9 41.0500'],
    ['organ-transplant', 'sct 175901007 Live donor renal transplant'],
    ['hsct', '无关供者造血干细胞移植'],
    ['chd', 'cm Q21.3 Tetralogy of Fallot with absent pulmonary valve'],
    ['pregnancy', '高危妊娠'],
    ['transplant-course', 'DLI'],
    ['transplant-course', 'Donor lymphocyte infusion'],
    ['transplant-course', 'Conditioning with busulfan'],
    ['transplant-course', '清髓性预处理'],
    ['neoplasm-unclear', 'Ca of thyroid'],
    ['neoplasm-unclear', 'Thyroid Ca, s/p resection'],
    ['neoplasm-unclear', 'BCC of nose'],
    ['neoplasm-unclear', 'Excision of SCC'],
    ['neoplasm-unclear', '甲状腺Ca术后'],
    ['neoplasm-unclear', '右肺MT'],
    ['malignancy', 'cm C91.01 ALL, conditioning before transplantation'],
    ['gvhd', 'cn T86.000x003'],
    ['gvhd', 'who D89.810'],
    ['dialysis', 'cn9 39.9500 血液透析'],
    ['dialysis', 'cm Z99.2'],
    ['dialysis', '床旁连续性血液净化（CRRT）'],
    ['plasma-exchange', 'cn9 39.9500x004 血浆置换'],
    ['car-t-procedure', 'CD19 CAR-T细胞回输'],
    ['car-t-procedure', 'pcs XW033C7'],
    ['car-nk-or-tcr-t', 'CAR-NK cell infusion'],
    ['leukapheresis', 'CAR-T cell collection'],
    ['infection', 'cm J18.9'],
    ['hiv-infection', '无症状HIV感染'],
    ['pericardial-tamponade', 'who I31.901 心包压塞'],
    ['overlap-mctd', 'who M35.1'],
  ] as const)('%s: %s', (set, term) => {
    expect(meaningOf(concept(term)).sets.get(set)).toBe('in');
  });

  it.each([
    ['sle', 'cn A18.410 寻常性狼疮'],
    ['sle', 'cn K75.401 狼疮性肝炎'],
    ['sle', 'cn D68.604 狼疮抗凝物'],
    ['sle', 'lupus anticoagulant positive'],
    ['sle', 'who M32.000 药物性系统性红斑狼疮'],
    ['sle', 'cm L93.0'],
    ['sle', 'cm P83.81'],
    ['sle', 'SLEDAI-2K'],
    ['sle', 'sct 200936003 Lupus erythematosus'],
    ['chd', 'who Q21.1 Patent foramen ovale'],
    ['chd', '肺动脉瓣狭窄'],
    ['neoplasm-unclear', '卵巢成熟畸胎瘤'],
    ['chd', 'cm Q24.6'],
    ['chd', 'cm Q27.3'],
    ['chd', 'Autism spectrum disorder (ASD)'],
    ['chd', 'ventricular septal defect, closed spontaneously'],
    ['dialysis', 'cn9 39.9500x004 血浆置换'],
    ['dialysis', 'cn9 39.9500x004'],
    ['dialysis', 'cm N18.6'],
    ['dialysis', 'Rapid response team (RRT) activation'],
    ['hsct', 'HCT measurement'],
    ['hiv-infection', 'Fitting of hearing aid'],
    ['in-situ-or-borderline-neoplasm', '交界性心动过速'],
    ['organ-transplant', 'HLA typing for kidney transplant'],
    ['malignancy', 'Encounter for screening for malignant neoplasm of colon'],
    ['organ-transplant', 'cm Z94.7 Corneal transplant status'],
    ['organ-transplant', 'Kidney transplant evaluation'],
    ['malignancy', '血管瘤'],
    ['neoplasm-unclear', 'Low Ca'],
    ['neoplasm-unclear', 'Na, K, Ca, liver function normal'],
    ['neoplasm-unclear', 'SCC antigen'],
    ['neoplasm-unclear', 'Mother: breast Ca'],
    ['transplant-course', 'Strengthening and conditioning'],
    ['transplant-course', 'Deconditioning'],
    ['transplant-course', '标本预处理'],
    ['malignancy', 'malignant hypertension'],
    ['malignancy', 'who D05.1 Intraductal carcinoma in situ of breast'],
    ['ventricular-tachycardia', '室上性心动过速'],
    ['neuropsychiatric-lupus', 'cn M32.106+G63.5* 狼疮性周围神经病'],
    ['infection', 'sct 11999007'],
    ['car-t-procedure', 'CAR-T cell collection'],
    ['car-t-procedure', 'CAR-NK cell infusion'],
    ['malignancy', 'no history of leukemia'],
    ['malignancy', '否认白血病病史'],
    ['malignancy', '无恶性肿瘤史'],
    ['malignancy', 'family history of leukemia'],
    ['malignancy', '家族史：母亲乳腺癌'],
    ['malignancy', 'rule out lymphoma'],
    ['malignancy', '淋巴瘤待排'],
    ['malignancy', 'little pink pill'],
  ] as const)('not %s: %s', (set, term) => {
    expect(meaningOf(concept(term)).sets.has(set)).toBe(false);
  });
});

describe('the products of CAR-T cells', () => {
  const names = allIngredients
    .filter(({ classes }) => classes.includes('car-t'))
    .flatMap(({ name, zh, names }) => [name, ...(zh === undefined ? [] : [zh]), ...names]);

  it.each(names)('are told by the name %s wherever it stands', (name) => {
    expect(meaningOf(concept(name)).sets.get('car-t-procedure')).toBe('in');
    expect(meaningOf(concept(`${name} infusion`)).sets.get('car-t-procedure')).toBe('in');
  });
});

describe('a code and a text that disagree', () => {
  it.each([
    ['malignancy', 'cm C95.90 Ventricular septal defect'],
    ['malignancy', 'who C64 Renal cyst'],
    ['malignancy', 'who C64 血管瘤'],
    ['chd', 'cm C95.90 Ventricular septal defect'],
    ['malignancy', 'cm C85.90 Rule out lymphoma'],
    ['malignancy', 'cm C85.90 No evidence of lymphoma'],
    ['organ-transplant', 'sct 70536003 Pneumonia'],
  ] as const)('leave %s contradictory: %s', (set, term) => {
    expect(meaningOf(concept(term)).sets.get(set)).toBe('contradictory');
  });

  it('do not disagree when the text is a part of the code', () => {
    const meaning = meaningOf(concept('cm M32.19 Lupus cerebritis'));
    expect([meaning.sets.get('sle'), meaning.sets.get('neuropsychiatric-lupus')]).toEqual(['in', 'in']);
  });
});

describe('a suspicion', () => {
  it.each([
    'rule out lymphoma',
    'possible lymphoma',
    'lymphoma?',
    'lymphoma cannot be excluded',
    '不能除外淋巴瘤',
    '淋巴瘤待排',
    '疑似淋巴瘤',
    'Inconclusive findings of lymphoma',
    'equivocal for lymphoma',
  ])('%s is no lymphoma, and is kept', (term) => {
    const meaning = meaningOf(concept(term));
    expect([meaning.sets.has('malignancy'), meaning.suspected.has('malignancy')]).toEqual([false, true]);
  });
});

describe('what a text says', () => {
  it.each([
    ['No pericardial effusion. Moderate pleural effusion.', 'pericardial-effusion', 'no'],
    ['No pericardial effusion. Moderate pleural effusion.', 'pleural-effusion', 'yes'],
    ['No acute distress, moderate pericardial effusion', 'pericardial-effusion', 'yes'],
    ['未见心包积液，左室功能正常', 'pericardial-effusion', 'no'],
    ['大量心包积液', 'pericardial-effusion', 'yes'],
    ['Immune to hepatitis B', 'chronic-hepatitis-b', undefined],
    ['Hepatitis B non-immune', 'chronic-hepatitis-b', undefined],
    ['乙肝表面抗体阳性', 'chronic-hepatitis-b', undefined],
    ['Hepatitis B core antibody positive', 'chronic-hepatitis-b', 'yes'],
    ['乙肝表面抗原阳性', 'chronic-hepatitis-b', 'yes'],
    ['HBsAg positive', 'chronic-hepatitis-b', 'yes'],
    ['未见新月体', 'crescentic-nephritis', 'no'],
    ['Cellular crescents in 30 % of glomeruli', 'crescentic-nephritis', 'yes'],
    ['无诱因出现癫痫发作', 'seizure', 'yes'],
    ['NYHA class III', 'lupus-nephritis-class-iii', undefined],
    ['左肾囊肿，Bosniak class II', 'lupus-nephritis-class-ii', undefined],
    ['HLA class II', 'lupus-nephritis-class-ii', undefined],
    ['肾组织Ⅳ型胶原α5链阳性', 'lupus-nephritis-class-iv', undefined],
    ['狼疮性肾炎Ⅳ型，Ⅳ型胶原阳性', 'lupus-nephritis-class-iv', 'yes'],
    ['亚急性皮肤型红斑狼疮', 'acute-cutaneous-lupus', undefined],
    ['急性皮肤型红斑狼疮', 'acute-cutaneous-lupus', 'yes'],
  ] as const)('%s: %s %s', (text, set, polarity) => {
    expect(mentionsIn(text).get(set)).toBe(polarity);
  });
});

/** The check digit of SNOMED CT identifiers: the dihedral scheme of Verhoeff. */
function checkDigitHolds(code: string): boolean {
  const turn = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];
  const times = (a: number, b: number): number => {
    if (a < 5) return b < 5 ? (a + b) % 5 : 5 + ((a + b) % 5);
    return b < 5 ? 5 + ((a - b + 10) % 5) : (a - b + 10) % 5;
  };
  const permuted = (digit: number, place: number): number => {
    let value = digit;
    for (let step = 0; step < place % 8; step += 1) value = turn[value] ?? 0;
    return value;
  };
  return (
    code
      .split('')
      .reverse()
      .reduce((sum, digit, place) => times(sum, permuted(Number(digit), place)), 0) === 0
  );
}

describe('lupus and the central nervous system in one name', () => {
  const suspected = (name: string): boolean => meaningOf(concept(name)).suspected.has('neuropsychiatric-lupus');
  it.each([
    'SLE with brain involvement',
    '狼疮合并癫痫',
    '狼疮合并脑梗死',
    'CNS vasculitis, lupus',
    'cm M32.9 SLE, myelitis',
  ])('%s is a suspicion of neuropsychiatric lupus', (name) => {
    expect(suspected(name)).toBe(true);
  });
  it.each([
    'SLE without CNS involvement',
    '系统性红斑狼疮，无神经系统受累',
    'SLE with peripheral neuropathy',
    '系统性红斑狼疮伴周围神经系统受累',
    'Epilepsy',
    '狼疮性肾炎',
  ])('%s is none', (name) => {
    expect(suspected(name)).toBe(false);
  });
});
