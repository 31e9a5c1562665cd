// In which language does the demo page speak, and how does it say something?

import { en } from './words-en.js';
import { zhCN } from './words-zh-cn.js';

/** @typedef {keyof typeof en} WordId */

const catalogues = { en, 'zh-CN': zhCN };

/** @typedef {keyof typeof catalogues} Language */

/** What each language calls itself. @type {Readonly<Record<Language, string>>} */
export const languageNames = { en: 'English', 'zh-CN': '中文' };

const remembered = 'language';

/** @returns {Language} the one chosen in this window, else that of the browser */
function readersLanguage() {
  const wanted = sessionStorage.getItem(remembered) ?? navigator.language;
  return wanted.startsWith('zh') ? 'zh-CN' : 'en';
}

export const language = readersLanguage();

/**
 * Opens the page again in another language.
 * @param {Language} chosen
 */
export function speak(chosen) {
  sessionStorage.setItem(remembered, chosen);
  location.reload();
}

/**
 * @param {WordId} id
 * @param {Readonly<Record<string, string>>} [values] what stands for {name} in the sentence
 * @returns {string}
 */
export const say = (id, values = {}) =>
  catalogues[language][id].replaceAll(/\{(\w+)\}/g, (whole, /** @type {string} */ name) => values[name] ?? whole);

/** @param {string} id @returns {id is WordId} */
const isWord = (id) => Object.hasOwn(en, id);

/**
 * What a service is called: discovery says it in English, the page in its own language where it knows the hook.
 * @param {{ readonly id: string, readonly hook: string, readonly title?: string | undefined }} service
 */
export function serviceTitle({ id, hook, title }) {
  const word = `service.${hook}`;
  return isWord(word) ? say(word) : (title ?? id);
}

/** Fills what the page's HTML leaves to the language: data-words becomes text, data-label the name of a part. */
export function fillPage() {
  document.documentElement.lang = language;
  for (const element of document.querySelectorAll('[data-words]')) {
    const id = element.getAttribute('data-words') ?? '';
    if (isWord(id)) element.textContent = say(id);
  }
  for (const element of document.querySelectorAll('[data-label]')) {
    const id = element.getAttribute('data-label') ?? '';
    if (isWord(id)) element.setAttribute('aria-label', say(id));
  }
}
