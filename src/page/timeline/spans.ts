// Which days are in the one list of spans and not in the other?

import { parseDay, type Day } from '../../logic/calendar.ts';
import type { Span } from '../../report/chart.ts';

/** Days, both included. */
export type Days = { readonly from: Day; readonly to: Day };

/** Spans as days; one whose dates are no full days is left out. */
export const daysOf = (spans: readonly Span[]): readonly Days[] =>
  spans.flatMap(({ from, to }) => {
    const [first, last] = [parseDay(from), parseDay(to)];
    return first === undefined || last === undefined ? [] : [{ from: first, to: last }];
  });

/** Whether a day lies in one of the spans, first and last day included. */
export const includes = (spans: readonly Span[], day: Day): boolean =>
  daysOf(spans).some(({ from, to }) => from <= day && day <= to);

/** The days of `spans` that no span of `taken` has. */
export const without = (spans: readonly Days[], taken: readonly Days[]): readonly Days[] =>
  taken.reduce<readonly Days[]>(
    (left, { from, to }) =>
      left.flatMap((each) =>
        to < each.from || from > each.to
          ? [each]
          : [
              { from: each.from, to: from - 1 },
              { from: to + 1, to: each.to },
            ].filter((rest) => rest.from <= rest.to),
      ),
    spans,
  );
