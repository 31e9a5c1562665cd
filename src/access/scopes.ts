// Which SMART scopes does reading a record need, and does a grant cover them?

import { referencedTypes, searches } from '../fhir/searches.ts';

export type Level = 'patient' | 'user' | 'system';

/** Every resource type that is searched or read by reference. */
const types: readonly string[] = [...searches.map(({ type }) => type), ...referencedTypes];

/** "system/Patient.rs system/Condition.rs …": read and search, nothing else. */
export const neededScopes = (level: Level): readonly string[] => types.map((type) => `${level}/${type}.rs`);

/** `narrowed`: granted for some resources of the type only, so that absence there means nothing. */
export type Coverage = { readonly scope: string; readonly granted: 'yes' | 'narrowed' | 'no' };

/** A scope in the form of SMART 1 ("read") or 2 ("rs"), for one type or for all. */
const form = /^(patient|user|system)\/([A-Za-z]+|\*)\.(read|write|\*|c?r?u?d?s?)(\?.+)?$/;

/**
 * Compares a grant with what is needed.
 * @param granted scopes as the server lists them, with blanks between.
 */
export function coverageOf(granted: string): readonly Coverage[] {
  const given = granted.split(/\s+/).flatMap((text) => {
    const [, , type, rights, filter] = form.exec(text) ?? [];
    const reads = rights === 'read' || rights === '*' || (rights?.includes('r') === true && rights.includes('s'));
    return type !== undefined && reads ? [{ type, narrowed: filter !== undefined }] : [];
  });
  return types.map((type) => {
    const own = given.filter((each) => each.type === type || each.type === '*');
    const whole = own.some(({ narrowed }) => !narrowed);
    return { scope: `${type}.rs`, granted: whole ? 'yes' : own.length > 0 ? 'narrowed' : 'no' };
  });
}
