// The population of the kill tests: every third is a candidate.

import { kinds, type WriteBack } from '../../../src/config/write-back.ts';
import type { Fault } from '../fake-ehr.ts';
import { recordAs, server, type Population } from '../world.ts';

/** On this day the girl of the story is a candidate. */
export const asOf = '2026-03-10';

export const settings: WriteBack = { server, kinds, from: 'candidate', consent: 'unless-refused' };

export const isCandidate = (index: number): boolean => index % 3 === 0;

export const idOf = (index: number): string => `k${String(index)}`;

/** Everybody, without the records: each is told when it is asked for. */
export const population = (patients: number): Population =>
  new Map(Array.from({ length: patients }, (_none, index) => [idOf(index), { problem: 'not-told', retryable: false }]));

/** The record of one of them. @param reference "Patient/k3" */
export function recordOf(reference: string): ReturnType<typeof recordAs> {
  const id = reference.replace('Patient/', '');
  return recordAs(isCandidate(Number(id.slice(1))) ? 'candidate-girl' : 'previous-car-t', id);
}

const faults: readonly Fault[] = ['none', 'commit-and-drop', 'none', '503', 'none', 'commit-and-500', 'none', 'drop'];

/** An EHR of whose writes every second fails, or breaks off after it was done; and how many came. */
export function brokenWrites() {
  let count = 0;
  return {
    fault: (write: number): Fault => {
      count += 1;
      return faults[write % faults.length] ?? 'none';
    },
    writes: (): number => count,
  };
}
