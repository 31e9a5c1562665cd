import { describe, expect, it } from 'vitest';

import type { Concept } from '../../src/terminology/concept.ts';
import { meaningOf, mentionsIn } from '../../src/terminology/value-sets.ts';
import { valueSetFiles } from '../../src/terminology/value-set-files.ts';
import { readConcept } from '../../src/fhir/concept-reader.ts';
import { concept as written } from '../facts/history-entries.ts';

const concept = (text: string): Concept => readConcept(written(text)) ?? { codings: [], text };

describe('the entries of the value sets', () => {
  it('are never two entries run together', () => {
    const displays = valueSetFiles.flatMap(([, { systems }]) =>
      systems.flatMap(({ codes }) => codes.map(({ display }) => display ?? '')),
    );
    expect(displays.length).toBeGreaterThan(300);
    expect(displays.filter((display) => /[^\d\s]\d{6,}/.test(display))).toEqual([]);
    const words = valueSetFiles.flatMap(([, { texts }]) => [...(texts?.en ?? []), ...(texts?.not ?? [])]);
    expect(words.filter((word) => /[a-z]{3,}[\u4e00-\u9fff]{4,}/.test(word))).toEqual([]);
    const sle = valueSetFiles.find(([name]) => name === 'sle')?.[1].texts;
    expect(sle?.en).toContain('lupus nephritis');
    expect(sle?.zh).toContain('狼疮性肾炎');
  });
});

describe('a term that was once not found', () => {
  it.each([
    ['infection', 'sct 68566005'],
    ['infection', 'sct 54150009'],
    ['sle', '狼疮性肾炎 IV型'],
    ['sle', 'Lupus nephritis class III+V'],
    ['lupus-nephritis', 'LN class IV'],
    ['hiv-infection', 'AIDS'],
    ['organ-transplant', 's/p OLT'],
    ['organ-transplant', 'Z.n. Nierentransplantation'],
    ['organ-transplant', 'Z.n. Nierentx'],
    ['hsct', 'Z.n. KMT'],
    ['neoplasm-unclear', 's/p ALL'],
    ['neoplasm-unclear', 'h/o ALL'],
    ['malignancy', 'Akute lymphatische Leukämie'],
    ['malignancy', 'Lymphom'],
    ['dialysis', 'HD via AVF'],
    ['dialysis', 'Dialysepflicht'],
    ['dialysis', 'Hämodialyse'],
    ['myocardial-infarction', 'Herzinfarkt'],
    ['old-myocardial-infarction', 'Zustand nach Myokardinfarkt'],
    ['myocarditis', 'Myokarditis'],
    ['chd', 'Ventrikelseptumdefekt'],
    ['hypertensive-emergency', 'PRES'],
    ['hsct', 'ops 8-805.25'],
    ['hsct', 'ops 5-411.50 Transplantation von hämatopoetischen Stammzellen aus dem Knochenmark'],
    ['organ-transplant', 'ops 5-555.0 Nierentransplantation: Allogen, Lebendspender'],
    ['organ-transplant', 'ops 5-504.1'],
    ['dialysis', 'ops 8-854.2 Hämodialyse: Intermittierend'],
    ['dialysis', 'ops 8-857.0'],
    ['plasma-exchange', 'ops 8-820.00'],
    ['connective-tissue-nephritis', 'who N08.5*'],
    ['chd', '法洛氏四联症'],
    ['chd', '肺动脉瓣狭窄(先天性)'],
    ['malignancy', '生殖细胞瘤(恶性)'],
    ['in-situ-or-borderline-neoplasm', 'CIN III'],
    ['in-situ-or-borderline-neoplasm', 'cm D47.2'],
    ['pregnancy', '宫内孕'],
    ['permanent-sterility', '子宫全切术'],
    ['plasma-exchange', 'cn39 39.9500x004'],
    ['pericardial-effusion', '心包少量积液'],
    ['acute-lung-disease', 'cm B25.0 Cytomegaloviral pneumonitis'],
    ['other-arrhythmia', '频发室早'],
    ['other-arrhythmia', '窦性停搏'],
    ['chd', '法洛四联征'],
    ['chd', '室间隔膜部缺损'],
    ['chd', '复杂先心'],
    ['heart-failure', '心功能Ⅲ级'],
    ['pericardial-effusion', '心包中-大量积液'],
    ['malignancy', 'Wilms瘤'],
    ['neoplasm-unclear', '纵隔肿物'],
    ['infection', '甲流'],
    ['infection', '布鲁菌病'],
    ['interstitial-lung-disease', '双肺间质性改变'],
    ['pneumonia', '肺曲霉病'],
    ['neuropsychiatric-lupus', '狼疮性无菌性脑膜炎'],
    ['dialysis', '规律HD 3次/周'],
    ['car-t-procedure', 'CART治疗'],
    ['other-arrhythmia', 'QTc延长'],
    ['g6pd-deficiency', 'G-6-PD缺乏症'],
    ['other-glucocorticoid-disease', 'IgA血管炎性肾炎'],
  ] as const)('belongs to %s: %s', (set, term) => {
    const concepts = term.startsWith('cn39 ')
      ? { codings: [{ system: 'urn:x-cn:icd9cm3-chs-yibao-2.0', code: term.slice(5) }] }
      : concept(term);
    expect(meaningOf(concepts).sets.get(set)).toBe('in');
  });
});

