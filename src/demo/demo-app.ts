// How do page, FHIR server and CDS service stand behind one address?

import { randomUUID } from 'node:crypto';
import express, { type Express, type RequestHandler } from 'express';
import { timeZone } from '../logic/calendar.ts';
import { fhirRouter } from './fhir/router.ts';
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
};

/** The demo hospital with every story told as of today. */
export async function createDemoApp({ now, zone, cds }: DemoParts): Promise<Express> {
  const startedAt = now();
  const stories = await readStories(timeZone(zone).dayAt(startedAt.getTime()));
  const store = createStore(now, randomUUID);
  for (const resource of stories.flatMap(({ resources }) => resources)) store.put(resource, String(resource['id']));

  const app = express();
  app.disable('x-powered-by');
  app.use(loopbackOnly);
  app.use('/fhir', fhirRouter({ store, newId: randomUUID, startedAt }));
  app.use(await pageRouter(stories));
  app.use(cds);
  return app;
}
