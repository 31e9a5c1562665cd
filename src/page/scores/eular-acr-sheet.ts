// The 2019 EULAR/ACR criteria as the record fills them in: which items are proven, which of them count?

import type { EularAcrDomain, EularAcrItem, EularAcrSheet } from '../../report/score-sheet.ts';
import { el, table } from '../dom.ts';
import type { PageWords } from '../words.ts';
import { judgedState, judgement, type Judging } from './judgement.ts';
import { evidencePiece, recordedTotal, scoreBar } from './score-parts.ts';

/** All domains with their items; of each domain only the highest proven item counts, and only if it is due to lupus. */
export function eularAcrSheet(sheet: EularAcrSheet, judging: Judging): HTMLElement {
  const { words } = judging;
  const { entry, domains, lower, upper, classifiedFrom, recorded } = sheet;
  return el(
    'div',
    { class: 'sheet', 'data-score': 'eular-acr', 'data-lower': lower, 'data-upper': upper },
    el('p', { class: 'total' }, words('eular.total', { lower, upper, from: classifiedFrom })),
    scoreBar({ lower, upper, maximum: upper, line: classifiedFrom }),
    el(
      'p',
      { class: 'counts' },
      words(`eular.entry.${entry.state}`),
      ' ',
      ...entry.evidence.map((each) => evidencePiece(each, words)),
    ),
    recordedTotal(recorded, words),
    table(
      words('eular.title'),
      [words('head.item'), words('head.points'), words('head.state'), words('head.rests-on'), words('head.judgement')],
      domains.flatMap((domain) => rowsOf(domain, judging)),
    ),
  );
}

/** Styled as the items of SLEDAI-2K; what speaks for the classification is no bad sign. */
const looks = { proven: 'proven', possible: 'possible', 'not-proven': 'unknown' } as const;

const rowsOf = ({ name, items, points, most }: EularAcrDomain, judging: Judging) =>
  items.map((item, at) => ({
    className: `item ${looks[item.state]}`,
    cells: [
      el(
        'span',
        {},
        at === 0 && el('strong', { class: 'domain' }, judging.words('eular.domain', { domain: name, points, most })),
        item.name,
      ),
      String(item.points),
      el(
        'span',
        { class: `state ${looks[item.state]}`, 'data-item': item.statedAs, 'data-state': item.state },
        stateText(item, judging.words),
      ),
      el('span', {}, ...item.evidence.map((each) => evidencePiece(each, judging.words))),
      judgement(item, judging),
    ],
  }));

const stateText = ({ state, counted, attribution }: EularAcrItem, words: PageWords): string =>
  judgedState(words(counted ? 'eular.counted' : `eular.${state}`), attribution, words);
