// Does the patient's circulation need vasopressors now?

import { alsoShowing, finding, type Finding } from '../logic/finding.ts';
import { say } from '../logic/message.ts';
import { nameOf } from '../terminology/concept.ts';
import type { MedicationEntry } from '../fhir/entries.ts';
import type { IndexedRecord } from '../fhir/indexed-record.ts';
import { brokenOffAhead, brokenOffSince } from './broken-off.ts';
import { drugEvidence } from './drug-evidence.ts';
import { givenBetween } from './exposure-time.ts';
import type { Exposure } from './exposures.ts';
import { absenceOf, drugSearches, historyOf } from './history.ts';
import { namelessSince, namelessTurns } from './nameless-drugs.ts';
import type { Screening } from './screening.ts';
import { diagnosesOf, diagnosisEvidence, presenceOf, drugTurnsAhead, turnsAhead } from './sightings.ts';

export type CirculationWindows = {
  /** Hours back from the screening; counted in calendar days, since the screening has no time of day. */
  readonly vasopressorHours: number;
  readonly antihypertensiveDays: number;
};

/** Given by vein only, whatever the entry says of the route; the others are also inhaled, injected under the skin or dripped. */
const alwaysInfused = new Set([
  'norepinephrine',
  'dopamine',
  'dobutamine',
  'vasopressin',
  'metaraminol',
  'angiotensin ii',
  'milrinone',
  'levosimendan',
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
  const shock = diagnosesOf(record, screening, ['shock']).filter((each) => presenceOf(each, screening) === 'present');
  const namelessDays = Math.max(pressorDays, windows.antihypertensiveDays);
  const seen = [
    ...namelessSince(record, screening, screening.date - namelessDays, maySupport),
    ...brokenOffSince(record, screening, { concerns: isPressor, since: screening.date - pressorDays }),
    ...exposures.flatMap((each) => byPressor(each, screening, pressorDays)),
    ...exposures.flatMap((each) => byAntihypertensive(each, screening, windows.antihypertensiveDays)),
    ...shock.map((each) =>
      finding('needs-investigator', say('heart.shock', { name: nameOf(each.entry.concept) }), {
        evidence: [diagnosisEvidence(each)],
      }),
    ),
  ];
  const silence = absenceOf(record, { what: say('heart.vasopressor'), searches: [...drugSearches, 'conditions'] });
  return alsoShowing(historyOf(silence, seen), {
    turns: [
      ...turnsAhead(record, screening, ['shock']),
      ...drugTurnsAhead(record, screening),
      ...brokenOffAhead(record, screening, isPressor),
      ...namelessTurns(record, screening, namelessDays),
    ],
  });
}

/** A drug that nobody can tell may be one of these unless its route is another than they are given by. */
const maySupport = ({ route }: MedicationEntry): boolean =>
  route === undefined || route === 'intravenous' || route === 'injection' || route === 'oral';

/** A vasopressor by vein, or by a route that nobody states. */
const isPressor = ({ identified, route }: MedicationEntry): boolean =>
  identified.state === 'known' &&
  identified.drug.classes.has('vasopressor') &&
  (route === undefined || route === 'intravenous' || route === 'injection');

function byPressor(exposure: Exposure, { date }: Screening, days: number): readonly Finding[] {
  const { classes, ingredient, route, source } = exposure;
  const oral = classes.has('oral-vasopressor');
  if (!oral && !classes.has('vasopressor')) return [];
  const infused =
    route === 'intravenous' || (alwaysInfused.has(ingredient) && (route === undefined || route === 'injection'));
  const elsewhere = route !== undefined && route !== 'intravenous' && route !== 'injection';
  const certainty = givenBetween(exposure, date - days, date);
  if (certainty === 'no' || (elsewhere && !oral)) return [];
  const recorded = source === 'administration' || (source === 'statement' && certainty === 'yes');
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
  const { classes, ingredient, route } = exposure;
  const byVein = route === 'intravenous' || route === 'injection';
  if (!classes.has('iv-antihypertensive') || !byVein || givenBetween(exposure, date - days, date) === 'no') return [];
  const details = { evidence: [drugEvidence(exposure)], turns: lapse(exposure, days) };
  return [finding('needs-investigator', say('heart.antihypertensive', { drug: ingredient, days }), details)];
}

const lapse = ({ end }: Exposure, days: number): Finding['turns'] =>
  end === undefined ? [] : [{ on: end.from + days + 1 }, { on: end.to + days + 1 }];
