// Which allergies, intolerances and adverse drug events are on record?

import { parseMoment } from '../logic/calendar.ts';
import { say } from '../logic/message.ts';
import { nameOf, type Concept } from '../terminology/concept.ts';
import { conceptsAt, readConcept } from './concept-reader.ts';
import { verificationOf } from './condition-status.ts';
import type { AdverseEventEntry, AllergyEntry } from './entries.ts';
import { objectAt, objectsAt, textAt } from './json.ts';
import { medicationNames } from './medication-names.ts';
import type { Json, Resource } from './record.ts';
import type { Read, ReaderContext } from './reader-context.ts';

/** Reads an AllergyIntolerance: refuted and entered-in-error do not count. */
export function readAllergy(resource: Resource, context: ReaderContext): Read<AllergyEntry> {
  const reactions = objectsAt(resource, 'reaction');
  const substances = reactions.flatMap((each) => readConcept(each['substance'], context.translate) ?? []);
  const concept = readConcept(resource['code'], context.translate) ?? substances[0];
  if (concept === undefined) return undefined;
  const reference = context.referenceOf(resource);
  const verification = verificationOf(resource);
  if (verification === 'refuted' || verification === 'entered-in-error') {
    return { ignored: { reference, name: nameOf(concept), why: say('record.refuted', { status: verification }) } };
  }
  const type = textAt(resource, 'type');
  return {
    entry: {
      reference,
      resource,
      concept,
      identified: context.lexicon.identifyDrug([concept, ...substances]),
      verification: verification ?? 'confirmed',
      type: type === 'allergy' || type === 'intolerance' ? type : 'not-stated',
      reactions: reactions.flatMap((each) => conceptsAt(each, 'manifestation', context.translate)),
    },
  };
}

/** The concepts that name a suspected drug: its own code, the names of the drug or of its order or dose referred to, the display. */
function suspectConcepts(instance: Json, owner: Resource, context: ReaderContext): readonly Concept[] {
  const direct = readConcept(instance, context.translate);
  const target = context.resolve(instance, owner);
  const referred = medicationNames({ ...owner, medicationReference: instance }, context).concepts;
  const used = target === undefined ? [] : medicationNames(target, context).concepts;
  return [...(direct === undefined ? [] : [direct]), ...referred, ...used];
}

/** Reads an AdverseEvent that happened (actuality actual, or not stated). */
export function readAdverseEvent(resource: Resource, context: ReaderContext): Read<AdverseEventEntry> {
  const event = readConcept(resource['event'], context.translate) ?? readConcept(resource['code'], context.translate);
  const suspects = objectsAt(resource, 'suspectEntity').flatMap((each) => {
    const instance = objectAt(each, 'instance') ?? objectAt(each, 'instanceReference') ?? {};
    const identified = context.lexicon.identifyDrug(suspectConcepts(instance, resource, context));
    return identified.state === 'known' ? [identified.drug] : [];
  });
  if (event === undefined && suspects.length === 0) return undefined;
  const concept = event ?? { codings: [], text: 'AdverseEvent' };
  const reference = context.referenceOf(resource);
  if (textAt(resource, 'actuality') === 'potential') {
    return { ignored: { reference, name: nameOf(concept), why: say('record.potential-event') } };
  }
  return {
    entry: { reference, resource, event: concept, when: parseMoment(resource['date'], context.zone), suspects },
  };
}
