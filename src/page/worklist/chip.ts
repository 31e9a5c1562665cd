// How is a mark, a state or a status shown? By a shape and words; colour only repeats them.

import { el } from '../dom.ts';
import type { Marker, MarkerName, State } from './answers.ts';
import type { Speech } from './words.ts';

type Tone = 'good' | 'warn' | 'bad' | 'plain';

const markers: Readonly<Record<MarkerName, readonly [shape: string, tone: Tone]>> = {
  'other-trial': ['■', 'warn'],
  'no-longer-eligible': ['✕', 'bad'],
  'too-much-unknown': ['?', 'warn'],
  'ages-out': ['◷', 'warn'],
  'one-missing': ['◐', 'warn'],
  changed: ['▲', 'plain'],
  'contact-refused': ['⊘', 'bad'],
  'contact-permitted': ['✓', 'good'],
};

/** Every mark as a filter offers it, without the date or criterion that a patient's own has. */
export const markChoices = ({ list, say }: Speech): readonly (readonly [name: MarkerName, words: string])[] => [
  ['one-missing', say('marker.plain.one-missing')],
  ['ages-out', say('marker.plain.ages-out')],
  ['changed', list('marker.changed')],
  ['other-trial', list('marker.other-trial')],
  ['too-much-unknown', list('marker.too-much-unknown')],
  ['no-longer-eligible', list('marker.no-longer-eligible')],
  ['contact-permitted', list('marker.contact-permitted')],
  ['contact-refused', list('marker.contact-refused')],
];

const stateShapes: Readonly<Record<State, string>> = {
  new: '○',
  'in-review': '◔',
  contacted: '◑',
  referred: '◕',
  enrolled: '●',
  declined: '⊖',
  'not-suitable': '⊗',
};

const states = ['new', 'in-review', 'contacted', 'referred', 'enrolled', 'declined', 'not-suitable'] as const;

/** Every state of the list with its word, in the order of a choice. */
export const stateChoices = ({ list }: Speech): readonly (readonly [state: State, words: string])[] =>
  states.map((state) => [state, list(`state.${state}`)]);

/** A marker as a shape and a word: never by colour alone. */
export function markerChip({ name, words }: Marker): HTMLElement {
  const [shape, tone] = markers[name];
  return el('span', { class: `chip ${tone}` }, el('span', { 'aria-hidden': 'true' }, shape), ' ', words);
}

/** A state as a shape and a word. */
export const stateChip = (state: State, { list }: Speech): HTMLElement =>
  el(
    'span',
    { class: `state-chip ${state}`, 'data-state': state },
    el('span', { 'aria-hidden': 'true' }, stateShapes[state]),
    ' ',
    list(`state.${state}`),
  );
