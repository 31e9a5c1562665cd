// How is it shown at a glance whether a criterion counts for the patient? By a shape, a colour and a word together.

import type { Standing } from '../../report/evidence-report.ts';
import { el, svg } from '../dom.ts';

/** Drawn inside a square of 16: a tick, a cross, a question mark, a person. */
const shapes: Readonly<Record<Standing, readonly string[]>> = {
  for: ['M3.5 8.5l3 3 6-7'],
  against: ['M4 4l8 8', 'M12 4l-8 8'],
  missing: ['M5.4 6a2.6 2.6 0 1 1 3.6 2.4c-.7.3-1 .8-1 1.6', 'M8 12.4v.2'],
  confirm: ['M8 3a2.3 2.3 0 1 1 0 4.6A2.3 2.3 0 0 1 8 3', 'M3.5 13c.5-2.700 2.200-4 4.500-4s4 1.300 4.500 4'],
};

/** The sign of a standing; the word beside it says the same. */
export const standingSign = (standing: Standing): HTMLElement =>
  el(
    'span',
    { class: `sign ${standing}` },
    svg(
      'svg',
      { viewBox: '0 0 16 16', width: 16, height: 16, 'aria-hidden': 'true' },
      ...shapes[standing].map((d) =>
        svg('path', { d, fill: 'none', stroke: 'currentColor', 'stroke-width': 2, 'stroke-linecap': 'round' }),
      ),
    ),
  );
