// Was the patient's kidney function replaced by dialysis within three months before the infusion?

import { addMonths, isoRange, type Day, type DayRange } from '../../logic/calendar.ts';
import { alsoShowing, finding, type Evidence, type Finding, type Turn } from '../../logic/finding.ts';
import { say } from '../../logic/message.ts';
import { agreed, type Verdict } from '../../logic/verdict.ts';
import { nameOf, textsOf, type Concept } from '../../terminology/concept.ts';
import type { IndexedRecord } from '../../fhir/indexed-record.ts';
import { absenceOf, historyOf, notCounted } from '../history.ts';
import { infusionAhead, type Screening } from '../screening.ts';
import {
  sightedDiagnoses,
  diagnosisEvidence,
  goesOn,
  operationEvidence,
  sightedOperations,
  diagnosisPresence,
  sightingsAhead,
} from '../sightings.ts';
import type { SightedDiagnosis, SightedOperation } from '../sightings.ts';

export type ReplacementWindow = {
  /** Calendar months before the infusion. */
  readonly months: number;
  /** Days back from the screening within which a session surely counts while the day of the infusion is not known. */
  readonly recentDays: number;
};

const sets = ['dialysis'] as const;

const access = String.raw`\b(?:catheter|access|fistula|shunt)\b`;
const deed = String.raw`\b(?:placement|fitting|adjustment|insertion|removal|exchange|creation|care|repair|replacement|breakdown|displacement|leakage|infection|thrombosis|stenosis|occlusion|obstruction|malfunction|mechanical complication)\b`;
/** A catheter or fistula for dialysis that is laid, cared for, troubled or taken out: no session is said to have been held. */
const accessOnly = new RegExp(
  `${access}.*${deed}|${deed}.*${access}|(?:导管|通路|内瘘)[^，。]{0,6}(?:置入|植入|置管|留置|拔除|取出|更换|护理|维护|建立|成形)|(?:透析|血透|腹透)(?:用)?(?:置管|拔管|管置入)|(?:(?:透析|血透|腹透)(?:用|管路|导管|管|通路)|内瘘)[^，。]{0,4}(?:感染|狭窄|血栓|闭塞|堵塞|失功|功能)`,
  'i',
);
/** The same by code. @source ICD-10-CM: Z49.0 preparatory care; T82.4, T85.6 and T85.71 complications of catheters for dialysis */
const accessCode = /^(?:Z49\.0|T82\.4|T85\.6[1239]1|T85\.71)/i;

/** Blood purification that is not said to be dialysis: it may be plasma exchange. */
const kindUnsaid = /^(?!.*(?:透析|血透|血滤|滤过|替代|连续|持续|床旁|crrt)).*血液净化/i;

const isUnclear = (concept: Concept): boolean =>
  concept.codings.some(({ code }) => accessCode.test(code)) ||
  textsOf(concept).some((text) => accessOnly.test(text) || kindUnsaid.test(text));

/**
 * Ongoing renal replacement: `met`. Else by the last session: without a planned infusion `met` up to `recentDays` before the
 * screening, needs-investigator up to `months` before it, `not-met` beyond; with one, `met` within `months` before the infusion.
 * Plasma exchange and immunoadsorption do not count; an access for dialysis without a session and blood purification of no named kind go to the investigator.
 * @source NCT06222853 exclusion criterion 3; readings: clinical specification 1.4-M and section 7, E3a
 */
export function renalReplacementWithin(
  record: IndexedRecord,
  screening: Screening,
  window: ReplacementWindow,
): Finding {
  const seen = [
    ...sightedOperations(record, screening, sets).map((each) => bySession(each, screening, window)),
    ...sightedDiagnoses(record, screening, sets).map((each) => byDependence(each, screening, window)),
  ];
  const silence = absenceOf(record, { what: say('renal.replacement'), searches: ['conditions', 'procedures'] });
  const turns = [...sightingsAhead(record, screening, sets), ...infusionTurn(screening)];
  return alsoShowing(historyOf(silence, seen), { ...notCounted(record, sets), turns });
}

