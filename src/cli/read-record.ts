// Is an input text one patient's record, and if not, why not?

import { recordFromBundle } from '../fhir/record-builder.ts';
import type { PatientRecord } from '../fhir/record.ts';
import type { Input } from './inputs.ts';

/** Reads the record of an input; a problem is words for the OperationOutcome. Never repeats the content of the input. */
export function readRecord(input: Input): { readonly record: PatientRecord } | { readonly problem: string } {
  if ('problem' in input) return input;
  const parsed = parse(input.text);
  if ('problem' in parsed) return parsed;
  return recordFromBundle(parsed.value);
}

function parse(text: string): { readonly value: unknown } | { readonly problem: string } {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return { problem: 'not JSON' };
  }
}

/** One OperationOutcome on one line, naming file and line of the input that could not be read. */
export function outcomeLine(input: Input, problem: string): string {
  const place = input.line === undefined ? input.file : `${input.file}:${String(input.line)}`;
  return JSON.stringify({
    resourceType: 'OperationOutcome',
    issue: [{ severity: 'error', code: 'invalid', diagnostics: `${place}: ${problem}`, location: [place] }],
  });
}
