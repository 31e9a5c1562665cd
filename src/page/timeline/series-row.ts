// How did one measurement go over time, and where does the trial draw its line?

import { parseDay, type Day } from '../../logic/calendar.ts';
import type { ChartPoint, Series } from '../../report/chart.ts';
import { colours } from './colours.ts';
import { line } from './dose-paint.ts';
import { timePlot, type Pen } from './plot.ts';
import type { Row, RowContext } from './row.ts';
import { scaleOf } from './scale.ts';

type Dot = { readonly at: Day; readonly low: number; readonly high: number; readonly point: ChartPoint };

/** Where a point is drawn: in the middle of the days that its date can mean. */
export function middleOf({ from, to }: { readonly from?: string; readonly to?: string }): Day | undefined {
  const [first, last] = [parseDay(from ?? ''), parseDay(to ?? from ?? '')];
  return first === undefined || last === undefined ? undefined : (first + last) / 2;
}

const dotsOf = (points: readonly ChartPoint[]): readonly Dot[] =>
  points.flatMap((point) => {
    const [at, { amount }] = [middleOf(point), point];
    if (at === undefined || amount === undefined) return [];
    return [{ at, low: amount.low, high: amount.high ?? amount.low, point }];
  });

/** A small plot of one measurement. */
export function seriesRow({ id, name, unit, limit, points }: Series, context: RowContext): Row {
  const { words } = context;
  const dots = dotsOf(points);
  const values = [...dots.flatMap(({ low, high }) => [low, high]), ...(limit === undefined ? [] : [limit.value])];
  const marks = scaleOf(values.length === 0 ? [0, 1] : values);
  const plot = timePlot(
    {
      height: id === 'SLEDAI-2K' ? 92 : 58,
      range: [marks[0], marks[2]],
      marks: id === 'SLEDAI-2K' ? marks : [marks[0], marks[2]],
      paint: (pen) => {
        if (limit !== undefined) line(pen, limit.value, 1);
        curve(pen, dots);
        for (const dot of dots) mark(pen, dot);
      },
    },
    context,
  );
  const newest = points.findLast(({ state }) => state === 'counted');
  const sign = limit?.is === 'at-least' ? '≥' : '≤';
  return {
    name,
    note: [unitText(unit), ...(limit === undefined ? [] : [`${sign} ${String(limit.value)} (${limit.criterion})`])]
      .filter((part) => part !== '')
      .join(' · '),
    ...(newest !== undefined && { latest: newest.asWritten }),
    drawing: plot.drawing,
    draw: plot.draw,
    describe: ({ day, reach }) => {
      const near = dots.filter(({ at }) => Math.abs(at - day) <= reach);
      const least = Math.min(...near.map(({ at }) => Math.abs(at - day)));
      return near
        .filter(({ at }) => Math.abs(at - day) === least)
        .flatMap(({ point }) => [
          words('point.value', { date: spanText(point), value: point.asWritten }),
          ...(point.how === undefined ? [] : [words('point.how', { how: point.how })]),
          ...(point.state === 'counted'
            ? []
            : [words('point.not-counted', { why: point.why ?? words('point.no-reason') })]),
          words('source', { references: point.reference }),
        ]);
    },
  };
}

/** A UCUM unit as a clinician writes it: "mL/min/{1.73_m2}" -> "mL/min/1.73 m²". */
const unitText = (unit: string): string =>
  unit
    .replace('{score}', '')
    .replace(/\{?1\.73[_ ]m2\}?/, '1.73 m²')
    .replace('10*9', '10⁹')
    .replaceAll(/[[\]{}]/g, '');

/** "2026-03-01", or "2026-03-01/2026-03-31" for a date that means several days. */
export const spanText = ({ from, to }: { readonly from?: string; readonly to?: string }): string =>
  from === undefined ? '–' : to === undefined || to === from ? from : `${from}/${to}`;

/** The points that count, joined by a thin line. */
function curve({ canvas, x, y, ratio }: Pen, dots: readonly Dot[]): void {
  canvas.strokeStyle = colours.dose;
  canvas.globalAlpha = 0.5;
  canvas.lineWidth = ratio;
  canvas.beginPath();
  for (const { at, low, point } of dots) if (point.state === 'counted') canvas.lineTo(x(at), y(low));
  canvas.stroke();
  canvas.globalAlpha = 1;
}

/** A disc for a value that counts, a cross for one that does not; a bar where the value is a range. */
function mark({ canvas, x, y, ratio }: Pen, { at, low, high, point }: Dot): void {
  const [left, top, radius] = [x(at), y(high), 3 * ratio];
  canvas.strokeStyle = point.state === 'counted' ? colours.dose : colours.notCounted;
  canvas.fillStyle = canvas.strokeStyle;
  canvas.lineWidth = 1.5 * ratio;
  canvas.beginPath();
  if (high !== low) {
    canvas.moveTo(left, y(low));
    canvas.lineTo(left, top);
    canvas.stroke();
    canvas.beginPath();
  }
  if (point.state === 'counted') {
    canvas.arc(left, y(low), radius, 0, 2 * Math.PI);
    canvas.fill();
    return;
  }
  canvas.moveTo(left - radius, y(low) - radius);
  canvas.lineTo(left + radius, y(low) + radius);
  canvas.moveTo(left + radius, y(low) - radius);
  canvas.lineTo(left - radius, y(low) + radius);
  canvas.stroke();
}
