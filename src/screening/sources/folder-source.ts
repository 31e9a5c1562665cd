// How does a folder of NDJSON files by resource type answer as a source of patients?

import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { UnreadCodes } from '../../fhir/bare-result.ts';
import { groupFiles, type Shard } from './grouping/group-files.ts';
import { openStaging } from './grouping/staging-state.ts';
import { SourceError, type Source } from './source.ts';
import { stagedSource, type Staged } from './staged-source.ts';

export type FolderOptions = {
  /** Folder with the .ndjson and .ndjson.gz files, however named, also in folders inside it. */
  readonly folder: string;
  /** Folder for the staged lines of this run; only its owner can read what is put there. */
  readonly work: string;
  /** Base URL of the server the files were exported from. */
  readonly base?: string | undefined;
  readonly shard?: Shard | undefined;
  /** Of results with these codes only id and code are kept; without it every line is kept whole. */
  readonly unread?: UnreadCodes | undefined;
  readonly signal?: AbortSignal;
  readonly onProgress?: (bytes: number) => void;
};

/** Groups the files of a folder; an interrupted grouping of the same files in the same work folder goes on. */
export async function stageFolder(options: FolderOptions): Promise<Staged> {
  const { folder, work, base } = options;
  const files = await ndjsonIn(folder);
  const staging = openStaging(work);
  try {
    const state = await groupFiles({ ...options, files, folder: work, staging });
    return { folder: work, staging, state, base };
  } catch (error) {
    staging.close();
    throw error;
  }
}

/** Whether no line of the files is about a patient: somebody has named another folder than was meant. */
export const holdsNobody = ({ state }: Staged): boolean => state.types.length === 0;

/**
 * A source over such a folder, named by its server's base or by the folder itself; it fails with `no-patient` where there
 * is nobody, since a run of nobody would be complete.
 */
export const folderSource = (options: FolderOptions): Source =>
  stagedSource(options.base ?? `file:${resolve(options.folder)}`, async () => {
    const staged = await stageFolder(options);
    if (!holdsNobody(staged)) return staged;
    staged.staging.close();
    throw new SourceError('no-patient');
  });

/** The files of a folder that are read, in one order, whatever order the system lists them in. */
export async function ndjsonIn(folder: string): Promise<readonly { readonly path: string }[]> {
  const names = await readdir(folder, { recursive: true });
  return names
    .filter((name) => /\.ndjson(\.gz)?$/i.test(name))
    .sort()
    .map((name) => ({ path: join(folder, name) }));
}
