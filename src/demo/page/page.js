// The demo EHR: choose a patient, see the chart and what the CDS services say about it.

import { cardView } from './card.js';
import { callService, discover, userId } from './cds-client.js';
import { readChart } from './chart.js';
import { age, humanName } from './describe.js';
import { byId, el } from './dom.js';
import { exchangeView } from './exchange.js';
import { read } from './fhir-client.js';
import { tabsView } from './tabs.js';

/** @import { Card, Exchange, ListedStory, Service } from './page-types.d.ts' */

/** @type {readonly Service[]} */
let services = [];
/** The patient whose chart is open; an answer for another one comes too late and is dropped. */
let openPatient = '';
let openTab = 0;

/** @param {Exchange} exchange */
const showExchange = (exchange) => {
  byId('exchanges').prepend(exchangeView(exchange));
};

/** @param {ListedStory} story */
async function openChart(story) {
  openPatient = story.patientId;
  for (const link of document.querySelectorAll('#patients a'))
    if (link.getAttribute('href') === `#${story.patientId}`) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  byId('exchanges').replaceChildren();
  byId('cards').replaceChildren(el('p', { class: 'empty' }, 'Asking the CDS services …'));
  byId('chart').replaceChildren(el('p', { class: 'empty' }, 'Reading the chart …'));
  document.title = `${story.title} · Demo hospital`;
  await Promise.all([showBanner(story), showChart(story.patientId), runHook('patient-view', story.patientId)]);
}

/** @param {ListedStory} story */
async function showBanner(story) {
  /** @type {fhir4.Patient} */
  const patient = await read(`Patient/${story.patientId}`);
  if (openPatient !== story.patientId) return;
  const birthDate = patient.birthDate ?? '';
  byId('banner').replaceChildren(
    el('h1', {}, humanName(patient.name?.[0])),
    el(
      'p',
      { class: 'facts' },
      el('span', {}, patient.gender ?? ''),
      el('span', {}, birthDate === '' ? '' : `${String(age(birthDate, new Date()))} years, born ${birthDate}`),
      el('span', {}, patient.identifier?.[0]?.value ?? ''),
      el('code', {}, `Patient/${story.patientId}`),
    ),
    el('p', { class: 'story' }, el('strong', {}, `${story.title}. `), story.about),
  );
}

/** @param {string} patientId */
async function showChart(patientId) {
  const tabs = await readChart(patientId);
  if (openPatient !== patientId) return;
  byId('chart').replaceChildren(
    tabsView(tabs, openTab, (index) => {
      openTab = index;
    }),
  );
}

/**
 * Calls every discovered service that listens to a hook, and shows their cards.
 * @param {string} hook
 * @param {string} patientId
 */
async function runHook(hook, patientId) {
  const listening = services.filter((service) => service.hook === hook);
  const views = await Promise.all(
    listening.map(async (service) => {
      const exchange = await callService(service, { userId, patientId });
      return { service, exchange };
    }),
  );
  if (openPatient !== patientId) return;
  const shown = views.flatMap(({ service, exchange }) => {
    showExchange(exchange);
    return cardsOf(exchange).map((card) =>
      cardView(service.id, card, { onExchange: showExchange, onChange: () => void showChart(patientId) }),
    );
  });
  const failed = views.filter(({ exchange }) => exchange.status !== 200);
  byId('cards').replaceChildren(
    ...failed.map(({ service, exchange }) =>
      el(
        'p',
        { class: 'problem' },
        `${service.title ?? service.id} answered ${String(exchange.status)}. See the side panel.`,
      ),
    ),
    ...shown,
  );
  if (shown.length === 0 && failed.length === 0)
    byId('cards').replaceChildren(
      el('p', { class: 'empty' }, 'No card: the services have nothing to say about this patient.'),
    );
}

/**
 * @param {Exchange} exchange
 * @returns {readonly Card[]}
 */
function cardsOf({ status, response }) {
  if (status !== 200 || typeof response !== 'object' || response === null || !('cards' in response)) return [];
  return Array.isArray(response.cards) ? response.cards : [];
}

/** @param {readonly Service[]} found */
function showServices(found) {
  byId('services').replaceChildren(
    ...found.map(({ id, hook, title, description, prefetch }) =>
      el(
        'details',
        {},
        el('summary', {}, title ?? id, ' ', el('code', {}, hook)),
        el('p', {}, description),
        el(
          'p',
          {},
          `${String(Object.keys(prefetch ?? {}).length)} prefetch queries, `,
          el('code', {}, `/cds-services/${id}`),
        ),
      ),
    ),
  );
}

/** @param {readonly ListedStory[]} stories */
function showPatients(stories) {
  byId('patients').replaceChildren(
    ...stories.map(({ patientId, name, title }) =>
      el(
        'li',
        {},
        el('a', { href: `#${patientId}` }, el('span', { class: 'title' }, title), el('span', { class: 'name' }, name)),
      ),
    ),
  );
}

async function start() {
  /** @type {ListedStory[]} */
  const stories = await (await fetch('/demo/stories')).json();
  showPatients(stories);
  try {
    services = await discover();
    showServices(services);
  } catch (error) {
    byId('services').replaceChildren(el('p', { class: 'problem' }, `No CDS services: ${String(error)}`));
  }
  const openNamed = () => {
    const story = stories.find(({ patientId }) => `#${patientId}` === location.hash) ?? stories[0];
    if (story !== undefined) void openChart(story);
  };
  addEventListener('hashchange', openNamed);
  openNamed();
}

await start();
