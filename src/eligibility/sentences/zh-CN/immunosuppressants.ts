// Chinese: the eleven agents of the trial.

import type { Translation } from '../../../logic/words.ts';
import type { immunosuppressants as en } from '../en/immunosuppressants.ts';

export const immunosuppressants = {
  'immunosuppressants.met': '足疗程使用：{adequate}',
  'immunosuppressants.not-adequate': '使用过{given}，但足疗程者不足 {needed} 种：{doubts}',
  'immunosuppressants.unclear': '从记录不能看出{agents}是否为全身用药',
  'immunosuppressants.route-of': '{agents}的给药途径和用药目的',
  'immunosuppressants.open': '记录中所列药物不足 {needed} 种（{given}）；不能排除用过其他药物：{reasons}',
  'immunosuppressants.further': '另有 {count} 种所列药物的用药记录，或未用过的声明',
  'immunosuppressants.near': '所列药物不足 {needed} 种（{given}）；另用过{near}，未列名但可能属于其范围',
  'immunosuppressants.too-few': '用药史完整，所列药物不足 {needed} 种（{given}）',
  'immunosuppressants.cover': '{from}至{to}，共 {days} 天',
  'immunosuppressants.doses': '{from}至{to}，共 {count} 次',
  'immunosuppressants.no-time': '无可证实的狼疮治疗天数',
  'immunosuppressants.short': '{name} {days} 天',
  'immunosuppressants.few-doses': '{name}最长疗程 {count} 次',
  'immunosuppressants.untaken': '{name}：有医嘱，但另有记录称未服用',
  'immunosuppressants.ordered': '{agents}的医嘱时间足够；用药陈述未读取完整，是否实际服用不能判断',
  'immunosuppressants.statements': '用药陈述（可能注明未服用）',
  'immunosuppressants.unclear-time': '{name}：起止日期或用药原因不明',
  'immunosuppressants.other-disease': '{name}用于其他疾病',
  'immunosuppressants.before-onset': '{name}在狼疮起病前已停用',
  'immunosuppressants.if-continued': '如继续治疗',
  'immunosuppressants.not-listed': '其他免疫抑制治疗，不在试验所列范围',
  'immunosuppressants.not-systemic': '非全身用药，不计入',
  'immunosuppressants.as-needed': '按需用药，不计入',
  'immunosuppressants.conditioning': '预处理或清淋用药，不计入',
  'immunosuppressants.anticancer-dose': '抗肿瘤剂量，不计入',
} as const satisfies Translation<typeof en>;
