// Is there an infection that is active and needs systemic treatment?

import { isoDay } from '../../logic/calendar.ts';
import { alsoShowing, finding, type Finding } from '../../logic/finding.ts';
import { say } from '../../logic/message.ts';
import { nameOf, textsOf } from '../../terminology/concept.ts';
import type { ValueSetName } from '../../terminology/value-sets.ts';
import type { MedicationEntry } from '../../fhir/entries.ts';
import type { IndexedRecord } from '../../fhir/indexed-record.ts';
import { isComplete } from '../../fhir/retrieved.ts';
import type { Exposure } from '../drugs/exposures.ts';
import { brokenOffAhead, brokenOffSince } from '../drugs/broken-off.ts';
import { absenceOf, historyOf, notCounted } from '../history.ts';
import {
  mayBeSystemicAntiInfective,
  treatmentEvidence,
  treatmentsAhead,
  treatmentsSince,
  treatmentTurns,
  unreadSince,
  unreadTurns,
  type Treatment,
} from './treatment.ts';
import { namelessSince, namelessTurns } from '../drugs/nameless.ts';
import type { Screening } from '../screening.ts';
import {
  sightedDiagnoses,
  diagnosisEvidence,
  diagnosisPresence,
  standingOf,
  sightingsAhead,
  type SightedDiagnosis,
  abatementTurns,
  visitOverOn,
} from '../sightings.ts';
import { drugSearches } from '../../fhir/searches.ts';

/** A name that says of an infection that it was: problem lists keep such entries active. */
const calledPast =
  /\b(?:history of|h\/o|hx of|past|previous|prior|old|healed|cured|status post|s\/p|neonatal)\b|\bpost[- ]?(?:covid|infectious|viral)|\blong[- ]covid|既往|陈旧|治愈|已愈|后遗|病史|史$|新生儿/i;

/** Present, these decide without any treatment on record. */
const deciding = ['sepsis', 'active-tuberculosis'] as const;

/** Lasting infections that tests of the blood decide on (E8): without treatment they are not judged twice. */
const judgedByTests = ['chronic-hepatitis-b', 'chronic-hepatitis-c', 'hiv-infection', 'syphilis'] as const;

const infections: readonly ValueSetName[] = ['infection', ...deciding];

/**
 * `met`: sepsis or active tuberculosis; an active infection beside a systemic anti-infective given within the window.
 * `not-met`: nothing, only local or preventive treatment, or resolved and the last dose before the window. What was diagnosed at a
 * visit before the last `visitDays` and has no status is over, but for tuberculosis; a treatment is asked about all the same.
 * @source NCT06222853 exclusion criterion 6; readings: spec section 7 E6
 */
export function activeInfectionTreated(
  record: IndexedRecord,
  screening: Screening,
  exposures: readonly Exposure[],
  { windowDays, visitDays }: { readonly windowDays: number; readonly visitDays: number },
): Finding {
  const since = screening.date - windowDays;
  const concerns = (entry: MedicationEntry): boolean => mayBeSystemicAntiInfective(record, entry);
  const treatments = treatmentsSince(record, screening, exposures, since);
  const treating = treatments.filter(({ preventive }) => !preventive);
  const diagnoses = sightedDiagnoses(record, screening, infections);
  const past = diagnoses.filter((each) => diagnosisPresence(each, screening) === 'past');
  const visitOver = (each: SightedDiagnosis) =>
    standingOf(record, each.entry.concept, ['active-tuberculosis']) === undefined
      ? visitOverOn(each, visitDays)
      : undefined;
  const ofVisits = diagnoses.filter((each) => !past.includes(each) && (visitOver(each) ?? Infinity) <= screening.date);
  const current = diagnoses.filter((each) => !past.includes(each) && !ofVisits.includes(each));

  const silence = absenceOf(record, { what: say('infection.what'), searches: ['conditions', ...drugSearches] });
  const seen = [
    ...current.flatMap((each) => ofDiagnosis(record, screening, each, treating, since) ?? []),
    ...treating.map((each) => ofTreatment(record, each, current, past)),
    ...namelessSince(record, screening, since),
    ...brokenOffSince(record, screening, { concerns, since }),
    ...unreadSince(record, screening, since).map(({ entry, why }) =>
      finding('needs-investigator', say(`infection.${why}-drug`), {
        evidence: [
          {
            reference: entry.reference,
            label: say('infection.treatment'),
            value: entry.concepts.map(nameOf).join(', '),
          },
        ],
      }),
    ),
  ];
  const answer = historyOf(silence, seen);
  const shownBeside = [
    ...treatments.filter(({ preventive }) => preventive).map(treatmentEvidence),
    ...[...past, ...ofVisits].map((each) => ({ ...diagnosisEvidence(each), label: say('infection.past') })),
  ];
  return alsoShowing(answer, {
    ...notCounted(record, infections),
    evidence: shownBeside,
    turns: [
      ...treatmentTurns(treatments, windowDays),
      ...treatmentsAhead(record, screening),
      ...brokenOffAhead(record, screening, concerns),
      ...namelessTurns(record, screening, windowDays),
      ...unreadTurns(record, screening, windowDays),
      ...sightingsAhead(record, screening, infections),
      ...diagnoses.flatMap(abatementTurns),
      ...current.flatMap((each) => {
        const on = visitOver(each);
        return on === undefined ? [] : [{ on }];
      }),
      ...diagnoses.flatMap(({ when }) => (when === undefined ? [] : [{ on: when.from + windowDays + 1 }])),
    ],
  });
}

