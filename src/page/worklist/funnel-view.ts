// How many patients does each single criterion exclude, and how many does it leave unknown?

import { el, svg, table } from '../dom.ts';
import { ServiceRefusal } from '../service.ts';
import type { Funnel, RunHead, Told } from './answers.ts';
import type { Context } from './context.ts';
import { linkTo } from './place.ts';

const columns = ['excludes', 'unknown', 'onlyExcludes', 'onlyUnknown'] as const;

const statuses = ['candidate', 'potential-candidate', 'ineligible'] as const;

/** The funnel of the screening that the address names, else of the last complete one. */
export async function funnelView(context: Context): Promise<HTMLElement> {
  const { service, place, speech } = context;
  const { say } = speech;
  const { runs } = await service.runs(place.trial);
  const funnel = await service.funnel(place.trial, place.query['run']).catch((error: unknown) => {
    if (error instanceof ServiceRefusal && error.cause === 404) return undefined;
    throw error;
  });
  return el(
    'main',
    { id: 'main', tabindex: -1 },
    el(
      'section',
      { class: 'funnel', 'aria-labelledby': 'funnel-title' },
      el(
        'div',
        { class: 'head' },
        el('h1', { id: 'funnel-title' }, say('funnel.title')),
        runs.length > 0 && runChoice(runs, funnel, context),
      ),
      el('p', { class: 'note' }, say('funnel.about')),
      ...(funnel === undefined ? [el('p', { class: 'empty' }, say('funnel.none'))] : chart(funnel, context)),
    ),
  );
}

function runChoice(runs: readonly RunHead[], shown: Funnel | undefined, { speech, place }: Context): HTMLElement {
  const { say, instant } = speech;
  const stateWords = (state: string): string =>
    say(state === 'complete' || state === 'running' ? `run.${state}` : 'run.stopped');
  const chosen = el(
    'select',
    {
      'data-focus': 'run',
      onchange: () => (location.hash = linkTo({ trial: place.trial, view: 'funnel', query: { run: chosen.value } })),
    },
    ...runs.map(({ run, started, protocol, state }) =>
      el(
        'option',
        { value: run, selected: run === shown?.run },
        say('funnel.run-name', { date: instant(started), protocol, state: stateWords(state) }),
      ),
    ),
  );
  return el('label', {}, el('span', {}, say('funnel.run')), chosen);
}

function chart(funnel: Funnel, { speech }: Context): readonly HTMLElement[] {
  const { say, list } = speech;
  const told = (count: Told): string => (count === 'withheld' ? say('funnel.withheld') : String(count));
  const { criteria, screened, status, smallestCount } = funnel;
  const known = criteria.flatMap((row) => columns.map((column) => row[column])).filter((each) => each !== 'withheld');
  const most = Math.max(1, ...(screened === 'withheld' ? known : [screened]));
  const cell = (count: Told, className: string): HTMLElement =>
    el('span', { class: `count ${className}` }, bar(count, most), el('span', {}, told(count)));
  return [
    el(
      'ul',
      { class: 'tally totals' },
      el('li', {}, el('strong', {}, told(screened)), el('span', {}, say('funnel.screened'))),
      ...statuses.map((each) =>
        el('li', {}, el('strong', {}, told(status[each])), el('span', {}, list(`status.${each}`))),
      ),
    ),
    table(
      say('funnel.title'),
      [
        say('funnel.criterion'),
        say('funnel.excludes'),
        say('funnel.unknown'),
        say('funnel.only-excludes'),
        say('funnel.only-unknown'),
      ],
      criteria.map(({ criterion, name, excludes, unknown, onlyExcludes, onlyUnknown }) => ({
        cells: [
          el('span', { 'data-criterion': criterion }, el('strong', {}, criterion), ' ', name ?? ''),
          cell(excludes, 'against'),
          cell(unknown, 'missing'),
          cell(onlyExcludes, 'against'),
          cell(onlyUnknown, 'missing'),
        ],
      })),
    ),
    ...(smallestCount > 1 ? [el('p', { class: 'note' }, say('funnel.withheld-why', { count: smallestCount }))] : []),
  ];
}

/** A bar as long as the count is of all that were screened; none where the count is not told. */
const bar = (count: Told, most: number): SVGElement =>
  svg(
    'svg',
    { viewBox: '0 0 100 10', preserveAspectRatio: 'none', 'aria-hidden': 'true' },
    svg('rect', { class: 'ground', width: 100, height: 10 }),
    count !== 'withheld' && svg('rect', { class: 'bar', width: (count / most) * 100, height: 10 }),
  );
