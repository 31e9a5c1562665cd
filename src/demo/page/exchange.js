// What exactly went over the wire? The side panel for engineers.

import { el } from './dom.js';
import { say } from './words.js';

/** @import { Exchange } from './page-types.d.ts' */

/** @param {number | undefined} value */
const ms = (value) => `${String(Math.round((value ?? 0) * 10) / 10)} ms`;

/**
 * @param {Exchange} exchange
 * @returns {HTMLElement}
 */
export function exchangeView(exchange) {
  const { title, method, url, status, milliseconds, prefetch, prefetchMilliseconds, request, response } = exchange;
  const bytes = new Blob([JSON.stringify(request ?? '')]).size;
  return el(
    'section',
    { class: 'exchange' },
    el('h3', {}, title),
    el('p', { class: 'call' }, el('code', {}, `${method} ${url}`)),
    el(
      'dl',
      {},
      ...fact(say('exchange.answer'), String(status)),
      ...fact(say('exchange.service'), ms(milliseconds)),
      ...(prefetch === undefined ? [] : fact(say('exchange.prefetch'), ms(prefetchMilliseconds))),
      ...fact(say('exchange.request'), `${String(Math.round(bytes / 1024))} KB`),
    ),
    prefetch !== undefined && folded(say('exchange.prefetch'), prefetchView(prefetch)),
    folded(say('exchange.request'), jsonView(request)),
    folded(say('exchange.response'), jsonView(response)),
  );
}

/** @param {NonNullable<Exchange['prefetch']>} prefetch */
const prefetchView = (prefetch) =>
  el(
    'ul',
    { class: 'prefetch' },
    ...prefetch.map(({ key, query, found }) =>
      el('li', {}, el('strong', {}, key), ` ${found}`, el('code', {}, decodeURIComponent(query))),
    ),
  );

/**
 * @param {string} name
 * @param {string} value
 */
const fact = (name, value) => [el('dt', {}, name), el('dd', {}, value)];

/**
 * @param {string} title
 * @param {HTMLElement} content
 */
const folded = (title, content) => el('details', {}, el('summary', {}, title), content);

/**
 * JSON to read and copy; rendered only when it is opened, for it can be long.
 * @param {unknown} value
 */
function jsonView(value) {
  const text = JSON.stringify(value, undefined, 2);
  const pre = el('pre', { tabindex: '0' });
  const copy = el('button', { type: 'button', class: 'quiet' }, say('exchange.copy'));
  const copyText = async () => {
    await navigator.clipboard.writeText(text);
    copy.textContent = say('exchange.copied');
  };
  copy.addEventListener('click', () => void copyText());
  const view = el('div', { class: 'json' }, copy, pre);
  new IntersectionObserver((entries, observer) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    pre.textContent = text;
    observer.disconnect();
  }).observe(view);
  return view;
}
