// What stands under the pointer? A line through all rows with its day, and the words of the row beside it.

import type { PageWords } from '../words.ts';
import { isoDay } from '../../logic/calendar.ts';
import { el } from '../dom.ts';
import { gutter, xOf, type Frame, type Row } from './row.ts';

/** Pixels within which a point counts as pointed at. */
const reachPixels = 9;

/** Pixels between the pointer and the box of words. */
const distance = 14;

/** The box of words; it follows the pointer over the drawings and is put in place by the caller. */
export function pointed(
  body: HTMLElement,
  rowOf: ReadonlyMap<Element, Row>,
  frameOf: () => Frame,
  words: PageWords,
): HTMLElement {
  const box = el('div', { class: 'readout', hidden: true, 'aria-hidden': 'true' });
  const line = el('div', { class: 'hairline', hidden: true });
  body.append(line);
  const hide = (): void => {
    box.hidden = true;
    line.hidden = true;
  };

  const move = (event: Event): void => {
    if (!(event instanceof PointerEvent) || !(event.target instanceof Element)) return;
    const drawing = event.target.closest('.plot, .lanes');
    const row = drawing === null ? undefined : rowOf.get(drawing);
    if (drawing === null || row === undefined) return hide();
    const frame = frameOf();
    const place = drawing.getBoundingClientRect();
    const x = event.clientX - place.left;
    const { from, to } = frame.window;
    const perPixel = (to - from) / (frame.width - gutter.left - gutter.right);
    const day = Math.floor(from + (x - gutter.left) * perPixel);
    if (day < from || day > to) return hide();
    const lines = row.describe({ day, reach: Math.max(reachPixels * perPixel, 0.5), y: event.clientY - place.top });
    box.replaceChildren(
      el('strong', {}, words('readout.head', { row: row.name, date: isoDay(day) })),
      ...lines.map((text) => el('div', {}, text)),
    );
    const outer = body.getBoundingClientRect();
    line.style.left = `${String(place.left - outer.left + xOf(day, frame))}px`;
    line.hidden = false;
    box.hidden = false;
    const right = event.clientX - outer.left + distance + box.offsetWidth > outer.width;
    const left = event.clientX - outer.left + (right ? -distance - box.offsetWidth : distance);
    const low = event.clientY + distance + box.offsetHeight > innerHeight;
    box.style.left = `${String(Math.max(0, left))}px`;
    box.style.top = `${String(event.clientY - outer.top + (low ? -distance - box.offsetHeight : distance))}px`;
  };
  body.addEventListener('pointermove', move);
  body.addEventListener('pointerdown', move);
  body.addEventListener('pointerleave', hide);
  return box;
}
