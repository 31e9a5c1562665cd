// Which standard codes and value sets do a site's own codes stand for?

import type { Coding, Concept } from '../terminology/concept.ts';
import { siteValueSetSystem } from '../terminology/concept.ts';
import type { Translate } from './concept-reader.ts';
import { objectAt, objectsAt, textAt } from './json.ts';
import type { Json, Resource } from './record.ts';

/** Equivalences of a ConceptMap that mean "the standard code may be read in its place". */
const usable = new Set(['equivalent', 'equal', 'relatedto', 'wider', 'subsumes']);

type Rows = ReadonlyMap<string, readonly Coding[]>;

const keyOf = (system: string, code: string): string => `${system}|${code}`;

/** A code without system, or a bare text, is mapped under the source "text". */
const textKey = (text: string): string => keyOf('text', text.trim().toLowerCase());

function rowsOfConceptMap(map: Resource): readonly (readonly [string, Coding])[] {
  return objectsAt(map, 'group').flatMap((group) => {
    const source = textAt(group, 'source') ?? textAt(map, 'sourceUri') ?? '';
    const system = textAt(group, 'target') ?? textAt(map, 'targetUri') ?? '';
    return objectsAt(group, 'element').flatMap((element) => rowsOfElement(element, source, system));
  });
}

function rowsOfElement(element: Json, source: string, system: string): readonly (readonly [string, Coding])[] {
  const code = textAt(element, 'code');
  if (code === undefined) return [];
  const key = source === 'text' ? textKey(code) : keyOf(source, code);
  return objectsAt(element, 'target').flatMap((target) => {
    const to = textAt(target, 'code');
    if (to === undefined || !usable.has(textAt(target, 'equivalence') ?? 'equivalent')) return [];
    const coding: Coding = { system, code: to };
    return [[key, coding] as const];
  });
}

function rowsOfValueSet(set: Resource): readonly (readonly [string, Coding])[] {
  const name = textAt(set, 'name');
  if (name === undefined) return [];
  return objectsAt(objectAt(set, 'compose') ?? {}, 'include').flatMap((include) => {
    const system = textAt(include, 'system') ?? '';
    return objectsAt(include, 'concept').flatMap((concept) => {
      const code = textAt(concept, 'code');
      return code === undefined ? [] : [[keyOf(system, code), { system: siteValueSetSystem, code: name }] as const];
    });
  });
}

/**
 * Reads a site's ConceptMaps and ValueSets. A ConceptMap adds the target code to every concept that carries the source
 * code (group.source "text" maps a bare text); a ValueSet named like one of ours adds its codes to that set.
 */
export function translationFrom(resources: readonly Resource[]): Translate {
  const all = resources.flatMap((resource) => {
    if (resource.resourceType === 'ConceptMap') return rowsOfConceptMap(resource);
    return resource.resourceType === 'ValueSet' ? rowsOfValueSet(resource) : [];
  });
  const rows: Rows = new Map(
    [...Map.groupBy(all, ([key]) => key)].map(([key, group]) => [key, group.map(([, coding]) => coding)]),
  );
  if (rows.size === 0) return (concept) => concept;
  return (concept: Concept): Concept => {
    const keys = [
      ...concept.codings.map(({ system, code }) => keyOf(system, code)),
      ...(concept.text === undefined ? [] : [textKey(concept.text)]),
    ];
    const added = keys.flatMap((key) => rows.get(key) ?? []);
    return added.length === 0 ? concept : { ...concept, codings: [...concept.codings, ...added] };
  };
}
