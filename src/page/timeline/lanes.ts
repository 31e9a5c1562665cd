// How are bars and marks drawn on the shared time axis, one lane under another?

import { isoDay, type Day } from '../../logic/calendar.ts';
import { svg } from '../dom.ts';
import { colours } from './colours.ts';
import type { TimeWindow } from './time-window.ts';
import { gutter, xOf, type Frame, type Pointer, type RowContext } from './row.ts';

/** A stretch of time: filled if it counts, hatched if that is unclear, empty if not. `open`: its end is not known. */
export type Bar = {
  readonly from: Day;
  readonly to: Day;
  readonly colour: string;
  readonly counts: 'yes' | 'unclear' | 'no';
  readonly open: boolean;
  readonly lines: readonly string[];
};

export type Shape = 'disc' | 'square' | 'diamond' | 'triangle' | 'cross';

/** Something that happened; a partial date is drawn as a line over the days it can mean. */
export type Mark = {
  readonly from: Day;
  readonly to: Day;
  readonly shape: Shape;
  readonly colour: string;
  readonly lines: readonly string[];
};

export type Lane = { readonly bars: readonly Bar[]; readonly marks: readonly Mark[] };

export const laneHeight = 22;

/** One drawing with a lane for each entry. */
export function lanesDrawing(lanes: readonly Lane[], { asOf }: RowContext) {
  const height = lanes.length * laneHeight;
  const drawing = svg('svg', { class: 'lanes', height, 'aria-hidden': 'true' });
  const draw = (frame: Frame): void => {
    drawing.setAttribute('width', String(frame.width));
    drawing.replaceChildren(
      hatch(),
      ...gridLines(frame, asOf, height),
      ...lanes.flatMap((lane, at) => drawn(lane, at, frame)),
    );
  };
  const describe = ({ day, reach, y }: Pointer): readonly string[] => {
    const lane = lanes[Math.floor(y / laneHeight)];
    if (lane === undefined) return [];
    const marks = lane.marks.filter(({ from, to }) => from - reach <= day && day <= to + reach);
    const bars = lane.bars.filter(({ from, to }) => from <= day && day <= to + 1);
    return (marks.length > 0 ? marks : bars).flatMap(({ lines }) => lines);
  };
  return { drawing, draw, describe };
}

const hatch = (): SVGElement =>
  svg(
    'defs',
    {},
    svg(
      'pattern',
      { id: 'hatch', width: 6, height: 6, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
      svg('rect', { width: 6, height: 6, fill: '#fff' }),
      svg('rect', { width: 2, height: 6, fill: colours.other }),
    ),
  );

function gridLines(frame: Frame, asOf: Day, height: number): readonly SVGElement[] {
  const line = (day: Day, stroke: string, dash?: string): SVGElement => {
    const x = xOf(day, frame);
    return svg('line', { x1: x, x2: x, y1: -30, y2: height + 30, stroke, 'stroke-dasharray': dash });
  };
  const { from, to } = frame.window;
  return [
    ...frame.ticks.map(({ at, isYear }) => line(at, isYear ? colours.year : colours.grid)),
    ...(asOf >= from && asOf <= to ? [line(asOf, colours.today, '2 3')] : []),
  ];
}

function drawn({ bars, marks }: Lane, lane: number, frame: Frame): readonly SVGElement[] {
  const top = lane * laneHeight;
  const { window, width } = frame;
  const shows = ({ from, to }: { readonly from: Day; readonly to: Day }): boolean =>
    to >= window.from && from <= window.to;
  const clamped = (x: number): number => Math.min(Math.max(x, gutter.left), width - gutter.right);
  return [
    ...earlier([...bars, ...marks], window, top),
    ...bars.filter(shows).map(({ from, to, colour, counts, open }) => {
      const [left, right] = [clamped(xOf(from, frame)), clamped(xOf(to + 1, frame))];
      const bar = { x: left, y: top + 5, width: Math.max(right - left, 2), height: laneHeight - 10, stroke: colour };
      return svg('rect', {
        ...bar,
        fill: { yes: colour, unclear: 'url(#hatch)', no: '#fff' }[counts],
        'fill-opacity': counts === 'yes' ? 0.75 : 1,
        'stroke-dasharray': open ? '4 2' : undefined,
      });
    }),
    ...marks.filter(shows).flatMap((mark) => shapeOf(mark, top + laneHeight / 2, frame)),
  ];
}

/** Where all of a lane lies before the time shown: an arrow and the year it ended. */
function earlier(all: readonly { readonly to: Day }[], { from }: TimeWindow, top: number): readonly SVGElement[] {
  const last = Math.max(...all.map(({ to }) => to));
  if (all.length === 0 || last >= from) return [];
  const place = { x: gutter.left + 2, y: top + laneHeight / 2 + 4, class: 'earlier' };
  return [svg('text', place, `◀ ${isoDay(last).slice(0, 7)}`)];
}

function shapeOf({ from, to, shape, colour }: Mark, y: number, frame: Frame): readonly SVGElement[] {
  const x = xOf((from + to) / 2, frame);
  const [left, right] = [xOf(from, frame), xOf(to, frame)];
  const line = to > from ? [svg('line', { x1: left, x2: right, y1: y, y2: y, stroke: colour, 'stroke-width': 2 })] : [];
  const polygon = (points: readonly (readonly [number, number])[]): SVGElement =>
    svg('polygon', { points: points.map(([dx, dy]) => `${String(x + dx)},${String(y + dy)}`).join(' '), fill: colour });
  const r = 5;
  const drawings: Readonly<Record<Shape, () => SVGElement>> = {
    disc: () => svg('circle', { cx: x, cy: y, r: r - 0.5, fill: colour }),
    square: () => svg('rect', { x: x - r + 1, y: y - r + 1, width: 2 * r - 2, height: 2 * r - 2, fill: colour }),
    diamond: () =>
      polygon([
        [0, -r - 1],
        [r + 1, 0],
        [0, r + 1],
        [-r - 1, 0],
      ]),
    triangle: () =>
      polygon([
        [0, -r],
        [r, r - 1],
        [-r, r - 1],
      ]),
    cross: () =>
      svg('path', {
        d: `M${String(x - r + 1)} ${String(y - r + 1)}l${String(2 * r - 2)} ${String(2 * r - 2)}m0 ${String(2 - 2 * r)}l${String(2 - 2 * r)} ${String(2 * r - 2)}`,
        stroke: colour,
        'stroke-width': 2.5,
      }),
  };
  return [...line, drawings[shape]()];
}
