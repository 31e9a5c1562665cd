// The timeline: what was given, measured and suffered, on one axis of time?

import { parseDay, isoDay } from '../../logic/calendar.ts';
import type { Language } from '../../logic/language.ts';
import type { Chart } from '../../report/chart.ts';
import { button, el, svg } from '../dom.ts';
import type { PageWords } from '../words.ts';
import { ticksOf } from './axis.ts';
import { colours } from './colours.ts';
import { doseRow } from './dose-row.ts';
import { drugRows } from './drug-rows.ts';
import { eventRows } from './event-rows.ts';
import { legend } from './legend.ts';
import { pointed } from './pointer.ts';
import { gutter, xOf, type Frame, type Row } from './row.ts';
import { seriesRow } from './series-row.ts';
import { timelineTables } from './tables.ts';
import { chosen, lastYear, moved, scaled, type TimeWindow } from './time-window.ts';

/** Pixels that the name of a month needs; at the edge it is left out rather than cut. */
const labelWidth = 56;

/** Days left free after the last datum. */
const margin = 14;

/** Draws the chart of a report. The stretch of time that is shown is kept by the caller in `shown`, if it has one. */
export function timeline(
  chart: Chart,
  {
    asOf,
    language,
    words,
    shown,
  }: {
    readonly asOf: string;
    readonly language: Language;
    readonly words: PageWords;
    readonly shown: { window?: TimeWindow };
  },
): HTMLElement {
  const today = parseDay(asOf) ?? 0;
  const whole = {
    from: Math.min(parseDay(chart.span.from) ?? today, today - margin) - margin,
    to: Math.max(parseDay(chart.span.to) ?? today, today) + margin,
  };
  const context = {
    words,
    language,
    asOf: today,
    onChoose: (from: number, to: number) => show(chosen(from, to, whole)),
  };
  const { series } = chart;
  const sledai = series.filter(({ id }) => id === 'SLEDAI-2K');
  const weight = series.filter(({ id }) => id === 'weight');
  const laboratory = series.filter(({ id }) => id !== 'SLEDAI-2K' && id !== 'weight');
  const groups: readonly (readonly Row[])[] = [
    [doseRow(chart.glucocorticoid, context), ...weight.map((each) => seriesRow(each, context))],
    drugRows(chart.drugs, today, context),
    sledai.map((each) => seriesRow(each, context)),
    laboratory.map((each) => seriesRow(each, context)),
    eventRows(chart.events, context),
  ].filter((group) => group.length > 0);
  const rows = groups.flat();
  const axes = [svg('svg', { class: 'axis', height: 20 }), svg('svg', { class: 'axis', height: 20 })] as const;
  const body = el('div', { class: 'rows' });
  const range = el('output', { class: 'range' });

  let width = 0;
  const frameOf = (window: TimeWindow): Frame => ({
    window,
    width,
    ticks: ticksOf(window, width - gutter.left - gutter.right, language),
  });
  const draw = (): void => {
    if (width === 0) return;
    const frame = frameOf(shown.window ?? lastYear(today, whole));
    for (const row of rows) row.draw(frame);
    for (const axis of axes) drawAxis(axis, frame);
    range.value = words('span', { from: isoDay(frame.window.from), to: isoDay(frame.window.to) });
  };
  const show = (window: TimeWindow): void => {
    shown.window = window;
    draw();
  };
  const now = (): TimeWindow => shown.window ?? lastYear(today, whole);
  const keys: Readonly<Record<string, () => TimeWindow>> = {
    ArrowLeft: () => moved(now(), -0.25, whole),
    ArrowRight: () => moved(now(), 0.25, whole),
    '+': () => scaled(now(), 0.5, whole),
    '-': () => scaled(now(), 2, whole),
    '0': () => whole,
    '1': () => lastYear(today, whole),
  };
  const control = (key: string, label: string, title: string): HTMLElement =>
    button(label, () => show((keys[key] ?? now)()), { title, 'aria-label': title, class: 'quiet' });

  const line = (row: Row): HTMLElement =>
    el(
      'div',
      { class: 'row' },
      el(
        'div',
        { class: 'label' },
        el('span', { class: 'name' }, row.name),
        row.latest !== undefined && el('span', { class: 'latest' }, row.latest),
        row.note !== undefined && el('span', { class: 'note' }, row.note),
      ),
      row.drawing,
    );
  const axisLine = (axis: SVGElement): HTMLElement =>
    el('div', { class: 'row axis-row' }, el('div', { class: 'label' }), axis);
  body.append(
    axisLine(axes[0]),
    ...groups.map((group) => el('div', { class: 'group' }, ...group.map(line))),
    axisLine(axes[1]),
  );
  const drawingOf = new Map<Element, Row>(rows.map((row) => [row.drawing, row]));
  const readout = pointed(body, drawingOf, () => frameOf(now()), words);
  new ResizeObserver(([entry]) => {
    const labels = body.querySelector('.label')?.getBoundingClientRect().width ?? 0;
    const next = Math.floor((entry?.contentRect.width ?? 0) - labels);
    if (next <= 0 || next === width) return;
    width = next;
    draw();
  }).observe(body);

  const drawing = el(
    'div',
    {
      class: 'drawing',
      tabindex: 0,
      role: 'group',
      'aria-label': words('timeline.keys'),
      onkeydown: (event) => {
        if (!(event instanceof KeyboardEvent) || event.ctrlKey || event.metaKey || event.altKey) return;
        const next = keys[event.key];
        if (next === undefined) return;
        event.preventDefault();
        show(next());
      },
    },
    body,
    readout,
  );
  return el(
    'div',
    { class: 'timeline' },
    el(
      'div',
      { class: 'controls' },
      control('1', words('timeline.year'), words('timeline.year')),
      control('0', words('timeline.all'), words('timeline.all')),
      control('ArrowLeft', '◀', words('timeline.earlier')),
      control('ArrowRight', '▶', words('timeline.later')),
      control('+', '+', words('timeline.closer')),
      control('-', '−', words('timeline.wider')),
      range,
      el('span', { class: 'hint' }, words('timeline.hint')),
    ),
    legend(words),
    drawing,
    timelineTables(chart, words),
  );
}

function drawAxis(axis: SVGElement, frame: Frame): void {
  axis.setAttribute('width', String(frame.width));
  axis.setAttribute('aria-hidden', 'true');
  axis.replaceChildren(
    ...frame.ticks
      .filter(({ at }) => xOf(at, frame) < frame.width - labelWidth)
      .map(({ at, label, isYear }) =>
        svg(
          'text',
          { x: xOf(at, frame), y: 14, fill: isYear ? colours.ink : colours.muted, class: isYear ? 'year' : 'month' },
          label,
        ),
      ),
  );
}
