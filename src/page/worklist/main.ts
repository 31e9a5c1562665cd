// The page of the list: who is the reader, and what does the address ask for?

import '../styles/base.css';
import '../styles/criteria.css';
import '../evidence/evidence.css';
import './worklist.css';
import type { Language } from '../../logic/language.ts';
import { byId, el } from '../dom.ts';
import { readersLanguage, rememberLanguage } from '../words.ts';
import type { OwnTrials } from './answers.ts';
import type { Context } from './context.ts';
import { frameHead } from './frame.ts';
import { funnelView } from './funnel-view.ts';
import { listService } from './list-service.ts';
import { listView } from './list-view.ts';
import { patientView } from './patient-view.ts';
import { placeIn, type Place } from './place.ts';
import { isNoList, isNotSignedIn, noListView, problemView, signInView } from './problem-view.ts';
import { forget, keptToken, returned, signInConfig, type SignIn } from './sign-in.ts';
import { speechIn } from './words.ts';

type Shown = { readonly own?: OwnTrials; readonly place?: Place; readonly view: HTMLElement };

const views = { list: listView, patient: patientView, funnel: funnelView } as const;

let language: Language = readersLanguage();
let signIn: SignIn | undefined;
let wasRefused = false;
let newest = 0;
let before: Place | undefined;

/** Who the reader is, and what she asked for. */
async function shown(): Promise<Shown> {
  const speech = speechIn(language);
  const service = listService(language, keptToken());
  let own: OwnTrials;
  try {
    own = await service.trials();
  } catch (error) {
    if (isNotSignedIn(error)) return { view: signInView(signIn, wasRefused, speech) };
    return { view: isNoList(error) ? noListView(speech) : problemView(error, speech, redraw) };
  }
  const [first] = own.trials;
  if (first === undefined) return { own, view: noListView(speech) };
  const place = placeIn(location.hash, first.id);
  const mine = own.trials.find(({ id }) => id === place.trial);
  if (mine === undefined) return { own, place, view: noListView(speech) };
  const context: Context = { service, speech, place, role: mine.role, person: own.person };
  try {
    return { own, place, view: await views[place.view](context) };
  } catch (error) {
    if (isNotSignedIn(error)) return { view: signInView(signIn, wasRefused, speech) };
    return { own, place, view: problemView(error, speech, redraw) };
  }
}

/** Shows what the address asks for now; an answer that comes after a newer question is dropped. */
async function show(): Promise<void> {
  newest += 1;
  const own = newest;
  const page = byId('page');
  const speech = speechIn(language);
  document.documentElement.lang = language;
  document.title = speech.say('title');
  page.setAttribute('aria-busy', 'true');
  if (page.childElementCount === 0) {
    page.replaceChildren(el('p', { class: 'waiting', role: 'status' }, speech.say('loading')));
  }
  const { own: trials, place, view } = await shown();
  if (own !== newest) return;
  const focused = document.activeElement instanceof HTMLElement ? document.activeElement.dataset['focus'] : undefined;
  const signOut = keptToken() === undefined ? undefined : leave;
  page.replaceChildren(...frameHead({ speech, own: trials, place, setLanguage, signOut }), view);
  page.removeAttribute('aria-busy');
  goOn(page, focused, before, place);
  before = place;
}

/**
 * Whoever moves by keyboard goes on where she was: at the same control, at the patient she comes back from, or where the new
 * view begins.
 */
function goOn(page: HTMLElement, focused: string | undefined, from: Place | undefined, to: Place | undefined): void {
  const isElsewhere = from !== undefined && (from.view !== to?.view || from.number !== to.number);
  const left = isElsewhere && from.number !== '' ? `patient-${from.number}` : focused;
  const same = left === undefined ? null : page.querySelector<HTMLElement>(`[data-focus="${CSS.escape(left)}"]`);
  if (same !== null) same.focus();
  else if (isElsewhere) byId('main').focus({ preventScroll: true });
}

const redraw = (): void => void show();

function setLanguage(next: Language): void {
  language = next;
  rememberLanguage(next);
  redraw();
}

function leave(): void {
  forget();
  redraw();
}

async function start(): Promise<void> {
  signIn = await signInConfig().catch(() => undefined);
  if (signIn !== undefined) wasRefused = (await returned(signIn)) === 'refused';
  addEventListener('hashchange', () => {
    scrollTo({ top: 0 });
    redraw();
  });
  await show();
}

await start();
