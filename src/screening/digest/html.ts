// What does the digest look like as the HTML of a mail?

import type { Language } from '../../logic/language.ts';
import type { DigestWords } from './lines.ts';

const characters: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it must stand in HTML. Only `element` makes HTML, and it escapes all of its text. */
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (character) => characters[character] ?? '');

type Node = { readonly name: string; readonly inside: readonly (string | Node)[] };

const node = (name: string, ...inside: readonly (string | Node)[]): Node => ({ name, inside });

const element = ({ name, inside }: Node): string =>
  `<${name}>${inside.map((each) => (typeof each === 'string' ? escaped(each) : element(each))).join('')}</${name}>`;

/** A whole document without script, style or anything that a mail program would have to fetch. */
export function digestHtml({ subject, title, summary, sections, footer }: DigestWords, language: Language): string {
  const body = node(
    'body',
    node('h1', title),
    node('ul', ...summary.map((line) => node('li', line))),
    ...sections.flatMap(({ heading, lines }) => [
      node('h2', heading),
      ...(lines.length === 0 ? [] : [node('ul', ...lines.map((line) => node('li', line)))]),
    ]),
    node('p', footer),
  );
  const head = `<head><meta charset="utf-8">${element(node('title', subject))}</head>`;
  return `<!doctype html>\n<html lang="${language}">${head}${element(body)}</html>\n`;
}
