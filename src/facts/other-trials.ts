// Did the patient take part in another clinical study within so many months?

import { addMonths, isoRange, type Day } from '../logic/calendar.ts';
import { alsoShowing, finding, type Evidence, type Finding, type Turn } from '../logic/finding.ts';
import { say, type Message } from '../logic/message.ts';
import type { TrialEntry } from '../fhir/entries.ts';
import type { IndexedRecord } from '../fhir/indexed-record.ts';
import { objectAt, textAt } from '../fhir/json.ts';
import { isComplete } from '../fhir/retrieved.ts';
import { combined } from './combined.ts';
import { infusionAhead, type Screening } from './screening.ts';
import { leftStates } from '../fhir/trial-reader.ts';

export type OtherTrialQuestion = {
  /** Registration number of the trial that is screened for; its own participants do not count. */
  readonly ownStudy: string;
  /** Calendar months before enrolment. */
  readonly months: number;
};

/** Really entered and not left. */
const taking = new Set(['on-study', 'on-study-intervention', 'on-study-observation', 'follow-up', 'pending-on-study']);
const neverEntered = new Set([
  'candidate',
  'potential-candidate',
  'eligible',
  'ineligible',
  'screening',
  'not-registered',
]);

/**
 * `met`: in another interventional study now, or left one within the months before enrolment (the planned infusion, when it is
 * known). An observational study, one of unknown kind, and silence go to the investigator: the family must be asked.
 * @source NCT06222853 exclusion criterion 12; readings: spec 1.4-T, section 7 E12
 */
export function otherTrials(record: IndexedRecord, screening: Screening, question: OtherTrialQuestion): Finding {
  const [own, others] = [true, false].map((isOwn) =>
    record.trials.filter((trial) => isOf(trial, question.ownStudy) === isOwn),
  );
  const notCounted = [
    ...(own ?? []).map((trial) => evidenceOf(trial, say('trials.own'))),
    ...(others ?? [])
      .filter((trial) => neverEntered.has(trial.status))
      .map((trial) => evidenceOf(trial, say('trials.not-entered'))),
  ];
  const entered = (others ?? []).filter((trial) => !neverEntered.has(trial.status));
  const answers = entered.map((trial) => participation(trial, screening, question));
  const silence = isComplete(record.retrieved.researchSubjects)
    ? finding('needs-investigator', say('trials.ask'))
    : finding('unknown', say('trials.incomplete'), { missing: [{ what: say('trials.participation'), orders: [] }] });
  return alsoShowing(combined('any', [silence, ...answers]), { ignored: notCounted });
}

const isOf = (trial: TrialEntry, registration: string): boolean =>
  trial.studyIdentifiers.some(({ value }) => value.trim().toUpperCase() === registration.toUpperCase());

/** One study that is not this one, and that the patient may have entered. */
function participation(trial: TrialEntry, screening: Screening, { months }: OtherTrialQuestion): Finding {
  const { date } = screening;
  const since = addMonths(infusionAhead(screening) ?? date, -months);
  const { start, end } = trial;
  if (start !== undefined && start.from > date) {
    return answer('not-met', 'trials.future', trial, [{ on: start.from }]);
  }
  const turns = turnsOf(trial, months, screening.plannedInfusion);
  if (leftStates.has(trial.status)) {
    if (end === undefined) return endNotKnown(trial, turns);
    if (end.to < since) return answer('not-met', 'trials.ended-before', trial, turns, months);
    if (end.from < since) return endNotKnown(trial, turns);
    return byKind(trial, 'trials.ended-within', turns, months);
  }
  if (!taking.has(trial.status)) return answer('needs-investigator', 'trials.status-unclear', trial, turns);
  if (end !== undefined && end.to < since) return answer('needs-investigator', 'trials.contradictory', trial, turns);
  return byKind(trial, 'trials.taking-part', turns);
}

/** Participation in an interventional study decides; in an observational one or one of unknown kind a human judges. */
function byKind(trial: TrialEntry, reason: string, turns: readonly Turn[], months?: number): Finding {
  if (trial.interventional === 'yes') return answer('met', reason, trial, turns, months);
  const kind = trial.interventional === 'no' ? 'trials.observational' : 'trials.kind-unknown';
  return answer('needs-investigator', kind, trial, turns);
}

function answer(
  verdict: Finding['verdict'],
  reason: string,
  trial: TrialEntry,
  turns: readonly Turn[],
  months?: number,
): Finding {
  const values = {
    study: nameOf(trial),
    ...(months !== undefined && { months }),
    ...(trial.end !== undefined && { end: isoRange(trial.end) }),
  };
  return finding(verdict, say(reason, values), { evidence: [evidenceOf(trial)], turns });
}

const endNotKnown = (trial: TrialEntry, turns: readonly Turn[]): Finding =>
  finding('unknown', say('trials.end-unknown', { study: nameOf(trial) }), {
    evidence: [evidenceOf(trial)],
    missing: [{ what: say('trials.end-date', { study: nameOf(trial) }), orders: [] }],
    turns,
  });

/** The first days on which the end of a participation may lie outside the months, and the day after a planned infusion. */
function turnsOf(trial: TrialEntry, months: number, planned: Day | undefined): readonly Turn[] {
  const ends = trial.end === undefined ? [] : [trial.end.from, trial.end.to];
  const days = ends.flatMap((end) => [addMonths(end, months), addMonths(end, months) + 1]);
  return [...new Set([...days, ...(planned === undefined ? [] : [planned + 1])])].map((on) => ({ on }));
}

function nameOf({ study, resource, studyIdentifiers }: TrialEntry): Message | string {
  const title = textAt(study ?? {}, 'title') ?? textAt(objectAt(resource, 'study') ?? {}, 'display');
  return title ?? studyIdentifiers[0]?.value ?? say('trials.unnamed');
}

function evidenceOf(trial: TrialEntry, label: Message = say('trials.evidence', { study: nameOf(trial) })): Evidence {
  const date = trial.end ?? trial.start;
  return {
    reference: trial.reference,
    label,
    value: trial.status === '' ? '-' : trial.status,
    ...(date !== undefined && { date: isoRange(date) }),
  };
}
