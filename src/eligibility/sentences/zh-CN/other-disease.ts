// Chinese sentences about other diseases treated with glucocorticoids or immunosuppressants.

import type { Translation } from '../../../logic/words.ts';
import type { otherDisease as en } from '../en/other-disease.ts';

export const otherDisease = {
  'other-disease.what': '需长期使用糖皮质激素或免疫抑制剂的其他疾病',
  'other-disease.going-on': '正在因{disease}使用{drugs}',
  'other-disease.lasting': '因{disease}使用{drugs} ≥ {days} 天',
  'other-disease.short': '因{disease}使用{drugs} < {days} 天',
  'other-disease.reason-unclear': '{drugs}的用药原因为“{disease}”：是否属其他疾病由研究者判断',
  'other-disease.dates-unclear': '记录未明确因{disease}使用{drugs}的时长',
  'other-disease.dates': '因{disease}使用{drugs}的起止日期',
  'other-disease.suppressed': '因{disease}使用{drug}：是否为大剂量由研究者判断',
  'other-disease.nameless': '因{diseases}所用药物既无名称也无已知编码，无法判断是什么药',
  'other-disease.unread': '因{diseases}所用药物的名称与编码不一致，无法判断是什么药',
  'other-disease.shared': '{drugs}同时用于狼疮和{disease}：{disease}本身是否需要该药由研究者判断',
  'other-disease.of-nephritis': '{name}未注明其他病因，且已确诊{nephritis}：归于狼疮',
  'other-disease.past': '{name}：已缓解',
  'other-disease.drugs-for-lupus': '有{name}的记录，但所有此类药物均记为治疗狼疮',
  'other-disease.usually-treated': '有{name}的记录，该病通常需用糖皮质激素或免疫抑制剂',
} as const satisfies Translation<typeof en>;
