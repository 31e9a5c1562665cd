// Is an input text one patient's record, and if not, why not?

import { defaultLimits, guardJson } from '../fhir/json-guard.ts';
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

/** A file may hold a longer record than a request may bring. */
const limits = { ...defaultLimits, resources: 200_000 };

/** The same guards as for the body of a request, so that both give the same answer for the same text. */
function parse(text: string): { readonly value: unknown } | { readonly problem: string } {
  const bytes = Buffer.from(text);
  const guarded = guardJson(bytes, limits);
  if (guarded.state === 'refused') return { problem: `not safe to read: ${guarded.problem}` };
  try {
    return { value: JSON.parse(guarded.state === 'repaired' ? Buffer.from(guarded.bytes).toString('utf8') : text) };
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
