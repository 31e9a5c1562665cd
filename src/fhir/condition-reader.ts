// Which diagnoses may count, and how sure and how current are they?

import type { Moment } from '../logic/calendar.ts';
import { say } from '../logic/message.ts';
import { nameOf, textsOf } from '../terminology/concept.ts';
import { readConcept } from './concept-reader.ts';
import type { ConditionEntry } from './entries.ts';
import { clinicalOf, namesThePast, verificationOf } from './condition-status.ts';
import { objectAt } from './json.ts';
import { byAgeOrWords, isStatedOtherwise } from './life-time.ts';
import type { Resource } from './record.ts';
import type { Read, ReaderContext } from './reader-context.ts';

/** Reads a Condition: refuted and entered-in-error are ignored; a missing verification counts as confirmed. */
export function readCondition(resource: Resource, context: ReaderContext): Read<ConditionEntry> {
  const concept = readConcept(resource['code'], context.translate);
  if (concept === undefined) return undefined;
  const reference = context.referenceOf(resource);
  const verification = verificationOf(resource);
  if (verification === 'refuted' || verification === 'entered-in-error') {
    return {
      ignored: { reference, name: nameOf(concept), concept, why: say('record.refuted', { status: verification }) },
    };
  }
  const { momentOf } = context;
  const period = (key: string, end: 'start' | 'end') => momentOf(objectAt(resource, key)?.[end]);
  const { birth, zone } = context;
  const abatement =
    momentOf(resource['abatementDateTime']) ??
    period('abatementPeriod', 'end') ??
    byAgeOrWords(resource, 'abatement', birth, zone);
  const clinical = clinicalOf(resource);
  const isContradicted = clinical === 'active' && textsOf(concept).some(context.lexicon.read(namesThePast));
  const ended = abatement !== undefined || resource['abatementBoolean'] === true;
  const recorded = momentOf(resource['recordedDate']) ?? momentOf(resource['assertedDate']);
  return {
    entry: {
      reference,
      resource,
      concept,
      clinical: isContradicted ? 'not-stated' : (clinical ?? (ended ? 'inactive' : 'not-stated')),
      verification: verification ?? 'confirmed',
      verificationStated: verification !== undefined,
      onset: momentOf(resource['onsetDateTime']) ?? period('onsetPeriod', 'start') ?? otherwise(),
      abatement,
      recorded,
    },
  };

  /** An onset by an age or in words; in words that nobody reads it was some day of her life until it was recorded. */
  function otherwise(): Moment | undefined {
    if (!isStatedOtherwise(resource, 'onset')) return undefined;
    const stated = byAgeOrWords(resource, 'onset', birth, zone);
    if (stated !== undefined || birth === undefined || recorded === undefined) return stated;
    return { from: Math.min(birth.from, recorded.from), to: recorded.to };
  }
}
