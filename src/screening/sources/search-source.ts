// How does a FHIR server answer as a source of patients by its searches: a cohort, or patients that are named?

import { withoutSlash } from '../../access/base-url.ts';
import type { Cohort } from './cohort.ts';
import { gatherBySearch, idIn, type Sessions } from './search-gather.ts';
import { SourceError, type Source } from './source.ts';

/** A source over patients that are asked for or read when the first item is; each record is read by searches. */
export function searchSource(sessions: Sessions, find: () => Promise<Cohort>): Source {
  const server = withoutSlash(sessions.base);
  let cohort: Promise<Cohort> | undefined;
  const found = async (): Promise<Cohort> => {
    cohort ??= find();
    return await cohort;
  };
  return {
    items: async function* (resumeFrom) {
      const { patients } = await found();
      // In the order of their ids, so that a run goes on although others were found since.
      for (const id of patients)
        if (resumeFrom === undefined || id > resumeFrom)
          yield { item: { server, patient: `Patient/${id}` }, progress: id };
    },
    gather: async (item, signal) => await gatherBySearch(sessions, item, signal),
    losses: async () => (await found()).losses,
    done: async () => await Promise.resolve(),
    close: async () => await Promise.resolve(),
  };
}

/**
 * Reads a list of patients: an id or "Patient/id" on each line; blank lines and what follows "#" do not count.
 * @throws SourceError naming the first line that is something else: nobody on a list is passed over silently.
 */
export function readPatientList(text: string): Cohort {
  const ids = text.split(/\r?\n/).flatMap((line, index) => {
    const entry = line.replace(/#.*$/, '').trim();
    if (entry === '') return [];
    const id = idIn(entry.includes('/') ? entry : `Patient/${entry}`);
    if (id === undefined) throw new SourceError(`list-line-${String(index + 1)}`);
    return [id];
  });
  return { patients: [...new Set(ids)].sort(), losses: {} };
}
