// Is the patient pregnant, as tests in blood or urine and diagnoses tell?

import { finding, type Finding } from '../../logic/finding.ts';
import { isLessThan, isMoreThan } from '../../logic/interval.ts';
import { say } from '../../logic/message.ts';
import type { Verdict } from '../../logic/verdict.ts';
import type { MeasurementName } from '../../terminology/measurements.ts';
import type { IndexedRecord } from '../../fhir/indexed-record.ts';
import { presenceInText, presenceOf } from '../../fhir/presence.ts';
import type { Reading } from '../../fhir/reading.ts';
import { isComplete } from '../../fhir/retrieved.ts';
import { askLatest, evidenceOf, latest, measurementTitle, detailsOf } from '../results/latest.ts';
import type { Screening } from '../screening.ts';
import { testFor } from '../orders.ts';
import { sightedDiagnoses, diagnosisEvidence, sightingsAhead, abatementTurns } from '../sightings.ts';

/** hCG in IU/L: below the first negative, above the second positive, between them borderline. @source spec section 7 E10 */
const borderlineFrom = 5;
const borderlineTo = 25;

const blood: readonly MeasurementName[] = ['hCG-blood'];
const elsewhere: readonly MeasurementName[] = ['hCG-urine', 'hCG'];

/** "The latest pregnancy test in blood, within so many days, is positive". */
export const positiveInBlood = (record: IndexedRecord, screening: Screening, windowDays: number): Finding =>
  positiveTest(record, screening, windowDays, blood);

/** The same of urine, and of tests whose specimen nobody states. */
export const positiveElsewhere = (record: IndexedRecord, screening: Screening, windowDays: number): Finding =>
  positiveTest(record, screening, windowDays, elsewhere);

function positiveTest(
  record: IndexedRecord,
  screening: Screening,
  windowDays: number,
  names: readonly MeasurementName[],
): Finding {
  const what = measurementTitle(names[0] ?? '');
  const orders = [testFor.hcgInBlood];
  return askLatest(record, { names, what, screening, windowDays, group: 'HCG', orders }, (reading) => {
    const verdict = positiveVerdict(reading);
    const details = { evidence: [evidenceOf(reading)] };
    if (verdict !== 'unknown') return finding(verdict, say(`pregnancy.test-${verdict}`, { what }), details);
    const missing = [{ what, orders: orders.map((coding) => ({ coding, windowDays })) }];
    return finding(verdict, say('pregnancy.test-unknown', { what }), { ...details, missing });
  });
}

/** "This result is positive": its amount against the borderline range and its own cut-off, and what it says in words. */
function positiveVerdict({ amount, limits, presence, interpretation }: Reading): Verdict {
  const { upper } = limits();
  const said = presence ?? interpretation;
  const inWords = said === undefined ? undefined : verdictOfWord.get(said);
  if (amount === undefined) return inWords ?? 'unknown';
  const positive = isMoreThan(amount, Math.max(borderlineTo, upper ?? 0));
  const negative = isLessThan(amount, borderlineFrom);
  if (positive === 'met') return inWords === 'not-met' ? 'needs-investigator' : 'met';
  if (negative === 'met') {
    const beyondCutOff = upper !== undefined && isMoreThan(amount, upper) !== 'not-met';
    return inWords === 'met' || beyondCutOff ? 'needs-investigator' : 'not-met';
  }
  const isBorderline = positive === 'not-met' && negative === 'not-met';
  return isBorderline ? 'needs-investigator' : (inWords ?? 'unknown');
}

const verdictOfWord: ReadonlyMap<string, Verdict> = new Map<string, Verdict>([
  ['positive', 'met'],
  ['high', 'met'],
  ['abnormal', 'met'],
  ['negative', 'not-met'],
  ['normal', 'not-met'],
  ['weak', 'needs-investigator'],
  ['below-limit', 'needs-investigator'],
  ['indeterminate', 'needs-investigator'],
]);

/** 44 weeks: no pregnancy lasts so long, so that an older entry was only never closed. A default, not of the registry. */
const longestPregnancyDays = 308;

/**
 * "A current pregnancy is documented": an active, confirmed diagnosis, or a pregnancy status within the window of a test.
 * A diagnosis that is not confirmed, older than a pregnancy lasts, or whose clinical status nobody states, goes to the investigator.
 */
export function documentedPregnancy(record: IndexedRecord, screening: Screening, windowDays: number): Finding {
  const { date } = screening;
  const open = sightedDiagnoses(record, screening, ['pregnancy']).filter(
    ({ entry }) => entry.clinical !== 'inactive' && (entry.abatement === undefined || entry.abatement.to >= date),
  );
  const endedBefore = date - longestPregnancyDays;
  const current = open.filter(
    ({ entry, doubt, when }) =>
      doubt === undefined && entry.clinical === 'active' && !(when !== undefined && when.to < endedBefore),
  );
  const status = latest(record, {
    names: ['pregnancy-status'],
    what: measurementTitle('pregnancy-status'),
    screening,
    windowDays,
    group: 'HCG',
    orders: [],
  });
  const stated = status.state === 'found' ? status.readings.filter(saysPregnant) : [];
  const overdue = open.flatMap(({ when }) => (when === undefined ? [] : [{ on: when.to + longestPregnancyDays + 1 }]));
  const turns = [
    ...detailsOf(status).turns,
    ...overdue,
    ...open.flatMap(abatementTurns),
    ...sightingsAhead(record, screening, ['pregnancy']),
  ];
  const shown = { evidence: [...open.map(diagnosisEvidence), ...stated.map((each) => evidenceOf(each))], turns };
  if (current.length > 0 || stated.length > 0) return finding('met', say('pregnancy.documented'), shown);
  const missed = status.state === 'none' && status.finding.reason.id === 'latest.incomplete';
  if (missed || !isComplete(record.retrieved.conditions)) {
    const missing = [{ what: say('pregnancy.documentation'), orders: [] }];
    return finding('unknown', say('pregnancy.incomplete'), { ...shown, missing });
  }
  if (open.length > 0) return finding('needs-investigator', say('pregnancy.documented-unsure'), shown);
  return finding('not-met', say('pregnancy.not-documented'), shown);
}

const saysPregnant = ({ concept, text, presence }: Reading): boolean =>
  (presence ?? (concept === undefined ? presenceInText(text ?? '') : presenceOf(concept))) === 'positive';
