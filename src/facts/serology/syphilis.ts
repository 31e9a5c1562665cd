// Is a syphilis test positive?

import { finding, type Finding } from '../../logic/finding.ts';
import { say } from '../../logic/message.ts';
import type { Verdict } from '../../logic/verdict.ts';
import type { IndexedRecord } from '../../fhir/indexed-record.ts';
import { isComplete } from '../../fhir/retrieved.ts';
import type { Exposure } from '../drugs/exposures.ts';
import type { Screening } from '../screening.ts';
import { latestMarker, persistentMarker, type MarkerQuestion, type MarkerState } from './marker.ts';
import { openFinding } from './open.ts';
import { passiveAntibodies } from './passive.ts';
import { besideReports } from './reported.ts';
import { sightedDiagnoses, diagnosisEvidence, sightingsAhead } from '../sightings.ts';

export type SyphilisQuestion = { readonly treponemal: MarkerQuestion; readonly reagin: MarkerQuestion };

const always = (verdict: Verdict): Readonly<Record<MarkerState, Verdict>> => ({
  positive: verdict,
  negative: verdict,
  uncertain: verdict,
  missing: verdict,
  unreadable: verdict,
});

/**
 * Rows: treponemal test (TPPA, TPHA, EIA); columns: RPR or similar. A positive treponemal test decides, treated old syphilis
 * too; a positive RPR alone is often a false alarm of lupus and goes to the investigator.
 * @source spec 1.4-P and section 7, "E8 truth tables"
 */
export const syphilisTable: Readonly<Record<MarkerState, Readonly<Record<MarkerState, Verdict>>>> = {
  positive: always('met'),
  negative: {
    positive: 'needs-investigator',
    negative: 'not-met',
    uncertain: 'needs-investigator',
    missing: 'not-met',
    unreadable: 'unknown',
  },
  uncertain: always('needs-investigator'),
  missing: always('unknown'),
  unreadable: always('unknown'),
};

/** The answer of the truth table; a diagnosis of syphilis, or a report of a positive test, beside negative tests goes to the investigator. */
export function syphilisTest(
  record: IndexedRecord,
  screening: Screening,
  exposures: readonly Exposure[],
  question: SyphilisQuestion,
): Finding {
  const { treponemal, reagin } = question;
  const answer = besideReports(record, screening, byResults(record, screening, exposures, question), {
    names: treponemal.names,
  });
  const { names, windowDays } = reagin;
  return besideReports(record, screening, answer, { names, windowDays, takenBackBy: names });
}

function byResults(
  record: IndexedRecord,
  screening: Screening,
  exposures: readonly Exposure[],
  { treponemal, reagin }: SyphilisQuestion,
): Finding {
  const first = persistentMarker(record, screening, treponemal);
  const second = latestMarker(record, screening, reagin);
  const diagnosed = sightedDiagnoses(record, screening, ['syphilis']);
  const found = syphilisTable[first.state][second.state];
  const isNeedless = first.state === 'negative' && second.state === 'missing';
  const reason = say('serology.syphilis', {
    treponemal: say(`serology.of-markers.${first.state}`),
    reagin: say(`serology.of-markers.${isNeedless ? 'not-needed' : second.state}`),
  });
  const base = finding(found, reason, {
    evidence: [
      ...first.shown.evidence,
      ...second.shown.evidence,
      ...diagnosed.map(diagnosisEvidence),
      ...(first.state === 'positive' ? passiveAntibodies(exposures) : []),
    ],
    ignored: [...first.shown.ignored, ...second.shown.ignored],
    flags: first.shown.flags,
    turns: [...first.shown.turns, ...second.shown.turns, ...sightingsAhead(record, screening, ['syphilis'])],
  });
  const { conditions } = record.retrieved;
  if (found === 'unknown') return openFinding(base, [first.state === 'negative' ? reagin : treponemal], conditions);
  if (found !== 'not-met') return base;
  if (!isComplete(conditions)) return openFinding(base, [], conditions);
  return diagnosed.length > 0
    ? { ...base, verdict: 'needs-investigator', reason: say('serology.syphilis-diagnosed') }
    : base;
}
