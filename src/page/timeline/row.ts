// What is one row of the timeline? A name, a drawing over the shared time axis, and words for the place under the pointer.

import type { Day } from '../../logic/calendar.ts';
import type { Language } from '../../logic/language.ts';
import type { PageWords } from '../words.ts';
import type { Tick } from './axis.ts';
import type { TimeWindow } from './time-window.ts';

/** Pixels left and right of every drawing, so that all rows share one time axis. */
export const gutter = { left: 46, right: 12 } as const;

export type Frame = {
  readonly window: TimeWindow;
  /** Pixels, gutters included. */
  readonly width: number;
  readonly ticks: readonly Tick[];
};

export type Pointer = {
  readonly day: Day;
  /** Days that lie within a finger's or the pointer's reach. */
  readonly reach: number;
  /** Pixels from the top of the drawing. */
  readonly y: number;
};

export type Row = {
  readonly name: string;
  /** Unit, or what the row counts. */
  readonly note?: string;
  /** The newest value, as it is written in the record. */
  readonly latest?: string;
  readonly drawing: HTMLElement | SVGElement;
  /** Draws for a stretch of time; called again whenever that or the width changes. */
  readonly draw: (frame: Frame) => void;
  /** What stands under the pointer, one line each; nothing where nothing is drawn. */
  readonly describe: (pointer: Pointer) => readonly string[];
};

export type RowContext = {
  readonly words: PageWords;
  readonly language: Language;
  readonly asOf: Day;
  /** Called with the stretch that was chosen by dragging. */
  readonly onChoose: (from: number, to: number) => void;
};

/** Pixel of a day within a frame. */
export const xOf = (day: Day, { window, width }: Frame): number =>
  gutter.left + ((day - window.from) / (window.to - window.from)) * (width - gutter.left - gutter.right);
