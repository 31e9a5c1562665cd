// Chinese: the parts of exclusion criterion 4, a translation.

import type { CriterionWords } from '../../../eligibility/translation.ts';

export const heartExclusion: Readonly<Record<string, CriterionWords>> = {
  'E4.CHD': {
    text: '有先天性心脏病史',
    readAs: [
      '不限时间，无论是否已修补，均计入。',
      '卵圆孔未闭、主动脉瓣二叶畸形、自行闭合的分流、未说明为先天性的肺动脉瓣或主动脉瓣狭窄，以及仅见于近 {heartImagingWindowDays} 天内报告的缺损，交研究者判断。',
      '先天性心脏传导阻滞属心律失常，在该处判定。',
    ],
    examples: ['室间隔缺损，已修补', '卵圆孔未闭', '无记录，检索均完整', '诊断无法读取'],
    humanJudges: '卵圆孔未闭、二叶瓣和自行闭合的缺损。',
  },
  'E4.MI': {
    text: '筛选前 6 个月内发生急性心肌梗死',
    readAs: [
      '{infarctionWindowMonths} 个日历月仅限定心肌梗死，不限定先天性心脏病。',
      '日期取起病日，否则取记录日；无任何日期则为资料不足。',
      '仅见于近 {heartImagingWindowDays} 天内报告的心肌梗死，交研究者判断。',
    ],
    examples: ['6 个月前心肌梗死', '6 个月零 1 天前心肌梗死', '4 个月前心肌梗死，未确诊', '心肌梗死，日期不详'],
    humanJudges: '未确诊的心肌梗死。',
  },
  'E4.arrhythmia': {
    text: '严重心律失常（包括多源性频发室上性心动过速、室性心动过速等）',
    readAs: [
      '室性心动过速或心室颤动，多源性或频发室上性心动过速，现症或正用抗心律失常药者，排除。',
      '阵发性室上性心动过速，正用抗心律失常药者排除；未用药者交研究者判断。',
      '其他心律失常、传导阻滞、长 QT 间期，以及近 {heartImagingWindowDays} 天报告文字所述心律失常，交研究者判断。',
    ],
    examples: [
      '室性心动过速，现症',
      '阵发性室上性心动过速，未用抗心律失常药',
      '室性心动过速已缓解，未用抗心律失常药',
      '室性心动过速，不详是否已缓解',
    ],
    humanJudges: '其他心律失常是否严重。',
  },
  'E4.effusion': {
    text: '中至大量心包积液',
    readAs: [
      '现有且分级为中量或大量的积液，或心包填塞，排除。',
      '少量或未分级的积液交研究者判断：此处对儿童不设毫米界值。',
      '分级取自诊断，或近 {heartImagingWindowDays} 天内述及积液的最新报告；二者不一致，或报告为初步报告、无日期时，由研究者判断。',
    ],
    examples: ['中量积液，现有', '少量积液，现有', '91 天前报告大量积液', '大量积液，不详是否已消退'],
    humanJudges: '少量或未分级的积液。',
  },
  'E4.myocarditis': {
    text: '严重心肌炎等',
    readAs: [
      '现症心肌炎且分级为重度，或正在为此治疗者，排除。',
      '未注明原因的治疗，若始于已知心肌炎之后，予以计入。',
      '现症心肌炎而无上述治疗、狼疮性心肌病、心力衰竭，以及仅见于近 {heartImagingWindowDays} 天内报告者，交研究者判断。',
    ],
    examples: ['现症心肌炎，其后开始用泼尼松', '现症心肌炎，此前已用泼尼松', '心肌炎已缓解', '诊断无法读取'],
    humanJudges: '未治疗或未分级的心肌炎的严重程度。',
  },
  'E4.vitals': {
    text: '生命体征不稳定、需使用升压药',
    readAs: [
      '登记文本的“hypertensive drugs”按升压药理解：系“升压药”的逐字英译。',
      '正在静脉使用或 {vasopressorWindowHours} 小时内用过升压药或正性肌力药者，排除；仅有医嘱者及米多君，交研究者判断。',
      '口服降压药一律不计；{antihypertensiveWindowDays} 天内静脉用降压药者，交研究者判断。',
      '这些天内静脉或口服使用的药物既无名称、编码又无法识别时，本条为资料不足。',
    ],
    examples: [
      '昨日静脉用去甲肾上腺素',
      '两天前静脉用去甲肾上腺素',
      '去甲肾上腺素仅有医嘱，未使用',
      '给药记录无法读取',
    ],
    humanJudges: '仅有医嘱的升压药，以及未用升压药的休克。',
  },
};
