// How does an EHR show a card?

import { overrideView, suggestionsView } from './card-answers.js';
import { sendFeedback } from './cds-client.js';
import { el } from './dom.js';
import { rendered } from './markdown.js';
import { say } from './words.js';

/** @import { Card, Desk, Link, Report } from './page-types.d.ts' */

/**
 * @param {string} serviceId
 * @param {Card} card
 * @param {Desk} desk
 * @returns {HTMLElement}
 */
export function cardView(serviceId, card, desk) {
  const answer = el('p', { class: 'answer', role: 'status' });
  /** @type {Report} */
  const report = async (outcome) => {
    if (card.uuid === undefined) return { taken: false, words: say('card.no-id') };
    const feedback = { card: card.uuid, outcomeTimestamp: new Date().toISOString(), ...outcome };
    const exchange = await sendFeedback(serviceId, feedback);
    desk.onExchange(exchange);
    const taken = exchange.status >= 200 && exchange.status < 300;
    const words = taken
      ? say('card.told', { answer: JSON.stringify(exchange.response) })
      : say('card.untold', { status: String(exchange.status) });
    return { taken, words };
  };
  const view = el(
    'article',
    { class: `card ${card.indicator}`, 'aria-label': card.summary },
    el(
      'header',
      {},
      el('span', { class: 'indicator' }, say(`card.${card.indicator}`)),
      el('h3', {}, card.summary),
      el('p', { class: 'source' }, say('card.source'), sourceView(card.source)),
    ),
    card.detail !== undefined && detailView(card.detail),
    el(
      'footer',
      {},
      suggestionsView(card, answer, report, desk),
      linksView(card.links ?? []),
      overrideView(card, answer, report, desk),
      answer,
    ),
  );
  return view;
}

/** @param {Card['source']} source */
const sourceView = ({ label, url }) => (url === undefined ? label : outsideLink(label, url));

/**
 * A link that leaves the page; an address that is not http or https is shown as text.
 * @param {string} label
 * @param {string} url
 */
const outsideLink = (label, url) =>
  /^https?:\/\//.test(url) ? el('a', { href: url, target: '_blank', rel: 'noopener noreferrer' }, label) : label;

/** @param {string} detail */
function detailView(detail) {
  const text = el(
    'div',
    { class: 'detail', tabindex: '0', role: 'region', 'aria-label': say('card.detail') },
    rendered(detail),
  );
  const more = el('button', { type: 'button', class: 'quiet', 'aria-expanded': 'false' }, say('card.more'));
  more.addEventListener('click', () => {
    const open = text.classList.toggle('open');
    more.setAttribute('aria-expanded', String(open));
    more.textContent = say(open ? 'card.less' : 'card.more');
  });
  // A text that fits needs no button.
  new ResizeObserver(() => {
    more.hidden = !text.classList.contains('open') && text.scrollHeight <= text.clientHeight;
  }).observe(text);
  return el('div', {}, text, more);
}

/** @param {readonly Link[]} links */
function linksView(links) {
  if (links.length === 0) return undefined;
  return el(
    'ul',
    { class: 'links' },
    ...links.map(({ label, url, type }) =>
      el('li', {}, outsideLink(label, url), type === 'smart' ? say('card.smart') : ''),
    ),
  );
}
