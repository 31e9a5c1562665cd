// Chinese: the trial's sentence of each numbered criterion. A translation of the registered English; no Chinese original is public.

import type { exclusionTexts as enExclusion, inclusionTexts as enInclusion } from '../texts.ts';
import type { Translation } from '../../../logic/words.ts';

export const inclusionTexts = {
  I1: '年龄 5～18 周岁（包括界值）',
  I2: '按 2019 EULAR/ACR SLE 分类标准诊断为 SLE；经 ≥3 个月大剂量糖皮质激素（泼尼松 ≥1 mg/kg/d 或等效剂量的其他激素）、羟氯喹及下列治疗中至少 2 种（环磷酰胺、吗替麦考酚酯、硫唑嘌呤、甲氨蝶呤、环孢素、他克莫司、西罗莫司、来氟米特、泰它西普、贝利尤单抗、利妥昔单抗）后仍处于中重度疾病活动；或对标准治疗不耐受',
  I3: 'SLEDAI-2K 评分 ≥8 分',
  I4: '重要脏器功能基本正常：心功能：左室射血分数（LVEF）≥55%，心电图无明显异常；肾功能：eGFR ≥30 mL/min/1.73 m²；肝功能：天冬氨酸转氨酶（AST）和丙氨酸转氨酶（ALT）≤3.0×ULN，血清总胆红素（TBIL）≤2.0×ULN；肺功能：无严重肺部病变，SpO2 ≥92%',
  I5: '符合淋巴细胞单采或静脉采血标准，无细胞采集禁忌',
  I6: '育龄期女性受试者妊娠试验阴性，并同意在 CAR-T 回输后第一年内采取有效避孕措施',
  I7: '受试者或其监护人同意参加临床试验并签署知情同意书，表明其了解临床试验的目的和流程并愿意参加研究',
} as const satisfies Translation<typeof enInclusion>;

export const exclusionTexts = {
  E1: '既往接受过 CAR-T 细胞治疗',
  E2: '中枢神经系统（CNS）疾病：60 天内需要干预的中枢神经系统狼疮',
  E3: '严重急性肾炎：回输前 3 个月内已接受或正在接受肾脏替代治疗；或研究者认为患者在研究开始 3 个月内可能出现明显肾脏病变，需要大剂量糖皮质激素（泼尼松 ≥1 mg/kg/d 或等效剂量的其他激素）、环磷酰胺或吗替麦考酚酯治疗',
  E4: '有先天性心脏病史，或筛选前 6 个月内发生急性心肌梗死；或严重心律失常（包括多源性频发室上性心动过速、室性心动过速等）；或合并中至大量心包积液、严重心肌炎等；或生命体征不稳定、需使用升压药',
  E5: '患有需长期使用糖皮质激素或大剂量免疫抑制剂的其他疾病',
  E6: '不能控制的感染，或筛选前 1 周内需要全身治疗的活动性感染',
  E7: '有器官移植或造血干细胞移植史，或筛选前 2 周内有 ≥2 度 GVHD',
  E8: '乙肝表面抗原（HBsAg）或乙肝核心抗体（HBcAb）阳性，且外周血乙肝病毒（HBV）DNA 滴度高于正常参考值范围；或丙肝病毒（HCV）抗体阳性，且外周血丙肝病毒（HCV）RNA 滴度高于正常参考值范围；或人类免疫缺陷病毒（HIV）抗体阳性；或梅毒检测阳性；或巨细胞病毒（CMV）DNA 检测阳性',
  E9: '筛选前 4 周内接种过活疫苗',
  E10: '血妊娠试验阳性',
  E11: '既往或目前患有恶性肿瘤',
  E12: '入组前 3 个月内参加过其他临床研究',
  E13: '研究者认为不适合参加本研究的其他情况',
} as const satisfies Translation<typeof enExclusion>;
