// What do the score sheets have in common: the bar from least to most, what was recorded, a piece of evidence?

import type { EvidenceJson } from '../../report/evidence-json.ts';
import type { RecordedTotal } from '../../report/score-sheet.ts';
import { el, svg } from '../dom.ts';
import { sourceLink } from '../source.ts';
import type { PageWords } from '../words.ts';

export type Bar = {
  readonly lower: number;
  readonly upper: number;
  readonly maximum: number;
  /** Where the criterion draws its line. */
  readonly line: number | undefined;
};

const width = 400;

/** Sure points filled, open points hatched; the words beside it say the same. */
export function scoreBar({ lower, upper, maximum, line }: Bar): SVGElement {
  const x = (value: number): number => (value / maximum) * width;
  return svg(
    'svg',
    { class: 'score-bar', viewBox: `0 0 ${String(width)} 14`, preserveAspectRatio: 'none', 'aria-hidden': 'true' },
    svg('rect', { class: 'all', x: 0, y: 3, width, height: 8 }),
    svg('rect', { class: 'open', x: x(lower), y: 3, width: x(upper) - x(lower), height: 8 }),
    svg('rect', { class: 'sure', x: 0, y: 3, width: x(lower), height: 8 }),
    ...(line === undefined ? [] : [svg('line', { x1: x(line), x2: x(line), y1: 0, y2: 14 })]),
  );
}

/** "Haematuria 12 /hpf (2026-05-02), Observation/7" on a line of its own. */
export const evidencePiece = ({ label, value, date, reference }: EvidenceJson, words: PageWords): HTMLElement =>
  el(
    'span',
    { class: 'piece' },
    value === undefined ? label : words('event.value', { label, value }),
    date !== undefined && el('span', { class: 'date' }, ' ', words('date', { date })),
    reference !== undefined && sourceLink(reference),
  );

/** The total that somebody recorded, or why there is none. */
export const recordedTotal = (recorded: RecordedTotal, words: PageWords): HTMLElement =>
  recorded.state === 'none'
    ? el('p', { class: 'recorded' }, words('score.recorded-none', { why: recorded.why }))
    : el(
        'p',
        { class: 'recorded' },
        words('score.recorded'),
        ' ',
        ...recorded.totals.map((each) => evidencePiece(each, words)),
      );
