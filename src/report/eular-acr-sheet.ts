// How is the score sheet of the 2019 EULAR/ACR classification criteria filled in?

import { print } from '../eligibility/print.ts';
import type { Language } from '../logic/language.ts';
import type { Patient } from '../eligibility/understand.ts';
import { classificationFacts } from '../facts/eular-acr-2019/classification.ts';
import { classifiedFrom, items, type Domain, type Item } from '../facts/eular-acr-2019/items.ts';
import { findingsFor, mayBeConfirmed } from '../facts/eular-acr-2019/points.ts';
import { attributionOf, statedAs } from '../facts/eular-acr-2019/stated.ts';
import { eularAcrScore } from '../facts/scores/recorded.ts';
import { knownOf } from '../facts/sledai-2k/guards.ts';
import type { Latest } from '../facts/results/latest.ts';
import { say } from '../logic/message.ts';
import type { EularAcrDomain, EularAcrItem, EularAcrSheet, RecordedTotal } from './score-sheet.ts';
import { recordedTotal } from './sledai-sheet.ts';
import { attributionIn, evidenceIn } from './shapes.ts';
import { words } from './sentences.ts';

/** Of a total that counts whenever it was made, "none within so many days" would be a riddle. */
const everRecorded = (recorded: Latest, language: Language): RecordedTotal =>
  recorded.state === 'none' && recorded.finding.reason.id === 'latest.none'
    ? { state: 'none', why: words(language)('eular.no-total') }
    : recordedTotal(recorded, language);

/** The sheet as criterion I2 reads it. What is not proven may be true: nothing of a whole life can be excluded. */
export function eularAcrSheet({ record, screening }: Patient, language: Language): EularAcrSheet {
  const { antibody, points, recorded } = classificationFacts(record, screening);
  const { proven, counted, lower } = points();
  const domains = Map.groupBy(items, ({ domain }) => domain);
  return {
    entry: { state: antibody.state, evidence: evidenceIn(antibody.evidence, language) },
    domains: [...domains].map(([id, own]) => domainOf(id, own)),
    lower,
    upper: eularAcrScore.maximum,
    classifiedFrom,
    recorded: everRecorded(recorded, language),
  };

  function domainOf(id: Domain, own: readonly Item[]): EularAcrDomain {
    return {
      id,
      name: words(language)(`domain.${id}`),
      clinical: own.every(({ clinical }) => clinical),
      points: counted.find(({ item }) => item.domain === id)?.item.points ?? 0,
      most: Math.max(...own.map((item) => item.points)),
      items: own.map(itemOf),
    };
  }

  function itemOf(item: Item): EularAcrItem {
    const proof = proven.find((each) => each.item.id === item.id);
    const findings = findingsFor(item, { known: record.once(knownOf), screening });
    const attribution = attributionOf(item, screening);
    return {
      id: item.id,
      name: print(say(`eular.item.${item.id}`), language),
      points: item.points,
      statedAs: statedAs(item.id),
      state:
        proof !== undefined ? 'proven' : findings.length > 0 && attribution === undefined ? 'possible' : 'not-proven',
      counted: counted.some((each) => each.item.id === item.id),
      evidence: evidenceIn(proof?.evidence ?? findings, language),
      ...attributionIn(attribution),
      attributable: mayBeConfirmed(item, findings) ? ['lupus', 'not-lupus'] : ['not-lupus'],
    };
  }
}
