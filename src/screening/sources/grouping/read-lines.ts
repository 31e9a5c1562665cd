// How are the lines of one NDJSON file of any size read, from any point of it?

import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import { textBegin } from '../../../byte-order-mark.ts';

/** Gets each line where it stands in a buffer; the bytes are only valid during the call. */
export type OnLine = (bytes: Buffer, from: number, to: number) => void;

export type LineReading = {
  readonly file: string;
  /** Bytes of the unpacked text that were read before. */
  readonly offset: number;
  /** Longest line that is read, in bytes. */
  readonly lineBytes: number;
  readonly onLine: OnLine;
  /** A line too long to be read. */
  readonly onTooLong: () => void;
  /** After some lines: everything up to this offset was handed on. */
  readonly onOffset: (offset: number) => void;
};

const chunkBytes = 1_048_576;

const newline = 0x0a;

/**
 * Reads a .ndjson or .ndjson.gz file line by line with flat memory; blank lines are left out.
 * @throws the error of the file, or of an archive that is cut off or broken; the lines before it were handed on.
 */
export async function readLines({ file, offset, lineBytes, onLine, onTooLong, onOffset }: LineReading): Promise<void> {
  const source = await opened(file, offset);
  let bytes = Buffer.allocUnsafeSlow(chunkBytes); // one for the whole file: each new one would be work for the collector
  let filled = 0;
  let position = offset;
  let tooLong = false;

  const take = (begin: number, to: number): void => {
    const from = position + begin === 0 ? textBegin(bytes.subarray(0, to)) : begin;
    const end = to > from && bytes[to - 1] === 0x0d ? to - 1 : to;
    if (tooLong || end - from > lineBytes) onTooLong();
    else if (end > from) onLine(bytes, from, end);
    tooLong = false;
  };

  try {
    for (;;) {
      if (filled === bytes.length) {
        const larger = Buffer.allocUnsafeSlow(bytes.length * 2);
        bytes.copy(larger);
        bytes = larger;
      }
      const got = await source.read(bytes, filled);
      if (got === 0) break;
      const searched = filled;
      filled += got;
      let from = 0;
      for (let to = newlineIn(bytes, searched, filled); to !== -1; to = newlineIn(bytes, from, filled)) {
        take(from, to);
        from = to + 1;
      }
      bytes.copyWithin(0, from, filled);
      filled -= from;
      position += from;
      if (filled > lineBytes) {
        tooLong = true;
        position += filled;
        filled = 0;
      }
      if (from > 0 && !tooLong) onOffset(position);
    }
    if (filled > 0 || tooLong) take(0, filled);
  } finally {
    await source.close();
  }
}

function newlineIn(bytes: Buffer, from: number, to: number): number {
  const at = bytes.indexOf(newline, from);
  return at < to ? at : -1;
}

type Bytes = {
  /** Puts what comes next into a buffer from a position on, as much as has room; answers how many bytes, 0 at the end. */
  readonly read: (into: Buffer, at: number) => Promise<number>;
  readonly close: () => Promise<void>;
};

const opened = async (file: string, offset: number): Promise<Bytes> =>
  file.endsWith('.gz') ? unpacked(file, offset) : await plain(file, offset);

async function plain(file: string, offset: number): Promise<Bytes> {
  const handle = await open(file);
  let position = offset;
  return {
    read: async (into, at) => {
      const { bytesRead } = await handle.read(into, at, into.length - at, position);
      position += bytesRead;
      return bytesRead;
    },
    close: async () => await handle.close(),
  };
}

function unpacked(file: string, offset: number): Bytes {
  const stream = createReadStream(file, { highWaterMark: chunkBytes });
  const archive = createGunzip({ chunkSize: chunkBytes });
  stream.on('error', (error) => archive.destroy(error));
  const chunks: AsyncIterator<unknown> = stream.pipe(archive)[Symbol.asyncIterator]();
  let chunk: Buffer = Buffer.alloc(0);
  let skip = offset;
  return {
    read: async (into, at) => {
      while (chunk.length === 0) {
        const { done, value } = await chunks.next();
        if (done === true) return 0;
        if (!Buffer.isBuffer(value)) continue;
        chunk = value.subarray(skip);
        skip = Math.max(0, skip - value.length);
      }
      const size = chunk.copy(into, at);
      chunk = chunk.subarray(size);
      return size;
    },
    close: async () => {
      stream.destroy();
      archive.destroy();
      await Promise.resolve();
    },
  };
}
