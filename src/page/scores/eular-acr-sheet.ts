// The 2019 EULAR/ACR criteria as the record fills them in: which items are proven, which of them count?

import type { EularAcrDomain, EularAcrSheet } from '../../report/score-sheet.ts';
import { el, table } from '../dom.ts';
import type { PageWords } from '../words.ts';
import { evidencePiece, recordedTotal, scoreBar } from './score-parts.ts';

/** All domains with their items; of each domain only the highest proven item counts. */
export function eularAcrSheet(sheet: EularAcrSheet, words: PageWords): HTMLElement {
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
      [words('head.domain'), words('head.item'), words('head.points'), words('head.state'), words('head.rests-on')],
      domains.flatMap((domain) => rowsOf(domain, words)),
    ),
  );
}

const rowsOf = ({ name, items, points, most }: EularAcrDomain, words: PageWords) =>
  items.map((item, at) => ({
    className: `item ${item.state === 'proven' ? 'present' : 'unknown'}`,
    cells: [
      at === 0 ? el('strong', {}, words('eular.domain', { domain: name, points, most })) : '',
      item.name,
      String(item.points),
      el(
        'span',
        { class: `state ${item.state === 'proven' ? 'present' : 'unknown'}` },
        words(item.counted ? 'eular.counted' : `eular.${item.state}`),
      ),
      el('span', {}, ...item.evidence.map((each) => evidencePiece(each, words))),
    ],
  }));
