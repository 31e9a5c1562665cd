// What can the clinician do with a card: accept a suggestion, or override it with a reason?

import { el } from './dom.js';
import { send } from './fhir-client.js';

/** @import { Action, Card, Desk, Suggestion } from './page-types.d.ts' */

/**
 * @param {Card} card
 * @param {HTMLElement} answer
 * @param {(outcome: object) => Promise<string>} report
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
      const told = await report({ outcome: 'accepted', acceptedSuggestions: [{ id: suggestion.uuid ?? '' }] });
      answer.textContent = `${done.join(' ')} ${told}`;
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
      isRecommended ? `${suggestion.label} (recommended)` : suggestion.label,
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
  const name = resourceId ?? `${resource?.resourceType ?? ''}${type === 'update' ? `/${resource?.id ?? ''}` : ''}`;
  const method = { create: 'POST', update: 'PUT', delete: 'DELETE' }[type];
  const { ok, status, body } = await send(method, name, type === 'delete' ? undefined : resource);
  if (!ok)
    throw new Error(`The FHIR server answered ${String(status)}: ${String(body?.issue?.[0]?.diagnostics ?? '')}`);
  return type === 'delete'
    ? `Deleted ${name}.`
    : `${type === 'create' ? 'Created' : 'Updated'} ${String(body.resourceType)}/${String(body.id)}.`;
}

/**
 * @param {Card} card
 * @param {HTMLElement} answer
 * @param {(outcome: object) => Promise<string>} report
 */
export function overrideView(card, answer, report) {
  const reasons = card.overrideReasons ?? [];
  const select = el(
    'select',
    {},
    el('option', { value: '' }, 'Choose a reason'),
    ...reasons.map(({ display, code }, index) => el('option', { value: String(index) }, display ?? code ?? '')),
  );
  const comment = el('input', {
    type: 'text',
    placeholder: 'Comment (optional)',
    'aria-label': 'Comment',
    maxlength: '500',
  });
  const button = el('button', { type: 'submit', class: 'quiet' }, 'Override');
  const override = async () => {
    const chosen = select.value === '' ? undefined : reasons[Number(select.value)];
    const userComment = comment.value.trim();
    const overrideReason = {
      ...(chosen !== undefined && { reason: chosen }),
      ...(userComment !== '' && { userComment }),
    };
    const isGiven = chosen !== undefined || userComment !== '';
    if (reasons.length > 0 && !isGiven) {
      answer.textContent = 'Choose a reason or write a comment first.';
      return;
    }
    button.disabled = true;
    const told = await report({ outcome: 'overridden', ...(isGiven && { overrideReason }) });
    answer.textContent = `Overridden. ${told}`;
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
    reasons.length > 0 && el('label', {}, el('span', { class: 'hidden' }, 'Reason for overriding'), select),
    comment,
    button,
  );
}
