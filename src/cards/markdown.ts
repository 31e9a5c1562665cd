// How does text from a chart get into Markdown without ever becoming markup?

import { shortened } from '../logic/shortened.ts';

/** Text that is Markdown already. Only `gfm` and the catalogue of sentences make it. */
export type Markdown = { readonly markdown: string };

type Piece = string | number | Markdown | readonly Markdown[];

/** A datum longer than this is cut. */
const longest = 400;

/** Control and formatting characters, bidirectional overrides, and line ends, which become blanks. */
const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;

/** Characters with a meaning in GFM wherever they stand. */
const special = /[\\`*_[\]<>&|~#$]/g;

/** A word joiner, which no reader sees, keeps GFM from turning a bare address into a link. */
const joiner = '\u2060';

/** A character outside the plain ones; most data have none and are left as they are. */
const unusual =
  /[^ !"%'(),./0-9:;=?A-Za-z{}^+\-\u00a1-\u00ac\u00ae-\u024f\u0370-\u03ff\u2010-\u2027\u2030-\u205e\u2070-\u22ff\u25a0-\u25ff\u3001-\u303f\u4e00-\u9fff\uff01-\uff5e]/;

/** Plain characters that have a meaning in some place: lists, bare links, blanks at an edge. */
const placed = /^[ +=:-]|^\d{1,9}[.)](?: |$)| {2}| $|\/\/|[wW]{3}|[oOpP]:/;

const isPlain = (datum: string): boolean => datum.length <= longest && !unusual.test(datum) && !placed.test(datum);

/** Escapes one datum: one line, no markup, no link, no list, nothing hidden. */
export function escaped(datum: string): string {
  if (isPlain(datum)) return datum;
  const line = datum.replaceAll(invisible, ' ').replaceAll(/\s+/g, ' ').trim();
  return shortened(line, longest)
    .replaceAll(special, String.raw`\$&`)
    .replace(/^[-+=:]/, String.raw`\$&`)
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, String.raw`$1\$2`)
    .replaceAll('//', `/${joiner}/`)
    .replaceAll(/(www|mailto|xmpp)(?=[.:])/gi, `$1${joiner}`)
    .replaceAll('@', `${joiner}@`);
}

const isList = (piece: Piece): piece is readonly Markdown[] => Array.isArray(piece);

/** One piece of a template: Markdown stays, anything else is a datum. */
export function rendered(piece: Piece): string {
  if (typeof piece === 'number') return String(piece);
  if (typeof piece === 'string') return escaped(piece);
  return isList(piece) ? piece.map(({ markdown }) => markdown).join('') : piece.markdown;
}

/** Builds Markdown: the literal text is ours, every value is escaped unless it is Markdown itself. */
export const gfm = (literal: TemplateStringsArray, ...pieces: readonly Piece[]): Markdown => ({
  markdown: literal.reduce((text, part, index) => {
    const piece = pieces[index - 1];
    return text + (piece === undefined ? '' : rendered(piece)) + part;
  }),
});

/** Pieces of Markdown with a separator of ours between them. */
export const joined = (parts: readonly Markdown[], separator: string): Markdown => ({
  markdown: parts.map(({ markdown }) => markdown).join(separator),
});

/** A GFM table; cells are one line each. */
export function table(head: readonly Markdown[], rows: readonly (readonly Markdown[])[]): Markdown {
  const line = (cells: readonly Markdown[]): string => `| ${cells.map(({ markdown }) => markdown).join(' | ')} |`;
  return { markdown: [line(head), `|${' --- |'.repeat(head.length)}`, ...rows.map(line)].join('\n') };
}

/** A list, an item per line; empty for no items. */
export const bullets = (items: readonly Markdown[]): Markdown => ({
  markdown: items.map(({ markdown }) => `- ${markdown}`).join('\n'),
});
