// What stands around every view: trial, views, reader and language?

import { languages, type Language } from '../../logic/language.ts';
import { button, el } from '../dom.ts';
import { languageNames } from '../words.ts';
import type { OwnTrials } from './answers.ts';
import { linkTo, type Place } from './place.ts';
import type { Speech } from './words.ts';

export type FrameParts = {
  readonly speech: Speech;
  /** Undefined as long as nobody is known. */
  readonly own: OwnTrials | undefined;
  readonly place: Place | undefined;
  readonly setLanguage: (language: Language) => void;
  /** Given where the reader signed in on this page. */
  readonly signOut?: (() => void) | undefined;
};

/** The head of the page. */
export function frameHead({ speech, own, place, setLanguage, signOut }: FrameParts): readonly HTMLElement[] {
  const { say, language } = speech;
  const mine = own?.trials.find(({ id }) => id === place?.trial);
  return [
    el('a', { class: 'skip', href: '#main', onclick: skip }, say('skip')),
    el(
      'header',
      { class: 'top' },
      el('div', {}, el('strong', {}, say('title')), el('span', { class: 'trial' }, mine?.title ?? '')),
      own !== undefined && place !== undefined && views(own, place, speech),
      own !== undefined &&
        mine !== undefined &&
        el('span', { class: 'who' }, say('nav.person', { person: own.person, role: say(`role.${mine.role}`) })),
      signOut !== undefined && button(say('nav.sign-out'), signOut),
      el(
        'div',
        { class: 'languages', role: 'group', 'aria-label': say('nav.language') },
        ...languages.map((each) =>
          button(languageNames[each], () => setLanguage(each), {
            lang: each,
            'aria-pressed': String(each === language),
            'data-focus': `language-${each}`,
          }),
        ),
      ),
    ),
  ];
}

/** The hash of this page names a view: the skip link moves the focus itself. */
function skip(event: Event): void {
  event.preventDefault();
  document.getElementById('main')?.focus();
}

function views({ trials }: OwnTrials, { trial, view }: Place, { say }: Speech): HTMLElement {
  const link = (to: 'list' | 'funnel', words: string): HTMLElement =>
    el('a', { href: linkTo({ trial, view: to }), 'aria-current': view === to ? 'page' : undefined }, words);
  const chosen = el(
    'select',
    {
      'aria-label': say('nav.trial'),
      'data-focus': 'trial',
      onchange: () => (location.hash = linkTo({ trial: chosen.value, view: 'list' })),
    },
    ...trials.map(({ id }) => el('option', { value: id, selected: id === trial }, id)),
  );
  return el(
    'nav',
    { class: 'views', 'aria-label': say('nav.views') },
    trials.length > 1 && chosen,
    link('list', say('nav.list')),
    link('funnel', say('nav.funnel')),
  );
}
