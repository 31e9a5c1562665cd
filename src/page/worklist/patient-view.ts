// One patient of the list: what the last screening found, what is missing, who does what next?

import { criteriaList } from '../criteria/criteria-list.ts';
import { standingSign } from '../criteria/standing.ts';
import { el, list as bullets, replaceKeepingPlace } from '../dom.ts';
import { datesPanel } from '../evidence/overview.ts';
import { listIn } from '../../logic/language.ts';
import type { CriterionReport } from '../../report/evidence-report.ts';
import type { PatientDetail } from './answers.ts';
import { markerChip, stateChip } from './chip.ts';
import { mayActAs, type Context } from './context.ts';
import { deedsOn, type Deeds } from './deeds.ts';
import { historySection } from './history-view.ts';
import { nameButton } from './name-button.ts';
import { lookedUpPart } from './looked-up.ts';
import { linkTo } from './place.ts';
import { datesThatMatter, openly } from './openly.ts';
import { standingLine, statusWords } from './standing-line.ts';
import { statementsSection } from './statements-view.ts';
import { workSection } from './work-view.ts';

/** Reads the patient that the address names; every change reads and shows her again. */
export async function patientView(context: Context): Promise<HTMLElement> {
  const page = el('main', { id: 'main', tabindex: -1 });
  const opened = new Set<string>();
  const lookedUp = lookedUpPart(context);
  const deeds = deedsOn(
    context,
    (detail) => {
      replaceKeepingPlace(page, ...parts(detail, context, deeds, opened, lookedUp.element));
      lookedUp.update(detail, deeds);
    },
    () => page.isConnected,
  );
  await deeds.read();
  return page;
}

function parts(
  detail: PatientDetail,
  context: Context,
  deeds: Deeds,
  opened: Set<string>,
  lookedUp: HTMLElement,
): readonly Node[] {
  const { speech, place } = context;
  const { say } = speech;
  const { patient, assessment } = detail;
  return [
    el('p', {}, el('a', { href: linkTo({ trial: place.trial, view: 'list' }) }, say('patient.back'))),
    el(
      'div',
      { class: 'patient' },
      el('h1', {}, patient.number),
      stateChip(patient.state, speech),
      el('span', {}, say('patient.as-of', { date: patient.asOf })),
      patient.episode > 1 && el('span', {}, say('patient.episode', { count: patient.episode })),
      !patient.current && el('strong', {}, say('patient.not-current')),
      nameButton(patient, context),
    ),
    el(
      'div',
      { class: 'overview' },
      section('verdict', speech.shared('verdict.title'), verdictPanel(detail, context)),
      section('missing-data', say('missing.title'), missingPanel(detail, context)),
      section('dates', say('dates.title'), datesPanel(datesThatMatter(assessment), speech.shared)),
    ),
    workSection(detail, context, deeds),
    lookedUp,
    section('criteria', speech.shared('criteria.title'), ...criteria(detail, context, deeds, opened)),
    el('div', { class: 'scores' }, historySection(detail, context), statementsSection(detail, context, deeds)),
  ];
}

const section = (id: string, title: string, ...content: readonly (Node | undefined)[]): HTMLElement =>
  el('section', { 'aria-labelledby': id, class: id }, el('h2', { id }, title), ...content);

const standings = ['for', 'against', 'missing', 'confirm'] as const;

function verdictPanel({ patient }: PatientDetail, { speech }: Context): HTMLElement {
  const { shared } = speech;
  return el(
    'div',
    { class: 'verdict-panel' },
    el('p', {}, statusWords(patient.status, speech)),
    el('p', { class: 'line' }, standingLine(patient, speech)),
    el(
      'ul',
      { class: 'tally' },
      ...standings.map((standing) =>
        el(
          'li',
          { class: standing },
          standingSign(standing),
          el('strong', {}, String(patient.tally[standing])),
          el('span', {}, shared(`tally.${standing}`)),
        ),
      ),
    ),
    bullets('chips', patient.markers.map(markerChip)),
  );
}

function missingPanel(
  { patient, assessment }: PatientDetail,
  { speech: { say, shared, language } }: Context,
): HTMLElement {
  const { missing, confidential } = patient;
  const orders = new Map(
    openly(assessment, assessment?.orders ?? []).map(({ coding, window }) => [
      coding.display,
      shared('criterion.order', { test: coding.display, days: window }),
    ]),
  );
  return el(
    'div',
    { class: 'body' },
    bullets(
      'plain',
      missing.map(({ criterion, words }) => say('pair', { first: criterion, second: listIn(language, words) })),
    ) ?? el('p', {}, say('missing.none')),
    confidential > 0 && el('p', { class: 'note' }, say('list.confidential', { count: confidential })),
    orders.size > 0 &&
      el(
        'div',
        { class: 'block' },
        el('p', { class: 'head' }, say('missing.orders')),
        bullets('', [...orders.values()]),
      ),
  );
}

/** Every criterion that this reader may see; an investigator may state an answer where a person has to judge. */
function criteria(
  { assessment, statements }: PatientDetail,
  { speech: { say, shared }, role }: Context,
  deeds: Deeds,
  opened: Set<string>,
): readonly Node[] {
  if (assessment === undefined) return [el('p', {}, say('patient.not-kept'))];
  const seen: CriterionReport[] = [];
  const hidden: string[] = [];
  for (const each of assessment.criteria) {
    if ('verdict' in each) seen.push(each);
    else hidden.push(say('criteria.hidden', { id: each.id, name: each.name }));
  }
  const standing = statements.filter(({ kind, withdrawn }) => kind === 'answer' && withdrawn === undefined);
  const answer = (question: string, verdict: 'met' | 'not-met' | undefined): void => {
    const [deed, body] =
      verdict === undefined
        ? [`statements/${standing.find((each) => each.question === question)?.id ?? ''}/withdraw`, {}]
        : ['statements', { kind: 'answer', question, verdict }];
    void deeds.change(deed, body);
  };
  return [
    el('p', { class: 'note' }, say('criteria.about')),
    criteriaList(seen, {
      words: shared,
      stated: new Map(
        standing.flatMap(({ question, verdict }) =>
          verdict === 'met' || verdict === 'not-met' ? [[question, verdict] as const] : [],
        ),
      ),
      opened,
      // The list has no right to the record: whoever has opens the evidence page.
      sourceOf: (reference) => el('code', {}, reference),
      ...(mayActAs(role, 'investigator') && { onAnswer: answer }),
    }),
    ...hidden.map((words) => el('p', { class: 'note' }, words)),
  ];
}
