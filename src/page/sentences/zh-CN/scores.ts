// What do the pages say about the score sheets? In simplified Chinese.

import type { Translation } from '../../../logic/words.ts';
import type { scores as en } from '../en/scores.ts';

export const scores = {
  'head.item': '条目',
  'head.points': '分值',
  'head.state': '状态',
  'head.rests-on': '依据',
  'head.judgement': '您的判断',

  'score.recorded': '病历记录：',
  'score.recorded-none': '没有可计入的总分记录：{why}',
  'state.present': '存在',
  'state.absent': '不存在',
  'state.possible': '可能存在',
  'state.unknown': '未知',
  'state.signed': '{state}（按记录）',
  'state.attributed': '{state}（{to}）',
  'attributed.lupus': '判断为狼疮所致',
  'attributed.not-lupus': '判断为非狼疮所致',
  'attribute.lupus': '确认',
  'attribute.not-lupus': '非狼疮',
  'stated.not-kept': '您的判断会立即改变本页的答案，但不会被保存。',

  'sledai.title': 'SLEDAI-2K',
  'sledai.total': '{lower}至{upper}分，依据最近{days}天的检查结果',
  'sledai.counts': '存在{present}项，不存在{absent}项，可能{possible}项，未知{unknown}项',
  'sledai.incomplete': '检查结果未能全部读取，可能漏掉已记录的总分。',

  'eular.title': 'EULAR/ACR 2019',
  'eular.total': '已证实{lower}分；达{from}分可分类为狼疮；最高{upper}分',
  'eular.entry.positive': '入围标准：抗核抗体阳性。',
  'eular.entry.negative': '入围标准：抗核抗体阴性。',
  'eular.entry.open': '入围标准：抗核抗体结果不明确。',
  'eular.entry.none': '入围标准：病历中没有抗核抗体结果。',
  'eular.domain': '{domain}（{points}分，最高{most}分）',
  'eular.proven': '已证实',
  'eular.counted': '已证实，计入',
  'eular.possible': '有表现，原因未定',
  'eular.not-proven': '未证实',
} as const satisfies Translation<typeof en>;
