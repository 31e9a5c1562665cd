// How is the dose drawn: qualifying days behind it, the steps, the line of the trial, what goes beyond the axis?

import type { Day } from '../../logic/calendar.ts';
import type { DaysByKind } from '../../report/chart.ts';
import { colours, font } from './colours.ts';
import type { Pen } from './plot.ts';
import { daysOf, without, type Days } from './spans.ts';

/** One dose from day to day: the least and the most that the record allows; without `high` nobody knows the most. */
export type Step = { readonly from: Day; readonly to: Day; readonly low: number; readonly high: number | undefined };

/** Sure days are filled; days that the record only allows are hatched. */
export function shade(pen: Pen, sure: DaysByKind, possible: DaysByKind): void {
  const certain = daysOf([...sure.high, ...sure.capped]);
  const { canvas, x, box } = pen;
  canvas.fillStyle = colours.high;
  for (const { from, to } of certain) canvas.fillRect(x(from), box.top, x(to + 1) - x(from), box.height);
  for (const each of without(daysOf([...possible.high, ...possible.capped]), certain)) hatch(pen, each);
}

function hatch({ canvas, x, box, ratio }: Pen, { from, to }: Days): void {
  const [left, right] = [x(from), x(to + 1)];
  canvas.strokeStyle = colours.possible;
  canvas.lineWidth = ratio;
  canvas.save();
  canvas.beginPath();
  canvas.rect(left, box.top, right - left, box.height);
  canvas.clip();
  canvas.beginPath();
  for (let at = left - box.height; at < right; at += 9 * ratio) {
    canvas.moveTo(at, box.top + box.height);
    canvas.lineTo(at + box.height, box.top);
  }
  canvas.stroke();
  canvas.restore();
}

/** The least dose is filled; where the record allows more, the most is outlined. */
export function step({ canvas, x, y, ratio, box }: Pen, { from, to, low, high }: Step, top: number): void {
  const [left, right] = [x(from), x(to + 1)];
  const floor = box.top + box.height;
  const at = y(Math.min(low, top));
  canvas.fillStyle = colours.doseSoft;
  canvas.fillRect(left, at, right - left, floor - at);
  canvas.strokeStyle = colours.dose;
  canvas.lineWidth = 1.5 * ratio;
  canvas.strokeRect(left, at, right - left, floor - at);
  if (high === low) return;
  const most = high === undefined ? box.top : y(Math.min(high, top));
  canvas.setLineDash([3 * ratio, 3 * ratio]);
  canvas.strokeRect(left, most, right - left, at - most);
  canvas.setLineDash([]);
}

/** A dashed line across the drawing. */
export function line({ canvas, y, ratio, box }: Pen, value: number, width: number): void {
  canvas.strokeStyle = colours.limit;
  canvas.lineWidth = width * ratio;
  canvas.setLineDash([6 * ratio, 4 * ratio]);
  canvas.beginPath();
  canvas.moveTo(box.left, y(value));
  canvas.lineTo(box.left + box.width, y(value));
  canvas.stroke();
  canvas.setLineDash([]);
}

/** A triangle at the top, with the dose for which the axis has no room. */
export function beyond({ canvas, x, ratio, box }: Pen, { from, to }: Step, label: string): void {
  const middle = (x(from) + x(to + 1)) / 2;
  const size = 5 * ratio;
  canvas.fillStyle = colours.pulse;
  canvas.beginPath();
  canvas.moveTo(middle, box.top - size);
  canvas.lineTo(middle + size, box.top + size);
  canvas.lineTo(middle - size, box.top + size);
  canvas.fill();
  canvas.font = font.replace('11px', `${String(11 * ratio)}px`);
  canvas.textBaseline = 'middle';
  const hasRoom = box.left + box.width - middle > 40 * ratio;
  canvas.textAlign = hasRoom ? 'left' : 'right';
  canvas.fillText(label, middle + (hasRoom ? 1 : -1) * (size + 2 * ratio), box.top + 2 * ratio);
}
