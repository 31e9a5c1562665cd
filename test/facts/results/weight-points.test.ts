// Which weights are believed where some of them cannot all be right?

import { describe, expect, it } from 'vitest';
import { plausibleKilograms } from '../../../src/facts/results/weight.ts';
import { pointsOf, withoutJumps } from '../../../src/facts/results/weight-points.ts';
import { isoDay } from '../../../src/logic/calendar.ts';
import { day, recordOf } from '../../builders.ts';
import { weight } from '../glucocorticoids/prednisone.ts';

/** The weights that are believed, each with its day: "2026-01-01 40" or "2026-01-01 40-88". */
function believed(...sent: readonly (readonly [kg: number, on: string])[]): readonly string[] {
  const record = recordOf(sent.map(([kg, on]) => weight(kg, on)));
  const [points = []] = pointsOf(record.readings('weight'), day('2026-06-01'), plausibleKilograms);
  return withoutJumps(points).map(
    ({ day: on, value: { low, high } }) => `${isoDay(on)} ${String(low)}${low === high ? '' : `-${String(high)}`}`,
  );
}

describe('a change of weight is believed', () => {
  it.each<[string, number, string]>([
    ['a gain of 25 % within 30 days', 50, '2026-01-20'],
    ['a loss of 25 % within 30 days', 30, '2026-01-20'],
    ['any gain in 31 days', 88, '2026-02-01'],
    ['any loss in 31 days', 20, '2026-02-01'],
  ])('%s', (_, kg, on) => {
    expect(believed([40, '2026-01-01'], [kg, on])).toEqual(['2026-01-01 40', `${on} ${String(kg)}`]);
  });
});

describe('of two weights that contradict each other either may be right', () => {
  it.each<[string, number, string, string]>([
    ['a gain of more than 25 % of the earlier one', 50.1, '2026-01-20', '40-50.1'],
    ['a loss of more than 25 % of the earlier one', 29.9, '2026-01-20', '29.9-40'],
    ['a gain within exactly 30 days', 88, '2026-01-31', '40-88'],
    ['a loss within exactly 30 days', 20, '2026-01-31', '20-40'],
  ])('%s', (_, kg, on, either) => {
    expect(believed([40, '2026-01-01'], [kg, on])).toEqual([`2026-01-01 ${either}`, `${on} ${either}`]);
  });

  it('also where one between them agrees with both', () => {
    expect(believed([40, '2026-01-01'], [48, '2026-01-11'], [55, '2026-01-21'])).toEqual([
      '2026-01-01 40-55',
      '2026-01-11 48',
      '2026-01-21 40-55',
    ]);
  });
});

describe('the weight that fewer others agree with is rejected', () => {
  it('first, in the middle or last', () => {
    expect(believed([88, '2026-01-01'], [40, '2026-01-20'], [41, '2026-02-10'])).toEqual([
      '2026-01-20 40',
      '2026-02-10 41',
    ]);
    expect(believed([40, '2026-01-01'], [88, '2026-01-20'], [41, '2026-02-10'])).toEqual([
      '2026-01-01 40',
      '2026-02-10 41',
    ]);
    expect(believed([40, '2026-01-01'], [41, '2026-01-20'], [88, '2026-02-10'])).toEqual([
      '2026-01-01 40',
      '2026-01-20 41',
    ]);
  });

  it('which says nothing of weights more than 30 days away', () => {
    const wrong = [[40, '2026-01-01'], [88, '2026-01-20'], [41, '2026-02-10']] as const; // prettier-ignore
    expect(believed(...wrong, [60, '2026-05-30'])).toEqual(['2026-01-01 40', '2026-02-10 41', '2026-05-30 60']);
  });

  it('if the other agrees within 180 days, and not one day further', () => {
    const two = [[40, '2026-01-10'], [88, '2026-01-20']] as const; // prettier-ignore
    expect(believed([41, '2025-07-14'], ...two)).toEqual(['2025-07-14 41', '2026-01-10 40']);
    expect(believed([41, '2025-07-13'], ...two)).toEqual(['2025-07-13 41', '2026-01-10 40-88', '2026-01-20 40-88']);
  });
});
