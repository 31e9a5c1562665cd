// Chinese sentences about infections told by tests of the blood.

import type { Translation } from '../../../logic/words.ts';
import type { serology as en } from '../en/serology.ts';

export const serology = {
  'serology.marker': '{what}：{state}',
  'serology.hepatitis': '{virus}：血清学{serology}；病毒载量{load}',
  'serology.syphilis': '梅毒螺旋体特异性试验{treponemal}；RPR 等非特异性试验{reagin}',
  'serology.syphilis-diagnosed': '有梅毒诊断，但检查为阴性',
  'serology.of-markers.positive': '阳性',
  'serology.of-markers.negative': '阴性',
  'serology.of-markers.uncertain': '弱阳性或可疑',
  'serology.of-markers.missing': '不完整：缺少有效结果',
  'serology.of-markers.not-needed': '未检测，亦无需检测',
  'serology.of-markers.unreadable': '无法读取或互相矛盾',
  'serology.of-load.above': '高于参考值或已定量检出',
  'serology.of-load.not-above': '未高于参考值',
  'serology.of-load.uncertain': '检出但低于定量下限，或可疑',
  'serology.of-load.missing': '在有效期内未检测',
  'serology.of-load.not-needed': '未检测，亦无需检测',
  'serology.of-load.unreadable': '无法读取或互相矛盾',
  'serology.incomplete': '结果检索不完整：可能遗漏既往阳性的{what}',
  'serology.hiv.confirmed': 'HIV 感染已确证',
  'serology.hiv.viraemic-reactive': 'HIV 抗体有反应性，且 HIV RNA 已定量检出',
  'serology.hiv.viraemic': 'HIV RNA 已定量检出，但无抗体反应性结果',
  'serology.hiv.unconfirmed': 'HIV 筛查有反应性，未经确证',
  'serology.hiv.suspected': '疑诊 HIV 感染，检测为阴性',
  'serology.cmv.above': '血 CMV DNA 阳性',
  'serology.cmv.not-above': '血 CMV DNA 未检出',
  'serology.cmv.below-limit': '血 CMV DNA 检出，但低于定量下限',
  'serology.cmv.weak': '血 CMV DNA 结果可疑',
  'serology.cmv.elsewhere': '{what}阳性',
  'serology.passive': '用过免疫球蛋白：抗体可能为被动输入',
  'serology.diagnoses': '全部诊断',
  'serology.reported': '报告（{date}）称{what}阳性或可疑，已有结果中未见',
  'serology.reports': '全部检查报告',
  'serology.reports-incomplete': '检查报告检索不完整：可能遗漏报告中提到的阳性检测',
} as const satisfies Translation<typeof en>;
