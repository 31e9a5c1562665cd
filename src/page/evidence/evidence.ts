// What does the open page hold, and what happens when its reader states something or changes the language?

import type { Language } from '../../logic/language.ts';
import type { AssessmentConfig, AssessmentRequest } from '../../report/assessment-api.ts';
import type { EvidenceReport } from '../../report/evidence-report.ts';
import { replaceKeepingPlace } from '../dom.ts';
import type { ReadRecord } from '../record/read-record.ts';
import { assessed } from '../service.ts';
import { pageWords, rememberLanguage } from '../words.ts';
import { evidenceView } from './evidence-view.ts';
import { problemView } from './problem.ts';
import type { PageState, Actions } from './page-state.ts';

export type Opened = {
  readonly config: AssessmentConfig;
  readonly record: ReadRecord;
  readonly language: Language;
  /** Sent to the service where it wants to know who the reader is. */
  readonly idToken?: string;
  /** "ID@VERSION"; the configured one otherwise. */
  readonly protocol?: string;
};

/** Has the record assessed, shows it, and does so again at every change. */
export async function openEvidence(
  page: HTMLElement,
  { config, record, language, idToken, protocol }: Opened,
): Promise<void> {
  const state: PageState = {
    language,
    attributions: new Map(),
    answers: new Map(),
    opened: new Set(),
    shown: {},
  };
  const serviceToken = config.requireToken ? idToken : undefined;
  let newest = 0;

  const request = (): AssessmentRequest => ({
    record: record.record,
    unread: record.unread,
    language: state.language,
    ...(protocol !== undefined && { protocol }),
    attributions: [...state.attributions].map(([item, to]) => ({ item, to })),
    answers: [...state.answers].map(([question, verdict]) => ({ question, verdict })),
  });
  const show = async (): Promise<void> => {
    newest += 1;
    const own = newest;
    page.setAttribute('aria-busy', 'true');
    const words = pageWords(state.language);
    document.documentElement.lang = state.language;
    document.title = words('title');
    try {
      const report: EvidenceReport = await assessed(request(), serviceToken);
      if (own === newest)
        replaceKeepingPlace(page, evidenceView({ report, record, words, state, actions, serviceToken }));
    } catch (error) {
      if (own === newest) page.replaceChildren(problemView(error, words));
    }
    if (own === newest) page.removeAttribute('aria-busy');
  };
  const set = <V>(map: Map<string, V>, key: string, value: V | undefined): void => {
    if (value === undefined) map.delete(key);
    else map.set(key, value);
    void show();
  };
  const actions: Actions = {
    setLanguage: (next) => {
      state.language = next;
      rememberLanguage(next);
      void show();
    },
    attribute: (item, to) => set(state.attributions, item, to),
    answer: (id, verdict) => set(state.answers, id, verdict),
    request,
  };
  await show();
}
