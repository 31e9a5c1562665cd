// The ten seconds: what is the verdict, what is to be done next, which dates matter?

import { standingSign } from '../criteria/standing.ts';
import { el, goTo, list } from '../dom.ts';
import { listIn } from '../../logic/language.ts';
import type { PageWords } from '../words.ts';
import type { CriterionReport, DateThatMatters, EvidenceReport } from '../../report/evidence-report.ts';

const standings = ['for', 'against', 'missing', 'confirm'] as const;

/** Which colour the status has. */
const standingOf = { ineligible: 'against', 'potential-candidate': 'missing', candidate: 'confirm' } as const;

/** Where the patient stands, in one sentence; there is no "eligible", since some criteria always need a person. */
export function statusText({ status, flags, tally }: EvidenceReport, words: PageWords): string {
  if (flags.includes('DECEASED')) return words('status.deceased');
  if (flags.includes('MERGED')) return words('status.merged');
  return words(`status.${status}`, { against: tally.against, missing: tally.missing });
}

/** Which searches could not be read in full: nobody should read the verdict without it. Nothing where all were. */
export const unseenLine = ({ unseen, language }: EvidenceReport, words: PageWords): HTMLElement | undefined =>
  unseen.length === 0
    ? undefined
    : el(
        'p',
        { class: 'warning' },
        words('verdict.unseen', {
          searches: listIn(
            language,
            unseen.map(({ name }) => name),
          ),
        }),
      );

/** Status and verdict line, with what they count. */
export const verdictPanel = (report: EvidenceReport, words: PageWords): HTMLElement =>
  el(
    'div',
    { class: 'verdict-panel', 'data-status': report.status },
    el('p', { class: `status ${standingOf[report.status]}` }, statusText(report, words)),
    el('p', { class: 'line' }, report.verdictLine),
    unseenLine(report, words),
    el(
      'ul',
      { class: 'tally' },
      ...standings.map((standing) =>
        el(
          'li',
          { class: standing, 'data-standing': standing, 'data-count': report.tally[standing] },
          standingSign(standing),
          el('strong', {}, String(report.tally[standing])),
          el('span', {}, words(`tally.${standing}`)),
        ),
      ),
    ),
    !report.trial.recruiting && el('p', { class: 'warning' }, words('verdict.not-recruiting')),
  );

/** All criteria at a glance; each leads to its own place on the page. */
export const criteriaStrip = (criteria: readonly CriterionReport[], words: PageWords): HTMLElement =>
  el(
    'nav',
    { class: 'strip', 'aria-label': words('criteria.title') },
    ...criteria.map(({ id, name, answer, standing, confidential }) => {
      const hidden = confidential === true;
      const said = hidden ? words('criterion.in-chart') : answer;
      return el(
        'a',
        {
          href: `#${id}`,
          class: hidden ? 'confirm' : standing,
          title: `${id} ${name}: ${said}`,
          onclick: (event) => goTo(event, id),
        },
        standingSign(hidden ? 'confirm' : standing),
        el('span', { class: 'id' }, id),
        el('span', { class: 'name' }, name),
        el('span', { class: 'hidden' }, said),
      );
    }),
  );

/** At most three things, what stands against the patient first. */
export const nextSteps = ({ next, further, trial, language }: EvidenceReport, words: PageWords): HTMLElement =>
  el(
    'div',
    {},
    next.length === 0
      ? el('p', {}, words('next.none'))
      : el(
          'ol',
          { class: 'next-steps' },
          ...next.map(({ kind, words: sentence, orders }) =>
            el(
              'li',
              { class: kind },
              standingSign(kind),
              el(
                'div',
                {},
                el('span', {}, sentence),
                orders.length > 0 &&
                  el(
                    'span',
                    { class: 'orders' },
                    words('next.orders', {
                      tests: listIn(
                        language,
                        orders.map((each) => each.display),
                      ),
                    }),
                  ),
              ),
            ),
          ),
        ),
    further > 0 && el('p', { class: 'note' }, words('next.further', { count: further })),
    trial.contact !== undefined && el('p', { class: 'contact' }, words('next.contact', { contact: trial.contact })),
  );

type DateShown = Pick<DateThatMatters, 'on' | 'names' | 'answer' | 'standing' | 'if'>;

/** Dates shown at once. */
const firstDates = 4;

/** When the calendar alone changes an answer, earliest first; the later ones when they are asked for. */
export function datesPanel(dates: readonly DateShown[], words: PageWords): HTMLElement {
  const later = dates.slice(firstDates);
  return el(
    'div',
    {},
    datesList(dates.slice(0, firstDates), words),
    later.length > 0 &&
      el('details', {}, el('summary', {}, words('dates.later', { count: later.length })), datesList(later, words)),
  );
}

/** Every day with what changes on it; a sentence where there is none. */
export function datesList(dates: readonly DateShown[], words: PageWords): HTMLElement {
  const items = dates.map(({ on, names, answer, standing, if: condition }) =>
    el(
      'span',
      { class: 'change' },
      el('time', { datetime: on }, words('date', { date: on })),
      el(
        'span',
        {},
        `${names} → `,
        el('strong', { class: `answer ${standing}` }, answer),
        condition !== undefined && el('span', { class: 'condition' }, words('dates.if', { condition })),
      ),
    ),
  );
  return list('dates-list', items) ?? el('p', {}, words('dates.none'));
}
