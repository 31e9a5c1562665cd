// At a third of what it can do, with a FHIR server that fails in every way: does it go on answering, and stay the same size?

import { setTimeout as sleep } from 'node:timers/promises';
import type { Resource } from '../../src/fhir/record.ts';
import { searches } from '../../src/fhir/searches.ts';
import { startServer } from '../access/answering-server.ts';
import { hookRequest, prefetchOf } from '../cds-hooks/ehr.ts';
import { strictCards } from '../cds-hooks/outbound.ts';
import { startFaultyEhr } from '../faults/faulty-ehr.ts';
import { faults } from '../faults/faults.ts';
import { excluded } from '../faults/records.ts';
import { openCaller } from './caller.ts';
import { startService } from './service.ts';

export type Sample = { readonly second: number; readonly resident: number; readonly descriptors: number };

export type Soak = {
  /** Calls per second: what it can do with this mixture, and what it was given. */
  readonly capacity: number;
  readonly rate: number;
  readonly answered: number;
  /** Answers that are neither 200 with strict cards nor 412, and calls without an answer. */
  readonly errors: readonly string[];
  /** Milliseconds: half and 99 of 100 answers came within. */
  readonly p50: number;
  readonly p99: number;
  readonly samples: readonly Sample[];
  readonly foreign: number;
  readonly exit: number | null;
};

const resources: readonly Resource[] = [excluded.record.patient, ...excluded.record.resources];
const patientId = String(excluded.record.patient['id']);
const faultNames = [...faults.keys()];

/** @param seconds of load, after the capacity was measured for `measure` seconds. */
export async function soak(seconds: number, measure = 5, progress: (sample: Sample) => void = () => {}): Promise<Soak> {
  const foreign = await startServer((_request, response) => response.end());
  const ehr = await startFaultyEhr(resources, `${foreign.origin}/fhir/Condition`);
  const { origin } = ehr.base('silence', 'None');
  const service = await startService({
    deadlines: { total: 1_000, call: 500 },
    clients: { '*': { unauthenticated: true, fhirServers: [{ base: origin, networks: ['127.0.0.0/8'] }] } },
  });
  const caller = openCaller(400);
  const errors: string[] = [];
  const took: number[] = [];

  const whole = JSON.stringify(requestWith(prefetchOf(resources), undefined));
  /** Half bring everything; a quarter are read from a healthy server, a quarter from one that fails in one way. */
  const bodyOf = (number: number): string => {
    if (number % 4 < 2) return whole;
    const fault = faultNames[number % faultNames.length] ?? '';
    const type = searches[number % searches.length]?.type ?? '';
    const base = number % 4 === 2 ? ehr.base('silence', 'None') : ehr.base(fault, type);
    return JSON.stringify(requestWith(prefetchOf(resources, ['patient']), base.href));
  };
  const call = async (number: number): Promise<void> => {
    const started = performance.now();
    const body = bodyOf(number);
    try {
      const { status, text } = await caller.call(service.port, body);
      took.push(performance.now() - started);
      if (status === 200) strictCards(JSON.parse(text));
      else if (status !== 412) errors.push(`status ${String(status)}`);
    } catch (error) {
      errors.push(String(error).slice(0, 200));
    }
  };

  let number = 0;
  const until = performance.now() + measure * 1_000;
  const flatOut = async (): Promise<void> => {
    while (performance.now() < until) await call((number += 1));
  };
  await Promise.all(Array.from({ length: 32 }, flatOut));
  const capacity = took.length / measure;
  const rate = Math.max(1, capacity * 0.3);
  took.length = 0;

  const samples: Sample[] = [];
  const underway = new Set<Promise<void>>();
  const started = performance.now();
  const elapsed = (): number => (performance.now() - started) / 1_000;
  for (let sent = 0; elapsed() < seconds;) {
    for (; sent < elapsed() * rate; sent += 1) {
      const one = call((number += 1)).finally(() => underway.delete(one));
      underway.add(one);
    }
    if (elapsed() >= samples.length * Math.min(5, seconds / 4)) {
      const usage = service.usage();
      const sample = {
        second: Math.round(elapsed()),
        resident: usage?.resident ?? 0,
        descriptors: usage?.descriptors ?? 0,
      };
      samples.push(sample);
      progress(sample);
    }
    await sleep(10);
  }
  await Promise.all(underway);
  const sorted = took.toSorted((a, b) => a - b);
  const exit = await service.stop();
  caller.close();
  await ehr.close();
  await foreign.close();
  return {
    capacity,
    rate,
    answered: took.length,
    errors,
    p50: sorted[Math.floor(sorted.length * 0.5)] ?? 0,
    p99: sorted[Math.floor(sorted.length * 0.99)] ?? 0,
    samples,
    foreign: foreign.connections(),
    exit,
  };
}

const requestWith = (prefetch: unknown, fhirServer: string | undefined): unknown =>
  hookRequest(prefetch, {
    context: { userId: 'PractitionerRole/r1', patientId },
    ...(fhirServer !== undefined && { fhirServer, fhirAuthorization: { access_token: 't', token_type: 'Bearer' } }),
  });

/** What is gained per minute over the samples, by least squares: the slope of a line through them. */
export function slopePerMinute(samples: readonly { readonly second: number; readonly value: number }[]): number {
  const mean = (of: readonly number[]): number => of.reduce((sum, each) => sum + each, 0) / of.length;
  const [x, y] = [mean(samples.map(({ second }) => second)), mean(samples.map(({ value }) => value))];
  const spread = samples.reduce((sum, { second }) => sum + (second - x) ** 2, 0);
  return spread === 0
    ? 0
    : (60 * samples.reduce((sum, { second, value }) => sum + (second - x) * (value - y), 0)) / spread;
}
