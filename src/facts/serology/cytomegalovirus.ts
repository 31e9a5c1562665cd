// Is the test for cytomegalovirus DNA in blood positive?

import { alsoShowing, finding, type Finding } from '../../logic/finding.ts';
import { say } from '../../logic/message.ts';
import type { IndexedRecord } from '../../fhir/indexed-record.ts';
import type { Reading } from '../../fhir/reading.ts';
import { combined } from '../combined.ts';
import { askLatest, evidenceOf, latest, missingOf } from '../results/latest.ts';
import type { Screening } from '../screening.ts';
import { latestQuestion, resultsAhead, titleOf, type MarkerQuestion } from './marker.ts';
import { orderFlags } from './open.ts';
import { besideReports } from './reported.ts';
import { loadSaid, type Load } from './result.ts';

export type CytomegalovirusQuestion = MarkerQuestion & {
  /** The same test in urine, saliva or another specimen: a positive one goes to the investigator. */
  readonly elsewhere: MarkerQuestion;
};

const verdictOf = {
  above: 'met',
  'not-above': 'not-met',
  'below-limit': 'needs-investigator',
  weak: 'needs-investigator',
} as const satisfies Record<Load, Finding['verdict']>;

/**
 * `met` when quantified or positive in blood, `not-met` when not detected, the investigator's when detected below the limit of
 * quantification. IgG and IgM do not count.
 * @source spec 1.4-Q and section 7, "E8 truth tables"
 */
export function cytomegalovirusDna(
  record: IndexedRecord,
  screening: Screening,
  question: CytomegalovirusQuestion,
): Finding {
  const asked = latestQuestion(question, screening, 'VIRAL_LOAD');
  const blood = askLatest(record, asked, (reading) => {
    const load = cytomegalovirusLoad(reading);
    const evidence = [evidenceOf(reading)];
    const { what } = asked;
    if (load !== undefined) return finding(verdictOf[load], say(`serology.cmv.${load}`), { evidence });
    const reason = say('serology.marker', { what, state: say('serology.of-load.unreadable') });
    return finding('unknown', reason, { evidence, missing: missingOf(asked) });
  });
  const inBlood = blood.verdict === 'unknown' ? alsoShowing(blood, { flags: orderFlags([question]) }) : blood;
  const elsewhere = positiveElsewhere(record, screening, question.elsewhere);
  const matters = elsewhere?.verdict === 'needs-investigator' || blood.verdict === 'not-met';
  const turns = resultsAhead(record, question.elsewhere.names, screening);
  const answer = alsoShowing(elsewhere !== undefined && matters ? combined('any', [inBlood, elsewhere]) : inBlood, {
    turns,
  });
  return [question, question.elsewhere].reduce(
    (sofar, { names, windowDays }) =>
      besideReports(record, screening, sofar, { names, windowDays, takenBackBy: names }),
    answer,
  );
}

/** As `loadSaid`; an amount that does not exceed its own reference was detected all the same. */
function cytomegalovirusLoad(reading: Reading): Load | undefined {
  const load = loadSaid(reading);
  const { amount, presence } = reading;
  const isAmount = amount !== undefined && amount.low > 0 && presence !== 'negative';
  return load === 'not-above' && isAmount ? 'below-limit' : load;
}

/** A positive result of the window in another specimen, or that one may have been missed; undefined if there is none. */
function positiveElsewhere(record: IndexedRecord, screening: Screening, question: MarkerQuestion): Finding | undefined {
  const found = latest(record, latestQuestion(question, screening, 'VIRAL_LOAD'));
  if (found.state === 'none') return found.finding.reason.id === 'latest.incomplete' ? found.finding : undefined;
  const positives = found.readings.filter((reading) => !['not-above', undefined].includes(loadSaid(reading)));
  if (positives.length === 0) return undefined;
  const evidence = positives.map((each) => evidenceOf(each));
  const reason = say('serology.cmv.elsewhere', { what: titleOf(question) });
  return finding('needs-investigator', reason, { evidence, turns: found.turns });
}
