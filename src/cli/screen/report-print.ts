// How does a run's report read?

import type { RunReport } from '../../screening/run/run-report.ts';
import type { OutboxCounts } from '../../screening/outbox/outbox-counts.ts';

const row = (name: string, value: string | number): string => `  ${name.padEnd(24)}${String(value).padStart(10)}`;

const part = (title: string, counts: Readonly<Record<string, number>>): readonly string[] =>
  Object.keys(counts).length === 0 ? [] : [title, ...Object.entries(counts).map(([name, count]) => row(name, count))];

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
    ...(problems.length === 0 ? [] : [`problems: ${problems.join(', ')}`]),
    ...part('write-back', outbox),
  ].join('\n');
}
