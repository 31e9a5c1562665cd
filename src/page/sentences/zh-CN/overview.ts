// What do the pages say in the ten seconds at the top, and on what leaves the page? In simplified Chinese.

import type { Translation } from '../../../logic/words.ts';
import type { overview as en } from '../en/overview.ts';

export const overview = {
  'verdict.unseen': '未能完整读取：{searches}。其中的内容在此未知。',
  'verdict.title': '结论',
  'status.ineligible': '目前不符合：{against}项不利',
  'status.potential-candidate': '可能符合：{missing}项资料不足',
  'status.candidate': '可能符合：只剩需由人完成的步骤',
  'status.deceased': '病历显示患者已去世',
  'status.merged': '此病历已并入另一份病历，请打开那一份',
  'verdict.not-recruiting': '该试验目前不招募受试者。',
  'tally.for': '有利',
  'tally.against': '不利',
  'tally.missing': '资料不足',
  'tally.confirm': '待确认',

  'next.title': '下一步',
  'next.none': '没有可凭病历资料判定的未决标准。',
  'next.orders': '有助于判定的检查：{tests}',
  'next.further': '其余{count}项见下方逐条标准。',
  'next.contact': '试验办公室：{contact}',

  'dates.title': '重要日期',
  'dates.none': '没有仅因日期推移而改变的标准。',
  'dates.later': '其后还有{count}个日期',
  'dates.if': '（{condition}）',

  'basis.title': '评估依据',
  'basis.dropped': '收到{count}条其他患者的资料，已排除。',

  'referral.print': '打印',
  'referral.copy': '复制为文本',
  'referral.package': '转介资料包',
  'referral.consent': '监护人已同意',
  'referral.copied': '已复制。',
  'referral.downloaded': '已保存。',
  'referral.failed': '操作未成功。',

  'letter.title': '试验 {trial} 筛选摘要',
  'letter.verdict': '{status}。{line}',
  'letter.dose': '{unit}。最近12个月；虚线：试验界线；阴影：达标日，斜线：可能达标日。',
  'letter.dated': '{what}（{date}）',
  'letter.scores':
    'SLEDAI-2K：{sledaiLow}至{sledaiHigh}分。EULAR/ACR 2019：已证实{eularLow}分（达{eularFrom}分可分类为狼疮）。',
  'letter.consent': '监护人同意转介：☐ 是 ☐ 否　　日期、签名：______________________',
} as const satisfies Translation<typeof en>;
