// Chinese: the headings of a chart review and of the printed protocol.

import type { Translation } from '../../../logic/words.ts';
import type { explain as en } from '../en/explain.ts';

export const explain = {
  'explain.criterion': '{id}  {verdict}',
  'explain.text': '“{text}”（译文）',
  'explain.line': '{title}：{line}',
  'explain.entries': '{line}（{count} 条）',
  'explain.list': '{title}：',
  'explain.all': '以下全部',
  'explain.any': '以下任一',
  'explain.at-least': '以下至少 {n} 项',
  'explain.read-as': '判读规则',
  'explain.reviewed': '{reviewer}已于{date}审核',
  'explain.review-changed': '{reviewer}于{date}审核后内容有改动：尚未重新审核',
  'explain.not-yet-reviewed': '尚未经临床医师审核',
  'explain.because': '理由',
  'explain.evidence': '依据',
  'explain.missing': '缺少',
  'explain.ignored': '未计入',
  'explain.flags': '标记',
  'explain.changes': '仅随日期推移将发生的变化',
  'explain.change': '{on}：{criterion} 变为“{becomes}”',
  'explain.change-if': '{on}：{criterion} 变为“{becomes}”（{if}）',
} as const satisfies Translation<typeof en>;
