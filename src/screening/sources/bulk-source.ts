// How does a FHIR server's bulk export answer as a source of patients?

import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { withoutSlash } from '../../access/base-url.ts';
import {
  deleteExport,
  startExport,
  waitForExport,
  type ExportRequest,
  type Waiting,
} from '../../access/bulk-export.ts';
import { allowedAddress, type FencedServer } from '../../access/fenced-request.ts';
import { readManifest, type Manifest } from '../../access/bulk-manifest.ts';
import { digestOf, type UnreadCodes } from '../../fhir/bare-result.ts';
import { referencedTypes, searches } from '../../fhir/searches.ts';
import { downloadAll, type ExportFiles } from './bulk-files.ts';
import { groupFiles } from './grouping/group-files.ts';
import { openStaging } from './grouping/staging-state.ts';
import { gatherBySearch, type Sessions } from './search-gather.ts';
import { SourceError, type Progress, type Source } from './source.ts';
import { stagedSource, type Staged } from './staged-source.ts';

export type BulkOptions = {
  readonly server: FencedServer;
  readonly asked: Pick<ExportRequest, 'scope'>;
  /**
   * Only the patients of whom something changed since an instant. Such an export holds the changes and not the records:
   * it says who is to be looked at, and each record is read by searches.
   */
  readonly changes?: { readonly since: string; readonly sessions: Sessions } | undefined;
  /** Resource types the server says it has; undefined where that cannot be known. */
  readonly supported: readonly string[] | undefined;
  readonly waiting: Waiting;
  readonly progress: Progress;
  /** Under this key the address of the export is kept: one per run. */
  readonly key: string;
  /** Folder for downloads and staged lines of this run; only its owner can read what is put there. */
  readonly work: string;
  /** Of results with these codes only id and code are kept; without it every line is kept whole. */
  readonly unread?: UnreadCodes | undefined;
  /** Bytes of one file, and of all files together, as they come. */
  readonly limits: { readonly fileBytes: number; readonly totalBytes: number };
};

/** Exports that are asked for in one run: a server may forget one. */
const mostExports = 3;

const typesRead: readonly string[] = [...searches.map(({ type }) => type), ...referencedTypes];

/** The types to ask for: those that are read, as far as the server has them. */
export const exportTypes = (supported: readonly string[] | undefined): readonly string[] =>
  typesRead.filter((type) => supported === undefined || supported.includes(type));

/**
 * A source over a bulk export. The export is started, polled, downloaded, deleted on the server and grouped when the first
 * item is asked for; after a crash each step goes on where it stopped. @throws SourceError from `items` and `gather`
 */
export function bulkSource(options: BulkOptions): Source {
  const staged = stagedSource(withoutSlash(options.server.base), async () => await stageExport(options));
  const sessions = options.changes?.sessions;
  if (sessions === undefined) return staged;
  return { ...staged, gather: async (item, signal) => await gatherBySearch(sessions, item, signal) };
}

async function stageExport(options: BulkOptions): Promise<Staged> {
  const { work, server, supported, unread, waiting } = options;
  const [staging, base] = [openStaging(work), withoutSlash(server.base)];
  try {
    const staged = { folder: work, staging, base, supported };
    const before = staging.load();
    if (before?.complete === true && before.unread === digestOf(unread)) return { ...staged, state: before };
    const { signal } = waiting;
    const state = await groupFiles({ ...(await exportedFiles(options)), folder: work, staging, base, unread, signal });
    await rm(join(work, 'files'), { recursive: true, force: true });
    return { ...staged, state };
  } catch (error) {
    staging.close();
    throw error;
  }
}

/** What is known of the export over a crash. */
const noted = z.object({ status: z.url() });

/** The export's files on disk; a forgotten export, or one whose files have expired, is asked for again. */
async function exportedFiles(options: BulkOptions): Promise<ExportFiles> {
  const { server, work, progress, key, waiting } = options;
  for (let exports = 1; exports <= mostExports; exports += 1) {
    const status = await statusAddress(options);
    for (const attempt of ['as noted', 'asked again']) {
      const manifest = attempt === 'as noted' ? await manifestOf(options, status) : await askManifest(options, status);
      if (manifest === 'gone') break;
      const files = await downloadAll(options, manifest);
      if (files === 'gone') continue;
      await deleteExport(server, status, waiting.signal);
      return files;
    }
    await progress.delete(key);
    await rm(join(work, 'files'), { recursive: true, force: true });
    await rm(join(work, manifestFile), { force: true });
  }
  throw new SourceError('export-gone');
}

/** Where the export of this run is polled: noted before, or of a new export and noted now. */
async function statusAddress(options: BulkOptions): Promise<URL> {
  const { server, asked, changes, supported, waiting, progress, key } = options;
  const before = noted.safeParse(JSON.parse((await progress.get(key)) ?? 'null')).data?.status;
  const known = before === undefined ? undefined : allowedAddress(before, server);
  if (known !== undefined) return known;
  const started = await startExport(
    server,
    { ...asked, types: exportTypes(supported), since: changes?.since },
    waiting,
  );
  if ('problem' in started) throw new SourceError(started.problem);
  await progress.set(key, JSON.stringify({ status: started.status.href }));
  return started.status;
}

const manifestFile = 'manifest.json';

/** The manifest that was read before, or the one the server gives when the export has ended. */
async function manifestOf(options: BulkOptions, status: URL): Promise<Manifest | 'gone'> {
  const text = await readFile(join(options.work, manifestFile), 'utf8').catch(() => undefined);
  const before = text === undefined ? undefined : readManifest(JSON.parse(text));
  return before ?? (await askManifest(options, status));
}

async function askManifest(
  { server, waiting, work, progress, key }: BulkOptions,
  status: URL,
): Promise<Manifest | 'gone'> {
  const ended = await waitForExport(server, status, waiting);
  if ('gone' in ended) return 'gone';
  if ('problem' in ended) {
    // A stalled export can be waited for again; one that failed is not asked about any more.
    if (ended.problem !== 'stalled') await progress.delete(key);
    throw new SourceError(ended.problem);
  }
  const file = join(work, manifestFile);
  const listed = (urls: readonly string[]) => urls.map((url) => ({ url }));
  const { error, deleted } = ended.manifest;
  const written = JSON.stringify({ ...ended.manifest, error: listed(error), deleted: listed(deleted) });
  await writeFile(`${file}.new`, written, { mode: 0o600 });
  await rename(`${file}.new`, file);
  return ended.manifest;
}
