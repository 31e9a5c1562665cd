// Chinese sentences about active infection.

import type { Translation } from '../../../logic/words.ts';
import type { infection as en } from '../en/infection.ts';

export const infection = {
  'infection.what': '活动性感染及其全身治疗',
  'infection.decides': '现有{infection}',
  'infection.called-past': '{infection}：名称提示为既往感染，但未记为已结束；是否仍为活动性由研究者判断',
  'infection.treated': '{infection}：现症，{since}或以后接受过全身治疗',
  'infection.treated-for': '因{reason}使用过{drug}',
  'infection.untreated': '{infection}：现症，{since}及以后无全身治疗记录',
  'infection.lasting': '{infection}：{since}或以后接受过治疗；感染本身由血清学和核酸检查判定',
  'infection.doubtful': '{infection}为疑诊，或记录前后矛盾',
  'infection.status-not-stated': '记录未说明{infection}是否仍存在',
  'infection.treatment-date-unknown': '{infection}：现症，{since}或以后可能接受过治疗',
  'infection.drug-date-unknown': '记录未明确{drug}末次给药的时间或途径',
  'infection.drug-alone': '使用过{drug}，但无活动性感染记录',
  'infection.unread-drug': '一种可能的抗感染药物，其编码与名称不一致',
  'infection.unknown-drug': '一种药物无法识别，但其名称与抗感染药物相似',
  'infection.last-dose': '{drugs}末次给药的日期和途径',
  'infection.treatment': '全身抗感染药物',
  'infection.preventive': '预防用药，不计入',
  'infection.past': '已痊愈的感染',
} as const satisfies Translation<typeof en>;
