// What is there to translate of a protocol?

/** One criterion in words: in English it is the criterion's own text, elsewhere a translation that binds nobody. */
export type CriterionWords = {
  /** The registry's sentence, or the part of it. */
  readonly text: string;
  /** In the order of the criterion's own readings, with the same `{setting}` names. */
  readonly readAs: readonly string[];
  /** The situations of its examples, in their order. */
  readonly examples: readonly string[];
  /** What a human must still judge. */
  readonly humanJudges: string;
};

/** Everything a protocol says, in one language; a test compares every translation with the protocol. */
export type ProtocolWords = {
  readonly title: string;
  /** The registry's sentence of each numbered criterion, by id. */
  readonly texts: Readonly<Record<string, string>>;
  /** Every single criterion, by id. */
  readonly criteria: Readonly<Record<string, CriterionWords>>;
  /** What each setting is, by name. */
  readonly settings: Readonly<Record<string, string>>;
};
