// Does the patient have a severe arrhythmia now?

import { alsoShowing, finding, type Finding } from '../../logic/finding.ts';
import { say } from '../../logic/message.ts';
import { nameOf } from '../../terminology/concept.ts';
import type { ValueSetName } from '../../terminology/value-sets.ts';
import type { IndexedRecord } from '../../fhir/indexed-record.ts';
import { drugEvidence } from '../drugs/evidence.ts';
import { givenOn } from '../drugs/exposure-time.ts';
import { endTurns, type Exposure } from '../drugs/exposures.ts';
import { absenceOf, historyOf, notCounted } from '../history.ts';
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

const severe = ['ventricular-tachycardia', 'multifocal-svt'] as const;
const lesser = ['paroxysmal-svt', 'other-arrhythmia', 'congenital-heart-block'] as const;
const all = [...severe, ...lesser] as const;

/**
 * Ventricular tachycardia or multifocal or frequent supraventricular tachycardia, present or under an antiarrhythmic, and
 * paroxysmal supraventricular tachycardia under an antiarrhythmic: `met`. Paroxysmal tachycardia alone, other arrhythmias, and an
 * arrhythmia in the words of a report go to the investigator.
 * @source NCT06222853 exclusion criterion 4; readings: clinical specification section 7, E4
 */
export function severeArrhythmiaNow(
  record: IndexedRecord,
  exposures: readonly Exposure[],
  screening: Screening,
  reportWindowDays: number,
): Finding {
  const antiarrhythmics = exposures.filter(
    (each) => each.classes.has('antiarrhythmic') && each.systemic !== 'local' && givenOn(each, screening.date) !== 'no',
  );
  const judged = new Set<string>();
  const diagnoses = [severe, lesser].flatMap((sets) =>
    sightedDiagnoses(record, screening, sets).flatMap((each) => {
      if (judged.has(each.entry.reference)) return [];
      judged.add(each.entry.reference);
      return [byDiagnosis(each, record, antiarrhythmics, screening)];
    }),
  );
  const seen = [
    ...diagnoses,
    ...reportedWithin(record, screening, {
      sets: all,
      windowDays: reportWindowDays,
      reason: (date) => say('heart.rhythm-report', { date }),
    }),
  ];
  const silence = absenceOf(record, {
    what: say('heart.arrhythmia'),
    searches: ['conditions', ...drugSearches],
    recent: { searches: ['diagnosticReports'], since: screening.date - reportWindowDays },
  });
  return alsoShowing(historyOf(silence, seen), {
    ...notCounted(record, all),
    turns: [...sightingsAhead(record, screening, all), ...drugTurnsAhead(record, screening)],
  });
}

function byDiagnosis(
  diagnosis: SightedDiagnosis,
  record: IndexedRecord,
  antiarrhythmics: readonly Exposure[],
  screening: Screening,
): Finding {
  const { entry, doubt } = diagnosis;
  const is = (set: ValueSetName): boolean => record.meaning(entry.concept).sets.has(set);
  const grave = severe.some(is);
  const treatable = grave || is('paroxysmal-svt');
  const presence = is('congenital-heart-block') ? 'present' : diagnosisPresence(diagnosis, screening);
  const drug = antiarrhythmics.find((each) => givenOn(each, screening.date) === 'yes');
  const treated = treatable && drug !== undefined;
  const maybeTreated = treatable && antiarrhythmics.length > 0;
  const values = { name: nameOf(entry.concept), drug: drug?.ingredient ?? '' };
  const turns = [...abatementTurns(diagnosis), ...antiarrhythmics.flatMap(endTurns)];
  const details = {
    evidence: [
      diagnosisEvidence(diagnosis),
      ...(maybeTreated ? antiarrhythmics.map((each) => drugEvidence(each)) : []),
    ],
    turns,
  };
  const answer = (verdict: 'met' | 'needs-investigator' | 'not-met', reason: string): Finding =>
    finding(verdict, say(`heart.rhythm-${reason}`, values), details);
  if (presence === 'past' && !maybeTreated) return answer('not-met', 'past');
  if (doubt !== undefined) return answer('needs-investigator', 'doubtful');
  if (presence === 'not-stated' && !treated) {
    if (!grave) return answer('needs-investigator', 'judge');
    const missing = [{ what: say('heart.status', values), orders: [] }];
    return finding('unknown', say('heart.status-unknown', values), { ...details, missing });
  }
  if (grave) {
    if (presence !== 'past') return answer('met', treated ? 'treated' : 'present');
    return treated ? answer('met', 'treated') : answer('needs-investigator', 'judge');
  }
  return treated && presence !== 'past' ? answer('met', 'treated') : answer('needs-investigator', 'judge');
}
