// Is one thing called by one name in all Chinese catalogues?

import { expect, it } from 'vitest';
import { zhCN as cards } from '../src/cards/sentences/zh-CN.ts';
import { zhCN as engine } from '../src/eligibility/sentences/zh-CN.ts';
import { zhCN as page } from '../src/page/sentences/zh-CN.ts';
import { zhCN as worklistPage } from '../src/page/worklist/sentences/zh-CN.ts';
import { zhCN as report } from '../src/report/sentences/zh-CN.ts';
import { zhCN as worklist } from '../src/screening/worklist/sentences/zh-CN.ts';
import { zhCN as protocol } from '../src/protocols/nct06222853-5to18/zh-CN.ts';

const plain = (text: string): string => text.replaceAll('*', '');

it('an open answer is called the same on card, page, list and in words', () => {
  const unknown = engine.get('verdict.inclusion.unknown');
  expect(engine.get('verdict.exclusion.unknown')).toBe(unknown);
  expect(plain(cards['answer.unknown'])).toBe(unknown);
  expect(page['tally.missing']).toBe(unknown);
  expect(worklistPage['verdict.unknown']).toBe(unknown);
  expect(worklistPage['funnel.unknown']).toBe(unknown);
});

it('an answer for the investigator is called the same in words and on the list', () => {
  expect(engine.get('verdict.inclusion.needs-investigator')).toBe(worklistPage['verdict.needs-investigator']);
  expect(engine.get('verdict.exclusion.needs-investigator')).toBe(worklistPage['verdict.needs-investigator']);
});

it('an exclusion criterion is never called met', () => {
  expect(plain(cards['answer.present'])).toBe(engine.get('verdict.exclusion.met'));
  expect(page['judge.present']).toBe(engine.get('verdict.exclusion.met'));
  expect(page['judge.absent']).toBe(engine.get('verdict.exclusion.not-met'));
  expect(engine.get('verdict.exclusion.met')).not.toBe(engine.get('verdict.inclusion.met'));
  // The one criterion against a near miss may be an exclusion, which is there, not "不满足".
  expect(cards['summary.near-miss']).not.toMatch(/满足|符合/);
});

/** Words that were once used for the same thing beside the one on the right. */
const replaced: readonly (readonly [old: string, now: string])[] = [
  ['缺资料', '资料不足'],
  ['泼尼松当量', '泼尼松等效剂量'],
  ['转诊', '转介'],
  ['足量足疗程', '足疗程'],
  ['候选患者', '候选者'],
  ['入门标准', '入围标准'],
  ['审阅', '审核'],
  ['自述用药', '用药陈述'],
];

it.each(replaced)('%s is nowhere said for %s', (old) => {
  const texts = [cards, page, worklistPage, report, worklist, protocol, [...engine]];
  expect(JSON.stringify(texts)).not.toContain(old);
});
