// How is a bulk export started on a FHIR server, waited for, and taken up again after a crash?

import { failureOf } from '../fhir/bundle.ts';
import { isJson } from '../fhir/json.ts';
import { withoutSlash } from './base-url.ts';
import {
  allowedAddress,
  fencedRequest,
  drop,
  jsonOf,
  type FencedResponse,
  type FencedServer,
} from './fenced-request.ts';
import { readManifest, type Manifest } from './bulk-manifest.ts';
import type { Clock } from './clock.ts';
import type { Failure } from './failure.ts';
import { readRetryAfter } from './retry.ts';

export type ExportRequest = {
  /** Where the export is asked: a group's patients, all patients, or the whole system. */
  readonly scope: { readonly group: string } | 'patients' | 'system';
  readonly types: readonly string[];
  /** Only what changed since this instant. */
  readonly since?: string | undefined;
};

export type Waiting = {
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Milliseconds without any progress, and polls altogether, after which an export counts as stalled. */
  readonly stallAfter: number;
  readonly mostPolls: number;
  /** Told after each poll what the server says of its progress. */
  readonly onPoll?: (progress: string | undefined) => void;
};

/** An export, known by the address of its status; or why there is none, in a stable word. */
export type Started = { readonly status: URL } | { readonly problem: string };

/** `gone`: the server does not know the export any more; a new one must be asked for. */
export type Ended = { readonly manifest: Manifest } | { readonly gone: true } | { readonly problem: string };

const accept = 'application/fhir+json, application/json;q=0.9';

/** Pauses between polls where the server names none: 2 seconds, doubled up to a minute. */
const [firstPause, longestPause] = [2_000, 60_000];

/** However long a server asks us to wait, it is asked again after an hour. */
const mostPause = 3_600_000;

/** Failures one after the other before the export counts as failed. */
const mostFailures = 5;

/** Pages of one manifest. */
const mostPages = 1_000;

/** The address that starts an export. */
export function kickOffAddress(base: URL, { scope, types, since }: ExportRequest): URL {
  const path = scope === 'system' ? '' : scope === 'patients' ? '/Patient' : `/Group/${scope.group}`;
  const url = new URL(`${withoutSlash(base)}${path}/$export`);
  url.searchParams.set('_outputFormat', 'application/fhir+ndjson');
  url.searchParams.set('_type', types.join(','));
  if (since !== undefined) url.searchParams.set('_since', since);
  return url;
}

/** Asks for an export. The caller keeps the status address before the first poll, so that a crash starts no second one. */
export async function startExport(server: FencedServer, asked: ExportRequest, waiting: Waiting): Promise<Started> {
  const { clock, signal } = waiting;
  const url = kickOffAddress(server.base, asked);
  for (let failures = 1; ; failures += 1) {
    const got = await fencedRequest(server, {
      url,
      headers: { accept, prefer: 'respond-async' },
      authorised: true,
      signal,
    });
    if ('body' in got) {
      await drop(got);
      if (got.status === 202) {
        const status = allowedAddress(got.header('content-location') ?? '', server);
        return status === undefined ? { problem: 'foreign-status-address' } : { status };
      }
    }
    const [reason, again] =
      'body' in got ? [`status-${String(got.status)}`, isPassing(got.status)] : [got.reason, false];
    if (!again || failures >= mostFailures) return { problem: reason };
    await clock.sleep(pauseAfter(got, failures, clock.now()), signal);
  }
}

/** Too busy, or passing faults of what stands in front of a server: no export was started. */
const isPassing = (status: number): boolean => status === 429 || status === 503;

/** Polls until the export has ended. @throws the signal's reason when it is aborted. */
export async function waitForExport(server: FencedServer, status: URL, waiting: Waiting): Promise<Ended> {
  const { clock, signal, stallAfter, mostPolls, onPoll } = waiting;
  let progress: string | undefined;
  let progressAt = clock.now();
  let failures = 0;
  for (let polls = 1; polls <= mostPolls; polls += 1) {
    const got = await fencedRequest(server, { url: status, headers: { accept }, authorised: true, signal });
    signal.throwIfAborted();
    const state = await judged(got);
    if (state === 'ended' && 'body' in got) return await manifestIn(server, got, signal);
    if (state === 'gone') return { gone: true };
    if (state === 'failed' || (state === 'faulty' && (failures += 1) >= mostFailures)) {
      return { problem: 'body' in got ? `status-${String(got.status)}` : got.reason };
    }
    if (state === 'underway' && 'body' in got) {
      failures = 0;
      const said = got.header('x-progress')?.slice(0, 100);
      if (said !== progress) [progress, progressAt] = [said, clock.now()];
      onPoll?.(said);
    }
    if (clock.now() - progressAt >= stallAfter) return { problem: 'stalled' };
    await clock.sleep(pauseAfter(got, polls, clock.now()), signal);
  }
  return { problem: 'stalled' };
}

type State = 'underway' | 'ended' | 'gone' | 'faulty' | 'failed';

/** What an answer to a poll says. A server's error ends the export unless it may pass. */
async function judged(got: FencedResponse | Failure): Promise<State> {
  if (!('body' in got))
    return ['redirect', 'foreign-address', 'forbidden-address'].includes(got.reason) ? 'failed' : 'faulty';
  if (got.status === 200) return 'ended';
  if (got.status === 202 || got.status === 429) {
    await drop(got);
    return 'underway';
  }
  if (got.status === 404 || got.status === 410) {
    await drop(got);
    return 'gone';
  }
  const outcome = await jsonOf(got, 1_000_000);
  if (isJson(outcome) && failureOf(outcome) === 'transient') return 'faulty';
  return got.status >= 500 ? 'faulty' : 'failed';
}

/** As the server asks, or twice as long as before; never less than a second. */
function pauseAfter(got: FencedResponse | Failure, attempt: number, now: number): number {
  const named = 'body' in got ? readRetryAfter(got.header('retry-after') ?? '', now) : undefined;
  const usual = Math.min(longestPause, firstPause * 2 ** Math.min(attempt - 1, 10));
  return Math.min(mostPause, Math.max(1_000, named ?? usual));
}

/** The manifest with all its pages. */
async function manifestIn(server: FencedServer, first: FencedResponse, signal: AbortSignal): Promise<Ended> {
  const pages: Manifest[] = [];
  for (let got: FencedResponse | Failure = first; ;) {
    const page: Manifest | undefined =
      'body' in got && got.status === 200 ? readManifest(await jsonOf(got)) : undefined;
    if (page === undefined || pages.some((each) => each.requiresAccessToken !== page.requiresAccessToken)) {
      return { problem: 'manifest-unreadable' };
    }
    pages.push(page);
    if (page.next === undefined) break;
    const url = allowedAddress(page.next, server);
    if (url === undefined) return { problem: 'foreign-manifest' };
    if (pages.length >= mostPages) return { problem: 'manifest-too-long' };
    got = await fencedRequest(server, { url, headers: { accept }, authorised: true, signal });
  }
  return {
    manifest: {
      requiresAccessToken: pages.every(({ requiresAccessToken }) => requiresAccessToken),
      output: pages.flatMap(({ output }) => output),
      error: pages.flatMap(({ error }) => error),
      deleted: pages.flatMap(({ deleted }) => deleted),
    },
  };
}

/** Tells the server that its files are not needed any more; what it answers does not matter. */
export async function deleteExport(server: FencedServer, status: URL, signal: AbortSignal): Promise<void> {
  const got = await fencedRequest(server, {
    url: status,
    method: 'DELETE',
    headers: { accept },
    authorised: true,
    signal,
  });
  if ('body' in got) await drop(got);
}
