// Which marks does a patient carry on the list?

import type { ConsentState } from '../run/screened.ts';
import { singleQuestions, type StoredAssessment, type StoredPart } from '../stored-assessment.ts';

/** Names of marks; some carry a detail after a colon, a date or the id of a criterion. */
export const markerNames = [
  'other-trial',
  'no-longer-eligible',
  'too-much-unknown',
  'ages-out',
  'one-missing',
  'changed',
  'contact-refused',
  'contact-permitted',
] as const;

export type MarkerName = (typeof markerNames)[number];

export type Marker = { readonly name: MarkerName; readonly detail?: string };

/** Reasons of the engine that say that the patient takes, or took until lately, part in another study. */
const inAnotherTrial = new Set([
  'trials.taking-part',
  'trials.ended-within',
  'trials.observational',
  'trials.contradictory',
]);

const isAgeReason = ({ reasonMessage }: StoredPart): boolean => reasonMessage.id.startsWith('age.');

export type Marked = {
  readonly assessment: StoredAssessment;
  /** Belongs on the list now. */
  readonly current: boolean;
  /** Something differs from the screening before. */
  readonly changed: boolean;
  readonly consent: ConsentState;
};

/** The marks that a screening leaves on a patient. */
export function markersOf({ assessment, current, changed, consent }: Marked): readonly Marker[] {
  const questions = singleQuestions(assessment);
  return [
    ...(questions.some(({ reasonMessage }) => inAnotherTrial.has(reasonMessage.id))
      ? [{ name: 'other-trial' } as const]
      : []),
    ...(current
      ? []
      : [{ name: assessment.status === 'ineligible' ? 'no-longer-eligible' : 'too-much-unknown' } as const]),
    ...agesOut(assessment, questions),
    ...oneMissing(assessment),
    ...(changed ? [{ name: 'changed' } as const] : []),
    ...(consent === 'refused' ? [{ name: 'contact-refused' } as const] : []),
    ...(consent === 'given' ? [{ name: 'contact-permitted' } as const] : []),
  ];
}

/** The day on which she is too old; whether that is soon is a question of the day on which somebody reads the list. */
function agesOut({ changes }: StoredAssessment, questions: readonly StoredPart[]): readonly Marker[] {
  const age = new Set(questions.filter(isAgeReason).map(({ id }) => id));
  const end = changes.find(({ criterion, becomes }) => age.has(criterion) && becomes === 'not-met');
  return end === undefined ? [] : [{ name: 'ages-out', detail: end.on }];
}

/** One question of one criterion is open, and one single datum would settle it. */
function oneMissing(assessment: StoredAssessment): readonly Marker[] {
  const [criterion, second] = assessment.criteria.filter(({ verdict }) => verdict === 'unknown');
  if (criterion === undefined || second !== undefined) return [];
  const [only, another] = singleQuestions({ ...assessment, criteria: [criterion] }).filter(
    ({ verdict }) => verdict === 'unknown',
  );
  if (only === undefined || another !== undefined || only.missingMessages.length !== 1) return [];
  return [{ name: 'one-missing', ...(only.confidential !== true && { detail: only.id }) }];
}

/** As the table holds them, each between spaces so that one can be looked for; empty for none. */
export const markersAsText = (markers: readonly Marker[]): string =>
  markers.length === 0
    ? ''
    : ` ${markers.map(({ name, detail }) => (detail === undefined ? name : `${name}:${detail}`)).join(' ')} `;

/** Markers from their text; what is not known is left out. */
export const markersFrom = (text: string): readonly Marker[] =>
  text.split(' ').flatMap((each) => {
    const [code = '', detail] = each.split(':', 2);
    const name = markerNames.find((one) => one === code);
    if (name === undefined) return [];
    return [{ name, ...(detail !== undefined && { detail }) }];
  });

/** What was known about consent before, for a screening that could not ask. */
export function consentBefore(text: string): ConsentState {
  const names = markersFrom(text).map(({ name }) => name);
  if (names.includes('contact-refused')) return 'refused';
  return names.includes('contact-permitted') ? 'given' : 'none';
}
