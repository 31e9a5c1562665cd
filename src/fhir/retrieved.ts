// How complete is what was read for one search?

import type { Day } from '../logic/calendar.ts';

/**
 * The completeness of one search's result, which travels with the record (ARCHITECTURE, law 1).
 * A result sorted by date, newest first, and cut off is complete since its oldest entry.
 */
export type Retrieved =
  | { readonly state: 'complete' }
  | { readonly state: 'partial'; readonly reason: string; readonly completeSince?: Day }
  | { readonly state: 'unavailable'; readonly reason: string };

export const complete: Retrieved = { state: 'complete' };

/** True if nothing that happened on `since` or later can have been missed. */
export const completeSince = (retrieved: Retrieved, since: Day): boolean =>
  retrieved.state === 'complete' ||
  (retrieved.state === 'partial' && retrieved.completeSince !== undefined && retrieved.completeSince < since);

/** True if nothing can have been missed, whatever its date. */
export const isComplete = (retrieved: Retrieved): boolean => retrieved.state === 'complete';

/** The day after which nothing can have been missed: always (`-Infinity`), never (`Infinity`), or one in between. */
export const completeFrom = (retrieved: Retrieved): Day => {
  if (retrieved.state === 'complete') return -Infinity;
  return retrieved.state === 'partial' ? (retrieved.completeSince ?? Infinity) : Infinity;
};

/** The completeness of what comes from several searches together: that of the least complete one. */
export const leastComplete = (...all: readonly Retrieved[]): Retrieved =>
  all.reduce((least, each) => (completeFrom(each) > completeFrom(least) ? each : least), all[0] ?? complete);
