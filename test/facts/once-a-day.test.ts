import { expect, test } from 'vitest';
import { onceADay } from '../../src/facts/once-a-day.ts';
import { recordOf, screeningOn } from '../builders.ts';

test('a fact is worked out once for a record and a screening, and anew for another of either', () => {
  const asked: string[] = [];
  const fact = onceADay((record, screening) => asked.push(`${record.reference} ${String(screening.date)}`));
  const [record, other] = [recordOf([]), recordOf([])];
  const [today, tomorrow] = [screeningOn('2026-06-01'), screeningOn('2026-06-02')];
  expect([fact(record, today), fact(record, today)]).toEqual([1, 1]);
  expect([fact(record, tomorrow), fact(other, today), fact(record, today)]).toEqual([2, 3, 1]);
});
