// Chinese: the printed protocol around the trial's own words.

import type { Translation } from '../../../logic/words.ts';
import type { protocol as en } from '../en/protocol.ts';

export const protocol = {
  'protocol.title': '{id}，版本 {version}',
  'protocol.registry': '登记页面：<{url}>。摘要值：`{digest}`（共 {count} 条单项标准，其中 {reviewed} 条已审核）。',
  'protocol.translated': '本文为译文：签字以英文登记文本（列于每条标准之下）和英文判读规则为准。',
  'protocol.signing':
    '每个示例均以默认设置经测试验证。签署一条标准，即签署其文本、判读规则、示例及判读规则所引用的设置：\n即该条末行的哈希值，连同姓名和日期记入 `signoff.json`。',
  'protocol.inclusion': '入选标准',
  'protocol.exclusion': '排除标准',
  'protocol.registered': '登记文本：{text}',
  'protocol.all': '以下全部：',
  'protocol.any': '以下任一：',
  'protocol.at-least': '以下至少 {n} 项：',
  'protocol.read-as': '判读：{line}',
  'protocol.example': '示例，{verdict}：{situation}',
  'protocol.examples-hold': '示例以 {name} = {default} 为准；此处为 {value}',
  'protocol.confidential': '保密：仅在病历中显示',
  'protocol.signed': '{review}（`{hash}`）',
  'protocol.who-decides': '由谁判定',
  'protocol.who-decides-key':
    '`自动`：肯定和否定两种答案均可凭病历证实。`部分`：只有其中一种可凭病历证实，另一种始终由人判断。\n`研究者`：只能由人判断。凡有疑问者，一律交研究者判断。',
  'protocol.criterion': '标准',
  'protocol.decided': '判定方式',
  'protocol.human-judges': '仍须由人判断的内容',
  'protocol.decided.computed': '自动',
  'protocol.decided.partly': '部分',
  'protocol.decided.investigator': '研究者',
  'protocol.settings': '设置',
  'protocol.settings-key':
    '`登记`：默认值由试验本身给出。`默认`：试验未给出，在研究者决定之前采用我们的选择。\n各中心可修改每一项。',
  'protocol.setting': '设置项',
  'protocol.in-force': '现行值',
  'protocol.default': '默认值',
  'protocol.source': '来源',
  'protocol.what-it-is': '含义',
  'protocol.source.registry': '登记',
  'protocol.source.default': '默认',
} as const satisfies Translation<typeof en>;
