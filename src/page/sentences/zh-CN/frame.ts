// What do the pages say around a page: reading the record, signing in, what went wrong, the patient? In simplified Chinese.

import type { Translation } from '../../../logic/words.ts';
import type { frame as en } from '../en/frame.ts';

export const frame = {
  title: '试验入选依据',
  skip: '跳到结论',
  language: '语言',
  yes: '是',
  no: '否',
  date: '{date}',
  span: '{from}至{to}',
  source: '来源：{references}',
  computed: '计算所得',
  'source.not-read': '所读取的资料中没有此条。',
  'source.close': '关闭',

  'reading.start': '正在读取病历……',
  'reading.progress': '正在读取病历：{of}项检索中已有{answered}项得到答复……',

  'launch.waiting': '正在登录……',
  'launch.no-iss': '打开本页时没有说明来自哪个电子病历系统。',
  'launch.foreign-iss': '所指定的服务器不在本服务允许读取的范围内，未向其发出任何请求。',
  'launch.not-registered': '本服务在该电子病历系统中没有客户端标识，无法登录。',
  'launch.refused': '登录被拒绝，或不是从本窗口发起的。',
  'launch.no-patient': '电子病历系统没有说明当前打开的是哪位患者。',
  'launch.expired': '登录已失效。',

  'problem.title': '无法显示内容',
  'problem.unreachable': '无法连接本服务或电子病历系统。',
  'problem.no-patient': '无法读取带有出生日期的患者信息。',
  'problem.refused': '本服务没有给出答复（{code}）。',
  'problem.advice': '请从患者病历中重新打开本页。没有保存任何内容。',

  'start.about': '将患者病历与试验标准逐条对照，并显示每个答案的依据。',
  'start.sign-in': '登录 {server} 并选择患者',
  'start.patient': '{server} 上的患者标识',
  'start.open': '打开',
  'start.none': '本页尚未配置任何 FHIR 服务器。',

  'patient.no-name': '病历中没有姓名',
  'patient.age': '{age}岁',
  'patient.female': '女',
  'patient.male': '男',
  'patient.unclear': '性别不明',
  'patient.born': '出生日期：{date}',
  'patient.as-of': '评估日期：{date}',
} as const satisfies Translation<typeof en>;
