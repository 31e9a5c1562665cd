// The population of the kill tests: every third is a candidate.

import { kinds, type WriteBack } from '../../../src/screening/outbox/write-back.ts';
import { recordAs, server, type Population } from '../world.ts';

/** On this day the girl of the story is a candidate. */
export const asOf = '2026-03-10';

export const settings: WriteBack = { server, kinds, from: 'candidate', consent: 'unless-refused' };

export const isCandidate = (index: number): boolean => index % 3 === 0;

export const idOf = (index: number): string => `k${String(index)}`;

export const population = (patients: number): Population =>
  new Map(
    Array.from({ length: patients }, (_none, index) => {
      const id = idOf(index);
      return [id, recordAs(isCandidate(index) ? 'candidate-girl' : 'previous-car-t', id)];
    }),
  );
