// Does a text say that something is there, that it is not, or that it may be, wherever in it the words stand?

import { describe, expect, it } from 'vitest';
import { carTInText } from '../../src/terminology/car-t-text.ts';
import { meaningOf, mentionsIn } from '../../src/terminology/value-sets.ts';

const afterwards =
  '. Seen at the ward by the doctor on duty, who wrote down all that was told about the last two years';

describe('leukemia', () => {
  it.each([
    ['no', `No leukemia${afterwards}`],
    ['no', `Mother: hypertension, leukemia${afterwards}`],
    ['yes', 'Leukemia in 2019; mother: asthma'],
    ['yes', 'Transfusion: no but leukemia'],
    ['yes', '白血病但未见发热'],
    ['no', 'Leukemia (father), transplant refused'],
    ['no', 'Leukemia of father, known from letters'],
    ['no', 'Leukemia: none'],
    ['no', 'Leukemia : none'],
    ['no', 'Leukemia panel'],
    ['no', 'Testing for leukemia'],
    ['maybe', '未达到目标，疑似白血病'],
    ['maybe', '未达到目标疑似白血病'],
    ['no', '考虑未达白血病标准'],
  ])('is answered with %s: %s', (polarity, text) => {
    expect(mentionsIn(text).get('malignancy')).toBe(polarity);
  });
});

it('an organ that a relative may have given or got is doubted', () => {
  expect(mentionsIn('Mother: kidney transplant in 2019 from father').get('organ-transplant')).toBe('maybe');
});

it('CAR-T cells of a relative are denied, whatever else the text names', () => {
  expect(carTInText('CAR-T in father, transplant refused')).toBe('denied');
});

describe('a denial of something else was taken for a denial of the disease', () => {
  it.each([
    'No relapse of leukemia',
    'no evidence of recurrence of leukemia',
    'no leukemia relapse',
    'No fever since leukemia',
    'no complications, leukemia 2019',
    'No evidence of disease, leukemia',
    'Never recovered from leukemia',
    '未见白血病复发',
    '无并发症的白血病',
    '预防白血病复发',
    '预防化疗后白血病',
    'Prevention of relapse in leukemia',
    'Never smoked, leukemia survivor',
    'PJP prophylaxis for leukemia',
    'Follow-up screening for leukemia',
    'No history of leukemia therapy after bone marrow failure, leukemia relapse',
  ])('and leaves the disease open: %s', (text) => {
    expect(mentionsIn(text).get('malignancy')).toBe('maybe');
  });

  it.each([
    'No medical history other than leukemia',
    'Leukemia with infection ruled out',
    'Leukemia diagnosed after radiation exposure',
    'Leukemia found on screening',
    'Screening positive for leukemia',
    'Absent thumbs with leukemia',
    'Never-smoker, leukemia survivor',
    'No-show, leukemia in 2019',
    '无功能性神经内分泌癌',
    'Lymphoma negative for CD20',
    'Mother noticed leukemia',
    'TB culture excluded. Leukemia, culture proven sepsis',
    '白血病化疗后未见复发',
    '体检筛查发现白血病',
    '白血病微小残留阴性',
    '白血病治疗后检查',
  ])('and says nothing against it: %s', (text) => {
    expect(mentionsIn(text).get('malignancy')).toBe('yes');
  });
});

describe('a doubt was taken for a denial or for a diagnosis', () => {
  it.each([
    'Leukemia has not been ruled out',
    'Leukemia not yet ruled out',
    'Leukemia not entirely excluded',
    'Awaiting confirmation of leukemia',
    'DDx: lymphoma, leukemia',
    'Leukemia, unconfirmed',
    'Leukemia vs sarcoidosis',
    'Working diagnosis leukemia',
    'Leukemia under investigation',
    'Misdiagnosed leukemia',
    'Leukämie nicht ausgeschlossen',
    'Nicht auszuschließende Leukämie',
    'V. a. Leukämie',
    'D.D. Leukämie',
    'fragliche Leukämie',
    'Leukämie wahrscheinlich',
    'Leukämie (V.a.)',
    '白血病未除外',
    '白血病不可排除',
    '白血病待诊',
    '白血病诊断不明确',
    '警惕白血病',
    '需与白血病、淋巴瘤相鉴别',
    '似白血病',
    '母亲发现白血病',
    '需和白血病鉴别',
  ])('and is one: %s', (text) => {
    expect(mentionsIn(text).get('malignancy')).toBe('maybe');
  });
});

