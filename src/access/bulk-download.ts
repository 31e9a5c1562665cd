// How does one file of a bulk export come to disk, going on where an interrupted download stopped?

import { createWriteStream } from 'node:fs';
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fencedRequest, drop, type FencedResponse, type FencedServer } from './fenced-request.ts';
import type { Clock } from './clock.ts';
import { failureFrom, type Failure } from './failure.ts';
import { readRetryAfter } from './retry.ts';

export type Download = {
  readonly url: URL;
  /** File without ending; ".ndjson" or ".ndjson.gz" is added, as the server sends it. */
  readonly path: string;
  readonly authorised: boolean;
  readonly maxBytes: number;
  readonly clock: Clock;
  readonly signal: AbortSignal;
};

/** The file, whole; or why it is not, in a stable word. `gone`: the server does not have it any more. */
export type Downloaded =
  { readonly file: string; readonly bytes: number } | { readonly problem: string } | { readonly gone: true };

const attempts = 5;

const accept = 'application/fhir+ndjson, application/ndjson;q=0.9, application/x-ndjson;q=0.9';

/** Downloads a file that is not there yet, with up to five attempts; readable by its owner only. */
export async function download(server: FencedServer, wanted: Download): Promise<Downloaded> {
  const { path, clock, signal } = wanted;
  for (const file of [`${path}.ndjson`, `${path}.ndjson.gz`]) {
    const found = await stat(file).catch(() => undefined);
    if (found !== undefined) return { file, bytes: found.size };
  }
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  for (let attempt = 1; ; attempt += 1) {
    const got = await attemptOf(server, wanted);
    if (!('reason' in got)) return got;
    signal.throwIfAborted();
    const passing = got.status === undefined || [429, 500, 502, 503, 504].includes(got.status);
    if (got.status === 404 || got.status === 410) return { gone: true };
    if (!passing || final.has(got.reason) || attempt >= attempts) return { problem: got.reason };
    await clock.sleep(
      Math.min(600_000, readRetryAfter(got.retryAfter ?? '', clock.now()) ?? 1_000 * 2 ** attempt),
      signal,
    );
  }
}

/** Trying again would change nothing. */
const final = new Set(['too-large', 'redirect', 'foreign-address', 'forbidden-address', 'not-ndjson', 'encoded']);

async function attemptOf(
  server: FencedServer,
  { url, path, authorised, maxBytes, signal }: Download,
): Promise<Downloaded | Failure> {
  const [part, note] = [`${path}.part`, `${path}.etag`];
  const [had, tag] = [
    (await stat(part).catch(() => undefined))?.size ?? 0,
    await readFile(note, 'utf8').catch(() => ''),
  ];
  const resumed = had > 0 && tag !== '';
  const got = await fencedRequest(server, {
    url,
    authorised,
    signal,
    headers: { accept, 'accept-encoding': 'gzip', ...(resumed && { range: `bytes=${String(had)}-`, 'if-range': tag }) },
  });
  if (!('body' in got)) return got;
  const continues =
    resumed && got.status === 206 && got.header('content-range')?.startsWith(`bytes ${String(had)}-`) === true;
  const objection = objectionTo(got, continues);
  if (objection !== undefined) {
    await drop(got);
    if (resumed) await rm(note, { force: true });
    return objection;
  }
  const etag = got.header('etag') ?? '';
  await writeFile(note, etag.startsWith('W/') ? '' : etag, { mode: 0o600 });
  let size = continues ? had : 0;
  const counting = new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      size += chunk.length;
      if (size > maxBytes) done(new TooLarge());
      else done(null, chunk);
    },
  });
  try {
    await pipeline(got.body, counting, createWriteStream(part, { flags: continues ? 'a' : 'w', mode: 0o600 }), {
      signal,
    });
  } catch (error) {
    return error instanceof TooLarge ? { reason: 'too-large' } : failureFrom(error);
  }
  const file = `${path}.ndjson${got.header('content-encoding') === 'gzip' ? '.gz' : ''}`;
  await rename(part, file);
  await rm(note, { force: true });
  return { file, bytes: size };
}

class TooLarge extends Error {}

/** Why an answer is not the file that was asked for. */
function objectionTo(got: FencedResponse, continues: boolean): Failure | undefined {
  const { status } = got;
  const retryAfter = got.header('retry-after');
  if (status !== 200 && !continues)
    return { reason: `status-${String(status)}`, status, ...(retryAfter !== undefined && { retryAfter }) };
  if (!['identity', 'gzip'].includes(got.header('content-encoding') ?? 'identity')) return { reason: 'encoded' };
  const type = got.header('content-type') ?? '';
  return /^(application\/(fhir\+|x-)?(ndjson|json)|application\/octet-stream|text\/plain|binary\/octet-stream)\b/i.test(
    type,
  )
    ? undefined
    : { reason: 'not-ndjson' };
}
