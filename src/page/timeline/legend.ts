// What do the signs of the timeline mean?

import { el, svg } from '../dom.ts';
import type { PageWords } from '../words.ts';
import { colours } from './colours.ts';

/** Each sign beside its meaning. */
export function legend(words: PageWords): HTMLElement {
  const swatch = (...children: readonly SVGElement[]): SVGElement =>
    svg('svg', { width: 22, height: 12, viewBox: '0 0 22 12', 'aria-hidden': 'true' }, ...children);
  const box = { x: 1, y: 1, width: 20, height: 10 };
  const entries = [
    ['legend.dose', svg('rect', { ...box, fill: colours.doseSoft, stroke: colours.dose })],
    ['legend.range', svg('rect', { ...box, fill: 'none', stroke: colours.dose, 'stroke-dasharray': '3 3' })],
    ['legend.high', svg('rect', { ...box, fill: colours.high })],
    [
      'legend.possible',
      svg('path', { d: 'M1 11L11 1M7 11L17 1M13 11L21 3', stroke: colours.possible, 'stroke-width': 1.5 }),
    ],
    [
      'legend.line',
      svg('path', { d: 'M1 6H21', stroke: colours.limit, 'stroke-width': 1.5, 'stroke-dasharray': '5 3' }),
    ],
    ['legend.pulse', svg('polygon', { points: '11,1 16,11 6,11', fill: colours.pulse })],
    [
      'legend.unclear',
      svg('path', {
        d: 'M1 2H21V10H1ZM3 10L9 2M9 10L15 2M15 10L20 3',
        fill: 'none',
        stroke: colours.other,
        'stroke-width': 1.5,
      }),
    ],
    ['legend.empty', svg('rect', { ...box, y: 2, height: 8, fill: '#fff', stroke: colours.counted })],
    ['legend.today', svg('path', { d: 'M11 0V12', stroke: colours.today, 'stroke-dasharray': '2 2' })],
    ['legend.not-counted', svg('path', { d: 'M7 2l8 8m0-8l-8 8', stroke: colours.notCounted, 'stroke-width': 1.5 })],
  ] as const;
  return el('ul', { class: 'legend' }, ...entries.map(([id, sign]) => el('li', {}, swatch(sign), words(id))));
}
