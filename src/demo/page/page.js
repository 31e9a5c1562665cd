// The demo EHR: choose a patient, see the chart, order something, and see what the CDS services say about it.

import { appointmentBookView } from './appointment-book.js';
import { markPatient, showLanguages, showPatients, showServices } from './around.js';
import { discover, userId } from './cds-client.js';
import { readChart } from './chart.js';
import { age, humanName } from './describe.js';
import { byId, el } from './dom.js';
import { exchangeView } from './exchange.js';
import { read } from './fhir-client.js';
import { askServices } from './hook-cards.js';
import { orderEntryView } from './order-entry.js';
import { tabsView } from './tabs.js';
import { fillPage, language, say } from './words.js';

/** @import { Desk, ListedStory, Service } from './page-types.d.ts' */

/** @type {readonly Service[]} */
let services = [];
/** The patient whose chart is open; an answer for another one comes too late and is dropped. */
let openPatient = '';
let openTab = 0;

/**
 * @param {string} patientId
 * @returns {Desk}
 */
const deskOf = (patientId) => {
  const desk = {
    patientId,
    services,
    onExchange: (/** @type {Parameters<Desk['onExchange']>[0]} */ exchange) => {
      if (openPatient === patientId) byId('exchanges').prepend(exchangeView(exchange));
    },
    onChange: () => void showChart(patientId).catch(() => showFailure('chart', patientId)),
    onSigned: () => {
      desk.onChange();
      void showCards(desk).catch(() => showFailure('cards', patientId));
    },
  };
  return desk;
};

/** @param {ListedStory} story */
async function openChart(story) {
  const { patientId } = story;
  openPatient = patientId;
  markPatient(patientId);
  const desk = deskOf(patientId);
  byId('exchanges').replaceChildren();
  byId('banner').replaceChildren(el('p', { class: 'empty' }, say('page.reading')));
  byId('cards').replaceChildren(el('p', { class: 'empty' }, say('page.asking')));
  byId('orders').replaceChildren(orderEntryView(desk), appointmentBookView(desk));
  byId('chart').replaceChildren(el('p', { class: 'empty' }, say('page.reading')));
  document.title = `${story.told[language].title} · ${say('page.title')}`;
  await Promise.all([
    showBanner(story).catch(() => showFailure('banner', patientId)),
    showChart(patientId).catch(() => showFailure('chart', patientId)),
    showCards(desk).catch(() => showFailure('cards', patientId)),
  ]);
}

/**
 * Nobody answered: that is said where the answer would stand, so that nothing there waits for ever.
 * @param {string} place
 * @param {string} patientId
 */
function showFailure(place, patientId) {
  if (openPatient !== patientId) return;
  byId(place).replaceChildren(el('p', { class: 'problem', role: 'alert' }, say('page.failed')));
}

/** @param {ListedStory} story */
async function showBanner(story) {
  /** @type {fhir4.Patient} */
  const patient = await read(`Patient/${story.patientId}`);
  if (openPatient !== story.patientId) return;
  const { gender } = patient;
  const birthDate = patient.birthDate ?? '';
  const { title, about } = story.told[language];
  const years = String(age(birthDate, new Date()));
  byId('banner').replaceChildren(
    el('h1', {}, humanName(patient.name?.[0])),
    el(
      'p',
      { class: 'facts' },
      el('span', {}, gender === 'female' || gender === 'male' ? say(`gender.${gender}`) : (gender ?? '')),
      el('span', {}, birthDate === '' ? '' : say('banner.age', { years, date: birthDate })),
      el('span', {}, patient.identifier?.[0]?.value ?? ''),
      el('code', {}, `Patient/${story.patientId}`),
    ),
    el('p', { class: 'story' }, el('strong', {}, say('banner.story', { title })), about),
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
 * What the services of patient-view say about the open patient.
 * @param {Desk} desk
 */
async function showCards(desk) {
  const { patientId } = desk;
  const { views } = await askServices('patient-view', { userId, patientId }, desk, 'cards.none');
  if (openPatient === patientId) byId('cards').replaceChildren(...views);
}

async function start() {
  fillPage();
  showLanguages();
  /** @type {ListedStory[]} */
  const stories = await (await fetch('/demo/stories')).json();
  showPatients(stories);
  try {
    services = await discover();
    showServices(services);
  } catch (error) {
    byId('services').replaceChildren(el('p', { class: 'problem' }, say('services.none', { why: String(error) })));
  }
  const openNamed = () => {
    const story = stories.find(({ patientId }) => `#${patientId}` === location.hash) ?? stories[0];
    if (story !== undefined) void openChart(story);
  };
  addEventListener('hashchange', openNamed);
  openNamed();
}

await start();
