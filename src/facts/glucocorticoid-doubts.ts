// What would settle an open question about glucocorticoid doses?

import { isoDay } from '../logic/calendar.ts';
import type { Missing, Order } from '../logic/finding.ts';
import { say } from '../logic/message.ts';
import type { GlucocorticoidCourse } from './glucocorticoid-course.ts';
import type { Piece } from './glucocorticoid-pieces.ts';

const bodyWeight: Order = {
  coding: { system: 'http://loinc.org', code: '29463-7', display: 'Body weight' },
  windowDays: 90,
};

const bodyHeight: Order = {
  coding: { system: 'http://loinc.org', code: '8302-2', display: 'Body height' },
  windowDays: 180,
};

/** Everything in the course that two readings differ in, the weight first. */
export function doubtsOf(course: GlucocorticoidCourse): readonly Missing[] {
  const { segments, pieces } = course;
  const unweighed = segments.filter(({ weightKnown, pieces }) => !weightKnown && pieces.some(needsWeight));
  const unmeasured = segments.find(
    (each) => each.milligrams.low < each.milligrams.high && each.pieces.some(needsHeight),
  );
  const first = unweighed[0];
  const last = unweighed.at(-1);
  const doubt = (id: string, those: readonly Piece[]): readonly Missing[] => {
    const references = [...new Set(those.flatMap((piece) => piece.references))].sort();
    return references.length === 0 ? [] : [{ what: say(id, { references }), orders: [] }];
  };
  const readable = pieces.flatMap((piece) =>
    piece.dose === undefined ? [] : [{ piece, range: piece.dose.milligrams }],
  );
  const unsure = pieces.filter((piece) => !piece.sure);
  return [
    ...(first === undefined || last === undefined
      ? []
      : [
          {
            what: say('glucocorticoid.weight', { from: isoDay(first.from), to: isoDay(last.to) }),
            orders: [bodyWeight],
          },
        ]),
    ...(unmeasured === undefined
      ? []
      : [
          {
            what: say('glucocorticoid.height', { from: isoDay(unmeasured.from), to: isoDay(unmeasured.to) }),
            orders: [bodyHeight],
          },
        ]),
    ...doubt(
      'glucocorticoid.dose',
      pieces.filter((piece) => piece.dose === undefined),
    ),
    ...doubt(
      'glucocorticoid.exact-dose',
      readable.filter(({ range }) => range.low !== range.high).map(({ piece }) => piece),
    ),
    ...doubt(
      'glucocorticoid.route',
      unsure.filter((piece) => piece.order?.doubt !== undefined),
    ),
    ...doubt(
      'glucocorticoid.dates',
      unsure.filter((piece) => piece.order?.doubt === undefined && !overlapsOnly(piece, course)),
    ),
    ...(course.overlaps
      ? doubt(
          'glucocorticoid.overlap',
          unsure.filter((piece) => overlapsOnly(piece, course)),
        )
      : []),
  ];
}

const needsWeight = ({ dose }: Piece): boolean =>
  dose !== undefined && (dose.per !== 'kilogram' || dose.most !== undefined);

/** A dose per m² that a height would make exact. */
const needsHeight = ({ dose }: Piece): boolean =>
  dose?.per === 'square-metre' && dose.milligrams.low === dose.milligrams.high;

/** True if the piece is in doubt only because a later order may have replaced it: its own dates are known. */
function overlapsOnly(piece: Piece, { overlaps }: GlucocorticoidCourse): boolean {
  const { order } = piece;
  const dated = order !== undefined && order.start.from === order.start.to && order.end.from === order.end.to;
  return overlaps && dated && order.doubt === undefined;
}
