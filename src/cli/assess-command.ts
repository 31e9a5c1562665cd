// `assess`: one EligibilityAssessment per patient on standard output, one OperationOutcome per unreadable input on standard error.

import { once } from 'node:events';
import { assess } from '../eligibility/assess.ts';
import { toJson } from '../eligibility/json.ts';
import { inputsOf, type Input } from './inputs.ts';
import { UsageError, type Options } from './options.ts';
import { outcomeLine, readRecord } from './read-record.ts';

/** Assesses every input; what cannot be read is reported and the rest still assessed. Exit code 1 if anything was unreadable. */
export async function runAssess({ operands, protocol, screening, translate, language }: Options): Promise<number> {
  if (operands.length === 0) throw new UsageError('assess needs at least one FILE');
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
    return { line: JSON.stringify(toJson(assess(protocol, read.record, screening, translate), language)) };
  }
}
