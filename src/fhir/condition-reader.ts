// Which diagnoses may count, and how sure and how current are they?

import type { Moment } from '../logic/calendar.ts';
import { say } from '../logic/message.ts';
import { nameOf } from '../terminology/concept.ts';
import { readConcept } from './concept-reader.ts';
import type { ConditionEntry } from './entries.ts';
import { objectAt, objectsAt, textAt } from './json.ts';
import { byAgeOrWords, isStatedOtherwise } from './life-time.ts';
import type { Json, Resource } from './record.ts';
import type { Read, ReaderContext } from './reader-context.ts';

const possibleStatuses = new Set(['unconfirmed', 'provisional', 'differential']);
const activeStatuses = new Set(['active', 'recurrence', 'relapse']);
const inactiveStatuses = new Set(['inactive', 'remission', 'resolved']);

/** The code of a status that R4 sends as a CodeableConcept and older servers as plain text, in lower case. */
function statusCode(resource: Json, key: string): string | undefined {
  const plain = textAt(resource, key);
  if (plain !== undefined) return plain.toLowerCase();
  const concept = objectAt(resource, key);
  if (concept === undefined) return undefined;
  for (const coding of objectsAt(concept, 'coding')) {
    const code = textAt(coding, 'code');
    if (code !== undefined) return code.toLowerCase();
  }
  return textAt(concept, 'text')?.toLowerCase();
}

/** Reads a Condition: refuted and entered-in-error are ignored; a missing verification counts as confirmed. */
export function readCondition(resource: Resource, context: ReaderContext): Read<ConditionEntry> {
  const concept = readConcept(resource['code'], context.translate);
  if (concept === undefined) return undefined;
  const reference = context.referenceOf(resource);
  const verification = statusCode(resource, 'verificationStatus');
  if (verification === 'refuted' || verification === 'entered-in-error') {
    return {
      ignored: { reference, name: nameOf(concept), concept, why: say('record.refuted', { status: verification }) },
    };
  }
  const clinical = statusCode(resource, 'clinicalStatus');
  const { momentOf } = context;
  const period = (key: string, end: 'start' | 'end') => momentOf(objectAt(resource, key)?.[end]);
  const { birth, zone } = context;
  const abatement =
    momentOf(resource['abatementDateTime']) ??
    period('abatementPeriod', 'end') ??
    byAgeOrWords(resource, 'abatement', birth, zone);
  const ended = abatement !== undefined || resource['abatementBoolean'] === true;
  const recorded = momentOf(resource['recordedDate']) ?? momentOf(resource['assertedDate']);
  return {
    entry: {
      reference,
      resource,
      concept,
      clinical: clinicalStatus(clinical, ended),
      verification: verification !== undefined && possibleStatuses.has(verification) ? 'possible' : 'confirmed',
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

function clinicalStatus(code: string | undefined, ended: boolean): ConditionEntry['clinical'] {
  if (code !== undefined && activeStatuses.has(code)) return 'active';
  if ((code !== undefined && inactiveStatuses.has(code)) || ended) return 'inactive';
  return 'not-stated';
}
