// What exactly stands in the record? Every source on a page can be opened as the resource that was read.

import { isJson, objectsAt, textAt } from '../fhir/json.ts';
import { button, el } from './dom.ts';
import type { PageWords } from './words.ts';

/** The name of a resource; it opens the resource where `withSources` is in force. */
export const sourceLink = (reference: string): HTMLElement =>
  el('button', { type: 'button', class: 'source', 'data-reference': reference }, el('code', {}, reference));

/** Makes every source within an element a name only, where the reader has no right to the record. */
export function withPlainSources<T extends HTMLElement>(within: T): T {
  for (const each of within.querySelectorAll('[data-reference]')) each.replaceWith(' ', ...each.childNodes);
  return within;
}

/** The resource of that name in a Bundle. */
function resourceNamed(record: unknown, reference: string): unknown {
  const entries = isJson(record) ? objectsAt(record, 'entry') : [];
  return entries
    .map(({ resource }) => resource)
    .find((each) => isJson(each) && `${textAt(each, 'resourceType') ?? ''}/${textAt(each, 'id') ?? ''}` === reference);
}

/** Makes every source within an element open as it stands in the record: text, nothing else. */
export function withSources<T extends HTMLElement>(within: T, record: unknown, words: PageWords): T {
  within.addEventListener('click', ({ target }) => {
    const reference =
      target instanceof Element ? target.closest('[data-reference]')?.getAttribute('data-reference') : null;
    if (reference === null || reference === undefined) return;
    const resource = resourceNamed(record, reference);
    const text = resource === undefined ? words('source.not-read') : JSON.stringify(resource, undefined, 2);
    const dialog = el(
      'dialog',
      { 'aria-label': reference, onclose: () => dialog.remove() },
      el(
        'header',
        {},
        el('h2', {}, reference),
        button(words('source.close'), () => dialog.close()),
      ),
      el('pre', { tabindex: 0 }, text),
    );
    within.append(dialog);
    dialog.showModal();
  });
  return within;
}
