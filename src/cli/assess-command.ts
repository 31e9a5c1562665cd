// `assess`: one EligibilityAssessment per patient on standard output, one OperationOutcome per unreadable input on standard error.

import { once } from 'node:events';
import { assessPatient } from '../eligibility/assess.ts';
import { toJson } from '../eligibility/json.ts';
import { understand } from '../eligibility/understand.ts';
import { indexRecord } from '../fhir/index-record.ts';
import { newLexicon } from '../terminology/lexicon.ts';
import { inputsOf, type Input } from './inputs.ts';
import type { Options } from './options.ts';
import { UsageError } from './usage-error.ts';
import { outcomeLine, readRecord } from './read-record.ts';

/** Assesses every input; what cannot be read is reported and the rest still assessed. Exit code 1 if anything was unreadable. */
export async function runAssess(options: Options): Promise<number> {
  const { operands, protocol, screening, screeningOf, translate, language } = options;
  if (operands.length === 0) throw new UsageError('assess needs at least one FILE');
  const lexicon = newLexicon();
  let exitCode = 0;
  for await (const input of inputsOf(operands)) {
    const answer = assessInput(input);
    if ('problem' in answer) {
      process.stderr.write(`${outcomeLine(input, answer.problem)}\n`);
      exitCode = 1;
    } else if (!process.stdout.write(`${answer.line}\n`)) {
      await once(process.stdout, 'drain');
    }
  }
  return exitCode;

  function assessInput(input: Input): { readonly line: string } | { readonly problem: string } {
    const read = readRecord(input);
    if ('problem' in read) return read;
    const record = indexRecord(read.record, screening.timeZone, translate, lexicon);
    const assessment = assessPatient(protocol, understand(record, screeningOf(record.reference)));
    return { line: JSON.stringify(toJson(assessment, language)) };
  }
}
