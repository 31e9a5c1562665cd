// What has the reader of the page stated, and what can she do?

import type { Language } from '../../logic/language.ts';
import type { AssessmentRequest } from '../../report/assessment-api.ts';
import type { EvidenceReport } from '../../report/evidence-report.ts';
import type { ReadRecord } from '../record/read-record.ts';
import type { Attribution } from '../scores/judgement.ts';
import type { TimeWindow } from '../timeline/time-window.ts';
import type { PageWords } from '../words.ts';

/** What a reader has done on this page. Nothing of it is kept anywhere else. */
export type PageState = {
  language: Language;
  readonly attributions: Map<string, Attribution>;
  readonly answers: Map<string, 'met' | 'not-met'>;
  readonly opened: Set<string>;
  readonly shown: { window?: TimeWindow };
};

/** What the page offers. */
export type Actions = {
  readonly setLanguage: (language: Language) => void;
  readonly attribute: (item: string, to: Attribution | undefined) => void;
  readonly answer: (id: string, verdict: 'met' | 'not-met' | undefined) => void;
  /** What was read and stated, as it is sent to the service. */
  readonly request: () => AssessmentRequest;
};

/** All that the page is laid out from. */
export type EvidenceParts = {
  readonly report: EvidenceReport;
  readonly record: ReadRecord;
  readonly words: PageWords;
  readonly state: PageState;
  readonly actions: Actions;
  readonly serviceToken: string | undefined;
};
