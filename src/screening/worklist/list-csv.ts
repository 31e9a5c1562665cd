// What stands in the list as a table?

import type { Language } from '../../logic/language.ts';
import { csv } from './csv.ts';
import type { RowJson } from './row-json.ts';
import { listWords, type ListSentence } from './words.ts';

const columns: readonly ListSentence[] = [
  'column.number',
  'column.state',
  'column.status',
  'column.markers',
  'column.missing',
  'column.confirm',
  'column.against',
  'column.confidential',
  'column.next',
  'column.as-of',
  'column.assignee',
  'column.episode',
  'column.added',
];

/** The list as CSV: numbers instead of names, and of confidential criteria only how many are open. */
export function listCsv(rows: readonly RowJson[], language: Language): string {
  const words = listWords(language);
  const lines = rows.map((row) => [
    row.number,
    words(`state.${row.state}`),
    words(
      row.status === 'ineligible' || row.status === 'candidate' ? `status.${row.status}` : 'status.potential-candidate',
    ),
    row.markers.map((each) => each.words).join('; '),
    row.missing.map(({ criterion, words: what }) => [criterion, ...what].join(' ')).join('; '),
    row.confirm.join(' '),
    row.against.join(' '),
    row.confidential === 0 ? '0' : `${String(row.confidential)} (${words('see-chart')})`,
    row.next === undefined ? '' : `${row.next.on} ${row.next.criterion}`,
    row.asOf,
    row.assignee ?? '',
    String(row.episode),
    row.added.slice(0, 10),
  ]);
  return csv([columns.map((column) => words(column)), ...lines]);
}
