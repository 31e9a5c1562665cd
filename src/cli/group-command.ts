// `group`: NDJSON files by resource type in, one Bundle per patient and line out.

import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { mkdtemp, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parseBase, withoutSlash } from '../access/base-url.ts';
import { holdsNobody, ndjsonIn, stageFolder } from '../screening/sources/folder-source.ts';
import type { Shard } from '../screening/sources/grouping/group-files.ts';
import { stagedPatients } from '../screening/sources/grouping/staged-patients.ts';
import type { Staged } from '../screening/sources/staged-source.ts';
import { stopped, stopSignals } from './stopped.ts';
import { UsageError } from './usage-error.ts';
import { makeWorkFolder } from './work-folder.ts';

/** Writes the Bundles to standard output. Exit code 1 if something could not be read: the Bundles then say so themselves. */
export async function runGroup(args: readonly string[]): Promise<number> {
  const { folder, base, work, shard } = await readGroupOptions(args);
  makeWorkFolder('--work', work);
  const own = await mkdtemp(join(work, 'group-'));
  const release = clearingAtTheEnd(own);
  try {
    const staged = await stageFolder({ folder, work: own, base, shard });
    try {
      return await print(staged);
    } finally {
      staged.staging.close();
    }
  } finally {
    release();
  }
}

/** Charts lie in that folder: it goes however this ends, also by Ctrl-C or when nobody reads on. Returns what clears it now. */
function clearingAtTheEnd(folder: string): () => void {
  const clear = (): void => rmSync(folder, { recursive: true, force: true });
  const stop = (): void => process.exit(stopped);
  process.once('exit', clear);
  for (const signal of stopSignals) process.once(signal, stop);
  return () => {
    clear();
    process.off('exit', clear);
    for (const signal of stopSignals) process.off(signal, stop);
  };
}

async function print(staged: Staged): Promise<number> {
  const patients = stagedPatients(staged);
  for await (const { id } of patients.all()) {
    const text = await patients.bundle(id);
    if (text !== undefined && !process.stdout.write(Buffer.concat([text, newline])))
      await once(process.stdout, 'drain');
    await patients.done(id);
  }
  const losses = Object.entries(staged.state.partial);
  for (const [type, reason] of losses) process.stderr.write(`${lossLine(type, reason)}\n`);
  const nobody = holdsNobody(staged);
  if (nobody) process.stderr.write('group: no file of the folder has a line about a patient\n');
  return losses.length === 0 && !nobody ? 0 : 1;
}

const newline = Buffer.from('\n');

const lossLine = (type: string, reason: string): string =>
  JSON.stringify({
    resourceType: 'OperationOutcome',
    issue: [{ severity: 'error', code: 'incomplete', diagnostics: `${type === '*' ? 'every type' : type}: ${reason}` }],
  });

async function readGroupOptions(args: readonly string[]) {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      base: { type: 'string' },
      work: { type: 'string', default: './data/screening' },
      shard: { type: 'string' },
    },
  });
  const [folder, ...others] = positionals;
  if (folder === undefined || others.length > 0) throw new UsageError('group needs one folder');
  const found = await stat(folder).catch(() => undefined);
  if (found?.isDirectory() !== true) throw new UsageError(`${folder} is not a folder`);
  if ((await ndjsonIn(folder)).length === 0) throw new UsageError(`${folder} holds no .ndjson file`);
  const base = values.base === undefined ? undefined : parseBase(values.base);
  if (values.base !== undefined && base === undefined) throw new UsageError('--base is not a base URL');
  return {
    folder,
    work: values.work,
    base: base === undefined ? undefined : withoutSlash(base),
    shard: values.shard === undefined ? undefined : shardNamed(values.shard),
  };
}

/** "2/8": the third of eight parts, counted from 0 as an indexed job does. */
function shardNamed(text: string): Shard {
  const [, index, of] = /^(\d{1,5})\/(\d{1,5})$/.exec(text) ?? [];
  if (Number(index) >= Number(of) || of === undefined) throw new UsageError('--shard is not I/N with I from 0 to N-1');
  return { index: Number(index), of: Number(of) };
}
