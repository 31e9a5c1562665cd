// How does the course of doses look on paper? The row of the timeline over the last twelve months, as a drawing that prints sharp.

import { parseDay } from '../../logic/calendar.ts';
import type { Language } from '../../logic/language.ts';
import type { EvidenceReport } from '../../report/evidence-report.ts';
import { el, svg } from '../dom.ts';
import { ticksOf } from '../timeline/axis.ts';
import { colours } from '../timeline/colours.ts';
import { doseScale, rangeText } from '../timeline/dose-row.ts';
import { daysOf, without, type Days } from '../timeline/spans.ts';
import type { PageWords } from '../words.ts';

/** In units of the drawing; the sheet makes it as wide as its text. */
const [width, height, left, top, bottom] = [700, 98, 26, 10, 15];

const days = 366;

/** Dose per day with the line of the trial; days that qualify are shaded, days that may qualify hatched. */
export function doseDrawing({ chart, asOf }: EvidenceReport, language: Language, words: PageWords): HTMLElement {
  const { glucocorticoid } = chart;
  const { perKg, steps, limit, top: highest, marks } = doseScale(glucocorticoid);
  const to = (parseDay(asOf) ?? 0) + 1;
  const from = to - days;
  const x = (day: number): number => left + ((Math.min(Math.max(day, from), to) - from) / days) * (width - left);
  const y = (dose: number): number => height - bottom - (Math.min(dose, highest) / highest) * (height - bottom - top);
  const seen = <T extends Days>(spans: readonly T[]): readonly T[] =>
    spans.filter((each) => each.from < to && each.to >= from);
  const sure = daysOf([...glucocorticoid.days.high, ...glucocorticoid.days.capped]);
  const possible = without(daysOf([...glucocorticoid.possibleDays.high, ...glucocorticoid.possibleDays.capped]), sure);
  const band = (each: Days, fill: string): SVGElement =>
    svg('rect', { x: x(each.from), y: top, width: x(each.to + 1) - x(each.from), height: height - bottom - top, fill });
  const bar = (each: Days, low: number, high: number, look: Readonly<Record<string, string | number>>): SVGElement =>
    svg('rect', {
      x: x(each.from),
      y: y(high),
      width: x(each.to + 1) - x(each.from),
      height: y(low) - y(high),
      ...look,
    });
  const text = (label: string, at: Readonly<Record<string, string | number>>): SVGElement =>
    svg('text', { fill: colours.muted, ...at }, label);
  const visible = seen(steps);
  const drawing = svg(
    'svg',
    { class: 'dose-drawing', viewBox: `0 0 ${String(width)} ${String(height)}` },
    hatching(),
    ...seen(sure).map((each) => band(each, colours.high)),
    ...seen(possible).map((each) => band(each, 'url(#hatching)')),
    ...marks.map((mark) =>
      svg('line', { x1: left, x2: width, y1: y(mark), y2: y(mark), stroke: mark === 0 ? colours.muted : colours.grid }),
    ),
    ...marks.map((mark) => text(String(mark), { x: left - 4, y: y(mark) + 3, 'text-anchor': 'end' })),
    ...visible.map((each) =>
      bar(each, 0, each.low, { 'data-dose': each.low, fill: colours.doseSoft, stroke: colours.dose }),
    ),
    ...visible
      .filter(({ low, high }) => high !== low)
      .map((each) =>
        bar(each, each.low, each.high ?? highest, { fill: 'none', stroke: colours.dose, 'stroke-dasharray': '3 3' }),
      ),
    ...(perKg
      ? [
          svg('line', {
            x1: left,
            x2: width,
            y1: y(limit),
            y2: y(limit),
            stroke: colours.limit,
            'stroke-width': 1.5,
            'stroke-dasharray': '6 4',
          }),
        ]
      : []),
    ...visible
      .filter(({ low }) => low > highest)
      .map((each) =>
        text(
          `▲ ${rangeText(each.high === undefined ? { low: each.low } : { low: each.low, high: each.high }, words)}`,
          { x: x(each.from), y: top - 1, fill: colours.pulse },
        ),
      ),
    ...ticksOf({ from, to }, width - left, language).map(({ at, label }) =>
      text(label, { x: x(at), y: height - 4, 'text-anchor': at - from < 20 ? 'start' : 'middle' }),
    ),
  );
  const unit = words(perKg ? 'row.glucocorticoid-unit' : 'row.glucocorticoid-no-weight');
  return el(
    'figure',
    {},
    el('figcaption', {}, el('strong', {}, words('row.glucocorticoid')), ' ', words('letter.dose', { unit })),
    visible.length === 0 ? el('p', {}, words('dose.none')) : drawing,
  );
}

const hatching = (): SVGElement =>
  svg(
    'pattern',
    { id: 'hatching', width: 6, height: 6, patternUnits: 'userSpaceOnUse' },
    svg('path', { d: 'M0 6L6 0', stroke: colours.possible }),
  );
