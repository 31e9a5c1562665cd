// Chinese sentences about renal replacement therapy and nephritis.

import type { Translation } from '../../../logic/words.ts';
import type { renal as en } from '../en/renal.ts';

export const renal = {
  'renal.replacement': '肾脏替代治疗',
  'renal.ongoing': '{name}：正在进行',
  'renal.doubtful': '可能为肾脏替代治疗：{name}',
  'renal.met': '{name}，末次{date}：距筛选日在 {days} 天内',
  'renal.needs-investigator': '{name}，末次{date}：距筛选日已超过 {days} 天，但在 {months} 个月内',
  'nephritis.biopsy-undated': '一份日期不详的报告示 III 型或 IV 型或新月体，可能在 {months} 个月内',
  'renal.not-met': '{name}，末次{date}：距筛选日已超过 {months} 个月',
  'renal.met-infusion': '{name}，末次{date}：在计划回输前 {months} 个月内',
  'renal.not-met-infusion': '{name}，末次{date}：距计划回输已超过 {months} 个月',
  'renal.last-unknown': '记录未明确{name}的末次日期',
  'renal.last-day': '末次{name}的日期',
  'nephritis.what': '可能需强化治疗的肾脏病变',
  'nephritis.present': '有{name}的记录',
  'nephritis.biopsy': '{date}的报告示 III 型或 IV 型或新月体，在 {months} 个月内',
  'nephritis.protein': '尿蛋白/肌酐比 {value}，界值 {limit} mg/g',
  'nephritis.filtration': 'eGFR 低于 {limit} mL/min/1.73 m²，或不能肯定高于此值',
  'nephritis.filtration-open': '无法判断 eGFR 是否低于 {limit} mL/min/1.73 m²',
  'nephritis.filtration-cystatin':
    '按胱抑素C估算的 eGFR 低于 {limit} mL/min/1.73 m²，或不能肯定高于此值；糖皮质激素可使胱抑素C升高',
  'nephritis.falling': '{months} 个月内滤过率下降 {percent} %',
} as const satisfies Translation<typeof en>;
