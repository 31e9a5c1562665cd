// Which patients does the reader want to see? Every filter stands in the address, so that a list can be kept as a bookmark.

import { el } from '../dom.ts';
import { markChoices, stateChoices } from './chip.ts';
import type { Context } from './context.ts';
import { linkTo } from './place.ts';

type Choice = readonly [value: string, words: string];

/** The filters as a form; a change leads to the address of the list that is wanted. */
export function filtersForm({ place, speech }: Context): HTMLElement {
  const { say } = speech;
  const { trial, query } = place;
  const go = (name: string, value: string): void => {
    const { offset: _offset, ...kept } = query;
    location.hash = linkTo({ trial, view: 'list', query: { ...kept, [name]: value } });
  };
  const select = (name: string, label: string, choices: readonly Choice[]): HTMLElement => {
    const chosen = el(
      'select',
      { name, 'data-focus': `filter-${name}`, onchange: () => go(name, chosen.value) },
      ...choices.map(([value, words]) => el('option', { value, selected: value === (query[name] ?? '') }, words)),
    );
    return el('label', {}, el('span', {}, label), chosen);
  };
  const any: Choice = ['', say('filter.any')];
  const text = el('input', {
    type: 'search',
    name: 'text',
    value: query['text'] ?? '',
    autocomplete: 'off',
    size: 14,
    'data-focus': 'filter-text',
    onchange: () => go('text', text.value.trim()),
  });
  return el(
    'form',
    {
      class: 'filters',
      role: 'search',
      'aria-label': say('filter.title'),
      onsubmit: (event) => {
        event.preventDefault();
        go('text', text.value.trim());
      },
    },
    select('scope', say('filter.scope'), [
      ['', say('filter.scope.open')],
      ['all', say('filter.scope.all')],
    ]),
    select('state', say('filter.state'), [any, ...stateChoices(speech)]),
    select('marker', say('filter.marker'), [any, ...markChoices(speech)]),
    select('assignee', say('filter.assignee'), [
      any,
      ['me', say('filter.assignee.me')],
      ['nobody', say('filter.assignee.nobody')],
    ]),
    el('label', {}, el('span', {}, say('filter.text')), text),
    Object.keys(query).length > 0 && el('a', { href: linkTo({ trial, view: 'list' }) }, say('filter.clear')),
  );
}
