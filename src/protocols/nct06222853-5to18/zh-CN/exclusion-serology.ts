// Chinese: the parts of exclusion criterion 8, a translation.

import type { CriterionWords } from '../../../eligibility/translation.ts';

const viralLoad = [
  '病毒载量的参考值以同一结果所附者为准；“低于定量下限”不算高于参考值；“检出，低于定量下限”交研究者判断。',
  '血清学非阳性而病毒载量高于参考值者，情况紧急，交研究者判断。',
] as const;

const reported = '检查报告的文字称此类检测阳性而已有结果未见者，交研究者判断。';

const loadJudge = '有病毒载量而无血清学，以及低于定量下限的微量检出。';

export const serologyExclusion: Readonly<Record<string, CriterionWords>> = {
  'E8.HBV': {
    text: '乙肝表面抗原（HBsAg）或乙肝核心抗体（HBcAb）阳性，且外周血乙肝病毒（HBV）DNA 滴度高于正常参考值范围',
    readAs: [
      '两者均须具备：HBsAg 或 HBcAb（总抗体）阳性，且 HBV DNA 高于参考值。表面抗体（疫苗接种）在此无意义。',
      '阳性血清学不限时间，慢性乙型肝炎确诊亦然；阴性血清学 {serologyWindowDays} 天内有效，病毒载量 {viralLoadWindowDays} 天内有效。',
      ...viralLoad,
      reported,
    ],
    examples: [
      'HBcAb 阳性，HBV DNA 高于参考值',
      'HBcAb 阳性，HBV DNA 等于参考值',
      'HBcAb 阳性，无 HBV DNA',
      'HBsAg 和 HBcAb 阴性，91 天前',
    ],
    humanJudges: loadJudge,
  },
  'E8.HCV': {
    text: '丙肝病毒（HCV）抗体阳性，且外周血丙肝病毒（HCV）RNA 滴度高于正常参考值范围',
    readAs: [
      '两者均须具备：HCV 抗体阳性，且 HCV RNA 高于参考值。',
      '阳性血清学不限时间，慢性丙型肝炎确诊亦然；阴性血清学 {serologyWindowDays} 天内有效，病毒载量 {viralLoadWindowDays} 天内有效。',
      ...viralLoad,
      reported,
    ],
    examples: [
      '抗体阳性，HCV RNA 高于参考值',
      '抗体阴性，90 天前',
      '抗体阴性，91 天前',
      '抗体阴性，HCV RNA 高于参考值',
    ],
    humanJudges: loadJudge,
  },
  'E8.HIV': {
    text: '人类免疫缺陷病毒（HIV）抗体阳性',
    readAs: [
      '确证阳性或 HIV 感染确诊，不限时间均计入。',
      '筛查（抗体，或抗原抗体联合）有反应性而未确证者，交研究者判断；确证阴性则撤销。',
      '筛查阴性 {serologyWindowDays} 天内有效；仅查 HIV-2 抗体者不能说明 HIV-1，不计入。',
      reported,
    ],
    examples: ['2012 年确证阳性', '筛查有反应性，未确证', '筛查阴性，90 天前', '筛查阴性，91 天前'],
    humanJudges: '筛查有反应性而未确证者。',
  },
  'E8.syphilis': {
    text: '梅毒检测阳性',
    readAs: [
      '螺旋体特异性试验（TPPA、TPHA、EIA）阳性即可判定，不限时间，治疗后亦然。',
      'RPR 或 VDRL 阳性而特异性试验阴性，常为狼疮所致假阳性：交研究者判断。',
      '无特异性试验则为资料不足。阴性结果 {serologyWindowDays} 天内有效。',
      reported,
    ],
    examples: [
      '2012 年螺旋体特异性试验阳性',
      'RPR 阳性，螺旋体特异性试验阴性',
      '螺旋体特异性试验阴性，90 天前',
      '螺旋体特异性试验阴性，91 天前',
    ],
    humanJudges: '非特异性试验阳性而特异性试验阴性者。',
  },
  'E8.CMV': {
    text: '巨细胞病毒（CMV）DNA 检测阳性',
    readAs: [
      '以 {viralLoadWindowDays} 天内最近一次全血、血浆或血清 CMV DNA 为准：阳性或已定量检出即为阳性。',
      '检出但低于定量下限，以及尿、唾液或其他标本阳性者，交研究者判断。',
      'CMV 抗体（IgG、IgM）不计。',
      reported,
    ],
    examples: [
      '血 CMV DNA 阳性，30 天前',
      '血 CMV DNA 阴性，30 天前',
      '血 CMV DNA 阳性，31 天前',
      '尿 CMV DNA 阳性，血阴性',
    ],
    humanJudges: '低于定量下限的微量检出，以及血液以外检出 DNA。',
  },
};
