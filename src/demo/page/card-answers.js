// What can the clinician do with a card: accept a suggestion, or override it with a reason?

import { el } from './dom.js';
import { create, refused, send } from './fhir-client.js';
import { rememberOverride } from './override-memory.js';
import { say } from './words.js';

/** @import { Action, Card, Desk, Report, Suggestion } from './page-types.d.ts' */

/**
 * @param {Card} card
 * @param {HTMLElement} answer
 * @param {Report} report
 * @param {Desk} desk
 */
export function suggestionsView(card, answer, report, desk) {
  const suggestions = card.suggestions ?? [];
  if (suggestions.length === 0) return undefined;
  /** @type {HTMLButtonElement[]} */
  const buttons = [];
  /** @param {Suggestion} suggestion @param {HTMLButtonElement} button */
  const accept = async (suggestion, button) => {
    const used = card.selectionBehavior === 'any' ? [button] : buttons;
    for (const each of used) each.disabled = true;
    try {
      const done = [];
      for (const action of suggestion.actions ?? []) done.push(await perform(action));
      button.classList.add('done');
      desk.onChange();
      const { words } = await report({ outcome: 'accepted', acceptedSuggestions: [{ id: suggestion.uuid ?? '' }] });
      answer.textContent = `${done.join(' ')} ${words}`;
    } catch (error) {
      for (const each of used) each.disabled = false;
      answer.textContent = error instanceof Error ? error.message : String(error);
    }
  };
  for (const suggestion of suggestions) {
    const isRecommended = suggestion.isRecommended === true;
    const what = (suggestion.actions ?? []).map(({ description }) => description).join('; ');
    const button = el(
      'button',
      { type: 'button', title: what, class: isRecommended && 'recommended' },
      isRecommended ? say('card.recommended', { label: suggestion.label }) : suggestion.label,
    );
    button.addEventListener('click', () => void accept(suggestion, button));
    buttons.push(button);
  }
  return el('div', { class: 'suggestions' }, ...buttons);
}

/**
 * Does on the FHIR server what the action says, and tells what was done.
 * @param {Action} action
 * @returns {Promise<string>}
 */
async function perform({ type, resource, resourceId }) {
  if (type === 'create' && resource !== undefined) return say('fhir.created', { name: await create(resource) });
  const name = resourceId ?? `${resource?.resourceType ?? ''}/${resource?.id ?? ''}`;
  const answer = type === 'delete' ? await send('DELETE', name) : await send('PUT', name, resource);
  if (!answer.ok) throw refused(answer);
  return say(type === 'delete' ? 'fhir.deleted' : 'fhir.updated', { name });
}

/**
 * @param {Card} card
 * @param {HTMLElement} answer
 * @param {Report} report
 * @param {Desk} desk
 */
export function overrideView(card, answer, report, desk) {
  const reasons = card.overrideReasons ?? [];
  const select = el(
    'select',
    {},
    el('option', { value: '' }, say('override.choose')),
    ...reasons.map(({ display, code }, index) => el('option', { value: String(index) }, display ?? code ?? '')),
  );
  const comment = el('input', {
    type: 'text',
    placeholder: say('override.comment-optional'),
    'aria-label': say('override.comment'),
    maxlength: '500',
  });
  const button = el('button', { type: 'submit', class: 'quiet' }, say('override.do'));
  const override = async () => {
    const chosen = select.value === '' ? undefined : reasons[Number(select.value)];
    const userComment = comment.value.trim();
    const overrideReason = {
      ...(chosen !== undefined && { reason: chosen }),
      ...(userComment !== '' && { userComment }),
    };
    const isGiven = chosen !== undefined || userComment !== '';
    if (reasons.length > 0 && !isGiven) {
      answer.textContent = say('override.first');
      return;
    }
    button.disabled = true;
    const { taken, words } = await report({ outcome: 'overridden', ...(isGiven && { overrideReason }) });
    button.disabled = taken;
    if (taken) rememberOverride(desk.patientId, chosen?.display ?? userComment);
    answer.textContent = taken ? `${say('override.done')} ${words}` : words;
  };
  return el(
    'form',
    {
      class: 'override',
      onsubmit: (event) => {
        event.preventDefault();
        void override();
      },
    },
    reasons.length > 0 && el('label', {}, el('span', { class: 'hidden' }, say('override.reason')), select),
    comment,
    button,
  );
}
