import { describe, expect, test } from 'vitest';
import { eularAcrScore, sledaiScore } from '../../../src/facts/scores/recorded.ts';
import { scoresInText } from '../../../src/facts/scores/text.ts';
import { day } from '../../builders.ts';

describe('a total of SLEDAI in a text', () => {
  test.each([
    ['SLEDAI-2K评分：14分', 'SLEDAI-2K', 14],
    ['SLEDAI-2K: 12', 'SLEDAI-2K', 12],
    ['SLEDAI-2K（14分）', 'SLEDAI-2K', 14],
    ['SLEDAI-2K 14/105', 'SLEDAI-2K', 14],
    ['SLEDAI-2K score of 9, active', 'SLEDAI-2K', 9],
    ['系统性红斑狼疮疾病活动指数（SLEDAI-2000）评分为10分', 'SLEDAI-2K', 10],
    ['SLEDAI (2K) = 8.', 'SLEDAI-2K', 8],
    ['SLEDAI 2000: 12', 'SLEDAI-2K', 12],
    ['SLEDAI评分 20 分', 'SLEDAI', 20],
    ['SLEDAI 20', 'SLEDAI', 20],
    ['SELENA-SLEDAI 6', 'SELENA-SLEDAI', 6],
    ['SLEDAI-1992: 5', 'SLEDAI-1992', 5],
    ['SLEDAI-2K评分8.5分', 'SLEDAI-2K', 8.5],
    ['SLEDAI-2K 12 (last visit 6)', 'SLEDAI-2K', 12],
    ['SLEDAI-2K = 12 today.', 'SLEDAI-2K', 12],
    ['SLEDAI-2K 12, high activity', 'SLEDAI-2K', 12],
    ['SLEDAI-2K 12 with nephritis', 'SLEDAI-2K', 12],
    ['SLEDAI-2K: 12 (proteinuria 4, hematuria 4, rash 2, low C3 2)', 'SLEDAI-2K', 12],
  ])('%s', (text, name, total) => {
    expect(scoresInText(text, sledaiScore.phrase)).toMatchObject([{ name, total }]);
  });

  test.each([
    ['SLEDAI-2K 18→6'],
    ['SLEDAI-2K由18分降至6分'],
    ['SLEDAI-2K 12-14'],
    ['入组要求SLEDAI-2K≥8分'],
    ['入组要求SLEDAI-2K 8分以上'],
    ['SLEDAI-2K 12 points one month ago, now 4'],
    ['SLEDAI-2K 4+4+2=10'],
    ['SLEDAI-2K (24 items): 8'],
    ['SLEDAI-2K 30 days: 8'],
    ['SLEDAI-2K 12 at diagnosis'],
    ['SLEDAI-2K 12 today and now 4'],
    ['SLEDAI-2K 12 on admission'],
    ['如SLEDAI-2K 12分则'],
  ])('no single total: %s', (text) => {
    expect(scoresInText(text, sledaiScore.phrase).map(({ total }) => total)).toEqual([undefined]);
  });

  test.each<[string, ReturnType<typeof scoresInText>[number]]>([
    ['复查SLEDAI-2K评分：14分，建议住院', { name: 'SLEDAI-2K', total: 14, asWritten: 'SLEDAI-2K评分：14分' }],
    ['SLEDAI-2K: 12 ', { name: 'SLEDAI-2K', total: 12, asWritten: 'SLEDAI-2K: 12' }],
    ['SLEDAI-2K 18→6 in the last visits', { name: 'SLEDAI-2K', asWritten: 'SLEDAI-2K 18→6 in the la' }],
    ['SLEDAI-2K 18→6 visits a year', { name: 'SLEDAI-2K', asWritten: 'SLEDAI-2K 18→6 visits a' }],
    ['2026-3-1 SLEDAI-2K 14', { name: 'SLEDAI-2K', total: 14, day: day('2026-03-01'), asWritten: 'SLEDAI-2K 14' }],
    [
      'SLEDAI-2K：14（2026-03-01）',
      { name: 'SLEDAI-2K', total: 14, day: day('2026-03-01'), asWritten: 'SLEDAI-2K：14' },
    ],
    [
      'SLEDAI-2K 14（2026年3月1日）',
      { name: 'SLEDAI-2K', total: 14, day: day('2026-03-01'), asWritten: 'SLEDAI-2K 14' },
    ],
    ['SLEDAI-2K 14 (2026.12.31)', { name: 'SLEDAI-2K', total: 14, day: day('2026-12-31'), asWritten: 'SLEDAI-2K 14' }],
    ['2026-13-01 SLEDAI-2K 14', { name: 'SLEDAI-2K', total: 14, asWritten: 'SLEDAI-2K 14' }],
    [
      '基线2026-03-01 SLEDAI-2K 18',
      { name: 'SLEDAI-2K', total: 18, day: day('2026-03-01'), asWritten: 'SLEDAI-2K 18' },
    ],
    [`SLEDAI-2K 12分，${'皮疹减轻，'.repeat(8)}目前4`, { name: 'SLEDAI-2K', total: 12, asWritten: 'SLEDAI-2K 12分' }],
  ])('%s gives its figure, its day and its words', (text, stated) => {
    expect(scoresInText(text, sledaiScore.phrase)).toStrictEqual([stated]);
  });

  test.each([
    'MEX-SLEDAI 9',
    'ΔSLEDAI-2K 9',
    'clinical SLEDAI 9',
    'mSLEDAI 9',
    'modifizierter SLEDAI 9',
    'max SLEDAI-2K 9',
  ])('another score: %s', (text) => {
    expect(scoresInText(text, sledaiScore.phrase)).toEqual([]);
  });

  test.each([
    ['上次SLEDAI-2K 18分'],
    ['SLEDAI-2K not scored'],
    ['SLEDAI-2K not yet scored, seen 12 May'],
    ['baseline SLEDAI-2K 18'],
  ])('nothing said: %s', (text) => {
    expect(scoresInText(text, sledaiScore.phrase)).toEqual([]);
  });
});

describe('a total of the EULAR/ACR criteria in a text', () => {
  test.each([
    ['2019 EULAR/ACR评分：23分', 23],
    ['EULAR/ACR 2019 classification score 23', 23],
    ['2019年EULAR/ACR分类标准 12分', 12],
    ['符合2019 EULAR/ACR SLE分类标准，评分23分', undefined],
  ])('%s', (text, total) => {
    expect(scoresInText(text, eularAcrScore.phrase).map((each) => each.total)[0]).toBe(total);
  });
});
