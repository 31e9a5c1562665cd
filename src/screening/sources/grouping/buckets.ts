// How are the lines of many patients kept on disk, so that all of one patient lie in one file of bounded size?

import { appendFileSync, truncateSync, statSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createPrivateFolder } from '../../../store/private-folder.ts';
import type { StagedLine } from './staged-line.ts';

/** What a bucket should hold, in bytes of input: it is read into memory as a whole. */
const bucketBytes = 16_000_000;

/** Beyond so many the buckets grow instead. */
const mostBuckets = 8_192;

/** Lines are kept in memory until so many bytes are together. */
const bufferedBytes = 24_000_000;

const firstBuffer = 4_096;

/** Bytes that a letter of UTF-16 takes in UTF-8, at most. */
const bytesOfLetter = 3;

/** How many buckets an input of that size is spread over. */
export const bucketsFor = (inputBytes: number): number =>
  Math.min(mostBuckets, Math.max(1, Math.ceil(inputBytes / bucketBytes)));

/** A number from a patient's id, spread evenly. @source FNV-1a with the final mixing of MurmurHash3, both public domain */
export function hashOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at += 1) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

const fileOf = (folder: string, bucket: number): string => join(folder, `bucket-${String(bucket)}`);

export type BucketWriter = {
  /** The bytes are copied. */
  readonly add: (bucket: number, line: StagedLine) => void;
  /** Hands everything to the operating system and answers the size of every bucket. */
  readonly flush: () => readonly number[];
};

/** Header and line are written as they are, one after the other. */
export function bucketWriter(folder: string, sizes: readonly number[]): BucketWriter {
  createPrivateFolder(folder);
  const written = sizes.map((size, bucket) => restored(fileOf(folder, bucket), size));
  const buffers = sizes.map(() => Buffer.alloc(0));
  const filled = sizes.map(() => 0);
  let held = 0;

  const flushOne = (bucket: number): void => {
    const size = filled[bucket] ?? 0;
    const buffer = buffers[bucket];
    if (size === 0 || buffer === undefined) return;
    appendFileSync(fileOf(folder, bucket), buffer.subarray(0, size), { mode: 0o600 });
    written[bucket] = (written[bucket] ?? 0) + size;
    filled[bucket] = 0;
  };
  const flush = (): readonly number[] => {
    sizes.forEach((_, bucket) => flushOne(bucket));
    held = 0;
    return [...written];
  };

  return {
    flush,
    add: (bucket, { header, bytes, from, to }) => {
      const needed = header.length * bytesOfLetter + to - from + 1;
      let at = filled[bucket] ?? 0;
      let buffer = buffers[bucket] ?? Buffer.alloc(0);
      if (at + needed > buffer.length) {
        const larger = Buffer.allocUnsafeSlow(Math.max(firstBuffer, buffer.length * 2, at + needed));
        buffer.copy(larger, 0, 0, at);
        buffers[bucket] = larger;
        buffer = larger;
      }
      const begin = at;
      at += buffer.write(header, at, 'utf8');
      at += bytes.copy(buffer, at, from, to);
      buffer[at] = 0x0a;
      filled[bucket] = at + 1;
      held += at + 1 - begin;
      if (held > bufferedBytes) flush();
    },
  };
}

/** Cuts off what was written after the last checkpoint. A file that is shorter than it should be was not kept. */
function restored(file: string, size: number): number {
  const found = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (found < size) throw new StagingError('staged lines were lost');
  if (found > size) truncateSync(file, size);
  return size;
}

/** Staged files that cannot be used; the message never holds anything of their content. */
export class StagingError extends Error {}

/** The lines staged in one bucket; empty where nothing was. @throws the error of the file system */
export const readBucket = async (folder: string, bucket: number): Promise<Buffer> =>
  await readFile(fileOf(folder, bucket)).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return Buffer.alloc(0);
    throw error;
  });

/** Deletes one bucket, if it is there. */
export const deleteBucket = async (folder: string, bucket: number): Promise<void> =>
  await rm(fileOf(folder, bucket), { force: true });
