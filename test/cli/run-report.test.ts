// How does the report of a run read, and when may somebody be missing from it?

import { expect, it } from 'vitest';
import { reportInWords } from '../../src/cli/screen/report-print.ts';
import { lacksPatients, type RunReport } from '../../src/screening/run/run-report.ts';

const reportWith = (...problems: readonly string[]): RunReport => ({
  run: 'r',
  protocol: 'NCT06222853@5to18',
  asOf: '2026-06-01',
  state: 'complete',
  started: '2026-06-01T00:00:00.000Z',
  listed: true,
  planned: 0,
  pending: 0,
  done: 0,
  skipped: 0,
  failed: 0,
  statuses: {},
  failures: {},
  problems,
});

it.each([
  ['Patient: status-403', true],
  ['*: error-file-unreadable', true],
  ['Patient: no-search-by-text', false],
  ['Observation: truncated', false],
])('a run with the problem "%s" may lack patients: %s', (problem, lacks) => {
  expect(lacksPatients(reportWith(problem))).toBe(lacks);
  expect(reportInWords(reportWith(problem), {}).includes('patients may be missing')).toBe(lacks);
});

it('says what to do about a problem, each reason once', () => {
  const words = reportInWords(reportWith('Patient: forbidden-address', 'Observation: forbidden-address'), {});
  expect(
    words.split('\n').filter((line) => line.startsWith('  forbidden-address: its address is not public')),
  ).toHaveLength(1);
});
