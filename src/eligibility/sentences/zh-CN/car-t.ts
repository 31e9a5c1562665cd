// Chinese sentences about CAR-T cell therapy.

import type { Translation } from '../../../logic/words.ts';
import type { carT as en } from '../en/car-t.ts';

export const carT = {
  'car-t.what': '既往 CAR-T 细胞治疗',
  'car-t.not-shown-given': '{what}：仅见医嘱或发药，未见已回输的记录：{entry}',
  'car-t.administration': 'CAR-T 产品已回输',
  'car-t.dispense': 'CAR-T 产品已发放',
  'car-t.statement': '用药陈述记载曾接受 CAR-T 产品',
  'car-t.request': 'CAR-T 产品医嘱',
  'car-t.nameless': '曾用一种既无名称也无已知编码的药物，无法判断是否为 CAR-T 细胞',
} as const satisfies Translation<typeof en>;