/** On the day after a planned infusion the plan has passed. */
const infusionTurn = (screening: Screening): readonly Turn[] => {
  const infusion = infusionAhead(screening);
  return infusion === undefined ? [] : [{ on: infusion + 1 }];
};

function bySession(session: SightedOperation, screening: Screening, window: ReplacementWindow): Finding {
  const { entry, doubt } = session;
  const name = nameOf(entry.concept);
  const evidence = [operationEvidence(session)];
  const { ended, performed } = entry;
  const going = goesOn(session, screening);
  if (doubt !== undefined || isUnclear(entry.concept)) {
    const last = ended === undefined ? undefined : byLastDay(name, ended, evidence, screening, window);
    if (last?.verdict === 'not-met' && going === 'no') return last;
    return finding('needs-investigator', say('renal.doubtful', { name }), { evidence, turns: last?.turns ?? [] });
  }
  if (going === 'yes') return finding('met', say('renal.ongoing', { name }), { evidence });
  if (ended !== undefined) {
    const last = byLastDay(name, ended, evidence, screening, window);
    // Under way by its status and over by its end: the last session was on that day, or later.
    if (going === 'no' || last.verdict === 'met') return last;
    return alsoShowing(lastDayUnknown(name, evidence), { turns: last.turns });
  }
  // Completed without an end: the last session was on the day it began, or later.
  if (performed !== undefined && judge(performed.from, screening, window) === 'met') {
    return byLastDay(name, performed, evidence, screening, window);
  }
  return lastDayUnknown(name, evidence);
}

function byDependence(dependence: SightedDiagnosis, screening: Screening, window: ReplacementWindow): Finding {
  const { entry, doubt } = dependence;
  const name = nameOf(entry.concept);
  const evidence = [diagnosisEvidence(dependence)];
  if (doubt !== undefined || isUnclear(entry.concept))
    return finding('needs-investigator', say('renal.doubtful', { name }), { evidence });
  if (diagnosisPresence(dependence, screening) === 'present') {
    return finding('met', say('renal.ongoing', { name }), { evidence });
  }
  const { onset, abatement } = entry;
  if (abatement !== undefined) return byLastDay(name, abatement, evidence, screening, window);
  // Over or not: the last session was on the day it began, or later. The day it was written down says nothing of it.
  if (onset !== undefined && judge(onset.from, screening, window) === 'met') {
    return byLastDay(name, onset, evidence, screening, window);
  }
  return lastDayUnknown(name, evidence);
}

const lastDayUnknown = (name: string, evidence: readonly Evidence[]): Finding =>
  finding('unknown', say('renal.last-unknown', { name }), {
    evidence,
    missing: [{ what: say('renal.last-day', { name }), orders: [] }],
  });

function byLastDay(
  name: string,
  last: DayRange,
  evidence: readonly Evidence[],
  screening: Screening,
  window: ReplacementWindow,
): Finding {
  const latest = Math.min(last.to, screening.date);
  const verdict = agreed(judge(last.from, screening, window), judge(latest, screening, window));
  const turns = [last.from, latest].flatMap((day) => turnsOf(day, window));
  if (verdict === 'unknown') return alsoShowing(lastDayUnknown(name, evidence), { turns });
  const values = { name, date: isoRange(last), days: window.recentDays, months: window.months };
  const reason = infusionAhead(screening) === undefined ? `renal.${verdict}` : `renal.${verdict}-infusion`;
  return finding(verdict, say(reason, values), { evidence, turns });
}

function judge(last: Day, screening: Screening, { months, recentDays }: ReplacementWindow): Verdict {
  const { date } = screening;
  const infusion = infusionAhead(screening);
  if (infusion !== undefined) return last >= addMonths(infusion, -months) ? 'met' : 'not-met';
  if (date - last <= recentDays) return 'met';
  return last >= addMonths(date, -months) ? 'needs-investigator' : 'not-met';
}

const turnsOf = (last: Day, { months, recentDays }: ReplacementWindow): readonly Turn[] => {
  const lapse = addMonths(last, months);
  return [last + recentDays + 1, lapse, lapse + 1].map((on) => ({ on }));
};
