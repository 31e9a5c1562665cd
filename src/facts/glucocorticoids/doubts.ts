// What would settle an open question about glucocorticoid doses?

import { isoDay, type Day } from '../../logic/calendar.ts';
import type { Missing, Order } from '../../logic/finding.ts';
import type { Interval } from '../../logic/interval.ts';
import { say, verbatim, type Message } from '../../logic/message.ts';
import type { GlucocorticoidCourse } from './course.ts';
import type { GlucocorticoidOrder } from './orders.ts';
import type { Piece } from './piece.ts';
import type { BodySize } from '../results/weight.ts';
import { testFor } from '../orders.ts';

const bodyWeight: Order = { coding: testFor.weight, windowDays: 90 };
const bodyHeight: Order = { coding: testFor.height, windowDays: 180 };

/** Everything in the course that two readings differ in, the weight first. */
export function doubtsOf(course: GlucocorticoidCourse, size: BodySize): readonly Missing[] {
  const { segments, pieces } = course;
  const unweighed = segments.filter(({ weightKnown, pieces }) => !weightKnown && pieces.some(needsWeight));
  const unmeasured = segments.find(({ from, pieces }) => pieces.some(needsHeight) && isRange(size.centimetresOn(from)));
  const inexact = segments.filter(
    ({ weightKnown, from, pieces }) => weightKnown && pieces.some(needsWeight) && isRange(size.kilogramsOn(from).value),
  );
  const first = unweighed[0];
  const last = unweighed.at(-1);
  const missing: Missing[] = [];
  const addSize = (id: string, from: Day, to: Day, order: Order): void => {
    missing.push({ what: say(id, { from: isoDay(from), to: isoDay(to) }), orders: [order] });
  };
  if (first !== undefined && last !== undefined) addSize('glucocorticoid.weight', first.from, last.to, bodyWeight);
  const [early, late] = [inexact[0], inexact.at(-1)];
  if (early !== undefined && late !== undefined) {
    const values = { from: isoDay(early.from), to: isoDay(late.to) };
    missing.push({ what: say('glucocorticoid.exact-weight', values), orders: [] });
  }
  if (unmeasured !== undefined) addSize('glucocorticoid.height', unmeasured.from, unmeasured.to, bodyHeight);
  const addDoubt = (id: string, is: (piece: Piece) => boolean): void => {
    const those = pieces.filter(is);
    if (those.length === 0) return;
    const references = [...new Set(those.flatMap((piece) => piece.references))].sort();
    missing.push({ what: say(id, { references, entries: entriesOf(those) }), orders: [] });
  };
  addDoubt('glucocorticoid.dose', ({ dose }) => dose === undefined);
  addDoubt('glucocorticoid.exact-dose', ({ dose }) => dose !== undefined && isRange(dose.milligrams));
  addDoubt('glucocorticoid.route', ({ sure, order }) => !sure && order?.doubt !== undefined && !isRepeated(order));
  addDoubt('glucocorticoid.repeated', ({ order }) => order !== undefined && isRepeated(order));
  addDoubt('glucocorticoid.untaken', (piece) => isUndated(piece) && isUntaken(piece));
  addDoubt('glucocorticoid.dates', (piece) => isUndated(piece) && !isUntaken(piece) && !overlapsOnly(piece, course));
  addDoubt('glucocorticoid.overlap', (piece) => isUndated(piece) && !isUntaken(piece) && overlapsOnly(piece, course));
  return missing;
}

/** The drugs in question with their days, as a reader knows them. */
const entriesOf = (pieces: readonly Piece[]): readonly Message[] =>
  [...Map.groupBy(pieces, ({ ingredient }) => ingredient)].map(([ingredient, of]) => {
    const count = new Set(of.flatMap(({ references }) => references)).size;
    const from = isoDay(Math.min(...of.map((piece) => piece.from)));
    const to = isoDay(Math.max(...of.map((piece) => piece.to)));
    const values = { drug: verbatim(ingredient), from, to, count };
    if (count > 1) return say('glucocorticoid.entries', values);
    return say(from === to ? 'glucocorticoid.entry-of-day' : 'glucocorticoid.entry', values);
  });

const isRepeated = ({ doubt }: GlucocorticoidOrder): boolean => doubt === 'repeated';

/** The piece may not have been taken, and not for a doubt of its own. */
const isUndated = ({ sure, order }: Piece): boolean => !sure && order?.doubt === undefined;

/** A statement says that it was not taken. */
const isUntaken = ({ from, to, order }: Piece): boolean =>
  order?.exposure.untaken.some((each) => each.from <= to && each.to >= from) === true;

const needsWeight = ({ dose }: Piece): boolean =>
  dose !== undefined && (dose.per !== 'kilogram' || dose.most !== undefined);

/** A dose per m² that a height would make exact. */
const needsHeight = ({ dose }: Piece): boolean => dose?.per === 'square-metre' && !isRange(dose.milligrams);

const isRange = ({ low, high }: Interval): boolean => low < high;

/** True if the piece is in doubt only because a later order may have replaced it: its own dates are known. */
function overlapsOnly(piece: Piece, { overlaps }: GlucocorticoidCourse): boolean {
  const { order } = piece;
  const dated = order !== undefined && order.start.from === order.start.to && order.end.from === order.end.to;
  return overlaps && dated;
}
