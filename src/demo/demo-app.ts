// How do page, FHIR server and CDS service stand behind one address?

import { randomUUID } from 'node:crypto';
import express, { type Express, type RequestHandler } from 'express';
import type { Dispatcher } from 'undici';
import { fhirRouter } from './fhir/router.ts';
import { restHooks } from './fhir/rest-hooks.ts';
import type { Hospital } from './hospital.ts';
import { loopbackOnly } from './loopback.ts';
import { pageRouter } from './page-router.ts';

export type DemoParts = {
  readonly hospital: Hospital;
  readonly now: () => Date;
  /** The real CDS service, answering below /cds-services. */
  readonly cds: RequestHandler;
  /** Reaches this machine: over it Subscriptions are delivered; without it they are kept and never delivered. */
  readonly dispatcher?: Dispatcher;
};

/** The demo hospital behind one address. */
export async function createDemoApp({ hospital, now, cds, dispatcher }: DemoParts): Promise<Express> {
  const { startedAt, stories, store } = hospital;
  if (dispatcher !== undefined) store.onChange(restHooks(store, { now, dispatcher }));

  const app = express();
  app.disable('x-powered-by');
  app.use(loopbackOnly);
  app.use('/fhir', fhirRouter({ store, newId: randomUUID, startedAt }));
  app.use(await pageRouter(stories));
  app.use(cds);
  return app;
}
