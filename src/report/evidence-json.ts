// What is one piece of evidence to a page?

/** As in the assessment's JSON, without the messages. */
export type EvidenceJson = {
  /** Relative, such as "Observation/7"; of what was computed there is none. */
  readonly reference?: string;
  readonly label: string;
  readonly value?: string;
  readonly date?: string;
};
