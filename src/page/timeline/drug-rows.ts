// Which drugs were given, when, and do they count for the trial?

import { parseDay, type Day } from '../../logic/calendar.ts';
import type { DrugBar, DrugSpan } from '../../report/chart.ts';
import type { PageWords } from '../words.ts';
import { colours } from './colours.ts';
import { lanesDrawing, type Bar } from './lanes.ts';
import type { Row, RowContext } from './row.ts';
import { spanText } from './series-row.ts';

const colourOf = ({ role }: DrugBar): string =>
  role === 'hydroxychloroquine' ? colours.hydroxychloroquine : role === 'trial-agent' ? colours.counted : colours.other;

/** Whether a stretch counts as treatment of lupus, and why not. */
export const countsText = ({ counted, why }: DrugSpan, words: PageWords): string =>
  why === undefined
    ? words(`drug.counts.${counted}`)
    : words('drug.counts-why', { counts: words(`drug.counts.${counted}`), why });

/** Everything that is known of one stretch on a drug, one line each. */
export const spanLines = (name: string, span: DrugSpan, words: PageWords): readonly string[] => [
  words('drug.span', { drug: name, dates: spanText(span) }),
  words(`drug.source.${span.source}`),
  ...(span.route === undefined ? [] : [words('drug.route', { route: span.route })]),
  ...(span.ongoing ? [words('drug.ongoing')] : []),
  ...(span.unbounded ? [words('drug.unbounded')] : []),
  ...(span.counted === 'yes' ? [] : [countsText(span, words)]),
  words('source', { references: span.reference }),
];

/** One row per drug; hatched where it is unclear whether they count, empty where they do not. */
export const drugRows = (drugs: readonly DrugBar[], asOf: Day, context: RowContext): readonly Row[] =>
  drugs.map((drug) => {
    const { words } = context;
    const bars = drug.spans.flatMap((span): readonly Bar[] => {
      const from = parseDay(span.from ?? '');
      const to = parseDay(span.to ?? '') ?? asOf;
      if (from === undefined) return [];
      const { ongoing, unbounded, counted } = span;
      const lines = spanLines(drug.name, span, words);
      return [
        { from, to: Math.max(from, to), colour: colourOf(drug), counts: counted, open: ongoing || unbounded, lines },
      ];
    });
    const lane = lanesDrawing([{ bars, marks: [] }], context);
    return {
      name: drug.name,
      ...(drug.adequate !== undefined && { note: words(`drug.adequate.${drug.adequate}`) }),
      ...lane,
    };
  });
