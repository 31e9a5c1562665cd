// Chinese: hydroxychloroquine.

import type { Translation } from '../../../logic/words.ts';
import type { hydroxychloroquine as en } from '../en/hydroxychloroquine.ts';

export const hydroxychloroquine = {
  'hydroxychloroquine.met': '羟氯喹已用 {days} 天',
  'hydroxychloroquine.short': '用过羟氯喹，但不能证实疗程足够：{shortfall}',
  'hydroxychloroquine.unclear': '从记录不能看出是否服用过羟氯喹',
  'hydroxychloroquine.route': '羟氯喹的给药途径',
  'hydroxychloroquine.chloroquine': '用氯喹而非羟氯喹',
  'hydroxychloroquine.given-instead': '代替羟氯喹使用',
  'hydroxychloroquine.against': '无羟氯喹记录，但有不宜使用的理由',
  'hydroxychloroquine.contraindication': '不宜使用羟氯喹的诊断',
  'hydroxychloroquine.intolerance': '过敏或不耐受',
  'hydroxychloroquine.none': '用药史完整，其中无羟氯喹',
  'hydroxychloroquine.open': '无羟氯喹记录，但不能排除曾用：{reasons}',
  'hydroxychloroquine.missing': '羟氯喹用药记录，或从未使用的声明',
  'hydroxychloroquine.conditions-incomplete': '诊断检索不完整',
} as const satisfies Translation<typeof en>;
