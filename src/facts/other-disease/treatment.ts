// Does another disease than lupus need long-term glucocorticoid or immunosuppression?

import { alsoShowing, finding, type Finding } from '../../logic/finding.ts';
import { say } from '../../logic/message.ts';
import { nameOf } from '../../terminology/concept.ts';
import { isLocalRoute } from '../../terminology/routes.ts';
import type { MedicationEntry } from '../../fhir/entries.ts';
import type { IndexedRecord } from '../../fhir/indexed-record.ts';
import { mayHaveBeenGiven } from '../entry-time.ts';
import { brokenOffAhead, brokenOffSince } from '../drugs/broken-off.ts';
import { drugEvidence } from '../drugs/evidence.ts';
import { givenOn } from '../drugs/exposure-time.ts';
import { endTurns, type Exposure } from '../drugs/exposures.ts';
import { absenceOf, historyOf, notCounted } from '../history.ts';
import { lastingCourse, type ReasonedDrug } from './course.ts';
import { drugReason, type DrugReason } from '../drugs/reason.ts';
import { mayMeanNephritis, nephritisBehind } from './nephrotic.ts';
import { codesOf, namelessEver } from '../drugs/nameless.ts';
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

const sets = ['other-glucocorticoid-disease'] as const;
const glucocorticoid = ['glucocorticoid', 'glucocorticoid-unconverted'];
const suppressing = ['trial-agent', 'other-immunosuppressant'];
/** Reasons that are, or may be, another disease. */
const mattersHere: readonly DrugReason['of'][] = ['other-disease', 'shared', 'unclear'];

/**
 * A systemic glucocorticoid given for another disease, going on or for at least so many days: `met`. An immunosuppressant given for
 * one, and a present disease that is usually so treated where the drugs do not say that they are for lupus, go to the investigator.
 * What belongs to lupus (haemolytic anaemia, thrombocytopenia, overlap with other connective tissue diseases, the nephrotic syndrome of lupus nephritis) is no other disease,
 * and a transplant is another criterion's matter. `unknown`: what was given for another disease has only an unknown code, or one
 * that its name contradicts.
 * @source NCT06222853 exclusion criterion 5; readings: clinical specification section 7, E5
 */
export function otherDiseaseTreated(
  record: IndexedRecord,
  exposures: readonly Exposure[],
  screening: Screening,
  lastingDays: number,
): Finding {
  const treatments = exposures
    .filter(({ systemic, asNeeded }) => systemic !== 'local' && !asNeeded)
    .map((exposure) => ({ exposure, reason: reasonHere(record, exposure, screening) }));
  const of = (classes: readonly string[]) =>
    treatments.filter(({ exposure }) => classes.some((name) => exposure.classes.has(name)));
  const [glucocorticoids, others] = [of(glucocorticoid), of(suppressing)];
  const courses = Map.groupBy(
    glucocorticoids.filter(({ reason }) => mattersHere.includes(reason.of)),
    ({ reason }) => `${reason.of} ${reason.name}`,
  );
  const running = [...glucocorticoids, ...others].filter(({ exposure }) => givenOn(exposure, screening.date) !== 'no');
  const seen = [
    ...[...courses.values()].map((course) => lastingCourse(course, screening, lastingDays)),
    ...others.flatMap((each) => suppressedFor(each)),
    ...untoldFor(record, screening),
    ...brokenOffSince(record, screening, { concerns: perhapsFor(record), since: -Infinity }),
    ...sightedDiagnoses(record, screening, sets).map((each) => usuallyTreated(record, each, running, screening)),
  ];
  const silence = absenceOf(record, { what: say('other-disease.what'), searches: ['conditions', ...drugSearches] });
  return alsoShowing(historyOf(silence, seen), {
    ...notCounted(record, sets),
    turns: [
      ...sightingsAhead(record, screening, sets),
      ...drugTurnsAhead(record, screening),
      ...brokenOffAhead(record, screening, perhapsFor(record)),
      ...running.flatMap(({ exposure }) => endTurns(exposure)),
    ],
  });
}

