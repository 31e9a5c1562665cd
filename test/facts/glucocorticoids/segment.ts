// How is a stretch of days on one dose of glucocorticoids written down in a test of the rules?

import type { CourseOutcome } from '../../../src/facts/glucocorticoids/rules.ts';
import type { Segment } from '../../../src/facts/glucocorticoids/segments.ts';
import { exactly, type Interval } from '../../../src/logic/interval.ts';
import { day } from '../../builders.ts';
import { today } from './prednisone.ts';

/** mg a day, mg per kg and day, and the same without doses that are averaged. A number, or the least and the most. */
export type Amount = {
  readonly mg: number | Interval;
  readonly perKg: number | Interval;
  readonly plain?: number | Interval;
};

const now = day(today);

const intervalOf = (value: number | Interval): Interval => (typeof value === 'number' ? exactly(value) : value);

/** A dose on all days from one to another, inclusive. */
export function dayed(from: number, to: number, { mg, perKg, plain }: Amount): Segment {
  const each = intervalOf(perKg);
  return {
    from,
    to,
    milligrams: intervalOf(mg),
    perKg: each,
    plainPerKg: plain === undefined ? each : intervalOf(plain),
    weightKnown: true,
    pieces: [],
  };
}

/** The same, in days before the screening: from the farther to the nearer; negative days lie ahead. */
export const before = (from: number, to: number, amount: Amount): Segment => dayed(now - from, now - to, amount);

/** Of a child of 40 kg. */
export const high: Amount = { mg: 40, perKg: 1 };
export const low: Amount = { mg: 20, perKg: 0.5 };
export const near: Amount = { mg: 38, perKg: 0.95 };
export const pulse: Amount = { mg: 250, perKg: 6.25 };
export const averaged: Amount = { ...high, plain: 0 };
/** Of a child of 82 kg. */
export const capped: Amount = { mg: 60, perKg: 60 / 82 };

/** Level and grounds, and the course that is spoken of: its days, from and to so many days before the screening. */
export function brief({ level, grounds, decisive }: CourseOutcome): string {
  const course =
    decisive === undefined
      ? 'no course'
      : `${String(decisive.days)} days ${String(now - decisive.from)}-${String(now - decisive.to)}`;
  return `${level}: ${grounds.join(' ')}; ${course}`;
}
