// In which clinical studies does or did the patient take part?

import { parseMoment } from '../logic/calendar.ts';
import { say } from '../logic/message.ts';
import type { TrialEntry } from './entries.ts';
import { isJson, objectAt, objectsAt, textAt } from './json.ts';
import type { Json, Resource } from './record.ts';
import type { Read, ReaderContext } from './reader-context.ts';
import { studyIdentifiersOf, isInterventional } from './study-reader.ts';

type Stage = { readonly state: string; readonly start: unknown; readonly end: unknown };

/** The code (or text) of a status sent as a CodeableConcept. */
function codeOf(value: unknown): string | undefined {
  if (!isJson(value)) return undefined;
  return objectsAt(value, 'coding').flatMap((coding) => textAt(coding, 'code') ?? [])[0] ?? textAt(value, 'text');
}

/** The latest stage of a later FHIR version's `progress[]`, by start date; one without a date, and an open one before a closed one, may be now. */
function latestStage(resource: Json): Stage | undefined {
  const stages = objectsAt(resource, 'progress').flatMap((each) => {
    const state = codeOf(each['subjectState']) ?? codeOf(each['studyState']) ?? codeOf(each['state']);
    return state === undefined ? [] : [{ state, start: each['startDate'], end: each['endDate'] }];
  });
  const order = (stage: Stage): string =>
    `${typeof stage.start === 'string' ? stage.start : ''}|${stage.end === undefined ? 1 : 0}|${stage.state}`;
  return stages.toSorted((a, b) => (order(a) < order(b) ? 1 : -1))[0];
}

/** States of who has left a study. */
export const leftStates: ReadonlySet<string> = new Set(['off-study', 'withdrawn']);

/** Reads a ResearchSubject with its ResearchStudy, where that was sent (contained, relative, absolute or urn reference). */
export function readTrial(
  resource: Resource,
  context: Pick<ReaderContext, 'zone' | 'resolve' | 'referenceOf'>,
): Read<TrialEntry> {
  const reference = context.referenceOf(resource);
  const named = objectAt(resource, 'study') ?? {};
  const study = context.resolve(named, resource);
  const stage = latestStage(resource);
  const status = (stage?.state ?? textAt(resource, 'status') ?? codeOf(resource['status']) ?? '').toLowerCase();
  if (status === 'entered-in-error') {
    const name = textAt(study ?? {}, 'title') ?? textAt(named, 'display') ?? 'ResearchSubject';
    return { ignored: { reference, name, why: say('record.status-does-not-count', { status }) } };
  }
  const period = objectAt(resource, 'period');
  const left = stage !== undefined && leftStates.has(stage.state.toLowerCase()) ? stage.start : undefined;
  const moment = (value: unknown) => parseMoment(value, context.zone);
  return {
    entry: {
      reference,
      resource,
      status,
      start: moment(period?.['start']) ?? (left === undefined ? moment(stage?.start) : undefined),
      end: moment(period?.['end']) ?? moment(left) ?? moment(stage?.end),
      study,
      studyIdentifiers: studyIdentifiersOf(named, study),
      interventional: isInterventional(named, study),
    },
  };
}
