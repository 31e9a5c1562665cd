// How is a piece of the page built? Text always becomes text, never markup.

import { say } from './words.js';

/**
 * An element with attributes and children. A function among the attributes ("onclick") becomes a listener;
 * `false` and `undefined` leave an attribute or child out.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, string | boolean | undefined | ((event: Event) => void)>} [attributes]
 * @param {(Node | string | false | undefined)[]} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, '');
    else if (typeof value === 'string') element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== false && child !== undefined));
  return element;
}

/**
 * The element of the page with this id.
 * @param {string} id
 * @returns {HTMLElement}
 */
export function byId(id) {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`the page has no #${id}`);
  return element;
}

/**
 * A table with a header row; a cell that is text becomes text.
 * @param {string} caption
 * @param {readonly string[]} headers
 * @param {readonly { readonly cells: readonly (Node | string)[], readonly className?: string | undefined }[]} rows
 * @returns {HTMLElement}
 */
export function table(caption, headers, rows) {
  if (rows.length === 0) return el('p', { class: 'empty' }, say('chart.nothing'));
  return el(
    'div',
    { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': caption },
    el(
      'table',
      {},
      el('caption', { class: 'hidden' }, caption),
      el('thead', {}, el('tr', {}, ...headers.map((header) => el('th', { scope: 'col' }, header)))),
      el(
        'tbody',
        {},
        ...rows.map(({ cells, className }) =>
          el('tr', { class: className }, ...cells.map((cell) => el('td', {}, cell))),
        ),
      ),
    ),
  );
}
