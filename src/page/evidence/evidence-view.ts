// How is the evidence page laid out, from the ten seconds at the top to the last source at the bottom?

import { languages } from '../../logic/language.ts';
import { criteriaList } from '../criteria/criteria-list.ts';
import { button, el, goTo, list } from '../dom.ts';
import { eularAcrSheet } from '../scores/eular-acr-sheet.ts';
import { sledaiSheet } from '../scores/sledai-sheet.ts';
import { withSources } from '../source.ts';
import { timeline } from '../timeline/timeline.ts';
import { languageNames } from '../words.ts';
import { letterView } from './letter.ts';
import { criteriaStrip, datesPanel, nextSteps, verdictPanel } from './overview.ts';
import { patientLine } from './patient.ts';
import { referralActions } from './referral.ts';
import type { EvidenceParts } from './page-state.ts';

/** Everything the page shows, on the screen and on paper. */
export function evidenceView(parts: EvidenceParts): DocumentFragment {
  const { report, record, words, state, actions } = parts;
  const { language } = state;
  const heading = (id: string, text: string): HTMLElement => el('h2', { id, tabindex: -1 }, text);
  const section = (id: string, title: string, ...content: readonly (Node | false | undefined)[]): HTMLElement =>
    el('section', { 'aria-labelledby': id, class: id }, heading(id, title), ...content);
  const judging = { words, stated: state.attributions, onState: actions.attribute };
  const notKept = (): HTMLElement => el('p', { class: 'note' }, words('stated.not-kept'));
  const view = document.createDocumentFragment();
  view.append(
    el('a', { class: 'skip', href: '#verdict', onclick: (event) => goTo(event, 'verdict') }, words('skip')),
    el(
      'header',
      { class: 'top' },
      el('div', {}, el('strong', {}, report.trial.id), el('span', { class: 'trial' }, report.trial.title)),
      referralActions(parts),
      el(
        'div',
        { class: 'languages', role: 'group', 'aria-label': words('language') },
        ...languages.map((each) =>
          button(languageNames[each], () => actions.setLanguage(each), {
            lang: each,
            'aria-pressed': String(each === language),
            'data-focus': `language-${each}`,
          }),
        ),
      ),
    ),
    withSources(
      el(
        'main',
        {},
        patientLine(report, record.patient, words),
        el(
          'div',
          { class: 'overview' },
          section(
            'verdict',
            words('verdict.title'),
            verdictPanel(report, words),
            criteriaStrip(report.criteria, words),
          ),
          section('next', words('next.title'), nextSteps(report, words)),
          section('dates', words('dates.title'), datesPanel(report.dates, words)),
        ),
        section(
          'course',
          words('timeline.title'),
          timeline(report.chart, { asOf: report.asOf, language, words, shown: state.shown }),
        ),
        section(
          'criteria',
          words('criteria.title'),
          el('p', { class: 'note' }, words('criteria.about')),
          criteriaList(report.criteria, {
            words,
            stated: state.answers,
            opened: state.opened,
            onAnswer: actions.answer,
          }),
        ),
        el(
          'div',
          { class: 'scores' },
          section('sledai', words('sledai.title'), sledaiSheet(report.sledai, judging), notKept()),
          section('eular', words('eular.title'), eularAcrSheet(report.eularAcr, judging), notKept()),
        ),
        section(
          'basis',
          words('basis.title'),
          list(
            'unseen',
            report.unseen.map((each) => each.words),
          ),
          report.dropped > 0 && el('p', {}, words('basis.dropped', { count: report.dropped })),
          list('basis-list', report.basis),
        ),
      ),
      record.record,
      words,
    ),
    letterView(report, record.patient, words),
  );
  return view;
}
