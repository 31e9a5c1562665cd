// Is hepatitis B or C excluded: antibody or antigen positive, and viral load above the reference?

import { finding, type Finding } from '../../logic/finding.ts';
import { say } from '../../logic/message.ts';
import type { Verdict } from '../../logic/verdict.ts';
import type { ValueSetName } from '../../terminology/value-sets.ts';
import type { IndexedRecord } from '../../fhir/indexed-record.ts';
import { isComplete } from '../../fhir/retrieved.ts';
import type { Exposure } from '../drugs/exposures.ts';
import type { Screening } from '../screening.ts';
import { viralLoad, type LoadState } from './load.ts';
import { persistentMarker, type Marker, type MarkerQuestion, type MarkerState } from './marker.ts';
import { isOpen, orderFlags, toObtain } from './open.ts';
import { passiveAntibodies } from './passive.ts';
import { besideReports } from './reported.ts';
import { sightedDiagnoses, diagnosisEvidence, sightingsAhead, type SightedDiagnosis } from '../sightings.ts';

export type HepatitisQuestion = {
  /** "HBV" or "HCV", as flags and sentences name it. */
  readonly virus: 'HBV' | 'HCV';
  /** Any of these positive counts as positive. */
  readonly serology: readonly MarkerQuestion[];
  readonly load: MarkerQuestion;
  /** A confirmed diagnosis of it counts as positive serology, whatever its clinical status. */
  readonly diagnosis: ValueSetName;
};

/** Serology of all markers together: positive if one is, negative if all are. */
type Serology = MarkerState;

/**
 * The truth table of one hepatitis virus: rows serology, columns viral load.
 * @source spec section 7, "E8 truth tables"
 */
export const hepatitisTable: Readonly<Record<Serology, Readonly<Record<LoadState, Verdict>>>> = {
  positive: {
    above: 'met',
    'not-above': 'not-met',
    uncertain: 'needs-investigator',
    missing: 'unknown',
    unreadable: 'unknown',
  },
  negative: {
    above: 'needs-investigator',
    'not-above': 'not-met',
    uncertain: 'needs-investigator',
    missing: 'not-met',
    unreadable: 'unknown',
  },
  uncertain: {
    above: 'needs-investigator',
    'not-above': 'not-met',
    uncertain: 'needs-investigator',
    missing: 'unknown',
    unreadable: 'unknown',
  },
  missing: {
    above: 'unknown',
    'not-above': 'not-met',
    uncertain: 'unknown',
    missing: 'unknown',
    unreadable: 'unknown',
  },
  unreadable: {
    above: 'unknown',
    'not-above': 'not-met',
    uncertain: 'unknown',
    missing: 'unknown',
    unreadable: 'unknown',
  },
};

/** The answer of the truth table for the record, with what to order where it is unknown. */
export function hepatitis(
  record: IndexedRecord,
  screening: Screening,
  exposures: readonly Exposure[],
  question: HepatitisQuestion,
): Finding {
  const { virus } = question;
  const markers = question.serology.map((each) => {
    const { state, shown } = persistentMarker(record, screening, each);
    return { state, shown, question: each };
  });
  const diagnoses = sightedDiagnoses(record, screening, [question.diagnosis]);
  const serology = together(markers, diagnoses, isComplete(record.retrieved.conditions));
  const load = viralLoad(record, screening, question.load);
  const verdict = hepatitisTable[serology][load.state];
  const open = verdict === 'unknown' ? openTests(serology, markers, { ...load, question: question.load }) : [];
  const urgent = load.state === 'above' && serology !== 'positive';
  const shown = [...markers, load].map((marker) => marker.shown);
  const reason = say('serology.hepatitis', {
    virus,
    serology: say(`serology.of-markers.${serology}`),
    load: say(`serology.of-load.${serology === 'negative' && load.state === 'missing' ? 'not-needed' : load.state}`),
  });
  const answer = finding(verdict, reason, {
    evidence: [
      ...shown.flatMap((each) => each.evidence),
      ...diagnoses.map(diagnosisEvidence),
      ...(serology === 'positive' ? passiveAntibodies(exposures) : []),
    ],
    ignored: shown.flatMap((each) => each.ignored),
    turns: [...shown.flatMap((each) => each.turns), ...sightingsAhead(record, screening, [question.diagnosis])],
    missing: verdict === 'unknown' ? toObtain(open, record.retrieved.conditions) : [],
    flags: [
      ...shown.flatMap((each) => each.flags),
      ...orderFlags(open),
      ...(urgent ? [`URGENT:${question.load.flag}`] : []),
    ],
  });
  const ofLoad = { names: question.load.names, windowDays: question.load.windowDays, takenBackBy: question.load.names };
  const besideLoad = besideReports(record, screening, answer, ofLoad);
  // With a load that is not above its reference serology changes nothing.
  if (load.state === 'not-above') return besideLoad;
  return besideReports(record, screening, besideLoad, {
    names: question.serology.flatMap(({ names }) => names),
  });
}

type Tested = Marker<string> & { readonly question: MarkerQuestion };

/** The tests whose result is missing: of the markers as long as they leave it open, then of the viral load. */
function openTests(serology: Serology, markers: readonly Tested[], load: Tested): readonly MarkerQuestion[] {
  const tests = serology === 'missing' || serology === 'unreadable' ? markers : [load];
  return tests.filter(isOpen).map((each) => each.question);
}

/** OR of the markers and the diagnosis: positive, then unreadable or missing, then uncertain, then negative. */
function together(
  markers: readonly Marker[],
  diagnoses: readonly SightedDiagnosis[],
  diagnosesComplete: boolean,
): Serology {
  const states = markers.map((marker) => marker.state);
  if (states.includes('positive') || diagnoses.some(({ doubt }) => doubt === undefined)) return 'positive';
  if (states.includes('unreadable')) return 'unreadable';
  if (states.includes('missing') || !diagnosesComplete) return 'missing';
  return diagnoses.length > 0 || states.includes('uncertain') ? 'uncertain' : 'negative';
}
