// Whose number is it? A name is shown one at a time, when it is asked for: each time leaves a row in the audit trail.

import { button, el } from '../dom.ts';
import { ServiceRefusal } from '../service.ts';
import type { Identity, ListedPatient } from './answers.ts';
import type { Context } from './context.ts';

/** A button that gives way to the name, or the sentence why there is none. */
export function nameButton({ number, nameMayBeSeen }: ListedPatient, { service, speech, place }: Context): HTMLElement {
  const { say } = speech;
  if (!nameMayBeSeen) return el('span', { class: 'note' }, say('patient.name-hidden'));
  const told = el('span', { class: 'identity', role: 'status' });
  const ask = async (): Promise<void> => {
    try {
      told.replaceChildren(...identityParts(await service.name(place.trial, number), speech));
      show.remove();
    } catch (error) {
      const refused = error instanceof ServiceRefusal && error.cause === 422;
      told.textContent = say(refused ? 'patient.name-hidden' : 'problem.unreachable');
    }
  };
  const show = button(say('patient.show-name'), () => {
    void ask();
  });
  return el('span', { class: 'identity' }, show, told);
}

/** The record's own words as text, and the way to her evidence page: server and id stand after the hash. */
function identityParts(
  { reference, server, name, birthDate }: Identity,
  { say, language }: Context['speech'],
): readonly HTMLElement[] {
  const patient = new URLSearchParams({ fhir: server, patient: reference.replace(/^Patient\//, ''), lang: language });
  return [
    el('strong', {}, name ?? say('patient.no-name')),
    ...(birthDate === undefined ? [] : [el('span', {}, say('patient.born', { date: birthDate }))]),
    el('code', {}, reference),
    el('a', { href: `../evidence/#${patient.toString()}` }, say('patient.evidence')),
  ];
}