describe('a term that was once found wrongly', () => {
  it.each([
    ['pregnancy', '非妊娠状态'],
    ['infection', 'cm Z22.7 Latent tuberculosis'],
    ['infection', 'cm Z22.322'],
    ['acute-lung-disease', 'Minor dependent atelectasis'],
    ['hiv-infection', 'hearing aids'],
    ['malignancy', 'Cancer risk counselling'],
    ['malignancy', '假性淋巴瘤'],
    ['organ-transplant', 'Renal transplant evaluation'],
    ['organ-transplant', '肾移植评估'],
    ['neoplasm-unclear', 's/p all vaccines'],
    ['malignancy', 'Leukämie ausgeschlossen'],
    ['malignancy', 'kein Lymphom'],
    ['dialysis', 'nicht dialysepflichtig'],
    ['hypertensive-emergency', 'pre-operative evaluation'],
    ['pericardial-effusion', 'Pericardial effusion: none'],
    ['pericardial-effusion', '心包积液：无'],
    ['pericardial-effusion', '未探及心包积液'],
    ['pericardial-effusion', '心包积液（-）'],
    ['dialysis', '未行血液透析'],
    ['dialysis', '未曾接受透析'],
    ['dialysis', '暂不需透析'],
    ['dialysis', '未达透析指征'],
    ['organ-transplant', '器官移植史：无'],
    ['sle', '不符合系统性红斑狼疮'],
    ['sle', '系统性红斑狼疮（已排除）'],
    ['neuropsychiatric-lupus', '未合并神经精神狼疮'],
    ['interstitial-lung-disease', '肾间质性病变'],
    ['other-arrhythmia', '窦性心律不齐'],
    ['infection', 'Libman-Sacks endocarditis'],
    ['sle', 'Medikamenteninduzierter systemischer Lupus erythematodes'],
    ['sle', 'Lupus erythematodes'],
    ['infection', 'Primary sclerosing cholangitis'],
    ['infection', '狼疮性心内膜炎'],
  ] as const)('does not belong to %s: %s', (set, term) => {
    expect(meaningOf(concept(term)).sets.has(set)).toBe(false);
  });

  it.each([
    ['chd', '无需手术治疗的房间隔缺损'],
    ['chd', '未合并肺炎的室间隔缺损'],
    ['chd', '未行手术治疗的先心病'],
    ['malignancy', '急性淋巴细胞白血病 复发？'],
    ['sle', '系统性红斑狼疮合并肺部感染待排'],
    ['organ-transplant', '肾移植术后肾功能异常待查'],
  ] as const)('%s is neither denied nor doubted by words about something else: %s', (set, text) => {
    expect(mentionsIn(text).get(set)).toBe('yes');
  });

  it.each([
    ['active-tuberculosis', '结核性脑膜炎？'],
    ['active-tuberculosis', '结核性胸膜炎待排'],
    ['infection', '结核性脑膜炎？'],
  ] as const)('%s is not affirmed by a name inside the doubted one: %s', (set, text) => {
    expect(mentionsIn(text).get(set)).toBe('maybe');
  });

  it('a colon does not deny what follows it in other words', () => {
    expect(mentionsIn('Lymphoma: no evidence of recurrence').get('malignancy')).toBe('yes');
    expect(mentionsIn('Leukemia: screening of CMV negative').get('malignancy')).toBe('yes');
  });

  it.each([
    ['organ-transplant', '肾移植术后评估'],
    ['organ-transplant', '肾移植术后5年，等待二次移植'],
    ['organ-transplant', 'Status post kidney transplant, candidate for retransplant'],
    ['hsct', '异基因造血干细胞移植术后评估'],
    ['car-t-procedure', 'CAR-T治疗后评估'],
    ['dialysis', '透析充分性评估'],
  ] as const)('%s is not denied by what is looked into afterwards: %s', (set, text) => {
    expect(['yes', 'maybe']).toContain(mentionsIn(text).get(set));
    expect(mentionsIn(text.replace('透析充分性', '透析后')).get(set)).toBe('yes');
  });

  it.each([
    ['malignancy', 'Pre-B ALL'],
    ['malignancy', 'JMML'],
    ['malignancy', 'Chordoma of the skull base'],
    ['neoplasm-unclear', 'B-ALL'],
    ['neoplasm-unclear', 'Desmoid'],
    ['chd', 'd-TGA'],
    ['chd', 'AV canal defect'],
    ['chd', 'Eisenmenger syndrome'],
    ['other-arrhythmia', 'CPVT'],
    ['other-arrhythmia', 'Sick sinus'],
    ['other-arrhythmia', 'Junctional ectopic tachycardia'],
    ['neuropsychiatric-lupus', 'NP-SLE'],
    ['neuropsychiatric-lupus', '神经狼疮'],
    ['interstitial-lung-disease', 'UIP'],
    ['interstitial-lung-disease', 'BOOP'],
    ['interstitial-lung-disease', '肺泡蛋白沉积症'],
    ['pulmonary-hypertension', 'PVOD'],
    ['acute-lung-disease', 'Pulmonary vasculitis'],
    ['acute-lung-disease', '支气管扩张伴感染'],
    ['other-arrhythmia', 'Cardiac arrest'],
    ['sle', 'Systemischer Lupus erythematodes'],
    ['sle', 'Lupusnephritis'],
    ['drug-induced-lupus', 'Medikamenteninduzierter systemischer Lupus erythematodes'],
    ['infection', 'Candidemia'],
    ['infection', 'Febrile neutropenia'],
    ['infection', 'Necrotizing fasciitis'],
    ['infection', '发热伴中性粒细胞减少'],
    ['car-nk-or-tcr-t', 'Gene therapy'],
    ['car-nk-or-tcr-t', '清淋预处理'],
    ['lupus-nephritis', '狼肾'],
    ['chd', 'Univentricular heart'],
    ['chd', 'Interrupted arch'],
    ['chd', '单心房'],
    ['heart-surgery', 'Open heart surgery as a baby'],
    ['heart-surgery', '心脏手术史'],
    ['cancer-treatment', 'History of chemotherapy'],
    ['cancer-treatment', '化疗后'],
    ['malignancy', 'Dysgerminoma'],
    ['neoplasm-unclear', '脑瘤'],
    ['neoplasm-unclear', 'Mass of kidney'],
    ['other-glucocorticoid-disease', 'Autoimmune encephalitis'],
    ['other-glucocorticoid-disease', 'Primary sclerosing cholangitis'],
    ['other-arrhythmia', 'Pacemaker'],
    ['other-arrhythmia', '心脏骤停'],
    ['ventricular-tachycardia', 'VF arrest, survived'],
    ['ventricular-tachycardia', 'Kammertachykardie'],
    ['pericardial-effusion', 'Perikarderguss'],
    ['pulmonary-embolism', 'Lungenembolie'],
    ['active-tuberculosis', 'Lungentuberkulose'],
    ['neoplasm-unclear', '见异型细胞'],
    ['neoplasm-unclear', 'Atypical cells'],
  ] as const)('%s was passed over in silence: %s', (set, text) => {
    expect(mentionsIn(text).get(set)).toBe('yes');
  });

  it('"B all" is no leukaemia in the doses of a vaccine', () => {
    expect(mentionsIn('Hepatitis B all doses given').get('neoplasm-unclear')).toBeUndefined();
  });

  it.each([
    ['organ-transplant', '等待肾移植', 'no'],
    ['organ-transplant', '待肾移植', 'no'],
    ['organ-transplant', 'Awaiting a liver transplant', 'no'],
    ['organ-transplant', 'Kidney transplant candidate', 'maybe'],
    ['car-t-procedure', '拟行CAR-T治疗', 'no'],
    ['car-t-procedure', 'CAR-T治疗前评估', 'maybe'],
    ['dialysis', 'Dialysis education', 'maybe'],
  ] as const)('%s has not happened where it is only planned or looked into: %s', (set, text, polarity) => {
    expect(mentionsIn(text).get(set)).toBe(polarity);
  });
});