/** An infection that is not known to be over; undefined for one that only tests judge. */
function ofDiagnosis(
  record: IndexedRecord,
  screening: Screening,
  diagnosis: SightedDiagnosis,
  treating: readonly Treatment[],
  since: number,
): Finding | undefined {
  const { entry, doubt, when } = diagnosis;
  const stands = (sets: readonly ValueSetName[]) => standingOf(record, entry.concept, sets) !== undefined;
  const values = { infection: nameOf(entry.concept), since: isoDay(since) };
  const evidence = [diagnosisEvidence(diagnosis)];
  const answer = (verdict: Finding['verdict'], reason: string, by: readonly Treatment[] = []) =>
    finding(verdict, say(`infection.${reason}`, values), { evidence: [...evidence, ...by.map(treatmentEvidence)] });

  const sure = treating.filter(({ within }) => within === 'yes');
  if (stands(judgedByTests)) return sure.length > 0 ? answer('needs-investigator', 'lasting', sure) : undefined;
  if (doubt !== undefined) return answer('needs-investigator', 'doubtful');
  if (textsOf(entry.concept).some((text) => calledPast.test(text))) return answer('needs-investigator', 'called-past');
  const isNew = when !== undefined && when.from >= since;
  if (diagnosisPresence(diagnosis, screening) === 'not-stated' && !isNew) {
    return answer('needs-investigator', 'status-not-stated', treating);
  }
  if (standingOf(record, entry.concept, deciding) === 'sure') return answer('met', 'decides');
  if (sure.length > 0) return answer('met', 'treated', sure);
  if (treating.length === 0) return answer('needs-investigator', 'untreated');
  // Each of the treatments asks for its own last dose.
  return answer('unknown', 'treatment-date-unknown', treating);
}

/** A treatment that is not preventive, apart from the infections on record. */
function ofTreatment(
  record: IndexedRecord,
  treatment: Treatment,
  current: readonly SightedDiagnosis[],
  past: readonly SightedDiagnosis[],
): Finding {
  const { exposure, within } = treatment;
  const drug = exposure.ingredient;
  const evidence = [treatmentEvidence(treatment)];
  if (within === 'perhaps') {
    const missing = [{ what: say('infection.last-dose', { drugs: [drug] }), orders: [] }];
    return finding('unknown', say('infection.drug-date-unknown', { drug }), { evidence, missing });
  }
  const standing = (sets: readonly ValueSetName[]) =>
    exposure.reasons.some((reason) => standingOf(record, reason, sets) === 'sure');
  const forInfection = standing(infections) && !standing(judgedByTests);
  const complete = isComplete(record.retrieved.conditions);
  if (complete && forInfection && past.length === 0 && current.every(({ doubt }) => doubt === undefined)) {
    return finding('met', say('infection.treated-for', { drug, reason: exposure.reasons.map(nameOf) }), { evidence });
  }
  return finding('needs-investigator', say('infection.drug-alone', { drug }), { evidence });
}
