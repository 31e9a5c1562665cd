// How is a curve drawn on the shared time axis?

import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { el } from '../dom.ts';
import { colours, font } from './colours.ts';
import { gutter, type Frame, type RowContext } from './row.ts';

export type PlotOptions = {
  readonly height: number;
  /** Lowest and highest value of the axis. */
  readonly range: readonly [low: number, high: number];
  /** Values at which the axis has a mark. */
  readonly marks: readonly number[];
  /** Draws on the canvas; positions come from `x` and `y`, in canvas pixels. */
  readonly paint: (pen: Pen) => void;
};

export type Pen = {
  readonly canvas: CanvasRenderingContext2D;
  readonly x: (day: number) => number;
  readonly y: (value: number) => number;
  /** Canvas pixels per pixel of the page. */
  readonly ratio: number;
  readonly box: { readonly left: number; readonly top: number; readonly width: number; readonly height: number };
};

export type Plot = { readonly drawing: HTMLElement; readonly draw: (frame: Frame) => void };

function penOn(plot: uPlot): Pen {
  const { left, top, width, height } = plot.bbox;
  return {
    canvas: plot.ctx,
    x: (day) => plot.valToPos(day, 'x', true),
    y: (value) => plot.valToPos(value, 'y', true),
    ratio: uPlot.pxRatio,
    box: { left, top, width, height },
  };
}

/** Lines of the months and of today behind everything that is drawn. */
function paintGrid({ canvas, x, ratio, box }: Pen, { ticks, window }: Frame, asOf: number): void {
  const line = (day: number, colour: string, dash: readonly number[]): void => {
    if (day < window.from || day > window.to) return;
    canvas.strokeStyle = colour;
    canvas.lineWidth = ratio;
    canvas.setLineDash(dash.map((each) => each * ratio));
    canvas.beginPath();
    canvas.moveTo(x(day), box.top);
    canvas.lineTo(x(day), box.top + box.height);
    canvas.stroke();
  };
  canvas.save();
  for (const { at, isYear } of ticks) line(at, isYear ? colours.year : colours.grid, []);
  line(asOf, colours.today, [2, 3]);
  canvas.restore();
}

/** A canvas with a value axis on its left; months and today are marked as in every other row. */
export function timePlot({ height, range, marks, paint }: PlotOptions, { asOf, onChoose }: RowContext): Plot {
  const drawing = el('div', { class: 'plot' });
  let frame: Frame | undefined;
  let plot: uPlot | undefined;
  const options = (width: number): uPlot.Options => ({
    width,
    height,
    padding: [6, gutter.right, 6, 0],
    legend: { show: false },
    cursor: { x: false, y: false, points: { show: false }, drag: { x: true, y: false, setScale: false } },
    scales: { x: { time: false, auto: false }, y: { auto: false, range: () => [range[0], range[1]] } },
    axes: [
      { show: false },
      {
        size: gutter.left,
        font,
        stroke: colours.muted,
        gap: 4,
        splits: () => [...marks],
        values: (_plot, splits) => splits.map(String),
        grid: { show: true, stroke: colours.grid, width: 1 },
        ticks: { show: false },
      },
    ],
    series: [{}, { show: false }],
    hooks: {
      drawClear: [(self) => frame !== undefined && paintGrid(penOn(self), frame, asOf)],
      draw: [
        (self) => {
          const pen = penOn(self);
          const { left, top, width: wide, height: high } = pen.box;
          pen.canvas.save();
          pen.canvas.beginPath();
          pen.canvas.rect(left, top - 6 * pen.ratio, wide, high + 12 * pen.ratio);
          pen.canvas.clip();
          paint(pen);
          pen.canvas.restore();
        },
      ],
      setSelect: [
        (self) => {
          const { left, width: wide } = self.select;
          if (wide < 4) return;
          onChoose(self.posToVal(left, 'x'), self.posToVal(left + wide, 'x'));
          self.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
        },
      ],
    },
  });
  return {
    drawing,
    draw: (next) => {
      frame = next;
      const { from, to } = next.window;
      if (plot === undefined) {
        plot = new uPlot(
          options(next.width),
          [
            [from, to],
            [null, null],
          ],
          drawing,
        );
        plot.setScale('x', { min: from, max: to });
        return;
      }
      if (plot.width !== next.width) plot.setSize({ width: next.width, height });
      plot.setScale('x', { min: from, max: to });
    },
  };
}
