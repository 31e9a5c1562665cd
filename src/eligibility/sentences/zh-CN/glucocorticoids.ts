// Chinese: high-dose glucocorticoid treatment.

import type { Translation } from '../../../logic/words.ts';
import type { glucocorticoids as en } from '../en/glucocorticoids.ts';

export const glucocorticoids = {
  'glucocorticoid.course': '{from}至{to}，泼尼松当量 ≥ {dose} mg/kg/d 共 {days} 天',
  'glucocorticoid.old-course': '{from}至{to}，≥ {dose} mg/kg/d 共 {days} 天，但疗程结束已超过 {recent} 天',
  'glucocorticoid.averaged': '{from}至{to}，仅在隔日剂量取平均后 ≥ {dose} mg/kg/d 共 {days} 天',
  'glucocorticoid.near': '{from}至{to}，≥ {dose} mg/kg/d 共 {days} 天；需 {need} 天',
  'glucocorticoid.near-continuing': '自{from}起 ≥ {dose} mg/kg/d 共 {days} 天；如继续用药，{on}满三个月',
  'glucocorticoid.cumulative': '近 {recent} 天内 ≥ {dose} mg/kg/d 累计 {days} 天，但非同一疗程',
  'glucocorticoid.close': '须计入略低于 {dose} mg/kg/d 的 {near} 天及按常用足量 60 mg 给药的 {capped} 天，才满三个月',
  'glucocorticoid.regimen': '一个疗程内用激素 {any} 天，其中 ≥ {dose} mg/kg/d {high} 天，冲击 {pulses} 天',
  'glucocorticoid.none': '无全身用糖皮质激素记录',
  'glucocorticoid.too-short': '记录中用激素 {any} 天，其中连续 ≥ {dose} mg/kg/d 最多 {days} 天',
  'glucocorticoid.not-attested': '{found}，且无人声明用药史完整',
  'glucocorticoid.undecided': '缺少下列资料，无法判定：{what}',
  'glucocorticoid.injection': '结论取决于未注明途径的注射剂',
  'glucocorticoid.incomplete': '药物检索不完整（{searches}）',
  'glucocorticoid.unread': '{count} 条可能为糖皮质激素的记录无法读取',
  'glucocorticoid.if-continued': '如按医嘱继续用药',

  'glucocorticoid.searches': '{searches}的完整检索结果',
  'glucocorticoid.identify': '{references} 的药名和日期',
  'glucocorticoid.height': '{from}至{to}期间的身高（剂量按体表面积计算）',
  'glucocorticoid.weight': '{from}至{to}期间的体重',
  'glucocorticoid.dose': '{references} 的日剂量',
  'glucocorticoid.exact-dose': '{references} 的确切日剂量',
  'glucocorticoid.route': '{references} 的给药途径',
  'glucocorticoid.dates': '{references} 的确切起止日期',
  'glucocorticoid.overlap': '{references} 在后续医嘱开立后是否仍同时使用',

  'glucocorticoid.days-any': '全身用糖皮质激素天数',
  'glucocorticoid.days-high': '大剂量天数',
  'glucocorticoid.longest-run': '大剂量最长连续疗程（天）',
  'glucocorticoid.span': '首日与末日',
  'glucocorticoid.peak': '最高日剂量（泼尼松当量）',
  'glucocorticoid.source': '{drug}（{source}）',
  'glucocorticoid.source-administration': '已给药',
  'glucocorticoid.source-dispense': '已发药',
  'glucocorticoid.source-statement': '自述用药',
  'glucocorticoid.source-request': '医嘱',
  'glucocorticoid.doses': '泼尼松当量每日 {doses}',
  'glucocorticoid.doses-repeated': '泼尼松当量 {doses}，共 {count} 次',
  'glucocorticoid.ignored-as-needed': '按需用药：无给药记录则不计入',
  'glucocorticoid.ignored-not-systemic': '非全身用糖皮质激素',
  'glucocorticoid.ignored-undated': '无日期',
} as const satisfies Translation<typeof en>;
