// How does a run's report read?

import { adviceOn } from '../connect-check-advice.ts';
import { lacksPatients, type RunReport } from '../../screening/run/run-report.ts';
import type { OutboxCounts } from '../../screening/outbox/outbox-counts.ts';

const row = (name: string, value: string | number): string => `  ${name.padEnd(24)}${String(value).padStart(10)}`;

const part = (title: string, counts: Readonly<Record<string, number>>): readonly string[] =>
  Object.keys(counts).length === 0 ? [] : [title, ...Object.entries(counts).map(([name, count]) => row(name, count))];

/** What to do about each reason, where connect-check knows it too. */
const adviceLines = (problems: readonly string[]): readonly string[] =>
  [...new Set(problems.map((each) => each.replace(/^[^:]+: /, '')))].flatMap((reason) => {
    const advice = adviceOn(reason);
    return advice === undefined ? [] : [`  ${reason}: ${advice}`];
  });

/** All numbers of a run and of what is written back; nothing that names a patient. */
export function reportInWords(report: RunReport, outbox: OutboxCounts): string {
  const { run, state, protocol, asOf, started, ended, listed, problems } = report;
  return [
    `run ${run}: ${state}${listed ? '' : ' (the list of patients is not whole)'}`,
    `  ${protocol} as of ${asOf}, begun ${started}${ended === undefined ? '' : `, ended ${ended}`}`,
    row('planned', report.planned),
    row('assessed', report.done),
    row('unchanged', report.skipped),
    row('failed', report.failed),
    row('pending', report.pending),
    ...part('by status', report.statuses),
    ...part('failed because of', report.failures),
    ...(problems.length === 0 ? [] : [`problems: ${problems.join(', ')}`, ...adviceLines(problems)]),
    ...(lacksPatients(report) ? ['patients may be missing from this run: mend that, and screen again'] : []),
    ...part('write-back', outbox),
  ].join('\n');
}
