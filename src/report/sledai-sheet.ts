// How is the score sheet of SLEDAI-2K filled in?

import { print } from '../eligibility/print.ts';
import type { Language } from '../logic/language.ts';
import type { Patient } from '../eligibility/understand.ts';
import { evidenceOf } from '../facts/results/latest.ts';
import type { Latest } from '../facts/results/latest.ts';
import { title } from '../facts/sledai-2k/item-evidence.ts';
import { maximum } from '../facts/sledai-2k/items.ts';
import { sledai, type ScoredItem, type SledaiOptions } from '../facts/sledai-2k/score.ts';
import type { RecordedTotal, SledaiItem, SledaiSheet } from './score-sheet.ts';
import { attributionIn, evidenceIn } from './shapes.ts';

/** The sheet as the criteria read it: the same items, the same bounds, the same total. */
export function sledaiSheet({ record, screening }: Patient, options: SledaiOptions, language: Language): SledaiSheet {
  const { items, lower, upper, recorded, complete } = sledai(record, screening, options);
  return {
    items: items.map(itemOf),
    lower,
    upper,
    maximum,
    windowDays: options.windowDays,
    recorded: recordedTotal(recorded, language),
    complete,
  };

  function itemOf(scored: ScoredItem): SledaiItem {
    const { item, state, signed, why, evidence, attribution } = scored;
    return {
      id: item.id,
      name: print(title(item), language),
      weight: item.weight,
      measured: item.measured === true,
      state,
      signed,
      ...(why !== undefined && { why: print(why, language) }),
      evidence: evidenceIn(evidence, language),
      ...attributionIn(attribution),
      attributable: attributable(scored),
    };
  }
}

/**
 * What may be said of an item: it is due to lupus where something shows it or an examination can, due to another cause unless it
 * is absent anyway. An attribution cannot replace a missing result or overrule a normal one.
 */
function attributable({ item, state, evidence, attribution }: ScoredItem): SledaiItem['attributable'] {
  if (state === 'absent' && attribution === undefined) return [];
  const mayBeShown = item.measured !== true || evidence.length > 0;
  return mayBeShown ? ['lupus', 'not-lupus'] : ['not-lupus'];
}

/** The total that decides, or why there is none. */
export const recordedTotal = (recorded: Latest, language: Language): RecordedTotal =>
  recorded.state === 'found'
    ? {
        state: 'found',
        totals: evidenceIn(
          recorded.readings.map((each) => evidenceOf(each)),
          language,
        ),
      }
    : { state: 'none', why: print(recorded.finding.reason, language) };
