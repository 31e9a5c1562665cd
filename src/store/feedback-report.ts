// What became of the cards: how many were shown, accepted and overridden, and why?

import { countCards } from './cards.ts';
import { countFeedback } from './feedback.ts';
import type { Store } from './store.ts';

export type ServiceReport = {
  readonly service: string;
  /** Cards by the status of the patient they were about. */
  readonly cards: readonly { readonly status: string; readonly shown: number; readonly silent: number }[];
  readonly shown: number;
  /** Made but not shown: the client is in silent mode. */
  readonly silent: number;
  readonly accepted: number;
  readonly overridden: number;
  /** Overridden among all entries of feedback, 0 to 1; left out without any. */
  readonly overrideRate?: number;
  /** Of the overridden, the most frequent first; empty for none given. */
  readonly reasons: readonly { readonly reason: string; readonly count: number }[];
};

const sum = (counts: readonly { readonly count: number }[]): number =>
  counts.reduce((total, { count }) => total + count, 0);

/** One report per service, in order of their ids; about the cards of one client, or of all. */
export async function feedbackReport(store: Store, client?: string): Promise<readonly ServiceReport[]> {
  const cards = Map.groupBy(await countCards(store, client), ({ service }) => service);
  const feedback = Map.groupBy(await countFeedback(store, client), ({ service }) => service);
  return [...cards].map(([service, ofService]) => {
    const entries = feedback.get(service) ?? [];
    const overrides = entries.filter(({ outcome }) => outcome === 'overridden');
    const overridden = sum(overrides);
    const accepted = sum(entries.filter(({ outcome }) => outcome === 'accepted'));
    return {
      service,
      cards: [...Map.groupBy(ofService, ({ status }) => status)].map(([status, same]) => ({
        status,
        shown: sum(same.filter(({ shown }) => shown)),
        silent: sum(same.filter(({ shown }) => !shown)),
      })),
      shown: sum(ofService.filter(({ shown }) => shown)),
      silent: sum(ofService.filter(({ shown }) => !shown)),
      accepted,
      overridden,
      ...(accepted + overridden > 0 && { overrideRate: overridden / (accepted + overridden) }),
      reasons: overrides.map(({ reason, count }) => ({ reason, count })).sort((a, b) => b.count - a.count),
    };
  });
}