describe('what somebody wrote beside a code', () => {
  const beside = (code: string, display: string, text: string) =>
    meaningOf({ codings: [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code, display }], text });

  it.each([
    '?SLE',
    'r/o SLE',
    'SLE ruled out',
    'No SLE',
    'No SLE, no tuberculosis',
    'Tuberculosis, no SLE',
    'Mother with SLE',
    'Lupus?',
    '疑似系统性红斑狼疮',
    'V.a. SLE',
    'Rule out',
    'Lp ruled out',
  ])('was outweighed by the display that repeats the code: %s', (text) => {
    expect(beside('M32.9', 'Systemic lupus erythematosus', text).sets.get('sle')).toBe('contradictory');
  });

  it.each(['SLE', 'SLE with possible nephritis', 'SLE; r/o infection', 'Lupus nephritis', 'Flare, see note'])(
    'says nothing against the code: %s',
    (text) => {
      expect(beside('M32.9', 'Systemic lupus erythematosus', text).sets.get('sle')).toBe('in');
    },
  );
});

it('a code behind a dagger was passed over', () => {
  const { sets } = meaningOf({ codings: [{ system: 'http://hl7.org/fhir/sid/icd-10', code: 'M32.1+N08.5*' }] });
  expect([sets.get('sle'), sets.get('connective-tissue-nephritis')]).toEqual(['in', 'in']);
});

it.each([
  ['nervous-disorder', 'G04.90'],
  ['nervous-disorder', 'I68.2'],
  ['nervous-disorder', 'I67.83'],
  ['transplant-unclear', 'T86.9'],
  ['other-arrhythmia', 'I46.9'],
  ['other-arrhythmia', 'Z95.810'],
  ['dialysis', 'Z49.01'],
  ['dialysis', 'T82.41XA'],
] as const)('a code without words was passed over in silence (%s): %s', (set, code) => {
  const { sets } = meaningOf({ codings: [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code }] });
  expect(sets.get(set)).toBe('in');
});
