// What do the services that listen to a hook say, and how does the page show it?

import { cardView } from './card.js';
import { callService } from './cds-client.js';
import { el } from './dom.js';
import { overrideOf } from './override-memory.js';
import { say } from './words.js';

/** @import { Card, Desk, Exchange } from './page-types.d.ts' */
/** @import { WordId } from './words.js' */

/**
 * Asks every discovered service of a hook. An answer that comes when another patient is open is dropped by the desk.
 * @param {string} hook
 * @param {Readonly<Record<string, unknown>>} context
 * @param {Desk} desk
 * @param {WordId} none what is said where there is no card
 * @returns {Promise<{ readonly views: readonly HTMLElement[], readonly cards: number }>}
 */
export async function askServices(hook, context, desk, none) {
  const answers = await Promise.all(
    desk.services
      .filter((service) => service.hook === hook)
      .map(async (service) => ({ service, exchange: await callService(service, { ...context }) })),
  );
  for (const { exchange } of answers) desk.onExchange(exchange);
  const failed = answers.filter(({ exchange }) => exchange.status !== 200);
  const problems = failed.map(({ service, exchange }) =>
    el(
      'p',
      { class: 'problem' },
      say('cards.failed', { service: service.title ?? service.id, status: String(exchange.status) }),
    ),
  );
  const cards = answers.flatMap(({ service, exchange }) =>
    cardsOf(exchange).map((card) => cardView(service.id, card, desk)),
  );
  const views = [...problems, ...cards];
  return { views: views.length > 0 ? views : [nothing(desk.patientId, none)], cards: cards.length };
}

/**
 * @param {string} patientId
 * @param {WordId} none
 */
function nothing(patientId, none) {
  const reason = overrideOf(patientId);
  return el('p', { class: 'empty' }, reason === undefined ? say(none) : say('cards.overridden', { reason }));
}

/**
 * @param {Exchange} exchange
 * @returns {readonly Card[]}
 */
function cardsOf({ status, response }) {
  if (status !== 200 || typeof response !== 'object' || response === null || !('cards' in response)) return [];
  return Array.isArray(response.cards) ? response.cards : [];
}
