// With which codes is a value set asked for in a FHIR search, which knows no ranges?

import { valueSetFiles } from './value-set-files.ts';
import type { ValueSetName } from './value-set-names.ts';

/** The editions in which a range of ICD-10 may be recorded, and what a code adds to the range. */
const editions: readonly (readonly [system: string, endings: readonly string[]])[] = [
  ['http://hl7.org/fhir/sid/icd-10', ['']],
  ['http://hl7.org/fhir/sid/icd-10', digits('')],
  ['http://hl7.org/fhir/sid/icd-10-cm', ['']],
  ['http://hl7.org/fhir/sid/icd-10-cm', digits('')],
  ['urn:x-cn:icd10-chs-yibao-2.0', digits('0')],
];

function digits(before: string): readonly string[] {
  return Array.from({ length: 10 }, (_, digit) => `${before}${String(digit)}`);
}

/**
 * "system|code" of everything in the sets, each once. A range is written out one place further, as far as such codes are
 * in use: "M32.1" gives M32.1 and M32.10 to M32.19. Longer local codes are not found so; a search by text is needed beside.
 */
export function searchCodes(sets: readonly ValueSetName[]): readonly string[] {
  const files = valueSetFiles.filter(([name]) => sets.includes(name)).map(([, file]) => file);
  const tokens = files.flatMap(({ systems }) =>
    systems.flatMap(({ system, codes, prefixes = [] }) => [
      ...codes.map(({ code }) => `${system}|${code}`),
      ...prefixes.flatMap((prefix) =>
        editions.flatMap(([edition, endings]) => endings.map((ending) => `${edition}|${prefix}${ending}`)),
      ),
    ]),
  );
  return [...new Set(tokens)];
}
