// What has happened to this patient, and what changed from one screening to the next?

import { el, list as bullets } from '../dom.ts';
import type { Difference, HistoryEvent, PatientDetail } from './answers.ts';
import type { Context } from './context.ts';
import { questionName, verdictWords } from './verdict-words.ts';
import type { Speech } from './words.ts';

/** Every event, the newest first. What people wrote is text. */
export function historySection({ history }: PatientDetail, { speech }: Context): HTMLElement {
  const { say, instant } = speech;
  return el(
    'section',
    { class: 'history', 'aria-labelledby': 'history' },
    el('h2', { id: 'history' }, say('history.title')),
    el(
      'ol',
      { class: 'events' },
      ...history
        .toReversed()
        .map((event) =>
          el(
            'li',
            { 'data-kind': event.kind },
            el(
              'p',
              { class: 'note' },
              el('time', { datetime: event.at }, instant(event.at)),
              ' ',
              event.author ?? say('history.by-screening'),
            ),
            ...content(event, speech),
          ),
        ),
    ),
  );
}

function content(event: HistoryEvent, speech: Speech): readonly (Node | string)[] {
  const { say, list } = speech;
  switch (event.kind) {
    case 'screened':
      return screened(event, speech);
    case 'state':
      return [
        el('p', {}, say('history.moved', { from: list(`state.${event.from}`), to: list(`state.${event.to}`) })),
        ...(event.note === undefined ? [] : [el('p', { class: 'written' }, event.note)]),
      ];
    case 'note':
      return [el('p', { class: 'written' }, event.text)];
    case 'assigned':
      return [el('p', {}, event.to === '' ? say('history.released') : say('history.assigned', { person: event.to }))];
    case 'stated': {
      const { question, verdict } = event;
      const what = { question: questionName(question), verdict: verdictWords(question, verdict, speech) };
      return [el('p', {}, say('history.stated', what))];
    }
    case 'withdrawn':
      return [el('p', {}, say('history.withdrawn', { question: questionName(event.question) }))];
    default:
      return [];
  }
}

function screened(
  { words, to, differences }: Extract<HistoryEvent, { readonly kind: 'screened' }>,
  speech: Speech,
): readonly Node[] {
  const { say, list } = speech;
  const lines = bullets(
    'differences',
    differences.map((each) => differenceLine(each, speech)),
  );
  return [
    el('p', {}, say('history.screened', { words, status: list(`status.${to}`) })),
    ...(lines === undefined ? [] : [el('p', { class: 'note' }, say('history.differences')), lines]),
  ];
}

/** Of a confidential criterion only that it changed. */
function differenceLine({ criterion, from, to, reason = '' }: Difference, speech: Speech): HTMLElement {
  const { say } = speech;
  const word = (verdict: string): string => verdictWords(criterion, verdict, speech);
  const moved = from === undefined || to === undefined ? undefined : { from: word(from), to: word(to) };
  return el(
    'span',
    {},
    el('strong', {}, criterion),
    ' ',
    moved !== undefined && el('span', { class: 'moved' }, say('history.moved', moved), ' '),
    el('span', { class: 'note' }, reason),
  );
}
