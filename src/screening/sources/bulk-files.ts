// Which files of a bulk export come to disk, and of what is something missing because others do not?

import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { download, type Downloaded } from '../../access/bulk-download.ts';
import { allowedAddress, type FencedServer } from '../../access/fenced-request.ts';
import type { Waiting } from '../../access/bulk-export.ts';
import type { Manifest } from '../../access/bulk-manifest.ts';
import { limiter } from '../../access/limiter.ts';
import { deletionsIn, lossesIn } from './bulk-losses.ts';
import { isRead } from './grouping/placement.ts';

export type ExportFiles = {
  readonly files: readonly { readonly path: string; readonly type: string; readonly count?: number | undefined }[];
  /** What is missing, by resource type, with why in a stable word; "*" for every type. */
  readonly partial: Readonly<Record<string, string>>;
  /** "Type/id" of what the server has deleted. */
  readonly deleted: readonly string[];
};

export type DownloadOptions = {
  readonly server: FencedServer;
  readonly waiting: Pick<Waiting, 'clock' | 'signal'>;
  readonly work: string;
  readonly limits: { readonly fileBytes: number; readonly totalBytes: number };
};

/** Downloads at the same time. */
const together = 3;

/**
 * Downloads what is read of an export. A file that cannot be had, and what the error files report, makes its type partial;
 * `gone` if the server does not have a file any more.
 */
export async function downloadAll(options: DownloadOptions, manifest: Manifest): Promise<ExportFiles | 'gone'> {
  const { server, waiting, work, limits } = options;
  const limited = limiter(together);
  const partial: Record<string, string> = {};
  let bytes = 0;

  const fetched = async (url: string, name: string): Promise<Downloaded> => {
    const address = allowedAddress(url, server);
    if (address === undefined) return { problem: 'foreign-output' };
    const left = limits.totalBytes - bytes;
    if (left <= 0) return { problem: 'too-large' };
    const got = await download(server, {
      url: address,
      path: join(work, 'files', `${name}-${nameOf(address)}`),
      authorised: manifest.requiresAccessToken,
      maxBytes: Math.min(limits.fileBytes, left),
      ...waiting,
    });
    if ('bytes' in got) bytes += got.bytes;
    return got;
  };

  const wanted = manifest.output.filter(({ type }) => isRead(type));
  const output = await Promise.all(wanted.map(({ type, url }) => limited(() => fetched(url, type))));
  const errors = await Promise.all(manifest.error.map((url) => limited(() => fetched(url, 'error'))));
  const deleted = await Promise.all(manifest.deleted.map((url) => limited(() => fetched(url, 'deleted'))));
  if ([...output, ...errors, ...deleted].some((each) => 'gone' in each)) return 'gone';

  for (const [index, got] of output.entries()) {
    if ('problem' in got) partial[wanted[index]?.type ?? '*'] ??= got.problem;
  }
  for (const got of [...errors, ...deleted]) if ('problem' in got) partial['*'] ??= got.problem;
  for (const got of errors) if ('file' in got) Object.assign(partial, await lossesIn(got.file));
  const keys: string[] = [];
  for (const got of deleted) {
    const whole = !('file' in got) || (await deletionsIn(got.file, (key) => keys.push(key)));
    if (!whole) partial['*'] ??= 'deletions-unreadable';
  }
  return {
    files: wanted.flatMap(({ type, count }, index) => {
      const got = output[index];
      return got !== undefined && 'file' in got ? [{ path: got.file, type, count }] : [];
    }),
    partial,
    deleted: keys,
  };
}

/** Addresses that differ in anything are different files. */
const nameOf = ({ href }: URL): string => createHash('sha256').update(href).digest('hex').slice(0, 24);
