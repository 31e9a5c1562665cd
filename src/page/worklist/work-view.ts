// What may the reader do about this patient: another state, a note, take her on, have her screened again?

import { button, el } from '../dom.ts';
import type { PatientDetail } from './answers.ts';
import { mayActAs, type Context } from './context.ts';
import type { Deeds } from './deeds.ts';

/** The form for changes, and the line that says what became of the last one. */
export function workSection({ patient }: PatientDetail, { speech, role, person }: Context, deeds: Deeds): HTMLElement {
  const { say, list } = speech;
  const { draft } = deeds;
  const { revision, nextStates, assignee } = patient;
  const title = el('h2', { id: 'work' }, say('work.title'));
  const attributes = { class: 'work', 'aria-labelledby': 'work' };
  if (!mayActAs(role, 'coordinator')) return el('section', attributes, title, el('p', {}, say('work.viewer')));

  const state = el(
    'select',
    { name: 'state', onchange: () => (draft.state = state.value) },
    el('option', { value: '' }, say('work.choose')),
    ...nextStates.map((each) => el('option', { value: each, selected: each === draft.state }, list(`state.${each}`))),
  );
  const note = el(
    'textarea',
    { name: 'note', rows: 2, maxlength: 4000, oninput: () => (draft.note = note.value) },
    draft.note,
  );
  const written = (): { readonly note?: string } => (note.value.trim() === '' ? {} : { note: note.value.trim() });
  const save = (): void => {
    if (state.value === '') deeds.tell(say('work.choose-first'));
    else void deeds.change('state', { state: state.value, ...written(), revision });
  };
  const addNote = (): void => {
    const { note: text } = written();
    if (text === undefined) deeds.tell(say('work.write-first'));
    else void deeds.change('notes', { text });
  };
  const assign = (whom: string) => (): void => void deeds.change('assignee', { assignee: whom, revision });
  return el(
    'section',
    attributes,
    title,
    el(
      'form',
      {
        class: 'work-form',
        onsubmit: (event) => {
          event.preventDefault();
          save();
        },
      },
      el('label', {}, el('span', {}, say('work.state')), state),
      el('label', { class: 'wide' }, el('span', {}, say('work.note')), note),
      el('button', { type: 'submit', class: 'main' }, say('work.save')),
      button(say('work.only-note'), addNote),
    ),
    el(
      'div',
      { class: 'work-more' },
      el('span', {}, say('work.assigned', { person: assignee ?? say('assignee.nobody') })),
      assignee !== person && button(say('work.assign-me'), assign('me')),
      assignee !== undefined && button(say('work.release'), assign('')),
      button(say('work.rescreen'), () => void deeds.screenAgain(), { disabled: deeds.isScreening() }),
    ),
    el('p', { class: 'said', role: 'status' }, deeds.said()),
  );
}
