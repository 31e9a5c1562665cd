// How is the source of a run opened, here or on another machine?

import { join } from 'node:path';
import { text as readText } from 'node:stream/consumers';
import { textIn } from '../../byte-order-mark.ts';
import { ConfigError } from '../../config/config.ts';
import { readCapabilities } from '../../access/capabilities.ts';
import type { Clock } from '../../access/clock.ts';
import { fhirReader, type Reader } from '../../access/reader.ts';
import { bulkSource } from '../sources/bulk-source.ts';
import { folderSource } from '../sources/folder-source.ts';
import { cohortOf, type Cohort } from '../sources/cohort.ts';
import { readPatientList, searchSource } from '../sources/search-source.ts';
import type { Sessions } from '../sources/search-gather.ts';
import type { Progress, Source } from '../sources/source.ts';
import { unreadBy, type Assessing } from './assessing.ts';
import { callTimeout, type Reached } from './ehr-connection.ts';
import type { SourceSpec } from './source-spec.ts';

export type Opening = {
  readonly run: string;
  /** Folder for what is kept on disk while it is screened. */
  readonly workFolder: string;
  readonly progress: Progress;
  /** A configured server; undefined for one that is not. */
  readonly serverNamed: (base: string) => Promise<Reached | undefined>;
  readonly clock: Clock;
  /** The rules of the run: a cohort is searched for by the trial's ages on its day. */
  readonly assessing: Pick<Assessing, 'protocol' | 'date' | 'site' | 'lexicon'>;
  readonly signal: AbortSignal;
};

/** Milliseconds for all reading of one patient. */
const patientTime = 600_000;

/** Milliseconds for the searches of a cohort, and pages of one of them: whoever is not found is not screened. */
const [cohortTime, cohortPages] = [4 * 3_600_000, 100_000];

/** Of one patient's searches. */
const limits = { responseBytes: 50_000_000, pages: 200, connections: 8 } as const;

/** An export without progress for so long, or asked about so often, counts as stalled. */
const patience = { stallAfter: 4 * 3_600_000, mostPolls: 10_000 } as const;

const exportLimits = { fileBytes: 50e9, totalBytes: 1e12 } as const;

/** @throws ConfigError for a server that is not configured. */
export async function openSource(spec: SourceSpec, opening: Opening): Promise<Source> {
  const { run, workFolder, signal } = opening;
  const work = join(workFolder, run);
  const unread = unreadBy(opening.assessing);
  if (spec.kind === 'folder') return folderSource({ folder: spec.folder, work, base: spec.server, unread, signal });
  const reached = await opening.serverNamed(spec.server);
  if (reached === undefined) throw new ConfigError(`screening.servers: there is no ${spec.server}`);
  const { base, tokens, connection } = reached;
  const sessions = { base, token: tokens, connection, limits, callTimeout, totalTime: patientTime };
  if (spec.kind === 'export') return await exportOf(spec, reached, sessions, work, opening);
  if (spec.kind === 'one') return searchSource(sessions, async () => await Promise.resolve(nobody));
  if (spec.kind === 'cohort') return searchSource(sessions, async () => await lupusCohort(reached, opening));
  return searchSource(sessions, async () =>
    readPatientList(spec.file === '-' ? await readText(process.stdin) : await textIn(spec.file)),
  );
}

/** A run of one patient has her on its list from the beginning. */
const nobody = { patients: [], losses: {} } as const;

const readerOf = ({ base, tokens, connection }: Reached, totalTime: number, signal: AbortSignal): Reader =>
  fhirReader({ ...limits, base, tokens, connection, callTimeout, totalTime, signal });

async function lupusCohort(reached: Reached, { assessing, signal }: Opening): Promise<Cohort> {
  const { protocol, date } = assessing;
  const age = { ...protocol.ages, on: date };
  const read = readerOf(reached, cohortTime, signal);
  return await cohortOf({ read, base: reached.base, pages: cohortPages, age });
}

async function exportOf(
  { group, scope = 'patients', since }: Extract<SourceSpec, { readonly kind: 'export' }>,
  reached: Reached,
  sessions: Sessions,
  work: string,
  { run, clock, signal, progress, assessing }: Opening,
): Promise<Source> {
  const { base, tokens, connection, config } = reached;
  const { dispatcher, bulkhead } = connection;
  const { exportOutputs: outputs } = config;
  const statement = await readerOf(reached, patientTime, signal)('metadata');
  const can = 'reason' in statement ? undefined : readCapabilities(statement.value);
  return bulkSource({
    server: { base, dispatcher, bulkhead, tokens, outputs: outputs.map((each) => new URL(each)), callTimeout },
    asked: { scope: group === undefined ? scope : { group } },
    ...(since !== undefined && { changes: { since, sessions } }),
    supported: can === undefined ? undefined : [...can.types],
    waiting: { ...patience, clock, signal },
    progress,
    key: `export-${run}`,
    unread: unreadBy(assessing),
    work,
    limits: exportLimits,
  });
}
