// How are the pieces of glucocorticoid orders, and the days of one dose that they make, written down in a test?

import type { DayDose, DoseStep } from '../../../src/facts/drugs/dose-days.ts';
import type { GlucocorticoidOrder } from '../../../src/facts/glucocorticoids/orders.ts';
import type { Piece } from '../../../src/facts/glucocorticoids/piece.ts';
import type { Segment } from '../../../src/facts/glucocorticoids/segments.ts';
import type { DayRange } from '../../../src/logic/calendar.ts';
import { exactly, type Interval } from '../../../src/logic/interval.ts';
import { day } from '../../builders.ts';
import { today } from './prednisone.ts';

const now = day(today);

/** "40", or "20..40", or ">0..Infinity" for more than nothing. */
export const range = ({ low, high, lowOpen }: Interval): string =>
  `${lowOpen === true ? '>' : ''}${shown(low)}${low === high ? '' : `..${shown(high)}`}`;

const shown = (value: number): string => String(Number(value.toPrecision(4)));

/** "9-5", in days before the screening; "-3" lies ahead. */
export const stretch = ({ from, to }: { readonly from: number; readonly to: number }): string =>
  from === to ? String(now - from) : `${String(now - from)}-${String(now - to)}`;

/** mg a day in prednisone equivalents. */
export const dose = (milligrams: number | Interval, more: Partial<DayDose> = {}): DayDose => ({
  milligrams: typeof milligrams === 'number' ? exactly(milligrams) : milligrams,
  averaged: false,
  ...more,
});

/** A piece from the farther to the nearer of two days before the screening; by default surely taken prednisone of an order. */
export const piece = (
  reference: string,
  from: number,
  to: number,
  milligrams: number | DayDose | undefined,
  more: Partial<Piece> = {},
): Piece => ({
  from: now - from,
  to: now - to,
  sure: true,
  dose: typeof milligrams === 'number' ? dose(milligrams) : milligrams,
  ingredient: 'prednisone',
  source: 'request',
  references: [reference],
  ...more,
});

export const doseOf = (of: DayDose | undefined): string =>
  of === undefined
    ? 'unreadable'
    : [
        range(of.milligrams),
        of.per === undefined ? 'mg' : `mg per ${of.per}`,
        ...(of.averaged ? ['averaged'] : []),
        ...(of.most === undefined ? [] : [`at most ${range(of.most)}`]),
      ].join(' ');

/** "9-0: 40 mg of a b", with a question mark where it may not have been taken. */
export const pieceText = (of: Piece): string =>
  `${stretch(of)}${of.sure ? '' : '?'}: ${doseOf(of.dose)} of ${of.references.join(' ')}`;

/** "9-0: 40 mg, 1 a kg, a b": days, dose, dose per kg (and without averaging, where that differs), and whose. */
export const segmentText = (of: Segment): string =>
  [
    `${stretch(of)}: ${range(of.milligrams)} mg`,
    `${range(of.perKg)} a kg`,
    ...(range(of.plainPerKg) === range(of.perKg) ? [] : [`${range(of.plainPerKg)} plain`]),
    ...(of.weightKnown ? [] : ['unweighed']),
    of.pieces.flatMap(({ references }) => references).join(' '),
  ].join(', ');

const ends = ({ from, to }: DayRange): string =>
  from === to ? String(now - from) : `${String(now - from)}~${String(now - to)}`;

const stepText = ({ from, to, dose: of, timesOfDay, fromText }: DoseStep): string =>
  [`${ends(from)} to ${ends(to)}: ${doseOf(of)}`, ...timesOfDay, ...(fromText ? ['from text'] : [])].join(' ');

/** "r1 prednisone 9 to 0; injection?; depot; of salt; 9 to 0: 40 mg": days before the screening, "~" between the ends of a range. */
export const orderText = ({ exposure, start, end, steps, doubt, depot, ofSalt }: GlucocorticoidOrder): string =>
  [
    `${exposure.reference.replace(/.*\//, '')} ${exposure.ingredient} ${ends(start)} to ${ends(end)}`,
    ...(doubt === undefined ? [] : [`${doubt}?`]),
    ...(depot ? ['depot'] : []),
    ...(ofSalt ? ['of salt'] : []),
    ...steps.map(stepText),
  ].join('; ');
