// Chinese sentences about liver values.

import type { Translation } from '../../../logic/words.ts';
import type { liver as en } from '../en/liver.ts';

export const liver = {
  'liver.within': '{what} {value}，≤ {times} × 正常上限 {limit} {unit}',
  'liver.above': '{what} {value}，> {times} × 正常上限 {limit} {unit}',
  'liver.above-ast': '{what} {value}，> {times} × 正常上限 {limit} {unit}；肌肉病变和溶血亦可致升高（参见 CK、LDH）',
  'liver.within-any': '{what} {value}，≤ {times} × 任何合理的正常上限（{low}～{high} {unit}）',
  'liver.above-any': '{what} {value}，> {times} × 任何合理的正常上限（{low}～{high} {unit}）',
  'liver.flagged-normal': '{what} {value}，报告标记为正常',
  'liver.limit-missing': '{what} {value}，缺正常上限：介于 {times} × {low} 与 {times} × {high} {unit} 之间',
  'liver.limits-differ': '{what} {value}，不能与 {times} × 正常上限比较',
  'liver.no-number': '{what} {value}，无数值',
  'liver.needs-limit': '{what}及该实验室的正常上限',
} as const satisfies Translation<typeof en>;
