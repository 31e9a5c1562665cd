// How does what was found leave the page: on paper, as text, as a referral package?

import { button, el } from '../dom.ts';
import { referralPackage } from '../service.ts';
import type { EvidenceParts } from './page-state.ts';

/** Print, copy, download; a line says what became of it. */
export function referralActions({ report, words, actions, serviceToken }: EvidenceParts): HTMLElement {
  const said = el('output', { class: 'said', role: 'status' });
  const consent = el('input', { type: 'checkbox', id: 'consent' });
  const tell = (work: Promise<void>, done: string): void => {
    work.then(
      () => (said.value = done),
      () => (said.value = words('referral.failed')),
    );
  };
  const copy = async (): Promise<void> => await navigator.clipboard.writeText(report.letter);
  const download = async (): Promise<void> => {
    const text = await referralPackage(
      { ...actions.request(), consent: consent.checked ? 'obtained' : 'not-recorded' },
      serviceToken,
    );
    const address = URL.createObjectURL(new Blob([text], { type: 'application/fhir+json' }));
    el('a', { href: address, download: `referral-${report.trial.id}-${report.asOf}.json` }).click();
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
  };
  return el(
    'div',
    { class: 'actions' },
    said,
    button(words('referral.print'), () => print()),
    button(words('referral.copy'), () => tell(copy(), words('referral.copied'))),
    el(
      'span',
      { class: 'package' },
      button(words('referral.package'), () => tell(download(), words('referral.downloaded'))),
      el('label', { for: 'consent' }, consent, words('referral.consent')),
    ),
  );
}
