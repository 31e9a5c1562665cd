// Every sentence of the pages in simplified Chinese, one file per topic.

import type { Translation } from '../../logic/words.ts';
import type { en } from './en.ts';
import { criteria } from './zh-CN/criteria.ts';
import { frame } from './zh-CN/frame.ts';
import { overview } from './zh-CN/overview.ts';
import { scores } from './zh-CN/scores.ts';
import { timeline } from './zh-CN/timeline.ts';

export const zhCN = { ...frame, ...overview, ...timeline, ...criteria, ...scores } as const satisfies Translation<
  typeof en
>;
