// Does the patient's circulation need vasopressors now?

import { alsoShowing, finding, type Finding } from '../../logic/finding.ts';
import { say } from '../../logic/message.ts';
import { nameOf } from '../../terminology/concept.ts';
import { isByVein } from '../../terminology/routes.ts';
import type { MedicationEntry } from '../../fhir/entries.ts';
import type { IndexedRecord } from '../../fhir/indexed-record.ts';
import { brokenOffAhead, brokenOffSince } from '../drugs/broken-off.ts';
import { drugEvidence } from '../drugs/evidence.ts';
import { givenBetween } from '../drugs/exposure-time.ts';
import { endTurns, type Exposure } from '../drugs/exposures.ts';
import { absenceOf, historyOf } from '../history.ts';
import { namelessSince, namelessTurns } from '../drugs/nameless.ts';
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

export type CirculationWindows = {
  /** Hours back from the screening; counted in calendar days, since the screening has no time of day. */
  readonly vasopressorHours: number;
  readonly antihypertensiveDays: number;
};

/** Given by vein only, also where the entry does not say so; the others are also inhaled, injected under the skin or dripped. */
const alwaysInfused = new Set([
  'norepinephrine',
  'dopamine',
  'dobutamine',
  'vasopressin',
  'metaraminol',
  'angiotensin ii',
  'milrinone',
  'levosimendan',
  'nitroprusside',
  'clevidipine',
]);

/**
 * A vasopressor or inotrope by vein running or given within the hours: `met` if its giving is recorded, and for the investigator if
 * it is only ordered. Midodrine, an intravenous antihypertensive within its days and a shock on record go to the investigator;
 * oral antihypertensives never count. `unknown`: a drug of these days that only an unknown code names.
 * @source NCT06222853 exclusion criterion 4; readings: clinical specification 1.4-J and section 7, E4
 */
export function needsVasopressors(
  record: IndexedRecord,
  exposures: readonly Exposure[],
  screening: Screening,
  windows: CirculationWindows,
): Finding {
  const pressorDays = Math.ceil(windows.vasopressorHours / 24);
  const namelessDays = Math.max(pressorDays, windows.antihypertensiveDays);
  const seen = [
    ...namelessSince(record, screening, screening.date - namelessDays, maySupport),
    ...brokenOffSince(record, screening, { concerns: isPressor, since: screening.date - pressorDays }),
    ...brokenOffSince(record, screening, {
      concerns: isAntihypertensive,
      since: screening.date - windows.antihypertensiveDays,
    }),
    ...exposures.flatMap((each) => byPressor(each, screening, pressorDays)),
    ...exposures.flatMap((each) => byAntihypertensive(each, screening, windows.antihypertensiveDays)),
    ...sightedDiagnoses(record, screening, ['shock']).flatMap((each) => byShock(each, screening)),
  ];
  const silence = absenceOf(record, { what: say('heart.vasopressor'), searches: [...drugSearches, 'conditions'] });
  return alsoShowing(historyOf(silence, seen), {
    turns: [
      ...sightingsAhead(record, screening, ['shock']),
      ...drugTurnsAhead(record, screening),
      ...brokenOffAhead(record, screening, (each) => isPressor(each) || isAntihypertensive(each)),
      ...namelessTurns(record, screening, namelessDays),
    ],
  });
}

/** A drug that nobody can tell may be one of these unless its route is another than they are given by. */
const maySupport = ({ route }: MedicationEntry): boolean => route === undefined || route === 'oral' || isByVein(route);

/** A vasopressor by vein, or by a route that nobody states. */
const isPressor = ({ identified, route }: MedicationEntry): boolean =>
  identified.state === 'known' &&
  identified.drug.classes.has('vasopressor') &&
  (route === undefined || isByVein(route));

/** One that lowers the pressure, by vein: without a route what is only given so, and what was given by somebody. */
const isAntihypertensive = ({ identified, route, source }: MedicationEntry): boolean =>
  identified.state === 'known' &&
  identified.drug.classes.has('iv-antihypertensive') &&
  (route === undefined
    ? source === 'administration' || identified.drug.ingredients.some((each) => alwaysInfused.has(each))
    : isByVein(route));

function byShock(diagnosis: SightedDiagnosis, screening: Screening): readonly Finding[] {
  if (diagnosisPresence(diagnosis, screening) === 'past') return [];
  const details = { evidence: [diagnosisEvidence(diagnosis)], turns: abatementTurns(diagnosis) };
  return [finding('needs-investigator', say('heart.shock', { name: nameOf(diagnosis.entry.concept) }), details)];
}

function byPressor(exposure: Exposure, { date }: Screening, days: number): readonly Finding[] {
  const { classes, ingredient, route, source } = exposure;
  const oral = classes.has('oral-vasopressor');
  if (!oral && !classes.has('vasopressor')) return [];
  const infused = route === 'intravenous' || alwaysInfused.has(ingredient);
  const elsewhere = route !== undefined && !isByVein(route);
  const certainty = givenBetween(exposure, date - days, date);
  if (certainty === 'no' || (elsewhere && !oral)) return [];
  const recorded = source === 'administration' || source === 'statement';
  const verdict = !oral && infused && recorded && certainty === 'yes' ? 'met' : 'needs-investigator';
  const reason =
    verdict === 'met' ? 'heart.vasopressor-given' : oral ? 'heart.vasopressor-oral' : 'heart.vasopressor-judge';
  return [
    finding(verdict, say(reason, { drug: ingredient }), {
      evidence: [drugEvidence(exposure)],
      turns: lapse(exposure, days),
    }),
  ];
}

function byAntihypertensive(exposure: Exposure, { date }: Screening, days: number): readonly Finding[] {
  const { entry, ingredient } = exposure;
  if (!isAntihypertensive(entry) || givenBetween(exposure, date - days, date) === 'no') return [];
  const details = { evidence: [drugEvidence(exposure)], turns: lapse(exposure, days) };
  return [finding('needs-investigator', say('heart.antihypertensive', { drug: ingredient, days }), details)];
}

/** The days on which a drug leaves a window of so many days. */
const lapse = (exposure: Exposure, days: number): Finding['turns'] =>
  endTurns(exposure).map(({ on }) => ({ on: on + days }));
