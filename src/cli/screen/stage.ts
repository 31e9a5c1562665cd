// Where does the command `screen` show what it does, and what stops it?

/** What the command shows, and what stops it. */
export type Stage = {
  /** Standard error. */
  readonly tell: (text: string) => void;
  readonly isTerminal: boolean;
  /** Aborted by the first Ctrl-C. */
  readonly signal: AbortSignal;
};
