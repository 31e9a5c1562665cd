// How do page, FHIR server and CDS service stand behind one address?

import { randomUUID } from 'node:crypto';
import express, { type Express, type RequestHandler } from 'express';
import type { Dispatcher } from 'undici';
import { timeZone } from '../logic/calendar.ts';
import { fhirRouter } from './fhir/router.ts';
import { restHooks } from './fhir/rest-hooks.ts';
import { createStore } from './fhir/store.ts';
import { loopbackOnly } from './loopback.ts';
import { pageRouter } from './page-router.ts';
import { readStories } from './stories.ts';

export type DemoParts = {
  readonly now: () => Date;
  /** IANA name of the time zone in which the stories' today is today. */
  readonly zone: string;
  /** The real CDS service, answering below /cds-services. */
  readonly cds: RequestHandler;
  /** Reaches this machine: over it Subscriptions are delivered; without it they are kept and never delivered. */
  readonly dispatcher?: Dispatcher;
};

/** The demo hospital with every story told as of today. */
export async function createDemoApp({ now, zone, cds, dispatcher }: DemoParts): Promise<Express> {
  const startedAt = now();
  const stories = await readStories(timeZone(zone).dayAt(startedAt.getTime()));
  const store = createStore(now, randomUUID);
  for (const resource of stories.flatMap(({ resources }) => resources)) store.put(resource, String(resource['id']));
  if (dispatcher !== undefined) store.onChange(restHooks(store, { now, dispatcher }));

  const app = express();
  app.disable('x-powered-by');
  app.use(loopbackOnly);
  app.use('/fhir', fhirRouter({ store, newId: randomUUID, startedAt }));
  app.use(await pageRouter(stories));
  app.use(cds);
  return app;
}
