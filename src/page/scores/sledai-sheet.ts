// The SLEDAI-2K form as the record fills it in: which points are sure, which are open, what does a person say to each?

import type { SledaiItem, SledaiSheet } from '../../report/score-sheet.ts';
import { el, table } from '../dom.ts';
import type { PageWords } from '../words.ts';
import { judgedState, judgement, type Judging } from './judgement.ts';
import { evidencePiece, recordedTotal, scoreBar } from './score-parts.ts';

/** The whole form; items about which something may be stated have buttons for it. */
export function sledaiSheet(sheet: SledaiSheet, judging: Judging): HTMLElement {
  const { words } = judging;
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
          judgement({ ...item, statedAs: item.id }, judging),
        ],
      })),
    ),
  );
}

function stateText({ state, signed, attribution }: SledaiItem, words: PageWords): string {
  const word = words(`state.${state}`);
  return attribution === undefined && signed
    ? words('state.signed', { state: word })
    : judgedState(word, attribution, words);
}
