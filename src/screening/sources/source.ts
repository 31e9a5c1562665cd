// Where do the patients of a screening run come from, and how is the record of each one had?

import type { PatientRecord } from '../../fhir/record.ts';

export type ScreeningItem = {
  /** Name of the source (its base URL, or the name a folder was given): part of every key, so that equal ids never meet. */
  readonly server: string;
  /** "Patient/123". */
  readonly patient: string;
};

/** One patient's record as far as it can be had, with what tells whether it is still the same; or in a stable word why not. */
export type Gathered =
  | {
      readonly record: PatientRecord;
      /** sha256 over type, id and version (or content) of every resource, and over the completeness of every search. */
      readonly fingerprint: string;
      /** Why some of it could not be had, if that may pass: worth trying again, and as good as it gets if it stays so. */
      readonly passing?: string | undefined;
    }
  | { readonly problem: string; readonly retryable: boolean };

/**
 * A source of patients. `gather` also works in a process that never asked for the items, so that any worker can take any
 * item; for staged files it must see the same work folder.
 */
export type Source = {
  /**
   * Every patient, each once, as a stream.
   * @param resumeFrom the `progress` of the last item that was taken over; the stream goes on after it.
   */
  readonly items: (
    resumeFrom?: string,
  ) => AsyncIterable<{ readonly item: ScreeningItem; readonly progress?: string | undefined }>;
  readonly gather: (item: ScreeningItem, signal: AbortSignal) => Promise<Gathered>;
  /** The result of this item is stored: what was kept on disk for it alone may go. */
  readonly done: (item: ScreeningItem) => Promise<void>;
  /**
   * What could not be had for anybody, as resource type and reason in a stable word; "*" stands for every type, and with
   * "Patient" patients may be missing. The records say so themselves; a run tells it to whoever reads its result.
   */
  readonly losses?: () => Promise<Readonly<Record<string, string>>>;
  /** `finished`: nothing is needed any more, on disk or on a server. `interrupted`: what a resumed run needs stays. */
  readonly close: (end: 'finished' | 'interrupted') => Promise<void>;
};

/** Why patients may be missing: their lupus has no code, and the server does not search by text. That is so every night. */
export const noSearchByText = 'no-search-by-text';

/** What a source must remember over a crash, such as where an export is to be polled; kept by whoever runs it. */
export type Progress = {
  readonly get: (key: string) => Promise<string | undefined>;
  /** Resolves when the value is safe on disk. */
  readonly set: (key: string, value: string) => Promise<void>;
  readonly delete: (key: string) => Promise<void>;
};

/** A source that cannot give its patients; the code is a stable word such as "stalled", never text of a server. */
export class SourceError extends Error {
  readonly code: string;

  constructor(code: string) {
    super(code);
    this.code = code;
  }
}
