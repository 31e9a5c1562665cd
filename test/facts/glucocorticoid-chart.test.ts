import { expect, test } from 'vitest';
import { exposuresOf } from '../../src/facts/exposures.ts';
import { glucocorticoidSegments } from '../../src/facts/glucocorticoid-chart.ts';
import type { Json } from '../../src/fhir/record.ts';
import { isoDay } from '../../src/logic/calendar.ts';
import { recordOf, screeningOn } from '../builders.ts';
import { ago, administration, prednisone, today, weighing } from './prednisone.ts';

const bars = (...resources: readonly Json[]) => {
  const [record, screening] = [recordOf(resources), screeningOn(today)];
  const drawn = glucocorticoidSegments(record, exposuresOf(record, screening), screening);
  return drawn.map(({ from, to, milligrams, perKg }) => [isoDay(from), isoDay(to), milligrams.low, perKg?.low]);
};

test('a taper is one bar for each dose, with the gap left out', () => {
  expect(bars(prednisone(60, 99, 50), prednisone(30, 45, 0), ...weighing(30))).toEqual([
    [ago(99), ago(50), 60, 2],
    [ago(45), ago(0), 30, 1],
  ]);
});

test('equal administrations of neighbouring days are one bar, without a weight it has no dose per kg', () => {
  const given = [3, 2, 1].map((days) => administration('prednisone', 40, ago(days), 'oral'));
  expect(bars(...given)).toEqual([[ago(3), ago(1), 40, undefined]]);
});
