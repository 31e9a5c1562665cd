// Does a text say that CAR-T cells were given, or does it only speak of them?

import { describe, expect, it } from 'vitest';
import { carTInText } from '../../src/terminology/car-t-text.ts';

describe('CAR-T cells', () => {
  it.each([
    'CAR-T cells',
    'CAR-T infusion',
    'UCART cells',
    'axi-cel',
    'Kymriah',
    'tisagenlecleucel suspension for infusion',
    'status post CAR-T',
    'History of CAR-T cell therapy',
    'Pre-existing CAR-T therapy',
    'CAR-T therapy before transplant',
    'Evaluation before discharge after CAR-T',
    'Lymphodepleting conditioning followed by CAR-T infusion',
    'Conditioning and CAR-T infusion',
    'Transplant declined. CAR-T infusion',
    'CAR-T infusion. Transplant planned',
    'CAR-T infusion 2024, second CAR-T planned',
    'CAR-T治疗后',
    'CAR-T治疗未缓解',
    'CAR-T治疗,考虑感染',
    'CAR-T infusion, no CRS',
    'CAR-T therapy no complications',
    'CAR-T therapy (no relapse since)',
    'CAR-T治疗，无并发症',
    'CD19 CAR-T细胞回输',
    '阿基仑赛注射液',
    '将CAR-T细胞回输',
    '按计划CAR-T细胞回输',
    '清淋后CAR-T回输',
    '清淋及CAR-T回输',
  ])('were given: %s', (text) => {
    expect(carTInText(text)).toBe('given');
  });

  it.each([
    'cyclophosphamide before CAR-T infusion',
    'lymphodepletion for CAR-T',
    'lymphodepletion for planned CAR-T',
    'premedication for CAR-T cells',
    'Admission for the second CAR-T',
    'bridging to CAR-T',
    'prior to CAR-T',
    'pre-CAR-T workup',
    'eligible for CAR-T',
    'plan: CAR-T',
    'suspected CAR-T therapy',
    'possible axi-cel',
    'CAR-T therapy declined',
    'CAR-T therapy, declined',
    'CAR-T therapy (planned)',
    'CAR-T therapy was refused',
    'CAR-T therapy not yet given',
    'CAR-T infusion cancelled',
    'CAR-T premedication',
    'CAR-T cells collected',
    'CAR-T?',
    'tisagenlecleucel planned',
    'relmacabtagene autoleucel (planned)',
    'CAR-T cells (tisagenlecleucel) planned',
    'CAR-T planned, tisagenlecleucel cancelled',
    '拟行CAR-T治疗',
    '等待CAR-T',
    '拒绝CAR-T治疗',
    '疑似CAR-T治疗',
    'CAR-T治疗前',
    'CAR-T前清淋',
    'CAR-T预处理',
    'CAR-T不考虑',
    'CAR-T 待回输',
    '环磷酰胺（CAR-T前清淋）',
    'planned CAR-T',
    'Recommend CAR-T therapy',
    'CAR-T recommended',
    'Ordered CAR-T',
    'Family consents to CAR-T',
    'Mother declined CAR-T',
    'post CAR-T infection screening',
    'Screening for CAR-T therapy trial',
    'No infection before CAR-T infusion',
    'No fever after CAR-T infusion',
    'No contraindication to CAR-T',
    'No CAR-T related toxicity',
    '无CAR-T禁忌',
    '建议CAR-T治疗',
    '申请CAR-T',
    'CAR-T入组筛查',
    'No CAR-T therapy; now planned CAR-T',
    'CAR-T never given',
  ])('are only spoken of: %s', (text) => {
    expect(carTInText(text)).toBe('spoken-of');
  });

  it.each([
    'no CAR-T therapy',
    'No prior CAR-T cell therapy',
    'no plan for CAR-T',
    'CAR-T therapy: no',
    'CAR-T history: none.',
    'Brother had CAR-T',
    'CAR-T（母亲）',
    '无CAR-T治疗史',
    '否认既往CAR-T治疗史',
    'CAR-T治疗史：无',
  ])('were not given to her: %s', (text) => {
    expect(carTInText(text)).toBe('denied');
  });

  it.each(['cyclophosphamide', 'shopping cart', '环磷酰胺', ''])('are not named: %s', (text) => {
    expect(carTInText(text)).toBeUndefined();
  });
});
