// How does a line of the chart look, and in which order do lines stand?

import { table } from './dom.js';

/** @import { Row, Tab } from './page-types.d.ts' */

const notReal = new Set(['entered-in-error', 'not-done', 'cancelled', 'refuted', 'not-taken']);

/**
 * A line, struck through where the record says it does not count.
 * @param {string | undefined} status
 * @param {readonly string[]} cells
 * @returns {Row}
 */
export const row = (status, cells) => ({ cells, className: notReal.has(status ?? '') ? 'void' : undefined });

/**
 * A tab with its lines, newest first; what has no date comes last.
 * @param {string} title
 * @param {readonly string[]} headers
 * @param {readonly Row[]} rows
 * @returns {Tab}
 */
export const tab = (title, headers, rows) => ({
  title,
  count: rows.length,
  content: table(
    title,
    headers,
    rows.toSorted((a, b) => (b.cells[0] ?? '').localeCompare(a.cells[0] ?? '')),
  ),
});
