// Which addresses does the CDS Hooks part answer?

import { createHash } from 'node:crypto';
import { Router, type Request } from 'express';
import { ServiceError } from '../errors.ts';
import { languageOf } from '../reader-language.ts';
import type { Journal } from '../store/journal.ts';
import { feedbackReport } from '../store/feedback-report.ts';
import type { Store } from '../store/store.ts';
import { readTrace } from '../telemetry/trace.ts';
import { orBusy } from './bookkeeping.ts';
import { readCdsRequest } from './cds-request.ts';
import { cdsServices } from './cds-service.ts';
import { feedbackBytes, receiveFeedback } from './feedback.ts';
import { idOf, type Gate } from './gate.ts';
import { hooks } from './hooks.ts';
import { answerHook, type ServiceContext } from './pipeline.ts';
import { readBody } from './read-body.ts';

export type RouterContext = ServiceContext & {
  readonly gate: Gate;
  readonly bodyLimit: number;
  readonly store: Store;
  readonly journal: Journal;
  readonly keepComments: boolean;
  /** Milliseconds since 1970. */
  readonly now: () => number;
};

/** @throws ServiceError if there is no such service. */
function serviceOf(request: Request) {
  const service = cdsServices.find(({ id }) => id === idOf(request));
  const hook = service === undefined ? undefined : hooks.get(service.hook);
  if (service === undefined || hook === undefined) throw new ServiceError('unknown-service');
  return { ...service, answer: hook };
}

/** Discovery, the services, their feedback and what became of the cards; each only for whom the gate lets through. */
export function cdsHooksRouter(context: RouterContext): Router {
  const { gate, bodyLimit, store, journal, keepComments, now, log } = context;
  const router = Router();
  const discovery = JSON.stringify({ services: cdsServices });
  const tag = `"${createHash('sha256').update(discovery).digest('base64url')}"`;

  const discoveryPath = '/cds-services';
  router.get(
    discoveryPath,
    gate(discoveryPath, async (_client, request, response) => {
      response.set({ ETag: tag, 'Cache-Control': 'private, max-age=300' });
      if (request.get('if-none-match') === tag) response.status(304).end();
      else response.type('application/json').send(discovery);
      await Promise.resolve();
    }),
  );

  const servicePath = '/cds-services/:id';
  router.post(
    servicePath,
    gate(servicePath, async (client, request, response) => {
      const { id, hook, answer } = serviceOf(request);
      const sent = readCdsRequest(await readBody(request, bodyLimit));
      if (sent.hook !== hook) throw new ServiceError('wrong-hook', ['request.hook']);
      const language = languageOf(request, client.language);
      response.set('Content-Language', language).vary('Accept-Language');
      const trace = readTrace(request.get('traceparent'));
      response.json(await answerHook(answer, { service: id, client, request: sent, language, trace }, context));
    }),
  );

  const feedbackPath = '/cds-services/:id/feedback';
  router.post(
    feedbackPath,
    gate(feedbackPath, async (client, request, response) => {
      serviceOf(request);
      const body = await readBody(request, feedbackBytes);
      const receipt = { store, client: client.name, now: new Date(now()), keepComments };
      // A card may be answered before its row is written: the journal goes first.
      const received = journal.drain().then(() => receiveFeedback(body, receipt));
      const { stored, repeated, dropped } = await orBusy(received, log);
      response.json({ stored, repeated, dropped });
    }),
  );

  const reportPath = '/feedback-report';
  router.get(
    reportPath,
    gate(reportPath, async ({ name }, _request, response) => {
      const services = await orBusy(
        journal.drain().then(() => feedbackReport(store, name)),
        log,
      );
      response.set('Cache-Control', 'no-store').json({ services });
    }),
  );

  const methods = { [discoveryPath]: 'GET', [servicePath]: 'POST', [feedbackPath]: 'POST', [reportPath]: 'GET' };
  for (const [path, allowed] of Object.entries(methods)) {
    router.all(
      path,
      gate(path, async (_client, request, response) => {
        if (path.includes(':id')) serviceOf(request);
        response.set('Allow', allowed);
        return await Promise.reject(new ServiceError('wrong-method'));
      }),
    );
  }
  return router;
}
