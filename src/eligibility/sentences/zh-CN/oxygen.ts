// Chinese sentences about oxygen saturation.

import type { Translation } from '../../../logic/words.ts';
import type { oxygen as en } from '../en/oxygen.ts';

export const oxygen = {
  'oxygen.on-air': '未吸氧时血氧饱和度 {value}，≥ {percent} %',
  'oxygen.air-assumed': '血氧饱和度 {value}，≥ {percent} %；未注明是否吸氧，按未吸氧处理',
  'oxygen.drug': '已用氧气',
  'oxygen.order': '氧气医嘱',
  'oxygen.ordered': '血氧饱和度 {value}：当日有吸氧医嘱，未注明是否在未吸氧时测得',
  'oxygen.perhaps': '血氧饱和度 {value}：当时可能在吸氧，未注明是否在未吸氧时测得',
  'oxygen.too-low': '血氧饱和度 {value}，< {percent} %',
  'oxygen.on-oxygen': '血氧饱和度 {value} 为吸氧状态下测得，不能说明未吸氧时 ≥ {percent} %',
  'oxygen.support-unreadable': '血氧饱和度 {value}：同时记录的吸氧情况无法读取',
  'oxygen.undecided': '血氧饱和度 {value}，不能判断是否 ≥ {percent} %',
} as const satisfies Translation<typeof en>;
