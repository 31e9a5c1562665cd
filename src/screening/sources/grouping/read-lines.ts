// How are the lines of one NDJSON file of any size read, from any point of it?

import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';

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
  const packed = file.endsWith('.gz');
  let skip = packed ? offset : 0;
  let position = offset;
  let rest: Buffer = Buffer.alloc(0);
  let tooLong = false;

  const take = (bytes: Buffer, from: number, to: number): void => {
    const end = to > from && bytes[to - 1] === 0x0d ? to - 1 : to;
    if (tooLong || end - from > lineBytes) onTooLong();
    else if (end > from) onLine(bytes, from, end);
    tooLong = false;
  };

  for await (const chunk of opened(file, packed, offset)) {
    const unread = skip === 0 ? chunk : chunk.subarray(skip);
    skip = Math.max(0, skip - chunk.length);
    const bytes = rest.length === 0 ? unread : Buffer.concat([rest, unread]);
    let from = 0;
    for (let to = bytes.indexOf(newline); to !== -1; to = bytes.indexOf(newline, from)) {
      take(bytes, from, to);
      from = to + 1;
    }
    position += from;
    rest = bytes.subarray(from);
    if (rest.length > lineBytes) {
      tooLong = true;
      position += rest.length;
      rest = Buffer.alloc(0);
    }
    if (from > 0 && !tooLong) onOffset(position);
  }
  if (rest.length > 0 || tooLong) take(rest, 0, rest.length);
}

async function* opened(file: string, packed: boolean, offset: number): AsyncGenerator<Buffer> {
  const stream = createReadStream(file, { highWaterMark: chunkBytes, start: packed ? 0 : offset });
  if (!packed) {
    for await (const chunk of stream) if (Buffer.isBuffer(chunk)) yield chunk;
    return;
  }
  const unpacked = createGunzip({ chunkSize: chunkBytes });
  stream.on('error', (error) => unpacked.destroy(error));
  try {
    for await (const chunk of stream.pipe(unpacked)) if (Buffer.isBuffer(chunk)) yield chunk;
  } finally {
    stream.destroy();
  }
}