/** What a drug was given for; a nephrotic syndrome of no named cause may be that of lupus nephritis. */
function reasonHere(record: IndexedRecord, { reasons }: Exposure, screening: Screening): DrugReason {
  const reason = drugReason(record, reasons);
  const may = reason.of === 'other-disease' && mayMeanNephritis(record, reasons, screening);
  return may ? { ...reason, of: 'unclear' } : reason;
}

/**
 * A drug that nobody can tell, for want of a name or because name and code disagree, may be a glucocorticoid or an immunosuppressant
 * if it was given for another disease, or for a reason that is not understood.
 */
function untoldFor(record: IndexedRecord, screening: Screening): readonly Finding[] {
  const reason = ({ reasons }: MedicationEntry): DrugReason => drugReason(record, reasons);
  const matters = (entry: MedicationEntry): boolean => !isLocal(entry) && mattersHere.includes(reason(entry).of);
  const unread = record.medications.filter(
    (entry) => isUnread(entry) && matters(entry) && mayHaveBeenGiven(entry, -Infinity, screening.date),
  );
  return [['nameless', namelessEver(record, screening, matters)] as const, ['unread', unread] as const].flatMap(
    ([why, entries]) => {
      if (entries.length === 0) return [];
      const diseases = [...new Set(entries.map((entry) => reason(entry).name))].sort();
      return [finding('unknown', say(`other-disease.${why}`, { diseases }), { missing: [codesOf(entries)] })];
    },
  );
}

/** Whether a drug that may have been given is one that matters here, and was for another disease. */
const perhapsFor =
  (record: IndexedRecord) =>
  (entry: MedicationEntry): boolean =>
    entry.identified.state === 'known' &&
    isOfClasses(entry.identified.drug.classes) &&
    !isLocal(entry) &&
    mattersHere.includes(drugReason(record, entry.reasons).of);

const isOfClasses = (classes: ReadonlySet<string>): boolean =>
  [...glucocorticoid, ...suppressing].some((each) => classes.has(each));

/** Whether name and code disagree, and one of them is a drug that matters here. */
const isUnread = ({ identified }: MedicationEntry): boolean =>
  identified.state === 'contradictory' && isOfClasses(identified.classes);

/** Given into the rectum a drug reaches the whole body too, at least in part. */
const isLocal = ({ route }: MedicationEntry): boolean => route !== 'rectal' && isLocalRoute(route);

function suppressedFor({ exposure, reason }: ReasonedDrug): readonly Finding[] {
  if (!mattersHere.includes(reason.of)) return [];
  const [drug, disease] = [exposure.ingredient, reason.name];
  const why =
    reason.of === 'other-disease'
      ? say('other-disease.suppressed', { drug, disease })
      : say(reason.of === 'shared' ? 'other-disease.shared' : 'other-disease.reason-unclear', { drugs: drug, disease });
  return [finding('needs-investigator', why, { evidence: [drugEvidence(exposure)] })];
}

function usuallyTreated(
  record: IndexedRecord,
  diagnosis: SightedDiagnosis,
  running: readonly ReasonedDrug[],
  screening: Screening,
): Finding {
  const { entry } = diagnosis;
  const values = { name: nameOf(entry.concept) };
  const turns = abatementTurns(diagnosis);
  const details = { evidence: [diagnosisEvidence(diagnosis)], turns };
  if (diagnosisPresence(diagnosis, screening) === 'past')
    return finding('not-met', say('other-disease.past', values), details);
  const nephritis = nephritisBehind(record, diagnosis, screening);
  if (nephritis !== undefined)
    return finding('not-met', say('other-disease.of-nephritis', { ...values, nephritis }), details);
  const allForLupus = running.length > 0 && running.every(({ reason }) => reason.of === 'lupus');
  if (allForLupus) return finding('not-met', say('other-disease.drugs-for-lupus', values), details);
  return finding('needs-investigator', say('other-disease.usually-treated', values), details);
}
