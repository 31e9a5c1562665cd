// What is a signature under a criterion, and in which state is its review?

/** One clinician's signature under one criterion: who, when (YYYY-MM-DD), and the hash of what was signed. */
export type Signature = {
  readonly criterion: string;
  readonly reviewer: string;
  readonly date: string;
  readonly hash: string;
};

/** `changed`: somebody signed, but text, reading, settings or examples are no longer what was signed. */
export type Review =
  | { readonly state: 'reviewed' | 'changed'; readonly reviewer: string; readonly date: string }
  | { readonly state: 'not-yet-reviewed' };
