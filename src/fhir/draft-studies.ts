// For which clinical study is an order made, or of which does it speak?

import { textsOf, type Concept } from '../terminology/concept.ts';
import { conceptsAt } from './concept-reader.ts';
import { isJson, objectAt, objectsAt, textAt } from './json.ts';
import type { Json, Resource } from './record.ts';
import type { References } from './references.ts';
import { studyIdentifiersOf } from './study-reader.ts';
import { notesOf } from './notes.ts';

export type NamedStudy = {
  /** The reference as sent, or one made of the words in which the study is named. */
  readonly reference: Json;
  readonly study: Resource | undefined;
  /** Registration numbers and other identifiers. */
  readonly identifiers: readonly string[];
};

const extensionOf = /workflow-researchStudy$/;
const placesOfStudy = ['supportingInfo', 'supportingInformation', 'basedOn', 'reasonReference'] as const;

/** Studies by the workflow extension or a reference to a ResearchStudy; where there is none, by a registration number in its words. */
export function studiesNamed(
  order: Resource,
  names: readonly Concept[],
  resolve: References['resolve'],
): readonly NamedStudy[] {
  const extended = objectsAt(order, 'extension')
    .filter((extension) => extensionOf.test(textAt(extension, 'url') ?? ''))
    .map((extension) => objectAt(extension, 'valueReference'))
    .filter(isJson);
  const referred = placesOfStudy.flatMap((key) =>
    objectsAt(order, key).filter(
      (reference) =>
        (textAt(reference, 'reference') ?? '').includes('ResearchStudy/') ||
        textAt(reference, 'type') === 'ResearchStudy' ||
        resolve(reference, order)?.resourceType === 'ResearchStudy',
    ),
  );
  const found = [...extended, ...referred].map((reference) => named(reference, resolve(reference, order)));
  return found.length > 0 ? found : inWords(order, names);
}

const named = (reference: Json, study: Resource | undefined): NamedStudy => ({
  reference,
  study,
  identifiers: studyIdentifiersOf(reference, study).map(({ value }) => value.trim().toUpperCase()),
});

function inWords(order: Resource, names: readonly Concept[]): readonly NamedStudy[] {
  const texts = [...names, ...conceptsAt(order, 'reasonCode')].flatMap(textsOf);
  return [...new Set([...texts, ...notesOf(order)])]
    .map((display) => named({ display }, undefined))
    .filter(({ identifiers }) => identifiers.length > 0);
}

/** What to call an order that names nothing but a study. */
export const nameOfStudy = ({ reference, study, identifiers }: NamedStudy): Concept => ({
  codings: [],
  text: textAt(study ?? {}, 'title') ?? textAt(reference, 'display') ?? identifiers[0] ?? 'ResearchStudy',
});
