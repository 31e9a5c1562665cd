// The page was opened by itself: on which server, and whose record?

import type { AssessmentConfig } from '../../report/assessment-api.ts';
import { button, el } from '../dom.ts';
import { authorize } from '../record/smart.ts';
import type { PageWords } from '../words.ts';
import { problemView } from './problem.ts';

/** Sign in at one of the configured servers; on an open server the patient's id is asked for. */
export function startView(config: AssessmentConfig, words: PageWords): HTMLElement {
  const { clientId, fhirBases } = config;
  const view = el('main', { class: 'start' }, el('h1', {}, words('title')), el('p', {}, words('start.about')));
  for (const base of fhirBases) {
    view.append(clientId === undefined ? openForm(base, words) : signIn(base, config, view, words));
  }
  if (fhirBases.length === 0) view.append(el('p', {}, words('start.none')));
  return view;
}

const signIn = (base: string, config: AssessmentConfig, view: HTMLElement, words: PageWords): HTMLElement =>
  el(
    'p',
    {},
    button(words('start.sign-in', { server: base }), () => {
      authorize(config, base).catch((error: unknown) => view.replaceWith(problemView(error, words)));
    }),
  );

function openForm(base: string, words: PageWords): HTMLElement {
  const id = el('input', { name: 'patient', required: true, pattern: '[A-Za-z0-9.\\-]{1,64}', autocomplete: 'off' });
  return el(
    'form',
    {
      onsubmit: (event) => {
        event.preventDefault();
        location.hash = new URLSearchParams({ fhir: base, patient: id.value }).toString();
      },
    },
    el('label', {}, words('start.patient', { server: base }), ' ', id),
    ' ',
    el('button', { type: 'submit' }, words('start.open')),
  );
}
