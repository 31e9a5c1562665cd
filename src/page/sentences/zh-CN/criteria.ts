// What do the pages say about criteria: their text, reading, review, a judgement? In simplified Chinese.

import type { Translation } from '../../../logic/words.ts';
import type { criteria as en } from '../en/criteria.ts';

export const criteria = {
  'criteria.title': '逐条标准',
  'criteria.about':
    '按试验的顺序排列。展开可查看原文、此处的解读和全部来源。只能由人判断的条目，您可以试填答案：仅在本页有效，不会保存。',
  'criterion.inclusion': '入选标准 {id}，试验原文',
  'criterion.translation': '译文，以英文原文为准',
  'criterion.exclusion': '排除标准 {id}，试验原文',
  'criterion.in-chart': '见病历',
  'criterion.confidential': '不宜让监护人看到；在您要求之前不显示，也不打印。',
  'criterion.show': '在本屏幕上显示',
  'criterion.evidence': '依据',
  'criterion.missing': '缺少的资料',
  'criterion.orders': '有助于判定的检查',
  'criterion.order': '{test}（最近{days}天内的结果有效）',
  'criterion.ignored': '已读取但未计入的内容及原因',
  'criterion.read-as': '原文的解读',

  'review.none': '此解读尚未经临床医师审核。',
  'review.by': '由{reviewer}于{date}审核。',
  'review.changed': '由{reviewer}于{date}审核，此后有改动，需要重新审核。',

  'judge.title': '您对 {id} 的判断：',
  'judge.met': '符合',
  'judge.not-met': '不符合',
  'judge.present': '存在',
  'judge.absent': '不存在',
} as const satisfies Translation<typeof en>;
