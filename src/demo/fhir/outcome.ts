// How does the demo FHIR server say that a request cannot be answered?

import type { Resource } from '../../fhir/record.ts';

/** Codes of FHIR R4 IssueType that this server uses. */
export type IssueCode =
  | 'invalid'
  | 'structure'
  | 'required'
  | 'value'
  | 'not-supported'
  | 'not-found'
  | 'deleted'
  | 'conflict'
  | 'forbidden'
  | 'too-costly'
  | 'exception'
  | 'informational';

export const outcome = (code: IssueCode, diagnostics: string): Resource => ({
  resourceType: 'OperationOutcome',
  issue: [{ severity: code === 'informational' ? 'information' : 'error', code, diagnostics }],
});

/** A request that cannot be answered: the HTTP status and what is wrong with it. */
export class FhirError extends Error {
  readonly status: number;
  readonly code: IssueCode;

  constructor(status: number, code: IssueCode, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}
