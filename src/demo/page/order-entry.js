// How does a clinician choose orders, hear what the services say about them, and sign?

import { userId } from './cds-client.js';
import { concept } from './describe.js';
import { el } from './dom.js';
import { create } from './fhir-client.js';
import { askServices } from './hook-cards.js';
import { catalogue } from './order-catalogue.js';
import { say } from './words.js';

/** @import { Desk, Draft } from './page-types.d.ts' */

/** @param {Draft} draft */
const nameOf = (draft) =>
  concept(draft.resourceType === 'MedicationRequest' ? draft.medicationCodeableConcept : draft.code);

/** @param {Draft} draft */
const doseOf = (draft) =>
  draft.resourceType === 'MedicationRequest' ? (draft.dosageInstruction?.[0]?.text ?? '') : '';

/**
 * The order pad of one patient. Choosing asks the services of order-select, signing those of order-sign; what they say has
 * to be read before anything is signed.
 * @param {Desk} desk
 * @returns {HTMLElement}
 */
export function orderEntryView(desk) {
  /** @type {readonly Draft[]} */
  let drafts = [];
  /** Whether the services have been asked about exactly these drafts before they are signed. */
  let isRead = false;
  /** Answers to an older question than the last one are dropped. */
  let question = 0;
  const list = el('ul', { class: 'drafts', 'aria-label': say('orders.drafts') });
  const cards = el('div', { class: 'order-cards', role: 'region', 'aria-label': say('orders.cards') });
  const answer = el('p', { class: 'answer', role: 'status' });
  const sign = el('button', { type: 'button', class: 'sign' }, say('orders.sign'));

  /** @param {readonly Draft[]} changed */
  const keep = (changed) => {
    drafts = changed;
    isRead = false;
    question += 1;
    cards.replaceChildren();
    answer.textContent = '';
    sign.textContent = say('orders.sign');
    sign.hidden = drafts.length === 0;
    list.replaceChildren(
      ...drafts.map((draft) => draftView(draft, () => keep(drafts.filter((each) => each !== draft)))),
    );
    if (drafts.length === 0) list.append(el('li', { class: 'empty' }, say('orders.empty')));
  };

  /**
   * @param {'order-select' | 'order-sign'} hook
   * @param {Readonly<Record<string, unknown>>} [more]
   */
  const ask = async (hook, more = {}) => {
    question += 1;
    const mine = question;
    cards.replaceChildren(el('p', { class: 'empty' }, say('page.asking')));
    const draftOrders = { resourceType: 'Bundle', type: 'collection', entry: drafts.map((resource) => ({ resource })) };
    const context = { userId, patientId: desk.patientId, ...more, draftOrders };
    const said = await askServices(hook, context, desk, 'cards.none-order');
    if (mine !== question) return undefined;
    cards.replaceChildren(...said.views);
    return said.cards;
  };

  /** @param {string} chosen place in the catalogue, "group.order" */
  const choose = (chosen) => {
    const [group = 0, order = 0] = chosen.split('.').map(Number);
    const found = catalogue[group]?.orders[order];
    if (found === undefined) return;
    const draft = {
      ...found.draft,
      id: crypto.randomUUID(),
      subject: { reference: `Patient/${desk.patientId}` },
      authoredOn: new Date().toISOString(),
      requester: { reference: userId },
    };
    keep([...drafts, draft]);
    void ask('order-select', { selections: [`${draft.resourceType}/${draft.id}`] });
  };

  const signAll = async () => {
    if (!isRead) {
      const said = await ask('order-sign');
      if (said === undefined) return;
      isRead = true;
      if (said > 0) {
        sign.textContent = say('orders.sign-anyway');
        answer.textContent = say('orders.read-first');
        return;
      }
    }
    const done = [];
    try {
      for (const draft of drafts) {
        const { id: _draftOnly, ...order } = draft;
        done.push(say('fhir.created', { name: await create({ ...order, status: 'active' }) }));
        keep(drafts.filter((each) => each !== draft));
      }
    } catch (error) {
      done.push(error instanceof Error ? error.message : String(error));
    }
    answer.textContent = done.join(' ');
    desk.onSigned();
  };
  sign.addEventListener('click', () => {
    sign.disabled = true;
    void signAll().finally(() => {
      sign.disabled = false;
    });
  });
  keep([]);
  return el('div', { class: 'order-pad' }, chooser(choose), list, cards, el('div', { class: 'signing' }, sign, answer));
}

/** @param {(chosen: string) => void} onChoose */
function chooser(onChoose) {
  const select = el(
    'select',
    {},
    ...catalogue.map(({ group, orders }, index) =>
      el(
        'optgroup',
        { label: say(group) },
        ...orders.map(({ name }, place) => el('option', { value: `${String(index)}.${String(place)}` }, say(name))),
      ),
    ),
  );
  return el(
    'form',
    {
      class: 'choose-order',
      onsubmit: (event) => {
        event.preventDefault();
        onChoose(select.value);
      },
    },
    el('label', {}, el('span', {}, say('orders.choose')), select),
    el('button', { type: 'submit' }, say('orders.add')),
  );
}

/**
 * @param {Draft} draft
 * @param {() => void} onRemove
 */
function draftView(draft, onRemove) {
  const remove = el(
    'button',
    { type: 'button', class: 'quiet', 'aria-label': say('orders.remove-one', { order: nameOf(draft) }) },
    say('orders.remove'),
  );
  remove.addEventListener('click', onRemove);
  return el(
    'li',
    {},
    el('span', { class: 'name' }, nameOf(draft)),
    el('span', { class: 'dose' }, doseOf(draft)),
    remove,
  );
}
