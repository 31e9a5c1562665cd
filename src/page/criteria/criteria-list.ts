// Criterion by criterion: the trial's words, how they are read, the answer, what it rests on and who has reviewed that?

import type { CriterionReport } from '../../report/evidence-report.ts';
import { button, el, list } from '../dom.ts';
import type { PageWords } from '../words.ts';
import { evidenceTable } from './evidence-list.ts';
import { standingSign } from './standing.ts';

export type CriteriaOptions = {
  readonly words: PageWords;
  /** What was stated on this page, by the id of the criterion. */
  readonly stated: ReadonlyMap<string, 'met' | 'not-met'>;
  /** A person answers what only a person can; undefined takes the answer back. Not given where nobody may answer. */
  readonly onAnswer?: (id: string, verdict: 'met' | 'not-met' | undefined) => void;
  /** How a source is named; usually so that it opens the resource. */
  readonly sourceOf?: (reference: string) => HTMLElement;
  /** Criteria that are open, kept over redrawing. */
  readonly opened: Set<string>;
};

/** Every criterion in the trial's order, each closed until it is asked for. */
export const criteriaList = (criteria: readonly CriterionReport[], options: CriteriaOptions): HTMLElement =>
  el('div', { class: 'criteria' }, ...criteria.map((each) => criterionView(each, options)));

/** The result of a confidential criterion is hidden until somebody asks, since a guardian may be looking on. */
function criterionView(criterion: CriterionReport, options: CriteriaOptions): HTMLElement {
  const { id, name, verdict, standing, answer, reason, confidential } = criterion;
  const { words, opened } = options;
  const hidden = confidential === true;
  const view = el(
    'details',
    {
      id,
      class: 'criterion',
      open: opened.has(id),
      'data-criterion': id,
      'data-verdict': verdict,
      ontoggle: () => {
        if (view.open) opened.add(id);
        else opened.delete(id);
      },
    },
    el(
      'summary',
      {},
      standingSign(hidden ? 'confirm' : standing),
      el('span', { class: 'id' }, id),
      el('span', { class: 'name' }, name),
      el('span', { class: `answer ${hidden ? 'confirm' : standing}` }, hidden ? words('criterion.in-chart') : answer),
      el('span', { class: 'reason' }, hidden ? words('criterion.confidential') : reason),
    ),
  );
  if (!hidden) view.append(details(criterion, options));
  else {
    const show = button(words('criterion.show'), () => show.replaceWith(details(criterion, options)));
    view.append(el('div', { class: 'inside confidential' }, show));
  }
  return view;
}

function details(criterion: CriterionReport, options: CriteriaOptions): HTMLElement {
  const { words } = options;
  const { text, translation, parts, type } = criterion;
  return el(
    'div',
    { class: 'inside' },
    translated(translation, options),
    el(
      'blockquote',
      { lang: languageOf(text) },
      text,
      el('footer', {}, words(`criterion.${type}`, { id: criterion.id })),
    ),
    parts === undefined && body(criterion, options),
    parts !== undefined &&
      el(
        'div',
        { class: 'parts' },
        ...parts.map((part) =>
          el(
            'section',
            { class: 'part', 'data-criterion': part.id, 'data-verdict': part.verdict },
            el(
              'h3',
              {},
              standingSign(part.standing),
              el('span', { class: 'id' }, part.id),
              el('span', { class: 'name' }, part.name),
              el('span', { class: `answer ${part.standing}` }, part.answer),
            ),
            part.text !== text && translated(part.translation, options),
            part.text !== text && el('blockquote', { lang: languageOf(part.text) }, part.text),
            body(part, options),
          ),
        ),
      ),
  );
}

/** The trial's words in the reader's language, for readers of another one than English. */
const translated = (translation: string | undefined, { words }: CriteriaOptions) =>
  translation !== undefined && el('blockquote', {}, translation, el('footer', {}, words('criterion.translation')));

/** The trial's words are given in the reader's language where there is a translation, else as they were registered. */
const languageOf = (text: string): string => (/\p{Script=Han}/u.test(text) ? 'zh-CN' : 'en');

/** What belongs to a single criterion; a combination has it in its parts. */
function body(criterion: CriterionReport, options: CriteriaOptions): HTMLElement {
  const { words, sourceOf } = options;
  const { reason, evidence, ignored, missing, orders, readAs = [], review } = criterion;
  const block = (head: string, content: HTMLElement | undefined) =>
    content !== undefined && el('div', { class: 'block' }, el('p', { class: 'head' }, head), content);
  return el(
    'div',
    { class: 'body' },
    el('p', { class: 'reason' }, reason),
    judgement(criterion, options),
    block(words('criterion.evidence'), evidenceTable(words('criterion.evidence'), evidence, words, sourceOf)),
    block(words('criterion.missing'), list('missing', missing)),
    block(
      words('criterion.orders'),
      list(
        'orders',
        orders.map(({ coding, window }) => words('criterion.order', { test: coding.display, days: window })),
      ),
    ),
    block(words('criterion.ignored'), evidenceTable(words('criterion.ignored'), ignored, words, sourceOf)),
    block(words('criterion.read-as'), list('read-as', readAs)),
    review !== undefined && el('p', { class: 'review' }, reviewText(review, words)),
  );
}

function reviewText(review: NonNullable<CriterionReport['review']>, words: PageWords): string {
  if (review.state === 'not-yet-reviewed') return words('review.none');
  const { reviewer, date } = review;
  return words(review.state === 'reviewed' ? 'review.by' : 'review.changed', { reviewer, date });
}

/** Two buttons where a person has to judge: what is stated holds on this page only. */
function judgement(
  { id, type, verdict, parts }: CriterionReport,
  { words, stated, onAnswer }: CriteriaOptions,
): HTMLElement | undefined {
  const given = stated.get(id);
  if (onAnswer === undefined || parts !== undefined) return undefined;
  if (verdict !== 'needs-investigator' && given === undefined) return undefined;
  const choice = (answer: 'met' | 'not-met', label: string): HTMLElement =>
    button(label, () => onAnswer(id, given === answer ? undefined : answer), {
      class: 'choice',
      'aria-pressed': String(given === answer),
      'data-focus': `answer-${id}-${answer}`,
    });
  return el(
    'div',
    { class: 'judgement', role: 'group', 'aria-label': words('judge.title', { id }) },
    el('span', {}, words('judge.title', { id })),
    choice('met', words(type === 'inclusion' ? 'judge.met' : 'judge.present')),
    choice('not-met', words(type === 'inclusion' ? 'judge.not-met' : 'judge.absent')),
  );
}
