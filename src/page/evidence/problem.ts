// What does the page say when there is nothing to show?

import { el } from '../dom.ts';
import { UnreadPatient } from '../record/read-record.ts';
import { LaunchError } from '../record/smart.ts';
import { ServiceRefusal } from '../service.ts';
import type { PageWords } from '../words.ts';

/** A heading, what happened and what to do. Nothing of a server's own words gets on the page. */
export function problemView(error: unknown, words: PageWords): HTMLElement {
  return el(
    'main',
    { class: 'problem', role: 'alert' },
    el('h1', {}, words('problem.title')),
    el('p', {}, sentence(error, words)),
    el('p', {}, words('problem.advice')),
  );
}

/** What stands behind a Patient that could not be read, where it is more than that. */
const unread: Readonly<Record<string, 'launch.expired' | 'problem.unreachable'>> = {
  'status-401': 'launch.expired',
  unreachable: 'problem.unreachable',
  timeout: 'problem.unreachable',
};

function sentence(error: unknown, words: PageWords): string {
  if (error instanceof LaunchError) return words(`launch.${error.problem}`);
  if (error instanceof UnreadPatient) return words(unread[error.message] ?? 'problem.no-patient');
  if (!(error instanceof ServiceRefusal)) return words('problem.unreachable');
  const code = error.message === '' ? String(error.cause) : error.message;
  return error.message === 'patient-unavailable' ? words('problem.no-patient') : words('problem.refused', { code });
}
