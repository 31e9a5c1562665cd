// How do many administrations become few pieces: those of one day added up, equal days in a row joined?

import type { DayDose } from '../drugs/dose-days.ts';
import type { Piece } from './piece.ts';

/** Sure administrations of whole mg on single days, added up per day and joined where neighbours are equal; others stay. */
export function joinDays(pieces: readonly Piece[]): readonly Piece[] {
  const simple = pieces.filter(isSimple);
  if (simple.length < 2) return pieces;
  const days = new Map<number, Piece>();
  for (const piece of simple) {
    const known = days.get(piece.from);
    days.set(piece.from, known === undefined ? piece : together(known, piece, piece.to));
  }
  const joined: Piece[] = [];
  let references: string[] = [];
  for (const piece of [...days.values()].sort((a, b) => a.from - b.from)) {
    const before = joined.at(-1);
    if (before !== undefined && before.to === piece.from - 1 && isEqual(before, piece)) {
      references.push(...piece.references);
      joined[joined.length - 1] = { ...before, to: piece.to, references };
    } else {
      references = [...piece.references];
      joined.push({ ...piece, references });
    }
  }
  return [...joined, ...pieces.filter((piece) => !isSimple(piece))];
}

const isSimple = ({ from, to, sure, dose, order }: Piece): boolean =>
  from === to && sure && dose !== undefined && dose.per === undefined && !dose.averaged && order?.ofSalt !== true;

const none: DayDose = { milligrams: { low: 0, high: 0 }, averaged: false };

function together(a: Piece, b: Piece, to: number): Piece {
  const [x, y] = [(a.dose ?? none).milligrams, (b.dose ?? none).milligrams];
  const milligrams = { low: x.low + y.low, high: x.high + y.high };
  return { ...a, to, dose: { milligrams, averaged: false }, references: [...a.references, ...b.references] };
}

const isEqual = (a: Piece, b: Piece): boolean =>
  a.dose?.milligrams.low === b.dose?.milligrams.low && a.dose?.milligrams.high === b.dose?.milligrams.high;
