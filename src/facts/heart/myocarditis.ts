// Does the patient have a serious myocarditis now?

import { alsoShowing, finding, type Finding } from '../../logic/finding.ts';
import { say } from '../../logic/message.ts';
import { nameOf } from '../../terminology/concept.ts';
import type { IndexedRecord } from '../../fhir/indexed-record.ts';
import { drugEvidence } from '../drugs/evidence.ts';
import { begunBetween, givenOn } from '../drugs/exposure-time.ts';
import { endTurns, type Exposure } from '../drugs/exposures.ts';
import { absenceOf, historyOf, notCounted } from '../history.ts';
import { reportedWithin } from '../results/reported.ts';
import type { Screening } from '../screening.ts';
import { severityOf } from '../severity.ts';
import {
  sightedDiagnoses,
  diagnosisEvidence,
  diagnosisPresence,
  standingOf,
  sightingsAhead,
  type SightedDiagnosis,
  abatementTurns,
} from '../sightings.ts';
import { drugSearches } from '../../fhir/searches.ts';
import { drugTurnsAhead } from '../drugs/turns.ts';

const sets = ['myocarditis', 'lupus-cardiomyopathy', 'heart-failure'] as const;
/** Drugs that treat a myocarditis, given to the whole body. */
const treatments = [
  'glucocorticoid',
  'immunoglobulin',
  'vasopressor',
  'inotrope',
  'trial-agent',
  'other-immunosuppressant',
];

/**
 * A present myocarditis that is graded severe, or is treated now: a drug given for it, or one that was begun since it is known.
 * `met`. Without such treatment, and a lupus cardiomyopathy or heart failure, it goes to the investigator.
 * @source NCT06222853 exclusion criterion 4; readings: clinical specification section 7, E4
 */
export function seriousMyocarditisNow(
  record: IndexedRecord,
  exposures: readonly Exposure[],
  screening: Screening,
  reportDays: number,
): Finding {
  const what = say('heart.myocarditis');
  const inflamed = sightedDiagnoses(record, screening, ['myocarditis']);
  const known = new Set(inflamed.map(({ entry }) => entry.reference));
  const weak = sightedDiagnoses(record, screening, sets).filter(({ entry }) => !known.has(entry.reference));
  const seen = [
    ...inflamed.map((each) => myocarditis(each, record, exposures, screening)),
    ...weak.map((each) => heartMuscle(each, screening)),
    ...reportedWithin(record, screening, {
      sets,
      windowDays: reportDays,
      reason: (date) => say('history.reported', { what, date }),
    }),
  ];
  const recent = { searches: ['diagnosticReports'] as const, since: screening.date - reportDays };
  const silence = absenceOf(record, { what, searches: ['conditions', ...drugSearches], recent });
  return alsoShowing(historyOf(silence, seen), {
    ...notCounted(record, sets),
    turns: [...sightingsAhead(record, screening, sets), ...drugTurnsAhead(record, screening)],
  });
}

function myocarditis(
  diagnosis: SightedDiagnosis,
  record: IndexedRecord,
  exposures: readonly Exposure[],
  screening: Screening,
): Finding {
  const { entry, doubt, when } = diagnosis;
  const presence = diagnosisPresence(diagnosis, screening);
  const values = { name: nameOf(entry.concept) };
  const turns = abatementTurns(diagnosis);
  const base = { evidence: [diagnosisEvidence(diagnosis)], turns };
  if (presence === 'past') return finding('not-met', say('heart.myocarditis-past', values), base);
  if (doubt !== undefined) return finding('needs-investigator', say('heart.myocarditis-doubtful', values), base);
  if (presence === 'not-stated') {
    const missing = [{ what: say('heart.status', values), orders: [] }];
    return finding('unknown', say('heart.status-unknown', values), { ...base, missing });
  }
  if (severityOf(entry) === 'severe') return finding('met', say('heart.myocarditis-severe', values), base);
  const treating = exposures.filter(
    (each) => treatments.some((name) => each.classes.has(name)) && each.systemic !== 'local',
  );
  const forIt = treating.filter(
    (each) =>
      begunBetween(each, -Infinity, screening.date) === 'yes' &&
      each.reasons.some((reason) => standingOf(record, reason, ['myocarditis']) === 'sure'),
  );
  const running = treating.filter((each) => givenOn(each, screening.date) === 'yes');
  const since = running.filter(
    (each) => each.reasons.length === 0 && when !== undefined && begunBetween(each, when.to, screening.date) === 'yes',
  );
  const [drug] = [...forIt, ...since];
  if (drug === undefined) return finding('needs-investigator', say('heart.myocarditis-judge', values), base);
  return finding('met', say('heart.myocarditis-treated', { ...values, drug: drug.ingredient }), {
    evidence: [...base.evidence, drugEvidence(drug)],
    turns: [...turns, ...endTurns(drug)],
  });
}

function heartMuscle(diagnosis: SightedDiagnosis, screening: Screening): Finding {
  const values = { name: nameOf(diagnosis.entry.concept) };
  const details = {
    evidence: [diagnosisEvidence(diagnosis)],
    turns: abatementTurns(diagnosis),
  };
  return diagnosisPresence(diagnosis, screening) === 'past'
    ? finding('not-met', say('heart.myocarditis-past', values), details)
    : finding('needs-investigator', say('heart.muscle-judge', values), details);
}
