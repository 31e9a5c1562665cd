// What is in the demo hospital when it opens: its stories, and the FHIR server's memory with everything they tell?

import { randomUUID } from 'node:crypto';
import type { Resource } from '../fhir/record.ts';
import { referencedTypes, searches } from '../fhir/searches.ts';
import { timeZone } from '../logic/calendar.ts';
import { createStore, type Store } from './fhir/store.ts';
import { readStories, type Story } from './stories.ts';

export type Hospital = {
  readonly startedAt: Date;
  readonly stories: readonly Story[];
  readonly store: Store;
};

/**
 * Every story told as of today.
 * @param zone IANA name of the time zone in which the stories' today is today.
 */
export async function openHospital(now: () => Date, zone: string): Promise<Hospital> {
  const startedAt = now();
  const stories = await readStories(timeZone(zone).dayAt(startedAt.getTime()));
  const store = createStore(now, randomUUID);
  for (const resource of stories.flatMap(({ resources }) => resources)) store.put(resource, String(resource['id']));
  return { startedAt, stories, store };
}

/** What the searches find about a patient now, and whatever of it may be referred to. */
export const chartOf = ({ store }: Hospital, patientId: string): readonly Resource[] => [
  store.read('Patient', patientId),
  ...searches.flatMap(({ type }) => (type === 'Patient' ? [] : store.ofPatient(type, patientId))),
  ...referencedTypes.flatMap((type) => store.all(type)),
];
