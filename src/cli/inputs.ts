// Which Bundles do the files named on the command line hold?

import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

/** One text that should be a Bundle, with where it stands; or why it could not be read at all. */
export type Input =
  | { readonly file: string; readonly line?: number; readonly text: string }
  | { readonly file: string; readonly line?: number; readonly problem: string };

/** Yields the inputs of each file in order: a .json file whole, .ndjson and standard input line by line. */
export async function* inputsOf(files: readonly string[]): AsyncGenerator<Input> {
  for (const file of files) {
    if (file === '-') yield* standardInput(process.stdin);
    else if (file.endsWith('.ndjson')) yield* lines(file, () => createReadStream(file));
    else yield await whole(file);
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

async function whole(file: string): Promise<Input> {
  try {
    return { file, text: await readFile(file, 'utf8') };
  } catch (error) {
    return { file, problem: messageOf(error) };
  }
}

async function* lines(file: string, open: () => Readable): AsyncGenerator<Input> {
  let line = 0;
  try {
    for await (const text of createInterface({ input: open(), crlfDelay: Infinity })) {
      line += 1;
      if (text.trim() !== '') yield { file, line, text };
    }
  } catch (error) {
    yield { file, line: line + 1, problem: messageOf(error) };
  }
}

/** Standard input is NDJSON; text that begins with a line that is no whole JSON value is one pretty-printed Bundle. */
async function* standardInput(input: Readable): AsyncGenerator<Input> {
  const all = lines('-', () => input);
  const first = await all.next();
  if (first.done === true) return;
  if ('text' in first.value && ['{', '['].includes(first.value.text.trim())) {
    const rest = await Array.fromAsync(all);
    const texts = [first.value, ...rest].map((each) => ('text' in each ? each.text : ''));
    yield { file: '-', text: texts.join('\n') };
    return;
  }
  yield first.value;
  yield* all;
}
