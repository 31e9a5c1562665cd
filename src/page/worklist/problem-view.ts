// What does the page say when there is nothing to show, or nobody is signed in?

import { button, el } from '../dom.ts';
import { ServiceRefusal } from '../service.ts';
import { NotSignedIn } from './list-service.ts';
import { goToSignIn, type SignIn } from './sign-in.ts';
import type { Speech } from './words.ts';

/** Nothing of a server's own words gets on the page. */
export const problemView = (error: unknown, { say }: Speech, again: () => void): HTMLElement =>
  el(
    'main',
    { id: 'main', class: 'problem', role: 'alert' },
    el('h1', {}, say('problem.title')),
    el('p', {}, sentence(error, say)),
    el('p', {}, button(say('problem.again'), again)),
  );

function sentence(error: unknown, say: Speech['say']): string {
  if (!(error instanceof ServiceRefusal)) return say('problem.unreachable');
  return error.cause === 404 ? say('problem.not-found') : say('problem.refused', { code: String(error.cause) });
}

/** The service has no list, or none that this reader may see: it does not tell which. */
export const noListView = ({ say }: Speech): HTMLElement =>
  el('main', { id: 'main', class: 'problem' }, el('h1', {}, say('problem.title')), el('p', {}, say('problem.no-list')));

/** Whether the service answered that this reader has no such list. */
export const isNoList = (error: unknown): boolean => error instanceof ServiceRefusal && error.cause === 404;

/** Whether nobody is signed in, or her sign-in has ended. */
export const isNotSignedIn = (error: unknown): boolean => error instanceof NotSignedIn;

/** Where a provider is configured the reader goes there; otherwise a proxy before the service has to sign her in. */
export const signInView = (signIn: SignIn | undefined, refused: boolean, { say }: Speech): HTMLElement =>
  el(
    'main',
    { id: 'main', class: 'problem' },
    el('h1', {}, say('sign-in.title')),
    el('p', {}, say('sign-in.here')),
    refused && el('p', { class: 'warning', role: 'alert' }, say('sign-in.refused')),
    signIn === undefined
      ? el('p', {}, say('sign-in.proxy'))
      : el(
          'p',
          {},
          button(say('sign-in.go'), () => {
            void goToSignIn(signIn);
          }),
        ),
  );
