// The SLEDAI-2K form as the record fills it in: which points are sure, which are open, what does a person say to each?

import type { SledaiItem, SledaiSheet } from '../../report/score-sheet.ts';
import { button, el, table } from '../dom.ts';
import type { PageWords } from '../words.ts';
import { evidencePiece, recordedTotal, scoreBar } from './score-parts.ts';

export type Attribution = 'lupus' | 'not-lupus';

export type SledaiOptions = {
  readonly words: PageWords;
  /** What was stated on this page, by item. */
  readonly stated: ReadonlyMap<string, Attribution>;
  readonly onState: (item: string, to: Attribution | undefined) => void;
};

/** The whole form; items about which something may be stated have buttons for it. */
export function sledaiSheet(sheet: SledaiSheet, { words, stated, onState }: SledaiOptions): HTMLElement {
  const { items, lower, upper, maximum, windowDays, recorded, complete } = sheet;
  const count = (state: SledaiItem['state']): number => items.filter((item) => item.state === state).length;
  return el(
    'div',
    { class: 'sheet', 'data-score': 'sledai-2k', 'data-lower': lower, 'data-upper': upper },
    el('p', { class: 'total' }, words('sledai.total', { lower, upper, days: windowDays })),
    scoreBar({ lower, upper, maximum, line: undefined }),
    el(
      'p',
      { class: 'counts' },
      words('sledai.counts', {
        present: count('present'),
        absent: count('absent'),
        possible: count('possible'),
        unknown: count('unknown'),
      }),
    ),
    recordedTotal(recorded, words),
    !complete && el('p', { class: 'warning' }, words('sledai.incomplete')),
    table(
      words('sledai.title'),
      [words('head.item'), words('head.points'), words('head.state'), words('head.rests-on'), words('head.judgement')],
      items.map((item) => ({
        className: `item ${item.state}`,
        cells: [
          item.name,
          String(item.weight),
          el(
            'span',
            { class: `state ${item.state}`, 'data-item': item.id, 'data-state': item.state },
            stateText(item, words),
          ),
          el(
            'span',
            {},
            ...item.evidence.map((each) => evidencePiece(each, words)),
            item.evidence.length === 0 && (item.why ?? '–'),
          ),
          choices(item, stated.get(item.id), words, onState),
        ],
      })),
    ),
    el('p', { class: 'note' }, words('stated.not-kept')),
  );
}

function stateText({ state, signed, attribution }: SledaiItem, words: PageWords): string {
  const word = words(`state.${state}`);
  if (attribution === undefined) return signed ? words('state.signed', { state: word }) : word;
  return words('state.attributed', { state: word, to: words(`attributed.${attribution.to}`) });
}

function choices(
  { id, name, attributable }: SledaiItem,
  given: Attribution | undefined,
  words: PageWords,
  onState: SledaiOptions['onState'],
): HTMLElement | string {
  const offered = (['lupus', 'not-lupus'] as const).filter((each) => each === given || attributable.includes(each));
  if (offered.length === 0) return '';
  return el(
    'span',
    { class: 'choices', role: 'group', 'aria-label': name },
    ...offered.map((to) =>
      button(words(`attribute.${to}`), () => onState(id, given === to ? undefined : to), {
        class: 'choice',
        'aria-pressed': String(given === to),
        'data-focus': `sledai-${id}-${to}`,
      }),
    ),
  );
}
