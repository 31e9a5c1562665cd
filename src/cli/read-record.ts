// Is an input text one patient's record, and if not, why not?

import type { Built } from '../fhir/record-builder.ts';
import { recordFromText } from '../fhir/record-text.ts';
import type { Input } from './inputs.ts';

/** Reads the record of an input; a problem is words for the OperationOutcome. Never repeats the content of the input. */
export const readRecord = (input: Input): Built =>
  'problem' in input ? { problem: input.problem } : recordFromText(input.bytes);

/** One OperationOutcome on one line, naming file and line of the input that could not be read. */
export function outcomeLine(input: Input, problem: string): string {
  const place = input.line === undefined ? input.file : `${input.file}:${String(input.line)}`;
  return JSON.stringify({
    resourceType: 'OperationOutcome',
    issue: [{ severity: 'error', code: 'invalid', diagnostics: `${place}: ${problem}`, location: [place] }],
  });
}
