// What else happened: infections and their tests, vaccines, events of the nervous system and the kidneys, cell therapy?

import { parseDay, type Day } from '../../logic/calendar.ts';
import type { ChartEvent, EventKind } from '../../report/chart.ts';
import type { PageWords } from '../words.ts';
import { colours } from './colours.ts';
import { lanesDrawing, type Mark, type Shape } from './lanes.ts';
import type { Row, RowContext } from './row.ts';
import { spanText } from './series-row.ts';

/** Each row of events, with the kinds it shows and how. Live vaccines share the row of the other vaccines. */
const rows: readonly {
  readonly id: 'infection' | 'infection-test' | 'vaccine' | 'cns' | 'renal' | 'cells';
  readonly kinds: readonly { readonly kind: EventKind; readonly shape: Shape; readonly colour: string }[];
}[] = [
  { id: 'infection', kinds: [{ kind: 'infection', shape: 'triangle', colour: colours.pulse }] },
  { id: 'infection-test', kinds: [{ kind: 'infection-test', shape: 'disc', colour: colours.dose }] },
  {
    id: 'vaccine',
    kinds: [
      { kind: 'vaccine', shape: 'square', colour: colours.other },
      { kind: 'vaccine-unclear', shape: 'triangle', colour: colours.other },
      { kind: 'vaccine-live', shape: 'diamond', colour: colours.pulse },
    ],
  },
  { id: 'cns', kinds: [{ kind: 'cns', shape: 'cross', colour: colours.pulse }] },
  { id: 'renal', kinds: [{ kind: 'renal', shape: 'square', colour: colours.dose }] },
  {
    id: 'cells',
    kinds: [
      { kind: 'car-t', shape: 'diamond', colour: colours.dose },
      { kind: 'transplant', shape: 'diamond', colour: colours.pulse },
    ],
  },
];

/** What is said of an event when it is pointed at, a line each: what and value, kind and date, source. */
export const eventLines = (event: ChartEvent, words: PageWords): readonly string[] => [
  event.value === undefined ? event.label : words('event.value', { label: event.label, value: event.value }),
  words('event.date', { kind: words(`event.${event.kind}`), date: event.date ?? spanText(event) }),
  ...(event.reference === undefined ? [] : [words('source', { references: event.reference })]),
];

const daysOf = ({ from, to }: ChartEvent): readonly [Day, Day] | undefined => {
  const [first, last] = [parseDay(from ?? ''), parseDay(to ?? from ?? '')];
  return first === undefined || last === undefined ? undefined : [first, last];
};

/** One row per group of events; a group without a dated event has none. */
export const eventRows = (events: readonly ChartEvent[], context: RowContext): readonly Row[] =>
  rows.flatMap(({ id, kinds }) => {
    const marks = kinds.flatMap(({ kind, shape, colour }) =>
      events
        .filter((event) => event.kind === kind)
        .flatMap((event): readonly Mark[] => {
          const days = daysOf(event);
          if (days === undefined) return [];
          return [{ from: days[0], to: days[1], shape, colour, lines: eventLines(event, context.words) }];
        }),
    );
    if (marks.length === 0) return [];
    return [{ name: context.words(`events.${id}`), ...lanesDrawing([{ bars: [], marks }], context) }];
  });
