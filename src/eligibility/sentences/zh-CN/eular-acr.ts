// Chinese sentences about the 2019 EULAR/ACR classification criteria.

import type { Translation } from '../../../logic/words.ts';
import type { eularAcr as en } from '../en/eular-acr.ts';

export const eularAcr = {
  'eular.recorded': '已记录 2019 EULAR/ACR 总分 {total}（需 ≥ {needed} 分），且抗核抗体 ≥ 1:80',
  'eular.proven':
    '病历可证实至少 {lower} 分（需 {needed} 分），有抗核抗体阳性、至少一项临床条目及确诊；记录的总分：{total}',
  'eular.proven-undiagnosed':
    '病历可证实至少 {lower} 分（需 {needed} 分），有抗核抗体阳性及至少一项临床条目，但无 SLE 确诊记录',
  'eular.total-but-refuted': '已记录 2019 EULAR/ACR 总分 {total}，但 SLE 诊断已被否定',
  'eular.withdrawn':
    '已记录 2019 EULAR/ACR 总分 {total}：研究者已将其中至多 {points} 分的条目归因于其他病因，余下可能达不到 {needed} 分',
  'eular.total-not-clinical': '已记录 2019 EULAR/ACR 总分 {total}，但无分项：不能看出是否含临床条目，且 SLE 未确诊',
  'eular.total-without-ana': '已记录 2019 EULAR/ACR 总分 {total}，但现有抗核抗体结果均为阴性',
  'eular.diagnosed-ana-negative': 'SLE 已确诊，但现有抗核抗体结果均为阴性：既往阳性结果可能在外院',
  'eular.diagnosed-no-ana': 'SLE 已确诊，但未见抗核抗体 ≥ 1:80 的结果（记录的总分：{total}；可证实：{lower} 分）',
  'eular.diagnosed-not-proven': 'SLE 已确诊；无可用的总分记录，病历可证实 {lower} 分（需 {needed} 分）：请按标准评分',
  'eular.diagnosed-total-below':
    'SLE 已确诊；记录的总分 {total} 不足以判定，病历可证实 {lower} 分（需 {needed} 分）：请按标准评分',
  'eular.possible': 'SLE 为疑诊、未确诊，且尚不能证实符合分类标准（{lower} 分，需 {needed} 分）',
  'eular.ana-negative': '现有抗核抗体结果均为阴性，且 SLE 未确诊',
  'eular.refuted': 'SLE 诊断已被否定',
  'eular.nothing': '无 SLE 确诊记录，病历可证实 {lower} 分（需 {needed} 分）',
  'eular.no-total': '无',
  'eular.item': '{item}（{points} 分）',
  'eular.report': '报告',
  'eular.record-total': '2019 EULAR/ACR 总分及其分项',
  'eular.record-diagnosis': 'SLE 确诊诊断',
  'eular.record-items': '2019 EULAR/ACR 各条目对应的、有日期的检查结果或临床表现',
  'eular.item.fever': '发热 > 38.3 °C',
  'eular.item.leukopenia': '白细胞减少 < 4.0×10⁹/L',
  'eular.item.thrombocytopenia': '血小板减少 < 100×10⁹/L',
  'eular.item.autoimmune-haemolysis': '自身免疫性溶血',
  'eular.item.delirium': '谵妄',
  'eular.item.psychosis': '精神症状',
  'eular.item.seizure': '癫痫发作',
  'eular.item.alopecia': '非瘢痕性脱发',
  'eular.item.oral-ulcers': '口腔溃疡',
  'eular.item.subacute-or-discoid': '亚急性皮肤型或盘状狼疮',
  'eular.item.acute-cutaneous': '急性皮肤型狼疮',
  'eular.item.effusion': '胸腔积液或心包积液',
  'eular.item.acute-pericarditis': '急性心包炎',
  'eular.item.joint-involvement': '关节受累',
  'eular.item.proteinuria': '24 小时尿蛋白 > 0.5 g',
  'eular.item.nephritis-class-ii-or-v': '肾活检示狼疮性肾炎 II 型或 V 型',
  'eular.item.nephritis-class-iii-or-iv': '肾活检示狼疮性肾炎 III 型或 IV 型',
  'eular.item.antiphospholipid': '抗磷脂抗体',
  'eular.item.low-c3-or-c4': 'C3 或 C4 降低',
  'eular.item.low-c3-and-c4': 'C3 和 C4 均降低',
  'eular.item.lupus-antibodies': '抗 dsDNA 抗体或抗 Sm 抗体',
} as const satisfies Translation<typeof en>;
