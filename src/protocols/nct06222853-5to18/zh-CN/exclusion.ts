// Chinese: the single exclusion criteria with their readings and examples, a translation.

import type { CriterionWords } from '../../../eligibility/translation.ts';
import { heartExclusion } from './exclusion-heart.ts';
import { serologyExclusion } from './exclusion-serology.ts';
import { exclusionTexts } from './texts.ts';

export const exclusion: Readonly<Record<string, CriterionWords>> = {
  ...heartExclusion,
  ...serologyExclusion,
  E1: {
    text: exclusionTexts.E1,
    readAs: [
      '计入任何时间（有无日期均可）的 CAR-T 回输、已使用的 CAR-T 产品或 CAR-T 治疗个人史。',
      'CAR-NK 及其他工程化细胞、采集后未回输、仅有医嘱或发药，以及近 {reportWindowDays} 天内报告提及者，交研究者判断。',
      '措辞未说明细胞是否已回输者（如“CAR-T 前环磷酰胺”“拟行 CAR-T”“拒绝 CAR-T”），以及用药或操作原因提及 CAR-T 治疗者，亦交研究者判断。',
      '检索完整，且没有一次性静脉使用过既无名称、编码又无法识别的药物时，无此类记录即视为从未接受。',
    ],
    examples: ['CAR-T 回输，无日期', '已采集细胞，无回输记录', '无记录，检索均完整', '无记录，操作无法读取'],
    humanJudges: '其他工程化细胞，以及采集或医嘱后未回输者。',
  },
  E2: {
    text: exclusionTexts.E2,
    readAs: [
      '{centralNervousSystemWindowDays} 天自筛选日向前计算。',
      '干预指糖皮质激素冲击、环磷酰胺、利妥昔单抗、免疫球蛋白、血浆置换、重症监护，以及为此新用的抗癫痫药或抗精神病药。糖皮质激素冲击指当日糖皮质激素合计达泼尼松等效剂量 250 mg 及以上。',
      '现症神经精神狼疮且窗口期内有干预者，排除；窗口期内有为此而行的干预者，亦排除。',
      '现症神经精神狼疮而无有日期的干预，或既往者其干预未注明此原因，交研究者判断。',
      '窗口期内评定的 SLEDAI 第 1～7 项，此类新发或起始日期不详的病变，新发或起始日期不详的脊髓炎或脊髓病变、中枢脱髓鞘、舞蹈症、脑膜炎或脑炎，或窗口期内报告提及者，交研究者判断；此类条目的评分无法读取时，本条为资料不足。',
      '狼疮周围神经病不属于中枢神经系统。',
    ],
    examples: [
      '现症神经精神狼疮，60 天前糖皮质激素冲击',
      '现症神经精神狼疮，61 天前糖皮质激素冲击',
      '10 天前糖皮质激素冲击，无神经精神狼疮记录',
      '诊断无法读取',
    ],
    humanJudges: '未记录原因时，干预是否为神经系统所需。',
  },
  'E3.RRT': {
    text: '严重急性肾炎：回输前 3 个月内已接受或正在接受肾脏替代治疗',
    readAs: [
      '“transfusion”指 CAR-T 回输。',
      '回输日期未定时：正在进行，或末次在 {dialysisRecentDays} 天内，排除；更早但在 {dialysisWindowMonths} 个日历月内，交研究者判断；再早则不排除。',
      '回输日期已定时，自该日向前计 {dialysisWindowMonths} 个日历月。',
      '透析、血液滤过和连续性肾脏替代治疗计入；血浆置换和免疫吸附不计；仅有透析导管或内瘘者交研究者判断。',
    ],
    examples: [
      '末次血液透析在 60 天前',
      '末次血液透析在 61 天前',
      '末次血液透析在 3 个月零 1 天前',
      '血液透析，日期不详',
    ],
    humanJudges: '回输日期未定时，末次透析介于两个时限之间者。',
  },
  'E3.kidney': {
    text: '研究者认为患者在研究开始 3 个月内可能出现明显肾脏病变，需要大剂量糖皮质激素（泼尼松 ≥1 mg/kg/d 或等效剂量的其他激素）、环磷酰胺或吗替麦考酚酯治疗',
    readAs: [
      '软件从不判定本条为存在：仅向研究者提示信号。',
      '信号：现症狼疮性肾炎或终末期肾病；近 {biopsyWindowMonths} 个月报告示 III 型或 IV 型或新月体；尿蛋白/肌酐比 ≥{proteinuriaSignalMgPerG} mg/g；eGFR 低于 {filtrationSignalBelow}；{filtrationFallMonths} 个月内 eGFR 较前下降达 {filtrationFallShare}（比例）或以上。',
      '化验值 {laboratoryWindowDays} 天内有效，身高 {heightWindowDays} 天内有效。无信号即视为无此类病变。',
      'eGFR 因性别或出生日期不明而可能在界值任一侧，或尿蛋白/肌酐比、报告的 eGFR、肌酐或身高无法读取、可能已过期时，本条为资料不足。',
      '按胱抑素C估算的 eGFR 低于 {filtrationSignalBelow} 或不能肯定高于此值，即为信号；胱抑素C无法读取或可能已过期时，本条为资料不足。',
    ],
    examples: ['尿蛋白/肌酐比 3000 mg/g', '尿蛋白/肌酐比 2990 mg/g', '6 个月前肾活检 IV 型', '结果无法读取'],
    humanJudges: '肾脏病变是否可能需要强化治疗：凡有信号，始终由人判断。',
  },
  E5: {
    text: exclusionTexts.E5,
    readAs: [
      '因其他疾病全身使用糖皮质激素 ≥{otherDiseaseGlucocorticoidDays} 天或仍在使用者，排除；所记原因同时提到狼疮或可能的狼疮者，交研究者判断。',
      '因其他疾病使用免疫抑制剂者，交研究者判断是否为大剂量。',
      '现患通常需此类治疗的疾病者，交研究者判断，除非所有此类药物均记为治疗狼疮。',
      '溶血性贫血、血小板减少、巨噬细胞活化以及与其他结缔组织病的重叠归于狼疮；移植由排除标准 7 判定。',
      '未注明其他病因、且与狼疮同时或其后出现的肾病综合征，归于已确诊的狼疮性肾炎；此时因其所用药物交研究者判断。',
      '因其他疾病所用药物既无名称、编码又无法识别，或名称与编码不符且其一为此类药物时，本条为资料不足。',
    ],
    examples: ['因哮喘用泼尼松 28 天', '因哮喘用泼尼松 27 天', '因克罗恩病用硫唑嘌呤', '诊断无法读取'],
    humanJudges: '因其他疾病使用的免疫抑制剂是否为大剂量。',
  },
  E6: {
    text: exclusionTexts.E6,
    readAs: [
      '脓毒症或活动性结核，或活动性感染并在 {infectionTreatmentWindowDays} 天内全身使用抗感染药物，即可证实。',
      '名称提示为既往（既往史、新生儿期、陈旧性、已治愈）而未记为结束的感染，交研究者判断。',
      '局部治疗和预防用药不计：每周至多三次的复方磺胺甲噁唑、潜伏性结核的异烟肼、用药原因为预防的任何药物。',
      '近 {infectionTreatmentWindowDays} 天使用抗感染药物而无活动性感染，或有活动性感染而无治疗者，交研究者判断。',
      '{reportWindowDays} 天以前就诊时诊断、其后无人说明状态的感染视为已结束，结核除外。',
      '慢性乙型和丙型肝炎、HIV 和梅毒由排除标准 8 判定。',
      '诊断和用药读取完整，且这些天内没有既无名称、编码又无法识别的药物时，无记录即为不存在。',
    ],
    examples: [
      '活动性肺炎，7 天前静脉用头孢曲松',
      '活动性肺炎，8 天前静脉用头孢曲松',
      '复方磺胺甲噁唑每周三次，无感染',
      '诊断无法读取',
    ],
    humanJudges: '未治疗的感染是否已控制，以及有治疗而无感染记录者。',
  },
  E7: {
    text: exclusionTexts.E7,
    readAs: [
      '实体器官和造血干细胞移植不限时间均计入；皮肤、骨和角膜移植，以及近 {reportWindowDays} 天内报告提及移植者，交研究者判断；输血不计。',
      '预处理和供者淋巴细胞输注提示有未登记的移植，交研究者判断。',
      '{graftVersusHostWindowDays} 天内有 ≥2 度移植物抗宿主病者，排除；未分度、较轻或更早者，因提示曾行移植，交研究者判断。',
    ],
    examples: ['肾移植，无日期', '输红细胞', '2 度移植物抗宿主病，14 天前结束', '2 度移植物抗宿主病，15 天前结束'],
    humanJudges: '组织移植，以及较轻、未分度或已结束的移植物抗宿主病。',
  },
  E9: {
    text: exclusionTexts.E9,
    readAs: [
      '4 周即 {liveVaccineWindowDays} 天：恰在筛选日前该天数接种的活疫苗计入，再早一天则不计。',
      '仅计已完成的接种，以及以给药记录形式登记的活疫苗。',
      '仅当近 {vaccineRecordMonths} 个日历月内有接种记录时，才据此认定未接种活疫苗；否则须索取预防接种证。',
      '名称不能看出是否为活疫苗者，若在 {liveVaccineWindowDays} 天内接种，交研究者判断。',
      '信使 RNA 疫苗和非复制型载体疫苗不是活疫苗。',
    ],
    examples: ['28 天前接种水痘疫苗', '29 天前接种水痘疫苗', '5 月某日接种水痘疫苗', '无任何接种记录'],
    humanJudges: '名称不能看出是否为活疫苗者。',
  },
  E10: {
    text: exclusionTexts.E10,
    readAs: [
      '仅计血妊娠试验，{pregnancyTestWindowDays} 天内有效；仅有尿试验为资料不足。',
      'hCG 定量：>25 IU/L（且高于其自身界值）为阳性，5～25 IU/L 交研究者判断，更低为阴性。',
      '有妊娠记录而无血试验者，交研究者判断。',
      '检查报告的文字称妊娠试验阳性而血检测结果为阴性者，交研究者判断。',
      '男孩及无生育能力的女孩无需检测；“初潮前”的记录 {preMenarcheWindowDays} 天内有效。',
    ],
    examples: ['血 hCG 25.1 IU/L', '血 hCG 25 IU/L', '血 hCG 4.9 IU/L', '14 岁女孩，仅有尿试验'],
    humanJudges: 'hCG 处于灰区，以及有妊娠记录而无血试验者。',
  },
  E11: {
    text: exclusionTexts.E11,
    readAs: [
      '任何已确诊的恶性肿瘤均计入，不论时间，缓解或治愈者亦然；恶性肿瘤个人史亦计入。',
      '原位、交界性、拟诊和疑似肿瘤、性质未说明的肿瘤，以及操作原因或近 {reportWindowDays} 天内报告提及肿瘤者，交研究者判断；良性肿瘤不计。',
      '亲属的肿瘤、已否定和录入错误的记录一律不计。',
    ],
    examples: ['白血病，缓解期', '原位黑色素瘤', '亲属患白血病', '诊断无法读取'],
    humanJudges: '原位、交界性和疑似肿瘤。',
  },
  E12: {
    text: exclusionTexts.E12,
    readAs: [
      '计入患者确已进入的干预性研究：目前仍在，或距入组至多 {otherTrialMonths} 个日历月前结束。',
      '计划回输日期已知时以该日为入组日，否则以筛选日为入组日。',
      '观察性研究和性质不明的研究交研究者判断；仅接受筛选不计。',
      '参加本研究一律不计。',
      '记录中无其他研究不能证明什么：须询问家属。',
    ],
    examples: ['3 个月前退出干预性研究', '3 个月零 1 天前退出干预性研究', '无其他研究记录', '研究记录无法读取'],
    humanJudges: '未参加其他研究：始终须询问家属。',
  },
  E13: {
    text: exclusionTexts.E13,
    readAs: ['软件从不回答本条：由研究者回答。'],
    examples: ['无论病历内容如何', '研究者未发现其他原因', '研究者发现其他原因'],
    humanJudges: '是否有其他不适合的情况。',
  },
};
