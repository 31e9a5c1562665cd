// Did the patient ever have congenital heart disease, or an acute myocardial infarction lately?

import { addMonths, isoRange, type Day } from '../../logic/calendar.ts';
import { alsoShowing, finding, type Finding, type Turn } from '../../logic/finding.ts';
import { say, type Message } from '../../logic/message.ts';
import { agreed, type Verdict } from '../../logic/verdict.ts';
import { nameOf, textsOf } from '../../terminology/concept.ts';
import { setsOfCode } from '../../terminology/value-sets.ts';
import type { ProcedureEntry } from '../../fhir/entries.ts';
import type { IndexedRecord } from '../../fhir/indexed-record.ts';
import { absenceOf, everHad, historyOf, notCounted } from '../history.ts';
import { reportedWithin } from '../results/reported.ts';
import type { Screening } from '../screening.ts';
import { sightedDiagnoses, diagnosisEvidence, sightingsAhead, type SightedDiagnosis } from '../sightings.ts';
import { notesOf } from '../../fhir/notes.ts';

/**
 * Congenital heart disease ever, repaired or not: `met`. A patent foramen ovale, a bicuspid aortic valve and a shunt that closed by
 * itself go to the investigator, and so does a stenosis of the pulmonary or aortic valve that is not said to be congenital, or surgery of the heart of which nobody says what for;
 * congenital heart block is an arrhythmia.
 * @source NCT06222853 exclusion criterion 4; readings: clinical specification 1.4-K and section 7, E4
 */
export function everHadCongenitalHeartDisease(
  record: IndexedRecord,
  screening: Screening,
  reportDays: number,
): Finding {
  const what = say('heart.congenital');
  const searches = ['conditions', 'procedures'] as const;
  const closed = sightedDiagnoses(record, screening, ['chd']).filter((each) => closedByItself(each, record));
  const also = closed.map((each) => {
    const values = { name: nameOf(each.entry.concept) };
    return finding('needs-investigator', say('heart.closed', values), { evidence: [diagnosisEvidence(each)] });
  });
  const apart = new Set(closed.map(({ entry }) => entry.reference));
  const sets = { proving: ['chd'], judged: ['chd-trivial', 'outflow-stenosis', 'heart-surgery'] } as const;
  return everHad(record, screening, { what, ...sets, provedBy: isRepair, apart, also, searches, reportDays });
}

/** An operation code of the set, or words of an operation; an image of a heart proves nothing. */
const isRepair = ({ concept }: ProcedureEntry): boolean =>
  concept.codings.some((coding) => setsOfCode(coding).has('chd')) ||
  textsOf(concept).some((text) =>
    /repair|closure|ligation|shunt|switch|fontan|glenn|operation|surg|correction|implant|patch|修补|封堵|结扎|矫治|根治|成形|切断|闭合术|术后|吻合/i.test(
      text,
    ),
  );

/** A note of the entry says that the defect closed without treatment, or its name that a shunt is closed and of no treatment. */
const closedByItself = ({ entry }: SightedDiagnosis, record: IndexedRecord): boolean =>
  notesOf(entry.resource).some((note) => record.mentions(note).get('chd-trivial') === 'yes') ||
  textsOf(entry.concept).some((text) => closedShunt.test(text));

const closedShunt =
  /^(?:(?:small|tiny|secundum|muscular|perimembranous) )*(?:[av]sd|pda|(?:atrial|ventricular) septal defect|patent ductus arteriosus)[\s,;(（-]*(?:now )?closed\)?$|^(?:小型?)?(?:动脉导管未闭|[房室]间隔缺损)[\s，,(（]*(?:已|现已)闭合[)）]?$/i;

/**
 * An acute myocardial infarction within the calendar months before the screening: `met`; an earlier one: `not-met`.
 * @source NCT06222853 exclusion criterion 4; readings: clinical specification 1.4-K and section 7, E4
 */
export function myocardialInfarctionWithin(
  record: IndexedRecord,
  screening: Screening,
  { months, reportDays }: { readonly months: number; readonly reportDays: number },
): Finding {
  const sets = ['myocardial-infarction', 'old-myocardial-infarction'] as const;
  const what = say('heart.infarction');
  const diagnosed = sightedDiagnoses(record, screening, sets).map((each) =>
    infarction(each, screening, months, record.meaning(each.entry.concept).sets.has('myocardial-infarction')),
  );
  const reason = (date: string | Message) => say('history.reported', { what, date });
  const reported = reportedWithin(record, screening, {
    sets: ['myocardial-infarction'],
    windowDays: reportDays,
    reason,
  });
  const seen = [...diagnosed, ...reported];
  const recent = { searches: ['diagnosticReports'] as const, since: screening.date - reportDays };
  const silence = absenceOf(record, { what, searches: ['conditions'], recent });
  return alsoShowing(historyOf(silence, seen), {
    ...notCounted(record, sets),
    turns: sightingsAhead(record, screening, sets),
  });
}

function infarction(diagnosis: SightedDiagnosis, screening: Screening, months: number, acute: boolean): Finding {
  const { entry, doubt, when } = diagnosis;
  const since = addMonths(screening.date, -months);
  const within = (day: Day): Verdict => (day >= since ? 'met' : 'not-met');
  const values = { name: nameOf(entry.concept), months, ...(when !== undefined && { date: isoRange(when) }) };
  const details = {
    evidence: [diagnosisEvidence(diagnosis)],
    turns: when === undefined ? [] : lapses([when.from, when.to], months),
  };
  // An old infarction recorded on a day happened before it: only a day out of the window is certain.
  const verdict =
    when === undefined
      ? 'unknown'
      : acute || entry.onset !== undefined
        ? agreed(within(when.from), within(when.to))
        : within(when.to) === 'not-met'
          ? 'not-met'
          : 'unknown';
  if (verdict === 'not-met') return finding(verdict, say('heart.infarction-before', values), details);
  if (doubt !== undefined) return finding('needs-investigator', say('heart.infarction-doubtful', values), details);
  if (verdict === 'met') return finding(verdict, say('heart.infarction-within', values), details);
  const missing = [{ what: say('heart.infarction-date'), orders: [] }];
  return finding('unknown', say('heart.infarction-undated', values), { ...details, missing });
}

const lapses = (days: readonly Day[], months: number): readonly Turn[] =>
  days.flatMap((day) => [{ on: addMonths(day, months) }, { on: addMonths(day, months) + 1 }]);
