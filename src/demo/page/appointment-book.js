// How does a clinician book an appointment, and hear what the services say about it?

import { userId } from './cds-client.js';
import { el } from './dom.js';
import { askServices } from './hook-cards.js';
import { say } from './words.js';

/** @import { Desk } from './page-types.d.ts' */
/** @import { WordId } from './words.js' */

/** One clinic that looks after children with lupus, and one that does not. SNOMED CT, value set c80-practice-codes.
 * @type {readonly { readonly name: WordId, readonly code: string, readonly display: string }[]} */
const clinics = [
  { name: 'clinic.rheumatology', code: '394810000', display: 'Rheumatology' },
  { name: 'clinic.ophthalmology', code: '394594003', display: 'Ophthalmology' },
];

const weekMs = 604_800_000;

/**
 * @param {(typeof clinics)[number]} clinic
 * @param {Desk} desk
 * @returns {fhir4.Appointment}
 */
function appointmentWith({ name, code, display }, { patientId }) {
  const start = Date.now() + weekMs;
  return {
    resourceType: 'Appointment',
    id: crypto.randomUUID(),
    status: 'proposed',
    specialty: [{ coding: [{ system: 'http://snomed.info/sct', code, display }], text: say(name) }],
    start: new Date(start).toISOString(),
    end: new Date(start + 1_800_000).toISOString(),
    participant: [{ actor: { reference: `Patient/${patientId}` }, status: 'needs-action' }],
  };
}

/**
 * Booking asks the services of appointment-book. The demo hospital keeps no appointments.
 * @param {Desk} desk
 * @returns {HTMLElement}
 */
export function appointmentBookView(desk) {
  const cards = el('div', { class: 'order-cards', role: 'region', 'aria-label': say('appointment.cards') });
  const select = el(
    'select',
    {},
    ...clinics.map(({ name }, index) => el('option', { value: String(index) }, say(name))),
  );
  let question = 0;
  const book = async () => {
    const clinic = clinics[Number(select.value)];
    if (clinic === undefined) return;
    question += 1;
    const mine = question;
    cards.replaceChildren(el('p', { class: 'empty' }, say('page.asking')));
    const entry = [{ resource: appointmentWith(clinic, desk) }];
    const appointments = { resourceType: 'Bundle', type: 'collection', entry };
    const context = { userId, patientId: desk.patientId, appointments };
    const { views } = await askServices('appointment-book', context, desk, 'cards.none-order');
    if (mine === question) cards.replaceChildren(...views);
  };
  return el(
    'div',
    { class: 'appointment' },
    el(
      'form',
      {
        class: 'choose-order',
        onsubmit: (event) => {
          event.preventDefault();
          void book();
        },
      },
      el('label', {}, el('span', {}, say('appointment.with')), select),
      el('button', { type: 'submit' }, say('appointment.book')),
    ),
    cards,
  );
}
