// Chinese sentences about transplantation and graft-versus-host disease.

import type { Translation } from '../../../logic/words.ts';
import type { transplant as en } from '../en/transplant.ts';

export const transplant = {
  'transplant.what': '移植',
  'transplant.gvhd': '{name}，{grade} 度，在 {days} 天内',
  'transplant.gvhd-doubtful': '可能为移植物抗宿主病：{name}',
  'transplant.gvhd-ungraded': '{name}，未记录分度',
  'transplant.gvhd-low': '{name}，{grade} 度：提示曾行移植',
  'transplant.gvhd-over': '{name}，{grade} 度，{date}结束：提示曾行移植',
  'transplant.gvhd-end-unknown': '记录未明确{name}的结束日期',
  'transplant.gvhd-end': '{name}的结束日期',
} as const satisfies Translation<typeof en>;
