// Chinese: the protocol for its readers, a translation; only the registered English text binds.

import type { ProtocolWords } from '../../eligibility/translation.ts';
import { exclusion } from './zh-CN/exclusion.ts';
import { inclusion } from './zh-CN/inclusion.ts';
import { settingNotes } from './zh-CN/setting-notes.ts';
import { exclusionTexts, inclusionTexts } from './zh-CN/texts.ts';

export const zhCN: ProtocolWords = {
  title: 'CD19 CAR-T 细胞治疗难治性儿童期起病系统性红斑狼疮（5～18 岁）',
  texts: { ...inclusionTexts, ...exclusionTexts },
  criteria: { ...inclusion, ...exclusion },
  settings: settingNotes,
};
