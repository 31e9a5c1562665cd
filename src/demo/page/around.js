// What stands around the chart: the patients, the services, the languages?

import { byId, el } from './dom.js';
import { language, languageNames, say, serviceTitle, speak } from './words.js';

/** @import { ListedStory, Service } from './page-types.d.ts' */

/** @param {readonly Service[]} found */
export function showServices(found) {
  byId('services').replaceChildren(
    ...found.map(({ id, hook, title, description, prefetch }) =>
      el(
        'details',
        {},
        el('summary', {}, serviceTitle({ id, hook, title }), ' ', el('code', {}, hook)),
        el('p', { lang: 'en' }, description),
        el(
          'p',
          {},
          say('services.prefetch', { count: String(Object.keys(prefetch ?? {}).length) }),
          ' ',
          el('code', {}, `/cds-services/${id}`),
        ),
      ),
    ),
  );
}

/** @param {readonly ListedStory[]} stories */
export function showPatients(stories) {
  byId('patients').replaceChildren(
    ...stories.map(({ patientId, name, told }) =>
      el(
        'li',
        {},
        el(
          'a',
          { href: `#${patientId}` },
          el('span', { class: 'title' }, told[language].title),
          el('span', { class: 'name' }, name),
        ),
      ),
    ),
  );
}

/** Marks the patient whose chart is open. @param {string} patientId */
export function markPatient(patientId) {
  for (const link of document.querySelectorAll('#patients a'))
    if (link.getAttribute('href') === `#${patientId}`) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
}

export function showLanguages() {
  /** @type {(keyof typeof languageNames)[]} */
  const known = ['en', 'zh-CN'];
  byId('languages').replaceChildren(
    ...known.map((each) => {
      const pressed = { 'aria-pressed': String(each === language) };
      const button = el('button', { type: 'button', lang: each, ...pressed }, languageNames[each]);
      button.addEventListener('click', () => speak(each));
      return button;
    }),
  );
}
