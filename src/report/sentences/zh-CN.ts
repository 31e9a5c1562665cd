// What the evidence report says in its own words, in Chinese.

import type { Translation } from '../../logic/words.ts';
import type { en } from './en.ts';

export const zhCN: Translation<typeof en> = {
  'next.against': '{criterion}：{reason}',
  'next.missing': '{criteria}：{things}',
  'next.confirm': '需由人确认：{criteria}',

  'series.eGFR': '估算肾小球滤过率',

  'eular.no-total': '病历中没有',

  'domain.constitutional': '全身症状',
  'domain.haematologic': '血液系统',
  'domain.neuropsychiatric': '神经精神',
  'domain.mucocutaneous': '皮肤黏膜',
  'domain.serosal': '浆膜腔',
  'domain.musculoskeletal': '肌肉骨骼',
  'domain.renal': '肾脏',
  'domain.antiphospholipid': '抗磷脂抗体',
  'domain.complement': '补体',
  'domain.antibodies': 'SLE特异性抗体',

  'letter.title': '{trial}的潜在候选者：{title}',
  'letter.not-candidate': '目前不是{trial}的候选者：{title}',
  'letter.patient': '患者：{reference}，{age}，{sex}；评估日期{date}',
  'letter.age': '{years}岁',
  'letter.age-range': '{low}至{high}岁',
  'letter.age-unknown': '年龄不详',
  'letter.sex.female': '女',
  'letter.sex.male': '男',
  'letter.sex.unclear': '性别未注明',
  'letter.consent.obtained': '监护人对本次转介的同意：已取得',
  'letter.consent.not-recorded': '监护人对本次转介的同意：未记录',
  'letter.further': '其余{count}项见下文“入选与排除标准”',
  'letter.criteria': '入选与排除标准',
  'letter.criterion': '{id} {name}：{answer}。{reason}',
  'letter.see-chart': '{id} {name}：见病历',
  'letter.scores': '评分',
  'letter.sledai': 'SLEDAI-2K：{total}；按条目为{lower}至{upper}分（最近{days}天）',
  'letter.eular': '2019 EULAR/ACR：{total}；已证实{lower}分，至少需{needed}分',
  'letter.no-total': '无记录的总分',
  'letter.dates': '重要日期',
  'letter.date': '{date}：{names}：{answer}',
  'letter.date-if': '{date}：{names}：{answer}（{condition}）',
  'letter.unseen': '未能查看的内容',
  'letter.basis': '依据',
  'letter.next': '下一步',
  'letter.contact': '试验办公室：{contact}',

  'package.title': '转介筛选：{trial}',
  'package.letter': '转介信',
  'package.verdicts': '截至{date}的{trial}各项标准',
  'package.reason': '理由',
  'package.evidence': '依据',
  'package.consent': '监护人同意',
  'package.see-chart': '见病历',

  'stated.author': '依据页的读者',
};
