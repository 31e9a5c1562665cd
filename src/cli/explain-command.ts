// `explain`: the rule tree of one patient, each node with its verdict, evidence, what is missing and what was ignored.

import { answersOf, assessPatient } from '../eligibility/assess.ts';
import { explainChange, explainCriterion } from '../eligibility/explain.ts';
import { print } from '../eligibility/print.ts';
import { understand } from '../eligibility/understand.ts';
import { indexRecord } from '../fhir/index-record.ts';
import { dateIn } from '../logic/language.ts';
import { say } from '../logic/message.ts';
import { inputsOf } from './inputs.ts';
import type { Options } from './options.ts';
import { UsageError } from './usage-error.ts';
import { outcomeLine, readRecord } from './read-record.ts';

/** Explains each patient of the file, or one criterion of her; exit code 1 if an input was unreadable. */
export async function runExplain(options: Options): Promise<number> {
  const { operands, protocol, screening, screeningOf, translate, language } = options;
  const [file, wanted] = operands;
  if (file === undefined || operands.length > 2)
    throw new UsageError('explain needs FILE and, if wanted, one CRITERION');
  const known = [...Object.keys(protocol.inclusion), ...Object.keys(protocol.exclusion)];
  const criterion = wanted?.split('.')[0];
  if (criterion !== undefined && !known.includes(criterion)) throw new UsageError(`no criterion ${criterion}`);
  let exitCode = 0;
  for await (const input of inputsOf([file])) {
    const read = readRecord(input);
    if ('problem' in read) {
      process.stderr.write(`${outcomeLine(input, read.problem)}\n`);
      exitCode = 1;
      continue;
    }
    const record = indexRecord(read.record, screening.timeZone, translate);
    const patient = understand(record, screeningOf(record.reference));
    const assessment = assessPatient(protocol, patient);
    const status = print(say(`status.${assessment.status}`), language);
    const lines = [
      `${assessment.patient}  ${protocol.id}@${protocol.version}  ${dateIn(language, assessment.asOf)}  ${status.toUpperCase()}`,
      ...answersOf(protocol, patient)
        .filter(({ id }) => criterion === undefined || id === criterion)
        .flatMap(({ id, outcome }) => ['', ...explainCriterion(id, outcome, protocol, language)]),
      '',
      print(say('explain.changes'), language),
      ...assessment.changes
        .filter((change) => criterion === undefined || change.criterion.split('.')[0] === criterion)
        .map((change) => `  ${explainChange(change, protocol, language)}`),
    ];
    process.stdout.write(`${lines.join('\n')}\n`);
  }
  return exitCode;
}
