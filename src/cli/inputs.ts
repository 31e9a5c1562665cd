// Which Bundles do the files named on the command line hold?

import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { withoutMark } from '../byte-order-mark.ts';

/** One text that should be a Bundle, as it was written, with where it stands; or why it could not be read at all. */
export type Input =
  | { readonly file: string; readonly line?: number; readonly bytes: Buffer }
  | { readonly file: string; readonly line?: number; readonly problem: string };

/** Yields the inputs of each file in order: a .json file whole, .ndjson and standard input line by line. */
export async function* inputsOf(files: readonly string[], standard: Readable = process.stdin): AsyncGenerator<Input> {
  for (const file of files) {
    if (file === '-') yield* standardInput(standard);
    else if (file.endsWith('.ndjson')) yield* lines(file, () => createReadStream(file));
    else yield await whole(file);
  }
}

/** What an operator reads about a file that the system does not give. */
const sentences: Readonly<Record<string, string>> = {
  ENOENT: 'no such file',
  EISDIR: 'a folder, not a file',
  EACCES: 'may not be read',
};

function messageOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return sentences[code] ?? (error instanceof Error ? error.message : String(error));
}

async function whole(file: string): Promise<Input> {
  try {
    return { file, bytes: withoutMark(await readFile(file)) };
  } catch (error) {
    return { file, problem: messageOf(error) };
  }
}

/**
 * The lines as they were written: one letter of `latin1` is one byte. Decoded already, a line in another encoding than UTF-8
 * could no longer be told, and one with a line separator (U+2028) in a text would end there.
 */
async function* lines(file: string, open: () => Readable): AsyncGenerator<Input> {
  let line = 0;
  try {
    for await (const text of createInterface({ input: open().setEncoding('latin1'), crlfDelay: Infinity })) {
      line += 1;
      const bytes = line === 1 ? withoutMark(Buffer.from(text, 'latin1')) : Buffer.from(text, 'latin1');
      if (!isBlank(bytes)) yield { file, line, bytes };
    }
  } catch (error) {
    yield { file, line: line + 1, problem: messageOf(error) };
  }
}

const isBlank = (bytes: Buffer): boolean => bytes.every((byte) => byte <= 0x20);

/** Standard input is NDJSON; text that begins with a line that is no whole JSON value is one pretty-printed Bundle. */
async function* standardInput(input: Readable): AsyncGenerator<Input> {
  const all = lines('-', () => input);
  const first = await all.next();
  if (first.done === true) return;
  if ('bytes' in first.value && ['{', '['].includes(first.value.bytes.toString('latin1').trim())) {
    const rest = await Array.fromAsync(all);
    yield { file: '-', bytes: Buffer.concat([first.value, ...rest].flatMap(withNewline)) };
    return;
  }
  yield first.value;
  yield* all;
}

const newline = Buffer.from('\n');

const withNewline = (input: Input): readonly Buffer[] => ('bytes' in input ? [input.bytes, newline] : []);
