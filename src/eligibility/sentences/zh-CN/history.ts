// Chinese sentences about what a record shows, or does not show, of a patient’s history.

import type { Translation } from '../../../logic/words.ts';
import type { history as en } from '../en/history.ts';

export const history = {
  'history.absent': '记录中未见{what}（仅据“无记录”推断）',
  'history.incomplete': '记录中未证实{what}，但{searches}的检索可能有遗漏',
  'history.read-again': '{searches}的完整检索',
  'history.found': '{what}：{entry}',
  'history.doubtful': '可能有{what}：{entry}',
  'history.judge': '是否属于“{what}”由研究者判断：{entry}',
  'history.dated': '{name}（{date}）',
  'history.undated': '{name}（无日期）',
  'history.diagnosis': '诊断',
  'history.procedure': '操作',
  'history.unconfirmed': '诊断（未确诊）',
  'history.contradictory': '编码与文字不一致',
  'history.suspected': '仅为疑似',
  'history.unfinished': '操作（中止或状态不明）',
  'history.broken-off': '{name}已开始给药（状态{status}），是否计入由研究者判断',
  'history.broken-off-label': '已开始给药，状态{status}',
  'history.administration': '已给药',
  'history.dispense': '已发药',
  'history.statement': '自述用药',
  'history.request': '医嘱',
  'history.drug': '某种药物',
  'history.drug-until': '{drug}，至{date}',
  'history.search.conditions': '诊断',
  'history.search.observations': '检查检验结果',
  'history.search.medicationRequests': '用药医嘱',
  'history.search.medicationStatements': '用药陈述',
  'history.search.medicationAdministrations': '给药记录',
  'history.search.medicationDispenses': '发药记录',
  'history.search.procedures': '操作',
  'history.search.diagnosticReports': '检查报告',
  'history.search.questionnaireResponses': '问卷',
  'history.nameless-drug': '自{since}起有一种药物既无名称也无已知编码，无法判断是什么药',
} as const satisfies Translation<typeof en>;
