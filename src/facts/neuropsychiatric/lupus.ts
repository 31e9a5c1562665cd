// Did central nervous system lupus require an intervention within so many days?

import { alsoShowing, finding, type Finding } from '../../logic/finding.ts';
import { say } from '../../logic/message.ts';
import { nameOf } from '../../terminology/concept.ts';
import { namesNervousVasculitis } from '../../terminology/nervous-lupus.ts';
import type { IndexedRecord } from '../../fhir/indexed-record.ts';
import type { Exposure } from '../drugs/exposures.ts';
import { absenceOf, historyOf, notCounted } from '../history.ts';
import {
  interventionName,
  interventionsWithin,
  pulsesTogether,
  purposeOf,
  type Intervention,
} from './interventions.ts';
import { scoredNervousItems } from './items.ts';
import { reportedWithin } from '../results/reported.ts';
import type { Screening } from '../screening.ts';
import {
  sightedDiagnoses,
  diagnosisEvidence,
  diagnosisPresence,
  sightingsAhead,
  type SightedDiagnosis,
  abatementTurns,
} from '../sightings.ts';
import { drugSearches } from '../../fhir/searches.ts';
import { drugTurnsAhead } from '../drugs/turns.ts';

const sets = ['neuropsychiatric-lupus'] as const;

/**
 * Present neuropsychiatric lupus with an intervention in the window, or an intervention in the window given for it: `met`.
 * Present without one, past with one that names no such reason, and SLEDAI items 1 to 7 or a new disorder of that kind in the
 * window go to the investigator; past and nothing in the window: `not-met`. Peripheral neuropathy is not the central nervous system.
 * @source NCT06222853 exclusion criterion 2; readings: clinical specification 1.4-L and section 7, E2
 */
export function neuropsychiatricLupusWithin(
  record: IndexedRecord,
  exposures: readonly Exposure[],
  screening: Screening,
  windowDays: number,
): Finding {
  const what = say('neuropsychiatric.what');
  const single = interventionsWithin(record, exposures, screening, windowDays);
  const diagnoses = sightedDiagnoses(record, screening, sets);
  const asked = diagnoses.length > 0 || exposures.some(({ reasons }) => purposeOf(record, reasons) === 'this');
  const together = asked ? pulsesTogether(record, exposures, screening, windowDays, single) : [];
  const interventions = [...single, ...together];
  const seen = [
    ...interventions.filter(({ purpose }) => purpose === 'this').map((each) => givenForIt(each, windowDays)),
    ...diagnoses.map((each) => byDiagnosis(each, interventions, screening, windowDays)),
    ...reportedWithin(record, screening, {
      sets,
      speaks: record.lexicon.read(namesNervousVasculitis),
      windowDays,
      reason: (date) => say('history.reported', { what, date }),
    }),
    ...scoredNervousItems(record, screening, windowDays, new Set(diagnoses.map(({ entry }) => entry.reference))),
  ];
  const silence = absenceOf(record, {
    what,
    searches: ['conditions', 'procedures', ...drugSearches],
    recent: {
      searches: ['observations', 'questionnaireResponses', 'diagnosticReports'],
      since: screening.date - windowDays,
    },
  });
  return alsoShowing(historyOf(silence, seen), {
    ...notCounted(record, sets),
    turns: [...sightingsAhead(record, screening, sets), ...drugTurnsAhead(record, screening)],
  });
}

const turnsOf = (interventions: readonly Intervention[]): Finding['turns'] =>
  interventions.flatMap(({ lapses }) => lapses.map((on) => ({ on })));

function givenForIt(intervention: Intervention, days: number): Finding {
  const verdict = intervention.certain ? 'met' : 'needs-investigator';
  const reason = intervention.certain ? 'neuropsychiatric.given-for-it' : 'neuropsychiatric.maybe-given-for-it';
  return finding(verdict, say(reason, { treatment: interventionName(intervention), days }), {
    evidence: [intervention.evidence],
    turns: turnsOf([intervention]),
  });
}

function byDiagnosis(
  diagnosis: SightedDiagnosis,
  interventions: readonly Intervention[],
  screening: Screening,
  days: number,
): Finding {
  const { entry, doubt } = diagnosis;
  const presence = diagnosisPresence(diagnosis, screening);
  const values = { name: nameOf(entry.concept), days, treatments: interventions.map(interventionName) };
  const details = {
    evidence: [diagnosisEvidence(diagnosis), ...interventions.map(({ evidence }) => evidence)],
    turns: [...turnsOf(interventions), ...abatementTurns(diagnosis)],
  };
  const judge = (reason: string): Finding =>
    finding('needs-investigator', say(`neuropsychiatric.${reason}`, values), details);
  if (presence === 'past') {
    if (interventions.length > 0) return judge('past-treated');
    return finding('not-met', say('neuropsychiatric.past', values), details);
  }
  if (doubt !== undefined) return judge('doubtful');
  if (presence === 'not-stated') return judge('status-unknown');
  const proving = interventions.filter(({ certain, purpose }) => certain && purpose !== 'other');
  if (proving.length === 0) return judge(interventions.length > 0 ? 'present-maybe-treated' : 'present');
  const treatments = proving.map(interventionName);
  return finding('met', say('neuropsychiatric.present-treated', { ...values, treatments }), details);
}
