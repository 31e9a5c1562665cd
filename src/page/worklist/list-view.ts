// The list: who may fit, how close, what is missing, who works on it?

import { button, el, list as bullets, table } from '../dom.ts';
import type { ListedPatient, PatientList } from './answers.ts';
import { markerChip, stateChip } from './chip.ts';
import { mayActAs, type Context } from './context.ts';
import { filtersForm } from './filters.ts';
import { linkTo } from './place.ts';
import { missingLine, standingLine } from './standing-line.ts';

/** Reads the list that the address asks for. */
export async function listView(context: Context): Promise<HTMLElement> {
  const { service, place } = context;
  const answer = await service.list(place.trial, place.query);
  return el('main', { id: 'main', tabindex: -1 }, section(context, answer));
}

function section(context: Context, answer: PatientList): HTMLElement {
  const { speech, place } = context;
  const { say } = speech;
  const none = Object.keys(place.query).length > 0 ? say('list.none') : say('list.empty');
  return el(
    'section',
    { 'aria-labelledby': 'list-title' },
    el(
      'div',
      { class: 'head' },
      el('h1', { id: 'list-title' }, say('list.title')),
      el('span', { role: 'status' }, say('list.count', { total: answer.total })),
      mayActAs(context.role, 'coordinator') && csvButton(context),
    ),
    filtersForm(context),
    answer.patients.length === 0
      ? el('p', { class: 'empty' }, none)
      : table(
          say('list.title'),
          [
            say('column.patient'),
            say('column.standing'),
            say('column.marks'),
            say('column.state'),
            say('column.assignee'),
            say('column.changed'),
          ],
          answer.patients.map((patient) => ({ cells: cells(patient, context), className: patient.status })),
          'patients',
        ),
    pages(context, answer),
  );
}

function cells(patient: ListedPatient, { speech, place: { trial } }: Context): readonly (Node | string)[] {
  const { say, instant, day } = speech;
  const { number, markers, state, assignee, asOf, changed, confidential } = patient;
  const missing = missingLine(patient, speech);
  return [
    el('a', { href: linkTo({ trial, view: 'patient', number }), 'data-focus': `patient-${number}` }, number),
    el(
      'div',
      { class: 'close' },
      el('span', { class: 'line' }, standingLine(patient, speech)),
      missing !== undefined && el('span', { class: 'note' }, missing),
      confidential > 0 && el('span', { class: 'note' }, say('list.confidential', { count: confidential })),
    ),
    bullets('chips', markers.map(markerChip)) ?? '',
    stateChip(state, speech),
    assignee ?? say('assignee.nobody'),
    el(
      'div',
      { class: 'days' },
      el('time', { datetime: changed, title: instant(changed) }, day(changed)),
      el('time', { datetime: asOf, class: 'note' }, speech.shared('date', { date: asOf })),
    ),
  ];
}

/** Links to the pages before and after; nothing where everything is on one. */
function pages({ speech: { say }, place }: Context, { total, offset, size, patients }: PatientList) {
  if (total <= patients.length) return undefined;
  const to = (from: number): string =>
    linkTo({ ...place, query: { ...place.query, offset: from <= 0 ? '' : String(from) } });
  return el(
    'nav',
    { class: 'pages', 'aria-label': say('list.pages') },
    offset > 0 && el('a', { href: to(offset - size), rel: 'prev' }, say('list.earlier')),
    el('span', {}, say('list.range', { from: offset + 1, to: offset + patients.length, total })),
    offset + size < total && el('a', { href: to(offset + size), rel: 'next' }, say('list.later')),
  );
}

/** The same patients as a table for a spreadsheet; all of them, not only this page. */
function csvButton({ service, speech: { say }, place: { trial, query } }: Context): HTMLElement {
  const said = el('output', { class: 'said', role: 'status' });
  const { offset: _offset, size: _size, ...filter } = query;
  const download = async (): Promise<void> => {
    const address = URL.createObjectURL(await service.csv(trial, filter));
    el('a', { href: address, download: `worklist-${trial}.csv` }).click();
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
  };
  return el(
    'span',
    { class: 'csv' },
    said,
    button(say('list.csv'), () => {
      download().catch(() => (said.value = say('work.failed')));
    }),
  );
}
