// How many patients are screened in a second from the files of a bulk export, beside only parsing these files?
// Usage: node test/bench/screen.ts [PATIENTS] [RESOURCES]

import { execFile } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { assessPatient } from '../../src/eligibility/assess.ts';
import { toJson } from '../../src/eligibility/json.ts';
import { understand } from '../../src/eligibility/understand.ts';
import { unreadCodes } from '../../src/fhir/bare-result.ts';
import { indexRecord } from '../../src/fhir/index-record.ts';
import { timeZone } from '../../src/logic/calendar.ts';
import { nct06222853From5To18 as protocol } from '../../src/protocols/nct06222853-5to18/protocol.ts';
import { stageFolder } from '../../src/screening/sources/folder-source.ts';
import { stagedSource } from '../../src/screening/sources/staged-source.ts';
import { newLexicon } from '../../src/terminology/lexicon.ts';
import { screeningOn } from '../builders.ts';
import { expectedCounts, populationDay, writePopulation } from './population.ts';

export type ScreenRow = {
  readonly patients: number;
  readonly resources: number;
  readonly megabytes: number;
  /** Reading the same files line by line with JSON.parse and nothing else. */
  readonly parseSeconds: number;
  readonly groupSeconds: number;
  /** Gathering (guard, parse, fingerprint) and assessing; result as JSON. */
  readonly gatherSeconds: number;
  readonly assessSeconds: number;
  readonly patientsPerSecond: number;
  /** Rate of all of it against the parse-only rate; all times are processor time, so that both are per core. */
  readonly ofParseRate: number;
  readonly peakMegabytes: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly exact: boolean;
};

/** Seconds of processor time, of this process with all its threads: what else the machine does is not in it. */
function seconds(since: number): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6 - since;
}

async function parseOnly(folder: string): Promise<number> {
  const start = seconds(0);
  for (const name of await readdir(folder)) {
    const input = createReadStream(join(folder, name), { highWaterMark: 1_048_576 });
    for await (const line of createInterface({ input, crlfDelay: Infinity })) JSON.parse(line);
  }
  return seconds(start);
}

/** Runs one part in a process of its own, so that its memory and time are its own. */
async function alone<T>(part: 'parse' | 'screen', folder: string): Promise<T> {
  const { stdout } = await promisify(execFile)(process.execPath, [
    ...process.execArgv,
    fileURLToPath(import.meta.url),
    '--part',
    part,
    folder,
  ]);
  return JSON.parse(stdout) as T;
}

type Screened = Pick<ScreenRow, 'groupSeconds' | 'gatherSeconds' | 'assessSeconds' | 'peakMegabytes' | 'counts'>;

/** Writes a population into a folder of its own, parses it, screens it and compares the counts. */
export async function benchScreen(patients: number, resources: number): Promise<ScreenRow> {
  const folder = await mkdtemp(join(tmpdir(), 'population-'));
  try {
    const { bytes } = await writePopulation(join(folder, 'files'), patients, resources);
    const parseSeconds = await alone<number>('parse', folder);
    const screened = await alone<Screened>('screen', folder);
    const total = screened.groupSeconds + screened.gatherSeconds + screened.assessSeconds;
    const expected = Object.entries(expectedCounts(patients));
    return {
      patients,
      resources,
      megabytes: bytes / 1e6,
      parseSeconds,
      ...screened,
      patientsPerSecond: patients / total,
      ofParseRate: parseSeconds / total,
      exact: expected.every(([status, count]) => (screened.counts[status] ?? 0) === count),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Patients that a run has in hand at the same time. */
const atOnce = 8;

async function screen(folder: string, work: string): Promise<Screened> {
  const screening = { ...screeningOn(populationDay), timeZone: timeZone('Asia/Shanghai') };
  const lexicon = newLexicon();
  const counts: Record<string, number> = {};
  let started = seconds(0);
  const unread = unreadCodes(lexicon, (concept) => concept, 'bench');
  const staged = await stageFolder({ folder, work, unread });
  const groupSeconds = seconds(started);
  const source = stagedSource('bench', async () => await Promise.resolve(staged));
  // Asking for processor time costs too much to be done for every patient: the whole is split by the clock.
  const never = new AbortController().signal;
  let [gatherMs, assessMs, next] = [0, 0, 0];
  started = seconds(0);
  const inHand: unknown[] = []; // as in a run, where several patients are read while others are stored
  for await (const { item } of source.items()) {
    const before = performance.now();
    const gathered = await source.gather(item, never);
    const between = performance.now();
    if ('problem' in gathered) throw new Error(gathered.problem);
    const record = indexRecord(gathered.record, screening.timeZone, undefined, lexicon);
    inHand[next % atOnce] = record;
    next += 1;
    const result = JSON.stringify(toJson(assessPatient(protocol, understand(record, screening))));
    const status = /"status":"([a-z-]+)"/.exec(result)?.[1] ?? 'none';
    counts[status] = (counts[status] ?? 0) + 1;
    const after = performance.now();
    await source.done(item);
    assessMs += after - between;
    gatherMs += between - before + (performance.now() - after);
  }
  const screenSeconds = seconds(started);
  const [gatherSeconds, assessSeconds] = [gatherMs, assessMs].map((ms) => (screenSeconds * ms) / (gatherMs + assessMs));
  await source.close('finished');
  const peakMegabytes = process.resourceUsage().maxRSS / 1_000;
  return { groupSeconds, gatherSeconds: gatherSeconds ?? 0, assessSeconds: assessSeconds ?? 0, peakMegabytes, counts };
}

if (import.meta.main && process.argv[2] === '--part') {
  const [, , , part, folder = ''] = process.argv;
  const files = join(folder, 'files');
  console.log(JSON.stringify(part === 'parse' ? await parseOnly(files) : await screen(files, join(folder, 'work'))));
} else if (import.meta.main) {
  const [patients = '2000', resources = '200'] = process.argv.slice(2);
  const row = await benchScreen(Number(patients), Number(resources));
  console.table(
    Object.fromEntries(
      Object.entries(row).map(([name, value]) => [
        name,
        typeof value === 'number' ? Math.round(value * 100) / 100 : JSON.stringify(value),
      ]),
    ),
  );
  process.exitCode = row.exact ? 0 : 1;
}
