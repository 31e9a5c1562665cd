// Chinese sentences about the glomerular filtration rate.

import type { Translation } from '../../../logic/words.ts';
import type { kidney as en } from '../en/kidney.ts';

export const kidney = {
  'kidney.met': '按现有各种算法，eGFR 均 ≥ {limit} mL/min/1.73 m²',
  'kidney.not-met': '按现有各种算法，eGFR 均 < {limit} mL/min/1.73 m²',
  'kidney.sides-differ': '不同算法的 eGFR 分处 {limit} mL/min/1.73 m² 两侧',
  'kidney.undecided': '就现有资料，eGFR 可能高于也可能低于 {limit} mL/min/1.73 m²',
  'kidney.unsteady': '一周内肌酐变化超过一半：此时以 eGFR 与 {limit} 比较会误导',
  'kidney.on-dialysis': '近期在透析，或透析可能仍在进行：以 eGFR 与 {limit} mL/min/1.73 m² 比较会误导',
  'kidney.incomplete': '检索不完整：可能遗漏影响与 {limit} 比较的结果或透析记录',
  'kidney.no-age': '年龄不详，或该年龄无适用公式',
  'kidney.birth-date': '出生日期',
  'kidney.computed': 'eGFR（{equation}，肌酐 {creatinine}，身高 {height}）',
  'kidney.implied': '由报告的 Schwartz 值 {value} 推算的 CKiD U25',
  'kidney.not-for-children': '{what}：不适用于该年龄，未采用',
  'kidney.by-cystatin': 'eGFR（CKiD U25，胱抑素C {value}）',
  'kidney.cystatin-alone':
    '仅有胱抑素C可供估算，eGFR 低于 {limit} mL/min/1.73 m² 或不能肯定高于此值；糖皮质激素可使胱抑素C升高，需肌酐和身高方可判断',
  'kidney.cystatin-below':
    '仅按胱抑素C估算，eGFR 低于 {limit} mL/min/1.73 m² 或不能肯定高于此值；糖皮质激素可使胱抑素C升高',
  'kidney.dialysis': '透析：{name}',
} as const satisfies Translation<typeof en>;
