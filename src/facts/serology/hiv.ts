// Is the patient positive for HIV antibodies?

import { alsoShowing, finding, type Finding } from '../../logic/finding.ts';
import { say } from '../../logic/message.ts';
import type { Verdict } from '../../logic/verdict.ts';
import type { IndexedRecord } from '../../fhir/indexed-record.ts';
import { isComplete } from '../../fhir/retrieved.ts';
import type { Reading } from '../../fhir/reading.ts';
import { evidenceOf } from '../results/latest.ts';
import type { Screening } from '../screening.ts';
import { counts, latestMarker, positivesEver, resultsAhead, type MarkerQuestion } from './marker.ts';
import { openFinding, toObtain } from './open.ts';
import { besideReports } from './reported.ts';
import { loadSaid, presenceSaid } from './result.ts';
import type { MeasurementName } from '../../terminology/measurements.ts';
import { sightedDiagnoses, diagnosisEvidence, sightingsAhead } from '../sightings.ts';

export type HivQuestion = {
  readonly screen: MarkerQuestion;
  readonly confirmation: MarkerQuestion;
};

const viralLoadOfHiv = 'HIV-RNA';
/**
 * Antibodies to the rare type 2 alone, and the antigen alone: a positive one is a reactive screening test, a negative one says
 * nothing of antibodies to type 1.
 */
const partial: readonly MeasurementName[] = ['HIV2-Ab', 'HIV-Ag'];

/**
 * `met` by a confirmed positive result or diagnosis of any age. A reactive screening test without confirmation goes to the
 * investigator; a negative confirmation of the same day or later takes it back. A negative test for type 2 or for the antigen alone is passed over.
 * @source spec 1.4-R and section 7, "E8 truth tables"
 */
export function hivAntibody(record: IndexedRecord, screening: Screening, question: HivQuestion): Finding {
  const { screen, confirmation } = question;
  return besideReports(record, screening, byResults(record, screening, question), {
    names: [...screen.names, ...partial, ...confirmation.names, viralLoadOfHiv],
    takenBackBy: confirmation.names,
  });
}

function byResults(record: IndexedRecord, screening: Screening, question: HivQuestion): Finding {
  const { confirmation } = question;
  const screen: MarkerQuestion = { ...question.screen, names: [...question.screen.names, ...partial] };
  const { conditions, observations } = record.retrieved;
  const diagnoses = sightedDiagnoses(record, screening, ['hiv-infection']);
  const confirmed = positivesEver(record, confirmation.names, screening);
  const negatives = resultsOf(record, confirmation).filter((each) => counts(each, screening) && isNegative(each));
  const screened = positivesEver(record, screen.names, screening);
  const takenBack = new Set(screened.filter((each) => negatives.some((negative) => notBefore(negative, each))));
  const reactive = screened.filter((each) => !takenBack.has(each) && !saysTooLittle(each));
  const viraemic = record
    .readings(viralLoadOfHiv)
    .filter((each) => counts(each, screening) && loadSaid(each) === 'above');

  const decisive = [...confirmed, ...reactive, ...viraemic].map((each) => evidenceOf(each));
  const evidence = [...decisive, ...diagnoses.map(diagnosisEvidence)];
  const turns = [
    ...resultsAhead(record, [...screen.names, ...confirmation.names, viralLoadOfHiv], screening),
    ...sightingsAhead(record, screening, ['hiv-infection']),
  ];
  const decided = (verdict: Verdict, reason: string, more: Partial<Finding> = {}): Finding => ({
    ...finding(verdict, say(reason), { evidence, turns }),
    ...more,
  });
  const diagnosed = diagnoses.some(({ doubt }) => doubt === undefined);
  if (diagnosed || confirmed.length > 0) return decided('met', 'serology.hiv.confirmed');
  if (viraemic.length > 0 && reactive.length > 0) return decided('met', 'serology.hiv.viraemic-reactive');
  const toConfirm = toObtain([confirmation], conditions);
  const verdict = isComplete(observations) && isComplete(conditions) ? 'needs-investigator' : 'unknown';
  if (reactive.length > 0 || viraemic.length > 0) {
    return viraemic.length > 0
      ? decided(verdict, 'serology.hiv.viraemic', { missing: toConfirm, flags: ['URGENT:HIV_RNA'] })
      : decided(verdict, 'serology.hiv.unconfirmed', { missing: toConfirm });
  }
  const pool: MarkerQuestion = { ...screen, names: [...screen.names, ...confirmation.names] };
  const marker = latestMarker(record, screening, pool, (each) => !takenBack.has(each) && !saysTooLittle(each));
  const shown = alsoShowing(finding('not-met', marker.reason, marker.shown), { evidence, turns });
  if (marker.state === 'uncertain') return { ...shown, verdict, missing: toConfirm };
  if (marker.state !== 'negative') return openFinding(shown, [screen], conditions);
  if (!isComplete(conditions)) return openFinding(shown, [], conditions);
  return diagnoses.length > 0
    ? { ...shown, verdict: 'needs-investigator', reason: say('serology.hiv.suspected') }
    : shown;
}

const resultsOf = (record: IndexedRecord, { names }: MarkerQuestion): readonly Reading[] =>
  names.flatMap((name) => record.readings(name));

const isNegative = (reading: Reading): boolean => presenceSaid(reading) === 'negative';

const saysTooLittle = (reading: Reading): boolean => partial.includes(reading.measurement) && isNegative(reading);

/** True if a negative confirmation is surely of the same day as the reactive result or later. */
const notBefore = (negative: Reading, reactive: Reading): boolean =>
  negative.when !== undefined && reactive.when !== undefined && negative.when.from >= reactive.when.to;
