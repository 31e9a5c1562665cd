// Sends many cases and says of each what is wrong with the answer.

import { Agent, request } from 'node:http';
import * as fc from 'fast-check';
import { assess } from '../../src/eligibility/assess.ts';
import { toJson } from '../../src/eligibility/json.ts';
import { readRecord } from '../../src/cli/read-record.ts';
import { protocolNamed } from '../../src/protocols/index.ts';
import { screeningOn } from '../builders.ts';
import { serviceFor } from '../cds-hooks/ehr.ts';
import { outcomeSchema, strictCards } from '../cds-hooks/outbound.ts';
import { feedbackBody, fetchingCall, fileText, fuzzCase, prefetchedCall, type Case } from './cases.ts';
import { publicUrl, startTarget, type Target } from './target.ts';
import { tokenOf } from './tokens.ts';

export type Answer = { readonly status: number; readonly text: string };

export type Tally = {
  /** Answers by kind and status; a file is `read` or `refused`. */
  readonly outcomes: ReadonlyMap<string, number>;
  /** What is wrong, with the case, at most twenty. */
  readonly complaints: readonly string[];
};

type Sending = {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Buffer;
};

const protocol = protocolNamed(undefined);

/** Cases that are underway at the same time. */
const together = 8;

/**
 * Sends cases of one seed; the same seed sends the same cases.
 * @param progress hears how many are done, after every batch of 500.
 */
export async function fuzz(count: number, seed: number, progress: (done: number) => void = () => {}): Promise<Tally> {
  const target = await startTarget();
  const agent = new Agent({ keepAlive: true });
  const outcomes = new Map<string, number>();
  const complaints: string[] = [];
  const broken = (error: unknown): void => void complaints.push(`the process: ${String(error)}`);
  process.on('uncaughtException', broken).on('unhandledRejection', broken);
  const prototype = Object.getOwnPropertyNames(Object.prototype).join();

  const one = async (given: Case, number: number): Promise<void> => {
    const seen = target.faults.length;
    try {
      const [outcome, complaint] = await judged(given, number, target, agent);
      outcomes.set(`${given.kind} ${outcome}`, (outcomes.get(`${given.kind} ${outcome}`) ?? 0) + 1);
      const fault = target.faults.length > seen ? ` ${JSON.stringify(target.faults.at(-1))}` : '';
      if (complaint !== undefined) complaints.push(`case ${String(number)} (${given.kind}): ${complaint}${fault}`);
    } catch (error) {
      complaints.push(
        `case ${String(number)} (${given.kind}): ${error instanceof Error ? (error.stack ?? '') : String(error)}`,
      );
    }
  };

  for (let done = 0; done < count && complaints.length < 20; done += 500) {
    const cases = fc.sample(fuzzCase, { seed: seed + done, numRuns: Math.min(500, count - done) });
    for (let at = 0; at < cases.length; at += together) {
      await Promise.all(cases.slice(at, at + together).map((given, index) => one(given, done + at + index)));
    }
    progress(Math.min(done + 500, count));
  }
  if (Object.getOwnPropertyNames(Object.prototype).join() !== prototype) complaints.push('the prototype was polluted');
  process.off('uncaughtException', broken).off('unhandledRejection', broken);
  agent.destroy();
  await target.close();
  return { outcomes, complaints: complaints.slice(0, 20).map((each) => each.slice(0, 600)) };
}

/** The outcome of a case in a word, and what is wrong with it. */
type Judged = readonly [outcome: string, complaint: string | undefined];

async function judged(given: Case, number: number, target: Target, agent: Agent): Promise<Judged> {
  const { open, closed, caller } = target;
  const path = serviceFor(given.hook);
  const post = (url: string, body: Buffer, headers: Sending['headers'] = {}) =>
    send(agent, url, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } });
  if (given.kind === 'file') return judgedFile(given);
  if (given.kind === 'token') {
    const { header, believed } = await tokenOf(given, caller, publicUrl + path);
    const answer = await post(closed + path, prefetchedCall({ ...given, mutations: [], cuts: [], part: 1 }), {
      authorization: header,
    });
    const wrong =
      // A header that is too long is refused before anybody reads the token.
      believed !== undefined && believed !== ![401, 431].includes(answer.status)
        ? `believed ${String(believed)}, got ${String(answer.status)}`
        : undefined;
    return [String(answer.status), wrong ?? complaintAbout(answer)];
  }
  if (given.kind === 'feedback') {
    const answer = await post(`${open + path}/feedback`, feedbackBody(given));
    return [String(answer.status), answer.status === 200 ? complaintAboutReceipt(answer.text) : complaintAbout(answer)];
  }
  if (given.kind === 'random') {
    const body = Buffer.from(JSON.stringify(given.value) ?? '');
    const answer = await post(open + path, body);
    return [String(answer.status), complaintAbout(answer)];
  }
  if (given.kind === 'prefetched') {
    const answer = await post(open + path, prefetchedCall(given));
    return [String(answer.status), complaintAbout(answer)];
  }
  const fhirServer = target.fhirServer(number, given);
  const answer = await post(open + path, fetchingCall(given, { fhirServer }));
  target.forget(number);
  return [String(answer.status), complaintAbout(answer)];
}

/** An answer is 200 with strict cards, or a refusal (never a 5xx) with a strict OperationOutcome that repeats nothing. */
function complaintAbout({ status, text }: Answer): string | undefined {
  if (status >= 500) return `status ${String(status)}`;
  // Node refuses headers that are too long before the service sees them, with no body.
  if (status === 431 && text === '') return undefined;
  const body: unknown = JSON.parse(text);
  if (status === 200) {
    try {
      strictCards(body);
      return undefined;
    } catch (error) {
      return `not a strict response: ${String(error)}`;
    }
  }
  if (text.includes('Nightingale')) return 'the patient is named in an error';
  const read = outcomeSchema.safeParse(body);
  return read.success ? undefined : `status ${String(status)} without a strict OperationOutcome: ${read.error.message}`;
}

const complaintAboutReceipt = (text: string): string | undefined =>
  /^\{"stored":\d+,"repeated":\d+,"dropped":\d+\}$/.test(text) ? undefined : `receipt ${text}`;

function judgedFile(given: Case): Judged {
  const read = readRecord({ file: 'fuzz.json', bytes: fileText(given) });
  if ('problem' in read) return ['refused', read.problem === '' ? 'no reason' : undefined];
  if (protocol === undefined) return ['read', 'no protocol'];
  const json: unknown = JSON.parse(JSON.stringify(toJson(assess(protocol, read.record, screeningOn('2026-06-01')))));
  const nothing = nullOrBlank(json, '');
  return ['read', nothing === undefined ? undefined : `nothing at ${nothing}`];
}

/** The first place that holds null or an empty text: an assessment has neither. */
function nullOrBlank(value: unknown, path: string): string | undefined {
  if (value === null || value === '') return path;
  if (typeof value !== 'object') return undefined;
  for (const [key, each] of Object.entries(value)) {
    const found = nullOrBlank(each, `${path}.${key}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

function send(agent: Agent, url: string, { method, headers, body }: Sending): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const sent = request(
    url,
    { agent, method: method ?? 'GET', headers: { ...headers, 'content-length': body?.length ?? 0 } },
    (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() }));
    },
  );
  sent.on('error', reject);
  sent.end(body);
  return promise;
}
