// How do NDJSON files by resource type become buckets of patients on disk?

import { statSync } from 'node:fs';
import { failureOf } from '../../../fhir/bundle.ts';
import { isJson } from '../../../fhir/json.ts';
import { bucketsFor, bucketWriter, hashOf, StagingError, type BucketWriter } from './buckets.ts';
import { digestOf, type UnreadCodes } from '../../../fhir/bare-result.ts';
import { isRead, placing } from './placement.ts';
import { readLines } from './read-lines.ts';
import { stagedLine } from './staged-line.ts';
import { bucketForm, type StagingState, type StagingStore } from './staging-state.ts';

export type Shard = { readonly index: number; readonly of: number };

export type GroupingOptions = {
  /** Files in any order; what each holds, where the manifest of an export says so. */
  readonly files: readonly {
    readonly path: string;
    readonly type?: string | undefined;
    /** Lines it should have. */
    readonly count?: number | undefined;
  }[];
  readonly folder: string;
  readonly staging: StagingStore;
  /** Base URL of the server the files come from: absolute references below it name its patients. */
  readonly base?: string | undefined;
  /** Takes only the patients of one part of so many. */
  readonly shard?: Shard | undefined;
  /** Of results with these codes only id, meta and code are kept; without it every line is kept whole. */
  readonly unread?: UnreadCodes | undefined;
  /** What was known to be missing before reading, by resource type; "*" for every type. */
  readonly partial?: Readonly<Record<string, string>>;
  /** "Type/id" of what was deleted on the server: it is not given out. */
  readonly deleted?: readonly string[];
  readonly lineBytes?: number;
  /** Input bytes between two checkpoints. */
  readonly checkpointBytes?: number;
  readonly signal?: AbortSignal;
  /** Told after some lines: unpacked bytes read so far. */
  readonly onProgress?: (bytes: number) => void;
};

const usualLineBytes = 20_000_000;
const usualCheckpointBytes = 256_000_000;

/** A packed file is about so many times larger when unpacked. */
const packing = 12;

/**
 * Groups the files, or goes on where an interrupted grouping of the same files stopped, also in the middle of one. Lines
 * are placed without being parsed and kept as they are. A line that cannot be placed, and a file that cannot be read to
 * its end, make what they may hold partial; nothing is lost silently.
 */
export async function groupFiles(options: GroupingOptions): Promise<StagingState> {
  const { staging, base, shard, unread, signal, onProgress } = options;
  const { lineBytes = usualLineBytes, checkpointBytes = usualCheckpointBytes } = options;
  const { state, writer } = begun(options);
  if (state.complete) return state;
  const place = placing(base);
  const types = new Set(state.types);
  let last = '\t'; // lines of one type mostly follow each other
  let bytesRead = state.files.reduce((sum, file) => sum + file.offset, 0);
  let nextCheckpoint = bytesRead + checkpointBytes;

  const lose = (type: string | undefined, reason: string): void => {
    state.partial[type !== undefined && isRead(type) ? type : '*'] ??= reason;
  };
  const checkpoint = (): void => {
    Object.assign(state, { sizes: [...writer.flush()], types: [...types].sort() });
    staging.checkpoint(state);
    nextCheckpoint = bytesRead + checkpointBytes;
  };

  const onLine =
    (file: StagingState['files'][number], fileType: string | undefined) =>
    (bytes: Buffer, from: number, to: number): void => {
      const placed = place(bytes, from, to);
      file.lines += 1;
      if (placed.kind === 'patient') {
        const { patient, key } = placed;
        if (!key.startsWith(last)) {
          last = key.slice(0, key.indexOf('/') + 1);
          types.add(last.slice(0, -1));
        }
        const hash = hashOf(patient);
        if (shard !== undefined && Math.floor(hash / 8_192) % shard.of !== shard.index) return;
        writer.add(hash % state.sizes.length, stagedLine(placed, { bytes, from, to }, unread));
      } else if (placed.kind === 'shared') {
        staging.putShared(placed.key, bytes.subarray(from, to));
      } else if (placed.kind === 'elsewhere') state.elsewhere += 1;
      else if (placed.kind === 'outcome') {
        const loss = lossIn(bytes.toString('utf8', from, to));
        if (loss !== undefined) lose(fileType, loss);
      } else {
        state.unreadable += 1;
        lose(placed.type ?? fileType, 'line-unreadable');
      }
    };

  for (const [index, file] of state.files.entries()) {
    if (file.finished) continue;
    const { type = typeInName(file.path), count = 0 } = options.files[index] ?? {};
    try {
      await readLines({
        file: file.path,
        offset: file.offset,
        lineBytes,
        onLine: onLine(file, type),
        onTooLong: () => {
          state.unreadable += 1;
          lose(type, 'line-too-long');
        },
        onOffset: (offset) => {
          signal?.throwIfAborted();
          bytesRead += offset - file.offset;
          file.offset = offset;
          onProgress?.(bytesRead);
          if (bytesRead >= nextCheckpoint) checkpoint();
        },
      });
    } catch (error) {
      if (signal?.aborted === true) throw error;
      lose(type, 'file-unreadable');
    }
    if (file.lines < count) lose(type, 'fewer-than-count');
    file.finished = true;
  }
  options.deleted?.forEach(staging.putDeleted);
  state.complete = true;
  checkpoint();
  return state;
}

/** Goes on with an interrupted grouping of the same files, or starts anew. */
function begun(options: GroupingOptions): { readonly state: StagingState; readonly writer: BucketWriter } {
  const { staging, folder } = options;
  const state = continued(staging.load(), options);
  try {
    if (state !== undefined) return { state, writer: bucketWriter(folder, state.complete ? [] : state.sizes) };
  } catch (error) {
    if (!(error instanceof StagingError)) throw error;
  }
  staging.clear();
  const anew = fresh(options);
  return { state: anew, writer: bucketWriter(folder, anew.sizes) };
}

/** The state of an interrupted grouping of the same files, if that is what there is. */
function continued(state: StagingState | undefined, { files, unread }: GroupingOptions): StagingState | undefined {
  const same =
    state?.unread === digestOf(unread) &&
    state.files.length === files.length &&
    state.files.every(({ path, size }, index) => path === files[index]?.path && size === sizeOf(path));
  return same ? state : undefined;
}

function fresh({ files, unread, partial = {} }: GroupingOptions): StagingState {
  const listed = files.map(({ path }) => ({ path, size: sizeOf(path), offset: 0, lines: 0, finished: false }));
  const total = listed.reduce((sum, { path, size }) => sum + size * (path.endsWith('.gz') ? packing : 1), 0);
  return {
    form: bucketForm,
    unread: digestOf(unread),
    sizes: Array.from({ length: bucketsFor(total) }, () => 0),
    files: listed,
    partial: { ...partial },
    types: [],
    elsewhere: 0,
    unreadable: 0,
    complete: false,
  };
}

const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0;

/** "…/Observation.000.ndjson.gz" -> "Observation". */
const typeInName = (path: string): string | undefined =>
  /(?:^|[/\\])([A-Z][A-Za-z]+)(?![A-Za-z])[^/\\]*$/.exec(path)?.[1];

/** The failure an OperationOutcome in a data file reports; undefined where it only informs. */
function lossIn(text: string): string | undefined {
  try {
    const outcome: unknown = JSON.parse(text);
    return isJson(outcome) ? failureOf(outcome) : 'reported';
  } catch {
    return 'reported';
  }
}
