// When does an instruction in words say that it ends?

import { describe, expect, test } from 'vitest';
import { endInWords } from '../../src/fhir/dosage/sig-end.ts';
import { isoDay } from '../../src/logic/calendar.ts';

/** "2026-02-10", "2026-02-10 or 2026-10-02", "28 days", "some day" or "no end". */
function endOf(text: string): string {
  const end = endInWords(text);
  if (end === undefined) return 'no end';
  if ('days' in end) return `${String(end.days)} days`;
  if (!('on' in end)) return end.unclear ? 'some day' : 'never';
  const [from, to] = [isoDay(end.on.from), isoDay(end.on.to)];
  return from === to ? from : `${from} or ${to}`;
}

describe('an instruction ends on a day', () => {
  test.each([
    ['40 mg daily until 2026-02-10', '2026-02-10'],
    ['40 mg daily till 2026-2-1', '2026-02-01'],
    ['40 mg daily UNTIL 2026-02-10', '2026-02-10'],
    ['40 mg daily, stop on Tue, 2026/02/10', '2026-02-10'],
    ['40 mg daily through 2026.02.10', '2026-02-10'],
    ['40mg qd 用至2026年2月10日', '2026-02-10'],
    ['40mg qd 截止2026-02-10', '2026-02-10'],
    ['40 mg daily until 2/13/2026', '2026-02-13'],
    ['40 mg daily until 13/2/2026', '2026-02-13'],
    ['40 mg daily, Until Tue 2/13/26', '2026-02-13'],
    ['40 mg daily from 2026-01-05 to 2026-02-10', '2026-02-10'],
    ['40 mg daily 1/5/2026 - 2/13/2026', '2026-02-13'],
    ['40mg qd 2026-01-05～2026-02-10', '2026-02-10'],
    ['40 mg daily 1/5/2026～2/13/2026', '2026-02-13'],
    ['40mg qd 2026年1月5日-2026年2月10日', '2026-02-10'],
  ])('that "%s" names', (text, end) => {
    expect(endOf(text)).toBe(end);
  });

  test('that may be read in two ways', () => {
    expect(endOf('40 mg daily until 2/10/2026')).toBe('2026-02-10 or 2026-10-02');
    expect(endOf('40 mg daily until 10/2/2026')).toBe('2026-02-10 or 2026-10-02');
  });

  test.each([
    '40 mg daily until 2026-02-30',
    '40 mg daily until 13/13/2026',
    '40 mg daily until 10 Feb',
    '40 mg daily until Feb 10',
    '40 mg daily until 2/10',
    '40mg qd 用至2月10日',
    '40mg qd 至2月底',
    '40mg qd 2月1日至2月10日',
    '40mg qd 2月1日-2月10日',
    '40mg qd 2月1日～2月10日',
    '40 mg daily Feb 1 to Feb 10',
    '40 mg daily, Feb 1 – Feb 10',
    '40 mg daily, then stop',
    '40 mg daily. Discontinue afterwards',
    '40mg qd 服完后停药',
  ])('that "%s" does not tell', (text) => {
    expect(endOf(text)).toBe('some day');
  });
});

test.each([
  ['40mg qd 4周后停药', '28 days'],
  ['40mg qd 10天后停', '10 days'],
  ['40mg qd 一个月之后停', '30 days'],
  ['40mg qd 3天后再停', '3 days'],
])('"%s" ends after that', (text, end) => {
  expect(endOf(text)).toBe(end);
});

test.each([
  '40 mg daily',
  '40 mg daily for 10 days then stop',
  '40 mg daily for 2 weeks, stop',
  '40mg qd 服用2周停药',
  '40 mg daily until 2026-02-10, then 20 mg daily',
  '40 mg daily until 10 Feb, then 20mg daily',
  '40mg qd 用至2月10日后20mg qd',
  '40 mg daily. Do not stop suddenly',
  "40 mg daily. Don't discontinue without advice",
  '40 mg daily, never stop it at once',
  '40 mg daily. Stop if vomiting',
  '40mg qd 不可自行停药',
  '40mg qd 勿突然停用',
  '40 mg daily, 2-3 tablets',
])('"%s" names no end of its own', (text) => {
  expect(endOf(text)).toBe('no end');
});
