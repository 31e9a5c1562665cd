// Is the patient's lung free of serious lesions?

import { isoRange } from '../../logic/calendar.ts';
import { alsoShowing, finding, type Finding } from '../../logic/finding.ts';
import { say } from '../../logic/message.ts';
import { nameOf } from '../../terminology/concept.ts';
import type { ValueSetName } from '../../terminology/value-sets.ts';
import type { IndexedRecord } from '../../fhir/indexed-record.ts';
import { combined } from '../combined.ts';
import { absenceOf, notCounted } from '../history.ts';
import { reportedWithin } from '../results/reported.ts';
import type { Screening } from '../screening.ts';
import {
  sightedDiagnoses,
  diagnosisEvidence,
  endsUnsaid,
  goesOn,
  operationEvidence,
  sightedOperations,
  diagnosisPresence,
  standingOf,
  sightingsAhead,
  abatementTurns,
  visitOverOn,
} from '../sightings.ts';
import type { SightedDiagnosis, SightedOperation } from '../sightings.ts';

const lesions: readonly ValueSetName[] = [
  'interstitial-lung-disease',
  'alveolar-haemorrhage',
  'lupus-pneumonitis',
  'pulmonary-hypertension',
  'pulmonary-embolism',
  'pneumothorax',
  'respiratory-failure',
  'pneumonia',
  'acute-lung-disease',
  'active-tuberculosis',
  'home-oxygen',
  'mechanical-ventilation',
];
/** Of these an earlier visit says nothing of today. */
const passing: ReadonlySet<ValueSetName> = new Set<ValueSetName>(['pneumonia', 'acute-lung-disease']);
const lasting = lesions.filter((each) => !passing.has(each));
const support = ['home-oxygen', 'mechanical-ventilation'] as const;

/**
 * No serious lung lesion: `met` on the strength of absence, if the searches were complete. A lung disease of the list that is not
 * over, one in the words of a recent report, and oxygen or ventilation within the days, go to the investigator; a small pleural effusion alone does not matter.
 * @source NCT06222853 inclusion criterion 4; readings: clinical specification section 6, "Serious lung lesion"
 */
export function freeOfLungLesions(
  record: IndexedRecord,
  screening: Screening,
  { supportDays, reportDays }: { readonly supportDays: number; readonly reportDays: number },
): Finding {
  const what = say('lung.what');
  const recent = { searches: ['diagnosticReports'] as const, since: screening.date - reportDays };
  const absence = absenceOf(record, { what, searches: ['conditions', 'procedures'], recent });
  const silence = absence.verdict === 'not-met' ? finding('met', absence.reason) : absence;
  const seen = [
    ...sightedDiagnoses(record, screening, lesions).map((each) => byDiagnosis(record, each, screening, reportDays)),
    ...sightedOperations(record, screening, support).flatMap((each) => bySupport(each, screening, supportDays)),
    ...reportedWithin(record, screening, {
      sets: lesions,
      windowDays: reportDays,
      reason: (date) => say('lung.reported', { date }),
    }),
  ];
  return alsoShowing(combined('all', [silence, ...seen]), {
    ...notCounted(record, lesions),
    turns: sightingsAhead(record, screening, lesions),
  });
}

function byDiagnosis(
  record: IndexedRecord,
  diagnosis: SightedDiagnosis,
  screening: Screening,
  visitDays: number,
): Finding {
  const { entry, doubt } = diagnosis;
  const values = { name: nameOf(entry.concept) };
  const passes = standingOf(record, entry.concept, lasting) === undefined;
  const visitOver = passes ? visitOverOn(diagnosis, visitDays) : undefined;
  const isOver = visitOver !== undefined && visitOver <= screening.date;
  const ahead = visitOver === undefined || isOver ? [] : [{ on: visitOver }];
  const details = { evidence: [diagnosisEvidence(diagnosis)], turns: [...abatementTurns(diagnosis), ...ahead] };
  if (isOver || diagnosisPresence(diagnosis, screening) === 'past')
    return finding('met', say('lung.past', values), details);
  return finding('needs-investigator', say(doubt === undefined ? 'lung.present' : 'lung.doubtful', values), details);
}

function bySupport(operation: SightedOperation, screening: Screening, days: number): readonly Finding[] {
  const { entry, when } = operation;
  const values = { name: nameOf(entry.concept), days };
  const evidence = [operationEvidence(operation)];
  if (endsUnsaid(operation)) return [finding('needs-investigator', say('lung.support-open', values), { evidence })];
  const going = goesOn(operation, screening) !== 'no';
  const last = entry.ended ?? when;
  if (!going && last !== undefined && last.to < screening.date - days) return [];
  const reason =
    last === undefined ? say('lung.support-undated', values) : say('lung.support', { ...values, date: isoRange(last) });
  const turns = going || last === undefined ? [] : [{ on: last.to + days + 1 }];
  return [finding('needs-investigator', reason, { evidence, turns })];
}
