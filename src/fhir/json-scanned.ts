// Within which limits is a JSON text looked over, and what does one look tell?

import type { Range } from './json-repair.ts';

/** Limits of one text: nesting, keys of one object, and objects that name a resourceType. */
export type JsonLimits = { readonly depth: number; readonly keys: number; readonly resources: number };

export const defaultLimits: JsonLimits = { depth: 64, keys: 256, resources: 10_000 };

/** Why nothing of a text may be read. */
export type Refusal = 'too-deep' | 'too-many-keys' | 'too-many-resources' | 'forbidden-key' | 'ambiguous' | 'not-utf8';

/** What one scan found; positions are those of the bytes. */
export type Scanned = {
  readonly problem: Refusal | undefined;
  /** Resources that cannot be trusted as written, ascending. */
  readonly bad: readonly Range[];
  /** Objects that name a resourceType, nested ones too. */
  readonly resources: number;
  /** The position after the first outermost container; -1 where it is not closed. */
  readonly end: number;
  /** Start and end of each key of that container, three numbers apart, from the second on; only until the next scan. */
  readonly topKeys: Int32Array;
  readonly topKeyCount: number;
  /** Whether any key is written with an escape. */
  readonly escapedKeys: boolean;
  /** Whether any key may be modifierExtension. */
  readonly mayBeModified: boolean;
  /** Whether it is surely one object or array of JSON to the letter and nothing besides, but for text that is not UTF-8; keys with escapes leave it unsure. */
  readonly isJson: boolean;
};
