// What does the funnel look like as a table?

import type { Language } from '../../logic/language.ts';
import { csv } from '../worklist/csv.ts';
import { listWords, type ListSentence } from '../worklist/words.ts';
import type { Funnel, Told } from './funnel.ts';

const columns: readonly ListSentence[] = [
  'column.criterion',
  'column.excludes',
  'column.unknown',
  'column.only',
  'column.only-unknown',
];

/** One row per criterion, the first for all patients of the run. */
export function funnelTable(
  { screened, criteria, smallestCount }: Funnel,
  language: Language,
): readonly (readonly string[])[] {
  const words = listWords(language);
  const cell = (count: Told): string =>
    count === 'withheld' ? words('withheld', { count: smallestCount }) : String(count);
  return [
    columns.map((column) => words(column)),
    [words('all-screened', { count: cell(screened) }), '', '', '', ''],
    ...criteria.map((row) => [
      row.criterion,
      ...[row.excludes, row.unknown, row.onlyExcludes, row.onlyUnknown].map(cell),
    ]),
  ];
}

/** The same as CSV text. */
export const funnelCsv = (funnel: Funnel, language: Language): string => csv(funnelTable(funnel, language));
