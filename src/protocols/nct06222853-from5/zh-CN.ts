// Chinese: what the later version says otherwise than the earlier one, a translation.

import type { ProtocolWords } from '../../eligibility/translation.ts';
import { zhCN as from5To18 } from '../nct06222853-5to18/zh-CN.ts';

const age = '年龄 ≥5 周岁';

export const zhCN: ProtocolWords = {
  ...from5To18,
  title: 'CD19 CAR-T 细胞治疗难治性系统性红斑狼疮（5 岁及以上）',
  texts: { ...from5To18.texts, I1: age },
  criteria: {
    ...from5To18.criteria,
    I1: {
      text: age,
      readAs: ['年龄按筛选日的周岁计。', '无年龄上限。'],
      examples: ['筛选日当天满 5 周岁', '筛选日次日满 5 周岁', '45 岁', '无出生日期'],
      humanJudges: '出生日期完整时：无。',
    },
  },
};
