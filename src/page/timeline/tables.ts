// What does the timeline show, in words and numbers, for a reader who does not see it?

import { el, table, type Row } from '../dom.ts';
import type { Chart } from '../../report/chart.ts';
import { sourceLink } from '../source.ts';
import type { PageWords } from '../words.ts';
import { countsText } from './drug-rows.ts';
import { rangeText } from './dose-row.ts';
import { spanText } from './series-row.ts';

/** Every datum of the chart, one table per kind; tables without rows are left out. */
export function timelineTables({ glucocorticoid, drugs, series, events }: Chart, words: PageWords): HTMLElement {
  const dash = '–';
  const section = (title: string, headers: readonly string[], rows: readonly Row[]) =>
    rows.length === 0 ? [] : [el('h3', {}, title), table(title, headers, rows)];
  const doses = glucocorticoid.segments.map(({ from, to, milligrams, perKg, weight, sources }) => ({
    cells: [
      words('span', { from, to }),
      rangeText(milligrams, words),
      perKg === undefined ? dash : rangeText(perKg, words),
      weight === undefined ? dash : rangeText(weight, words),
      el('span', {}, ...sources.map(sourceLink)),
    ],
  }));
  const bars = drugs.flatMap(({ name, spans }) =>
    spans.map((span) => ({
      cells: [
        name,
        words('date', { date: spanText(span) }),
        words(`drug.source.${span.source}`),
        countsText(span, words),
        sourceLink(span.reference),
      ],
    })),
  );
  const points = series.flatMap(({ name, points: all }) =>
    all.map((point) => ({
      cells: [
        name,
        words('date', { date: spanText(point) }),
        point.asWritten,
        point.state === 'counted' ? words('yes') : (point.why ?? words('no')),
        sourceLink(point.reference),
      ],
    })),
  );
  const happened = events.map((event) => ({
    cells: [
      words(`event.${event.kind}`),
      words('date', { date: event.date ?? spanText(event) }),
      event.label,
      event.value ?? dash,
      event.reference === undefined ? dash : sourceLink(event.reference),
    ],
  }));
  const head = (...ids: Parameters<PageWords>[0][]): readonly string[] => ids.map((id) => words(id));
  return el(
    'details',
    { class: 'tables' },
    el('summary', {}, words('timeline.tables')),
    ...section(
      words('row.glucocorticoid'),
      head('head.days', 'head.milligrams', 'head.per-kg', 'head.weight', 'head.source'),
      doses,
    ),
    ...section(
      words('timeline.drugs'),
      head('head.drug', 'head.days', 'head.known-from', 'head.counts', 'head.source'),
      bars,
    ),
    ...section(
      words('timeline.values'),
      head('head.test', 'head.date', 'head.value', 'head.counts', 'head.source'),
      points,
    ),
    ...section(
      words('timeline.events'),
      head('head.kind', 'head.date', 'head.what', 'head.value', 'head.source'),
      happened,
    ),
  );
}
