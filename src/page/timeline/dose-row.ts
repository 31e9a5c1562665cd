// How does the daily glucocorticoid dose stand to the line of the trial, day by day?

import { parseDay, type Day } from '../../logic/calendar.ts';
import type { GlucocorticoidChart, Range } from '../../report/chart.ts';
import type { PageWords } from '../words.ts';
import { beyond, line, shade, step, type Step } from './dose-paint.ts';
import { timePlot } from './plot.ts';
import type { Row, RowContext } from './row.ts';
import { scaleOf } from './scale.ts';
import { includes } from './spans.ts';

/** Doses above this many times the line are drawn at the top, and their value is written there. */
const tallest = 2.5;

const height = 190;

/** "0.5", "0.5 to 1", "0.5 or more"; three digits. */
export function rangeText({ low, high }: Range, words: PageWords): string {
  const short = (value: number): string => String(Number(value.toPrecision(3)));
  if (high === undefined) return words('range.at-least', { low: short(low) });
  return short(low) === short(high) ? short(low) : words('range.between', { low: short(low), high: short(high) });
}

export type DoseScale = {
  /** Whether doses are per kilogram of body weight; otherwise no weight is known and the trial's line has no place. */
  readonly perKg: boolean;
  readonly steps: readonly Step[];
  readonly limit: number;
  readonly top: number;
  readonly marks: readonly number[];
};

/** The doses as they are drawn, and the axis for them. */
export function doseScale({ threshold, segments }: GlucocorticoidChart): DoseScale {
  const perKg = segments.length === 0 || segments.some((each) => each.perKg !== undefined);
  const steps = segments.flatMap(({ from, to, perKg: dose, milligrams }): readonly Step[] => {
    const drawn = perKg ? dose : milligrams;
    const [first, last] = [parseDay(from), parseDay(to)];
    if (drawn === undefined || first === undefined || last === undefined) return [];
    return [{ from: first, to: last, low: drawn.low, high: drawn.high }];
  });
  const limit = threshold.mgPerKgPerDay;
  const plain = scaleOf([0, 10, ...steps.map(({ low, high = low }) => high)]);
  const top = perKg ? limit * tallest : plain[2];
  const marks = perKg ? [0, 0.5, 1, 1.5, 2, 2.5].map((n) => n * limit) : plain;
  return { perKg, steps, limit, top, marks };
}

/** A step area with the line of the trial; days at or above it are shaded, doses beyond the axis marked at its top. */
export function doseRow(chart: GlucocorticoidChart, context: RowContext): Row {
  const { words } = context;
  const { days, possibleDays } = chart;
  const { perKg, steps, limit, top, marks } = doseScale(chart);
  const plot = timePlot(
    {
      height,
      range: [0, top],
      marks,
      paint: (pen) => {
        shade(pen, days, possibleDays);
        for (const each of steps) step(pen, each, top);
        if (perKg) line(pen, limit, 1.5);
        for (const each of steps.filter(({ low }) => low > top)) {
          beyond(pen, each, rangeText({ low: each.low, high: each.low }, words));
        }
      },
    },
    context,
  );
  return {
    name: words('row.glucocorticoid'),
    note: words(perKg ? 'row.glucocorticoid-unit' : 'row.glucocorticoid-no-weight'),
    drawing: plot.drawing,
    draw: plot.draw,
    describe: ({ day }) => describe(chart, day, words),
  };
}

function describe(
  { segments, days, possibleDays }: GlucocorticoidChart,
  day: Day,
  words: PageWords,
): readonly string[] {
  const here = segments.filter((each) => includes([each], day));
  if (here.length === 0) return [words('dose.none')];
  const kinds = (['high', 'capped', 'near', 'pulse'] as const).flatMap((kind) => {
    if (includes(days[kind], day)) return [words(`dose.${kind}`)];
    return includes(possibleDays[kind], day) ? [words(`dose.possible-${kind}`)] : [];
  });
  return here.flatMap(({ from, to, milligrams, perKg, weight, sources }) => [
    words('dose.milligrams', { dose: rangeText(milligrams, words) }),
    ...(perKg === undefined ? [words('dose.no-weight')] : [words('dose.per-kg', { dose: rangeText(perKg, words) })]),
    ...(weight === undefined ? [] : [words('dose.weight', { weight: rangeText(weight, words) })]),
    words('dose.span', { from, to }),
    ...kinds,
    words('source', { references: sources.join(', ') }),
  ]);
}
