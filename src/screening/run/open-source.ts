// How is the source of a run opened, here or on another machine?

import { join } from 'node:path';
import { folderSource } from '../sources/folder-source.ts';
import { ConfigError } from '../../config.ts';
import type { Progress, Source } from '../sources/source.ts';
import type { Reached } from './ehr-connection.ts';
import type { SourceSpec } from './source-spec.ts';

export type Opening = {
  readonly run: string;
  /** Folder for what is kept on disk while it is screened. */
  readonly workFolder: string;
  readonly progress: Progress;
  /** A configured server; undefined for one that is not. */
  readonly serverNamed: (base: string) => Promise<Reached | undefined>;
  readonly signal: AbortSignal;
};

/** @throws ConfigError for a server that is not configured. */
export async function openSource(spec: SourceSpec, opening: Opening): Promise<Source> {
  const { run, workFolder, signal } = opening;
  if (spec.kind === 'folder') {
    return folderSource({ folder: spec.folder, work: join(workFolder, run), base: spec.server, signal });
  }
  const reached = await opening.serverNamed(spec.server);
  if (reached === undefined) throw new ConfigError(`screening.servers: there is no ${spec.server}`);
  throw new ConfigError(`this version cannot read ${spec.kind}`);
}
