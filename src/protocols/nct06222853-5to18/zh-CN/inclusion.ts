// Chinese: the single inclusion criteria with their readings and examples, a translation.

import type { CriterionWords } from '../../../eligibility/translation.ts';
import { inclusionTexts } from './texts.ts';

const latestWithLimit = [
  '以近 {laboratoryWindowDays} 天内最近一次结果为准；恰为限值者仍算符合。',
  '正常上限（ULN）以随结果给出的、适用于该性别和年龄者为准，否则用本中心声明的上限。',
] as const;

const limitJudge = '有结果和正常上限时：无。';

export const inclusion: Readonly<Record<string, CriterionWords>> = {
  I1: {
    text: inclusionTexts.I1,
    readAs: [
      '年龄按筛选日的周岁计：自 5 岁生日起至 19 岁生日前一日。',
      '若从严理解，18 岁的界限止于 18 岁生日：最后一年予以标记。',
      '2 月 29 日出生者，平年以 3 月 1 日为生日。',
      '出生日期不完整时，仅当其最早和最晚可能的日期结论一致才作判定。',
      '19 岁生日前 {ageOutWarningDays} 天起提醒。超龄患者予以标记：该登记的后续版本无年龄上限。',
    ],
    examples: ['筛选日当天满 5 周岁', '筛选日次日满 5 周岁', '筛选日次日满 19 周岁', '筛选日当天满 19 周岁'],
    humanJudges: '出生日期完整时：无。',
  },
  'I2.classification': {
    text: '按 2019 EULAR/ACR SLE 分类标准诊断为 SLE',
    readAs: [
      '已记录总分 ≥10 分且抗核抗体 ≥1:80（任何时间），只要其中必含一项临床条目即可：总分超过 12 分，或总分旁注明、或病历可证实一项临床条目，或 SLE 已确诊。',
      '否则按病历可证实的内容（不限时间）计分，每个领域取最高分条目：≥10 分，且抗核抗体阳性、有一项临床条目、SLE 已确诊。',
      '诊断仅在指明病因为狼疮时才算临床条目（如狼疮性关节炎，或注明分型的狼疮性肾炎）；单有癫痫发作或积液不算。',
      '感染前后的发热不计；使用细胞毒药物 30 天内的血细胞减少不计；C3 与 C4 降低不必同时出现。',
      'SLE 已确诊但不能证实符合分类标准者，交研究者判断；疑诊者、确诊但抗核抗体阴性者亦然。仅有诊断不是证据。',
      '狼疮本身的诊断已被否定，或抗核抗体阴性且无诊断者，不符合；无任何资料者，为资料不足。',
    ],
    examples: [
      '记录总分 10 分，ANA 1:80，SLE 已确诊',
      '记录总分 9 分，ANA 1:80，SLE 已确诊',
      'ANA 阴性且无 SLE 诊断',
      '无任何记录',
    ],
    humanJudges: '已有诊断而评分、条目或抗体未记录时，是否符合分类标准。',
  },
  'I2.activity': {
    text: '仍处于中重度疾病活动',
    readAs: [
      '登记文本未作定义。近 {activityWindowDays} 天内记录的 SLEDAI-2K 总分 ≥{moderateActivityFrom} 分，视为中度活动。',
      '总分、版本和计算条目的判读同 I3；关节炎须累及 {arthritisJoints} 个关节。',
    ],
    examples: ['30 天前记录 SLEDAI-2K 7 分', '30 天前记录 SLEDAI-2K 6 分', '31 天前记录 SLEDAI-2K 7 分，其后无资料'],
    humanJudges: '计算得出的 SLEDAI-2K 条目是否由狼疮所致，以及中度活动从何处算起。',
  },
  'I2.glucocorticoid': {
    text: '≥3 个月大剂量糖皮质激素（泼尼松 ≥1 mg/kg/d 或等效剂量的其他激素）',
    readAs: [
      '大剂量指 ≥{highDoseMgPerKgPerDay} mg/kg/d。三个月指达到该剂量 {highDoseDays} 天，或不间断 {highDoseMonths} 个日历月；疗程须在近 {highDoseRecentDays} 天内结束。',
      '中断或减量不超过 {highDoseGapDays} 天者，疗程不算终止；中断日不计入。',
      '每日剂量为当日全部全身用糖皮质激素折算的泼尼松当量之和，除以当时体重。',
      '同一药物同一天只取一个来源：给药记录，其次发药，其次用药陈述，再次医嘱。按需医嘱一律不计。',
      '疗程不足但已达 {highDoseNearDays} 天、疗程较早、近 {highDoseRecentDays} 天内累计 {highDoseDays} 天但不连续、须将隔日剂量取平均、剂量略低于 {highDoseMgPerKgPerDay} mg/kg 或为常用足量 60 mg，以及三个月方案中有 14 天大剂量或 3 天冲击者，交研究者判断。',
      '现行判读方式为 {glucocorticoidReading}：strict 要求一个这样的疗程，cumulative 还接受不连续的累计天数，regimen 还接受三个月方案。',
      '仅当近 {medicationHistoryWindowDays} 天内声明用药史完整，且记录中每种药物均可识别时，才判为不符合。',
    ],
    examples: ['1 mg/kg 恰满 90 天', '1 mg/kg 12 周（84 天）', '1 mg/kg 83 天，用药史完整', '45 mg 90 天，无体重记录'],
    humanJudges: '剂量或时间接近界限的疗程，以及药物是否确实服用。',
  },
  'I2.hydroxychloroquine': {
    text: '经……羟氯喹……治疗后仍处于中重度疾病活动',
    readAs: [
      '由医嘱、发药、用药陈述或给药记录覆盖至少 {adequateDays} 天；不超过 {adequateGapDays} 天的中断予以衔接，但不计入天数。',
      '不要求目前正在使用，也不要求与其他治疗同时使用。治疗无效指目前疾病活动。',
      '疗程较短、仅用氯喹，或因 G6PD 缺乏、视网膜病变、黄斑病变或已记录的不耐受而未用者，交研究者判断。',
      '仅当近 {medicationHistoryWindowDays} 天内声明用药史完整，且记录中每种药物均可读取时，才判为不符合。',
    ],
    examples: ['恰满 90 天', '89 天', '未用，已声明用药史完整', '未用，无人声明用药史完整'],
    humanJudges: '疗程较短时，以及是否有不用的理由。',
  },
  'I2.agents': {
    text: '下列治疗中至少 2 种（环磷酰胺、吗替麦考酚酯、硫唑嘌呤、甲氨蝶呤、环孢素、他克莫司、西罗莫司、来氟米特、泰它西普、贝利尤单抗、利妥昔单抗）',
    readAs: [
      '按活性成分计，每种只计一次：吗替麦考酚酯与麦考酚酸为同一种。仅计全身用药。',
      '先后使用即可；每种均须足量足疗程：覆盖至少 {adequateDays} 天，不超过 {adequateGapDays} 天的中断予以衔接，但不计入天数。',
      '静脉环磷酰胺以每月一次 {cyclophosphamideMonthlyDoses} 次或每两周一次 {cyclophosphamideFortnightlyDoses} 次为足疗程，利妥昔单抗以一个疗程 {rituximabInfusions} 次输注为足疗程，贝利尤单抗和泰它西普以 {adequateBiologicDays} 天为足疗程。',
      '3 天内的给药算一次。间隔 21～45 天为每月一次，间隔 10～45 天为每两周一次；间隔 5～31 天的输注为同一疗程。',
      '用过两种而足疗程者不足两种时，无论其他资料是否齐全，均交研究者判断。',
      '狼疮起病前已停用，或用于其他疾病者，不算足疗程。与氟达拉滨合用的环磷酰胺及抗肿瘤剂量的甲氨蝶呤不计。',
      '巯嘌呤、特立氟胺、奥妥珠单抗和奥法妥木单抗不在所列范围；如计入后方达两种，交研究者判断。其他免疫抑制治疗仅作展示。',
      '仅当近 {medicationHistoryWindowDays} 天内声明用药史完整，且记录中每种药物均可读取时，才判为不符合。',
    ],
    examples: [
      '吗替麦考酚酯 18 个月，他克莫司恰满 90 天',
      '吗替麦考酚酯 18 个月，他克莫司 89 天',
      '仅用吗替麦考酚酯，已声明用药史完整',
      '仅用吗替麦考酚酯，无人声明用药史完整',
    ],
    humanJudges: '用药未达上述界限时，是否算足量足疗程。',
  },
  'I2.intolerance': {
    text: '或对标准治疗不耐受',
    readAs: [
      '标准治疗指糖皮质激素、羟氯喹和所列十一种药物。',
      '指明其中之一的过敏、不耐受或不良事件，或因不良反应停用的医嘱，交研究者判断；其本身从不足以判定。',
      '检索完整时，无记录视为无不耐受。',
    ],
    examples: ['过敏记录列有甲氨蝶呤', '过敏记录仅列青霉素', '过敏记录无法读取'],
    humanJudges: '记录内容是否构成对标准治疗不耐受：始终由人判断。',
  },
  I3: {
    text: inclusionTexts.I3,
    readAs: [
      '以近 {activityWindowDays} 天内最近一次有效记录的 SLEDAI-2K 总分为准；仅称“SLEDAI”的总分按 SLEDAI-2K 判读并予标记。',
      '1992 年版 SLEDAI 总分为下限：≥8 分即可，不足 8 分则不能判定。SELENA-SLEDAI 交研究者判断。',
      '超过 105 分或非整数的总分不采用。',
      '无可用总分时计算各条目。仅由计算条目证实的分数为暂定：≥8 分者交研究者，由其签认系狼疮所致。',
      '研究者已归因于狼疮或已在量表上评定的条目，不受此限。',
      '关节炎须累及 {arthritisJoints} 个关节。仅有诊断既不能证实、也不能排除条目。',
      '记录总分低于 8 分而其后表现达 8 分或以上者，交研究者判断。',
      '慢性损伤（瘢痕、稳定的残余蛋白尿）不是活动性；病历不能区分二者。',
    ],
    examples: [
      '30 天前记录 SLEDAI-2K 8 分',
      '30 天前记录 SLEDAI-2K 7 分',
      '无总分；C3 降低、抗 dsDNA 抗体升高和蛋白尿合计 8 分',
      '31 天前记录 SLEDAI-2K 8 分，其后无资料',
    ],
    humanJudges: '计算条目是否由狼疮所致，以及慢性损伤与活动性的区分。',
  },
  'I4.LVEF': {
    text: '心功能：左室射血分数（LVEF）≥55%',
    readAs: [
      '以近 {heartImagingWindowDays} 天内最近一次射血分数为准，方法不限，可为检查结果或报告文字。',
      '从不四舍五入：54.9 % 不是 55 %。短轴缩短率不是射血分数。',
      '如 50-60 % 之类的范围按两端分别判断：不一致则为资料不足。',
    ],
    examples: ['55 %，90 天前', '54.9 %', '55 %，91 天前', '范围 50-60 %'],
    humanJudges: '有实测射血分数时：无。',
  },
  'I4.ECG': {
    text: '心电图无明显异常',
    readAs: [
      '以近 {heartImagingWindowDays} 天内最近一次心电图为准。',
      '仅编码为正常，或文字仅述正常者，判为正常。',
      '任何异常所见，包括窦性心动过速或非特异性 ST-T 改变，交研究者判断。',
    ],
    examples: ['“正常心电图”，90 天前', '“窦性心动过速”', '“正常心电图”，91 天前'],
    humanJudges: '心电图并非单纯正常时的一切所见。',
  },
  'I4.eGFR': {
    text: '肾功能：eGFR ≥30 mL/min/1.73 m²',
    readAs: [
      '以近 {laboratoryWindowDays} 天内最近一次肌酐和近 {heightWindowDays} 天内最近一次身高，按 CKiD U25 公式计算。',
      '用床旁 Schwartz 公式（未满 18 岁）或 CKD-EPI 2021（满 18 岁）核对；按儿科公式报告的值亦计入。',
      '各种算法均在 30 的同一侧则据此判定；分处两侧则交研究者判断。',
      '未满 18 岁者，按成人公式报告的值不采用。',
      '透析中，或 7 天内肌酐变化超过 50 % 者，交研究者判断。',
    ],
    examples: [
      '14 岁女孩，158 cm，肌酐 1.99 mg/dL：两种公式均高于 30',
      '同上，2.1 mg/dL：仅一种公式高于 30',
      '同上，2.18 mg/dL：两种公式均低于 30',
      '有肌酐而无身高',
    ],
    humanJudges: '公式不一致、透析中或肌酐快速变化时的滤过率。',
  },
  'I4.AST': {
    text: '肝功能：天冬氨酸转氨酶（AST）≤3.0×ULN',
    readAs: [
      ...latestWithLimit,
      '无上限时，无论实验室上限为何，≤78 U/L 为符合，>180 U/L 为不符合；介于其间为资料不足。',
    ],
    examples: ['93 U/L，上限 31：恰为 3 倍', '94 U/L，上限 31', '100 U/L，无上限', '31 天前的结果'],
    humanJudges: limitJudge,
  },
  'I4.ALT': {
    text: '肝功能：丙氨酸转氨酶（ALT）≤3.0×ULN',
    readAs: [
      ...latestWithLimit,
      '无上限时，无论实验室上限为何，≤63 U/L 为符合，>189 U/L 为不符合；介于其间为资料不足。',
    ],
    examples: ['87 U/L，上限 29：恰为 3 倍', '88 U/L，上限 29', '100 U/L，无上限', '31 天前的结果'],
    humanJudges: limitJudge,
  },
  'I4.TBIL': {
    text: '血清总胆红素（TBIL）≤2.0×ULN',
    readAs: [
      ...latestWithLimit,
      '无上限时，无论实验室上限为何，≤34.2 µmol/L 为符合，>52 µmol/L 为不符合；介于其间为资料不足。',
    ],
    examples: ['42 µmol/L，上限 21：恰为 2 倍', '42.1 µmol/L，上限 21', '40 µmol/L，无上限', '31 天前的结果'],
    humanJudges: limitJudge,
  },
  'I4.lung': {
    text: '肺功能：无严重肺部病变',
    readAs: [
      '检索完整时，无所列肺部疾病的记录即视为无。',
      '间质性肺病、肺泡出血、狼疮性肺炎、肺动脉高压、肺栓塞、气胸、呼吸衰竭、肺炎或其他急性肺部疾病、活动性结核，以及 {respiratorySupportWindowDays} 天内的吸氧或机械通气，交研究者判断。',
      '单纯少量胸腔积液不影响；胸部影像的文字交研究者判断。',
    ],
    examples: ['无记录，检索均完整', '间质性肺病', '31 天前机械通气', '诊断无法读取'],
    humanJudges: '肺部疾病、氧疗或影像文字是否意味着严重病变：始终由人判断。',
  },
  'I4.SpO2': {
    text: '肺功能：SpO2 ≥92%',
    readAs: [
      '以近 {oxygenSaturationWindowDays} 天内最近一次血氧饱和度为准。',
      '低于 92 % 一律不符合。吸氧状态下 ≥92 % 不能说明问题，交研究者判断。',
      '未注明是否吸氧者，按未吸氧处理并予标记。',
    ],
    examples: ['未吸氧 92 %', '91 %', '吸氧 2 L/min 下 98 %', '92 %，31 天前'],
    humanJudges: '吸氧状态下测得的良好饱和度。',
  },
  I5: {
    text: inclusionTexts.I5,
    readAs: ['病历不能回答：由负责采集的医师判断。'],
    examples: ['无论病历内容如何', '研究者答“是”，未设期限', '研究者的回答有效期至昨日'],
    humanJudges: '能否采集细胞。',
  },
  'I6.test': {
    text: '育龄期女性受试者妊娠试验阴性',
    readAs: [
      '育龄期指非永久性不育且有初潮记录的女性；“初潮前”的记录 {preMenarcheWindowDays} 天内有效。',
      '无初潮记录时：未满 9 岁为否，满 12 岁为是，介于其间为资料不足。',
      '尿或血妊娠试验 {pregnancyTestWindowDays} 天内有效；任一阳性或有目前妊娠的记录，即为不符合。',
      '狼疮复发后 hCG 可能假阳性：阳性结果应予确认。',
    ],
    examples: [
      '14 岁女孩，7 天前血妊娠试验阴性',
      '14 岁女孩，8 天前血妊娠试验阴性',
      '14 岁女孩，尿妊娠试验阳性',
      '男孩',
    ],
    humanJudges: '弱阳性或矛盾的试验，以及是否育龄期存疑时。',
  },
  'I6.contraception': {
    text: '同意在 CAR-T 回输后第一年内采取有效避孕措施',
    readAs: [
      '须当面询问是否同意；病历从不能回答。',
      '仅约束育龄期女性；对男孩和男性仅作提醒。“初潮前”的记录 {preMenarcheWindowDays} 天内有效。',
    ],
    examples: ['14 岁女孩', '10 岁女孩，初潮前', '10 岁女孩，无初潮记录', '男孩'],
    humanJudges: '育龄期女性是否同意：始终由人判断。',
  },
  I7: {
    text: inclusionTexts.I7,
    readAs: ['知情同意的询问和签署在病历之外进行。'],
    examples: ['无论病历内容如何', '研究者答“是”，未设期限', '研究者的回答有效期至昨日'],
    humanJudges: '患者和监护人是否同意。',
  },
};
