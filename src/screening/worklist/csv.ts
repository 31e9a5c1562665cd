// How is a table written so that every spreadsheet reads it as text, whatever stands in it?

/** Ordinary, full-width and other space that a spreadsheet passes over before it looks for a formula. */
const space = String.raw`[\s\u00a0\u200b-\u200d\u2060\ufeff]`;

/** What a spreadsheet takes for the beginning of a formula, also full-width; a tab or a return at the very beginning. */
const formula = new RegExp(String.raw`^(?:[\t\r]|${space}*[=+\-@\uff1d\uff0b\uff0d\uff20\u2212|%])`, 'u');

/** One field: always quoted, quotes doubled, and an apostrophe before what would be a formula. */
const field = (text: string): string => {
  // A NUL ends the text in some readers.
  const sound = text.replaceAll('\0', '');
  return `"${(formula.test(sound) ? `'${sound}` : sound).replaceAll('"', '""')}"`;
};

/** A byte order mark, so that spreadsheets read UTF-8. */
const mark = '\ufeff';

/** Rows as CSV (RFC 4180), the first the names of the columns; lines end with CR LF. */
export const csv = (rows: readonly (readonly string[])[]): string =>
  mark + rows.map((row) => `${row.map(field).join(',')}\r\n`).join('');
