// `coverage`: which codes, units, drugs and sigs of these records could not be read, and how often?

import { unreadOf, type Unread } from '../eligibility/coverage.ts';
import { indexRecord } from '../fhir/index-record.ts';
import { inputsOf } from './inputs.ts';
import type { Options } from './options.ts';
import { UsageError } from './usage-error.ts';
import { outcomeLine, readRecord } from './read-record.ts';

/** Prints one tab-separated line per unread term, most frequent first: count, records, kind, term. No patient data. */
export async function runCoverage({ operands, screening, translate }: Options): Promise<number> {
  if (operands.length === 0) throw new UsageError('coverage needs at least one FILE');
  const counts = new Map<string, { readonly unread: Unread; count: number; records: number }>();
  let exitCode = 0;
  let records = 0;
  for await (const input of inputsOf(operands)) {
    const read = readRecord(input);
    if ('problem' in read) {
      process.stderr.write(`${outcomeLine(input, read.problem)}\n`);
      exitCode = 1;
      continue;
    }
    records += 1;
    const record = indexRecord(read.record, screening.timeZone, translate);
    const own = Map.groupBy(unreadOf(record), ({ kind, term }) => `${kind}\t${term}`);
    for (const [key, [unread, ...more]] of own) {
      if (unread === undefined) continue;
      const known = counts.get(key) ?? { unread, count: 0, records: 0 };
      counts.set(key, { unread, count: known.count + 1 + more.length, records: known.records + 1 });
    }
  }
  const rows = [...counts.values()].sort((a, b) =>
    b.count === a.count ? (a.unread.term < b.unread.term ? -1 : 1) : b.count - a.count,
  );
  process.stdout.write(`count\trecords (of ${String(records)})\tkind\tterm\n`);
  for (const { unread, count, records: inRecords } of rows) {
    process.stdout.write(`${String(count)}\t${String(inRecords)}\t${unread.kind}\t${unread.term}\n`);
  }
  return exitCode;
}
