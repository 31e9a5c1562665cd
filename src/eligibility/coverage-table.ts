// What does the program decide of a criterion, and what must a human still judge?

/**
 * `computed`: the record can prove both answers. `partly`: it can prove one of them, the other is always a human's.
 * `investigator`: only a human answers.
 */
export type DecidedBy = 'computed' | 'partly' | 'investigator';

/** Per single criterion: who decides, and in one sentence what a human must still judge. */
export type CoverageTable = Readonly<Record<string, readonly [DecidedBy, humanJudges: string]>>;