describe('a doubt about something else', () => {
  it.each([
    'SLE, rule out CNS involvement',
    'SLE, pending renal biopsy',
    '系统性红斑狼疮但待查发热',
    'SLE, V.a. Nephritis',
    'SLE, Infekt nicht ausgeschlossen',
    'SLE - likely flare',
    '系统性红斑狼疮不完全缓解',
    '系统性红斑狼疮可能合并感染',
    '系统性红斑狼疮伴感染？',
    '系统性红斑狼疮，需与干燥综合征鉴别',
    '系统性红斑狼疮 排除感染',
  ])('is none about lupus: %s', (text) => {
    expect(mentionsIn(text).get('sle')).toBe('yes');
  });
});

describe('what is denied, or of somebody else, was taken for a diagnosis', () => {
  it.each([
    'Neg. for leukemia',
    'Leukemia - negative',
    'H/o leukemia: denies',
    'Leukemia disproved',
    'Leukemia, ruled out',
    'Excluded: leukemia, lymphoma',
    'Kein Anhalt für Leukämie',
    'Kein sicherer Hinweis auf Leukämie',
    'Ohne Verdacht auf Leukämie',
    'Not suggestive of leukemia',
    'No concerns about leukemia',
    'At risk of leukemia',
    '防白血病',
    '预防白血病',
    'Leukämie nicht nachweisbar',
    'Ausgeschlossene Leukämie',
    'FHx leukemia',
    'Mom has leukemia',
    'Classmate with leukemia',
    'Leukemia in first-degree relative',
    '白血病可排除',
    '白血病:否',
    '从未患白血病',
    '不是白血病',
    '父患白血病',
    '姐白血病',
    '同学患白血病',
  ])('and does not count: %s', (text) => {
    expect(mentionsIn(text).get('malignancy')).toBe('no');
  });

  it.each([
    'CAR-T therapy ruled out',
    'CAR-T-Zelltherapie geplant',
    'CAR-T治疗（-）',
    'CAR-T therapy not yet confirmed',
  ])('and cells were not given: %s', (text) => {
    expect(carTInText(text)).toBe('spoken-of');
  });
});

it('British and American spelling mean the same', () => {
  expect(mentionsIn('Brain tumour')).toEqual(mentionsIn('Brain tumor'));
  expect(mentionsIn('Brain tumour').size).toBeGreaterThan(0);
});

describe('of two texts', () => {
  const suspected = (display: string, text: string) => [
    ...meaningOf({ codings: [{ system: '', code: '', display }], text }).suspected,
  ];

  it('one that puts lupus and the nervous system together is enough for a suspicion', () => {
    expect(suspected('SLE', 'SLE, first seizure in May')).toEqual(['neuropsychiatric-lupus']);
  });

  it('one that is sure leaves no suspicion of the same', () => {
    expect(suspected('Rule out lymphoma', 'Lymphoma')).toEqual([]);
    expect(suspected('Rule out lymphoma', 'Cough')).toEqual(['malignancy']);
  });
});

it('who had contact with tuberculosis was taken for one who has it', () => {
  expect(mentionsIn('Tuberculosis contact').get('active-tuberculosis')).toBe('no');
  expect(mentionsIn('Possible exposure to tuberculosis').get('active-tuberculosis')).toBe('no');
  expect(mentionsIn('Tuberculosis').get('active-tuberculosis')).toBe('yes');
});

describe('an operation that was not done counted as done', () => {
  it.each([
    'Kidney transplant - cancelled',
    'CANCELLED: kidney transplant',
    'Kidney transplant not performed',
    'Refused kidney transplant',
    'Kidney transplant recommended',
    'Needs kidney transplant',
    'Nierentransplantation nicht durchgeführt',
    'Vor Nierentransplantation',
    '肾移植（取消）',
    '拒绝肾移植',
    '建议肾移植',
  ])('and leaves it open: %s', (text) => {
    expect(mentionsIn(text).get('organ-transplant')).toBe('maybe');
  });

  it.each(['Refused medication after kidney transplant', 'Kidney transplant, biopsy declined'])(
    'says nothing against one that was: %s',
    (text) => {
      expect(mentionsIn(text).get('organ-transplant')).toBe('yes');
    },
  );
});

describe('a denial reaches to the end of its list', () => {
  it.each([
    ['malignancy', 'No history of heart disease, kidney disease, cancer, or transplant'],
    ['malignancy', 'No treatment-related malignancy'],
    ['malignancy', '否认肿瘤、结核、白血病病史'],
    ['organ-transplant', '无手术、输血及器官移植史'],
    ['chd', 'Without structural heart disease, VSD or ASD'],
    ['dialysis', 'No need for dialysis'],
    ['dialysis', '无透析指征'],
    ['dialysis', '暂无需透析'],
  ] as const)('(%s): %s', (set, text) => {
    expect(mentionsIn(text).get(set)).toBe('no');
  });

  it('and may reach to a history behind a comma', () => {
    expect(mentionsIn('Denies chest pain, palpitations, history of leukemia').get('malignancy')).toBe('maybe');
  });
});
