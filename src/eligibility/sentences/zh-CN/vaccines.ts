// Chinese sentences about vaccinations.

import type { Translation } from '../../../logic/words.ts';
import type { vaccines as en } from '../en/vaccines.ts';

export const vaccines = {
  'vaccines.live': '近 {days} 天内接种活疫苗：{vaccines}',
  'vaccines.live-undated': '记录未说明{vaccines}是否在近 {days} 天内接种',
  'vaccines.unclear': '近 {days} 天内或日期不详接种，可能为活疫苗：{vaccines}',
  'vaccines.none-live': '近 {months} 个月有接种记录，其中近 {days} 天内无活疫苗',
  'vaccines.ask': '近 {months} 个月无任何接种记录：请索取预防接种证',
  'vaccines.incomplete': '疫苗接种检索不完整',
  'vaccines.record': '预防接种证',
  'vaccines.date': '{vaccines}的接种日期',
  'vaccines.vaccination': '接种',
  'vaccines.future': '日期晚于筛选日',
} as const satisfies Translation<typeof en>;
